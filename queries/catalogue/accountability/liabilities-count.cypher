/*
title = "追责条款的数量"
show = "table"
sentence = "共有{rows}个追责条款，分布在{number}。"
empty_sentence = "在已载入的文件中，没有符合条件的追责条款。"
examples = [
  "一共有几条问责条款？",
  "有多少处追责规定",
  "问责条款总数",
  "追责条款一共几条",
  "共有多少条责任追究的规定",
  "追责规定的数量",
  "{place}有多少条问责条款",
  "《{document}》写了几处追责",
  "{unit}涉及几条追责规定",
  "how many liability clauses are there?",
  "number of accountability clauses",
]

[parameters]
units = { type = "unit", zh = "单位", many = true, default = [] }
roles = { type = "role", zh = "角色", many = true, default = ["lead", "responsible", "supporting"] }
documents = { type = "document", zh = "文件", many = true, default = [] }
places = { type = "place", zh = "地方", many = true, default = [] }
through = { type = "number", zh = "连同所属集体", default = 1 }

[columns]
liability = "追责条款原文"
number = "编号"
title = "措施"
document = "文件"
liability_id = ""
measure_id = ""
document_id = ""
liability_start = ""
liability_end = ""

[answers]
count = "liability_id"
*/
MATCH (m:Measure)-[:HAS_LIABILITY]->(t:Liability)
MATCH (d:Document)
WHERE d.id = m.document_id
  AND (size($units) = 0 OR EXISTS {
    MATCH (u:Unit)-[:MEMBER_OF*0..1]->(g:Unit)-[r:LEADS|RESPONSIBLE_FOR|SUPPORTS]->(m)
    WHERE u.id IN $units AND ($through > 0 OR u.id = g.id) AND type(r) IN $roles
  })
  AND (size($documents) = 0 OR d.id IN $documents)
  AND (size($places) = 0 OR d.jurisdiction IN $places)
RETURN
  t.text AS liability, m.number AS number, m.title AS title, d.title AS document,
  t.id AS liability_id, m.id AS measure_id, d.id AS document_id, t.start AS liability_start, t.`end` AS liability_end
ORDER BY document_id, m.position, liability_start, liability_id
