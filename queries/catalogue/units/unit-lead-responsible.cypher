/*
title = "单位牵头措施的责任单位"
show = "table"
sentence = "{units}牵头的措施，责任单位有{count}个：{other}。"
empty_sentence = "{units}牵头的措施没有写责任单位，或者它没有牵头的措施。"
examples = [
  "{unit}牵头的措施，责任单位有哪些？",
  "{unit}牵头的任务责任单位是谁",
  "{unit}牵头那条的责任单位",
  "{unit}牵头的措施由哪些单位负责落实",
  "{unit}牵头、谁是责任单位",
  "{unit}牵头的各条措施的责任单位名单",
  "{unit}牵头的工作有几个责任单位",
  "{unit}牵头的那几项都由谁当责任单位",
  "which units are responsible for the measures led by {unit}?",
  "responsible units of the measures led by {unit}",
]

[parameters]
units = { type = "unit", zh = "单位", many = true }
documents = { type = "document", zh = "文件", many = true, default = [] }
places = { type = "place", zh = "地方", many = true, default = [] }

[columns]
unit = "牵头单位"
other = "责任单位"
number = "编号"
title = "措施"
document = "文件"
unit_id = ""
other_id = ""
measure_id = ""
document_id = ""
measure_start = ""
measure_end = ""

[answers]
units = "other"
count = "other_id"
*/
MATCH (u:Unit)-[:LEADS]->(m:Measure)<-[:RESPONSIBLE_FOR]-(o:Unit)
MATCH (d:Document)
WHERE u.id IN $units
  AND d.id = m.document_id
  AND (size($documents) = 0 OR d.id IN $documents)
  AND (size($places) = 0 OR d.jurisdiction IN $places)
WITH DISTINCT u, o, m, d
RETURN
  u.name AS unit, o.name AS other, m.number AS number, m.title AS title, d.title AS document,
  u.id AS unit_id, o.id AS other_id, m.id AS measure_id, d.id AS document_id, m.start AS measure_start, m.`end` AS measure_end
ORDER BY unit_id, document_id, m.position, measure_id, other_id
