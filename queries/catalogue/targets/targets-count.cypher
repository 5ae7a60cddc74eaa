/*
title = "量化目标的数量"
show = "table"
sentence = "共有{rows}个量化目标，分布在{number}。"
empty_sentence = "在已载入的文件中，没有符合条件的量化目标。"
examples = [
  "一共有多少个量化目标？",
  "方案定了几个指标",
  "量化指标总数",
  "目标一共几个",
  "共有多少个指标",
  "目标的数量",
  "{place}有多少个量化目标",
  "《{document}》定了多少个目标",
  "{unit}有多少个指标",
  "how many targets are there?",
  "number of targets",
]

[parameters]
units = { type = "unit", zh = "单位", many = true, default = [] }
roles = { type = "role", zh = "角色", many = true, default = ["lead", "responsible", "supporting"] }
documents = { type = "document", zh = "文件", many = true, default = [] }
places = { type = "place", zh = "地方", many = true, default = [] }
through = { type = "number", zh = "连同所属集体", default = 1 }

[columns]
target = "量化目标原文"
number = "编号"
title = "措施"
document = "文件"
target_id = ""
measure_id = ""
document_id = ""
target_start = ""
target_end = ""

[answers]
count = "target_id"
*/
MATCH (m:Measure)-[:HAS_TARGET]->(t:Target)
MATCH (d:Document)
WHERE d.id = m.document_id
  AND (size($units) = 0 OR EXISTS {
    MATCH (u:Unit)-[:MEMBER_OF*0..1]->(g:Unit)-[r:LEADS|RESPONSIBLE_FOR|SUPPORTS]->(m)
    WHERE u.id IN $units AND ($through > 0 OR u.id = g.id) AND type(r) IN $roles
  })
  AND (size($documents) = 0 OR d.id IN $documents)
  AND (size($places) = 0 OR d.jurisdiction IN $places)
RETURN
  t.text AS target, m.number AS number, m.title AS title, d.title AS document,
  t.id AS target_id, m.id AS measure_id, d.id AS document_id, t.start AS target_start, t.`end` AS target_end
ORDER BY document_id, m.position, target_start, target_id
