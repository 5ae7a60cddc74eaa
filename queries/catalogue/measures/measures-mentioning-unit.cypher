/*
title = "写到某单位的措施"
show = "table"
sentence = "有{count}项措施写到{units}：{number}。"
empty_sentence = "在已载入的文件中，没有措施写到{units}。"
examples = [
  "哪一条提到{unit}？",
  "哪些措施提到了{unit}",
  "哪几条写到{unit}",
  "原文里哪一条出现{unit}",
  "{unit}在哪几条里被提到",
  "提到{unit}的措施有几项",
  "方案哪里说到{unit}",
  "正文写到{unit}的条款",
  "{place}哪些措施提及{unit}",
  "点名提到{unit}的是第几条",
  "which measures mention {unit}?",
  "where is {unit} mentioned",
]

[parameters]
units = { type = "unit", zh = "单位", many = true }
documents = { type = "document", zh = "文件", many = true, default = [] }
places = { type = "place", zh = "地方", many = true, default = [] }

[columns]
number = "编号"
title = "措施"
document = "文件"
unit = "单位"
unit_id = ""
measure_id = ""
document_id = ""
measure_start = ""
measure_end = ""

[answers]
measures = "number"
count = "measure_id"
*/
MATCH (u:Unit)
MATCH (m:Measure)
MATCH (d:Document)
WHERE u.id IN $units
  AND d.id = m.document_id
  AND (EXISTS { MATCH (u)-[:LEADS|RESPONSIBLE_FOR|SUPPORTS]->(m) }
    OR (m.text CONTAINS u.name AND NOT EXISTS { MATCH (u)-[:LEADS|RESPONSIBLE_FOR|SUPPORTS]->(:Measure) }))
  AND (size($documents) = 0 OR d.id IN $documents)
  AND (size($places) = 0 OR d.jurisdiction IN $places)
RETURN
  m.number AS number, m.title AS title, d.title AS document, u.name AS unit,
  u.id AS unit_id, m.id AS measure_id, d.id AS document_id, m.start AS measure_start, m.`end` AS measure_end
ORDER BY document_id, m.position, measure_id, unit_id
