/*
title = "没有某单位的措施"
show = "table"
sentence = "没有{units}承担的措施有{count}项：{number}。"
empty_sentence = "在已载入的文件中，每项措施都有{units}承担。"
examples = [
  "哪些措施没有{unit}？",
  "{unit}没有参与的措施有哪些",
  "责任单位里没有{unit}的措施",
  "哪条措施的责任单位里没有{unit}",
  "{unit}不牵头的措施有哪些",
  "不涉及{unit}的措施",
  "哪几条没有写{unit}",
  "{unit}没有份的任务",
  "哪些措施的牵头单位不包括{unit}",
  "除了{unit}之外的措施",
  "{place}哪些措施没有{unit}",
  "which measures do not involve {unit}?",
  "measures without {unit}",
]

[parameters]
units = { type = "unit", zh = "单位", many = true }
roles = { type = "role", zh = "角色", many = true, default = ["lead", "responsible", "supporting"] }
documents = { type = "document", zh = "文件", many = true, default = [] }
places = { type = "place", zh = "地方", many = true, default = [] }
within = { type = "measure", zh = "范围", many = true, default = [] }

[columns]
number = "编号"
title = "措施"
document = "文件"
measure_id = ""
document_id = ""
measure_start = ""
measure_end = ""

[answers]
measures = "number"
count = "measure_id"
*/
MATCH (m:Measure)
MATCH (d:Document)
WHERE d.id = m.document_id
  AND EXISTS { MATCH (u:Unit)-[:LEADS|RESPONSIBLE_FOR|SUPPORTS]->(x:Measure) WHERE u.id IN $units AND x.document_id = d.id }
  AND NOT EXISTS { MATCH (u:Unit)-[r:LEADS|RESPONSIBLE_FOR|SUPPORTS]->(m) WHERE u.id IN $units AND type(r) IN $roles }
  AND (size($documents) = 0 OR d.id IN $documents)
  AND (size($places) = 0 OR d.jurisdiction IN $places)
  AND (size($within) = 0 OR m.id IN $within)
RETURN
  m.number AS number, m.title AS title, d.title AS document,
  m.id AS measure_id, d.id AS document_id, m.start AS measure_start, m.`end` AS measure_end
ORDER BY document_id, m.position, measure_id
