/*
title = "时限的数量"
show = "table"
sentence = "共有{rows}个时限，分布在{number}。"
empty_sentence = "在已载入的文件中，没有符合条件的时限。"
examples = [
  "一共有多少个时限？",
  "方案里有几处时限",
  "时限总数",
  "时限一共几个",
  "共规定了多少个完成时限",
  "时限的数量",
  "{place}有多少个时限",
  "《{document}》写了多少个时限",
  "{unit}有多少个时限",
  "how many deadlines are there?",
  "number of deadlines",
]

[parameters]
units = { type = "unit", zh = "单位", many = true, default = [] }
roles = { type = "role", zh = "角色", many = true, default = ["lead", "responsible", "supporting"] }
documents = { type = "document", zh = "文件", many = true, default = [] }
places = { type = "place", zh = "地方", many = true, default = [] }
through = { type = "number", zh = "连同所属集体", default = 1 }

[columns]
deadline = "时限原文"
number = "编号"
title = "措施"
document = "文件"
deadline_id = ""
measure_id = ""
document_id = ""
deadline_start = ""
deadline_end = ""

[answers]
count = "deadline_id"
*/
MATCH (m:Measure)-[:HAS_DEADLINE]->(t:Deadline)
MATCH (d:Document)
WHERE d.id = m.document_id
  AND (size($units) = 0 OR EXISTS {
    MATCH (u:Unit)-[:MEMBER_OF*0..1]->(g:Unit)-[r:LEADS|RESPONSIBLE_FOR|SUPPORTS]->(m)
    WHERE u.id IN $units AND ($through > 0 OR u.id = g.id) AND type(r) IN $roles
  })
  AND (size($documents) = 0 OR d.id IN $documents)
  AND (size($places) = 0 OR d.jurisdiction IN $places)
RETURN
  t.text AS deadline, m.number AS number, m.title AS title, d.title AS document,
  t.id AS deadline_id, m.id AS measure_id, d.id AS document_id, t.start AS deadline_start, t.`end` AS deadline_end
ORDER BY document_id, m.position, deadline_start, deadline_id
