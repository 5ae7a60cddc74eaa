/*
title = "承担措施最多的单位"
show = "table"
sentence = "承担措施最多的单位是{unit}，共{measures}项（牵头、责任、配合合计，各部门等集体不计）：{number}。"
empty_sentence = "在已载入的文件中，没有写明任何单位的角色。"
examples = [
  "哪个单位承担的措施最多？",
  "谁的任务最多",
  "任务最重的是哪个部门",
  "承担任务项数最多的单位",
  "哪家单位的事最多",
  "身上任务最多的是谁",
  "哪个部门承担的工作最多",
  "哪个部门参与的任务最多",
  "参与措施最多的单位是哪个",
  "{place}哪个单位任务最多",
  "《{document}》里谁承担的任务最多",
  "哪个单位负责的措施最多",
  "which unit has the most duties?",
  "who carries the most measures",
]

[parameters]
documents = { type = "document", zh = "文件", many = true, default = [] }
places = { type = "place", zh = "地方", many = true, default = [] }
sections = { type = "words", zh = "章节", many = true, default = [] }

[columns]
unit = "单位"
measures = "措施数"
number = "编号"
title = "措施"
document = "文件"
unit_id = ""
measure_id = ""
document_id = ""
measure_start = ""
measure_end = ""

[answers]
units = "unit"
count = "measure_id"
*/
MATCH (u:Unit)-[:LEADS|RESPONSIBLE_FOR|SUPPORTS]->(m:Measure)
MATCH (d:Document)
WHERE d.id = m.document_id
  AND u.`group` = ''
  AND (size($documents) = 0 OR d.id IN $documents)
  AND (size($places) = 0 OR d.jurisdiction IN $places)
  AND (size($sections) = 0 OR EXISTS { MATCH (s:Section)-[:HAS_MEASURE]->(m) WHERE s.title IN $sections OR s.number IN $sections })
WITH u.id AS one, count(DISTINCT m.id) AS measures
WITH max(measures) AS most
MATCH (u:Unit)-[:LEADS|RESPONSIBLE_FOR|SUPPORTS]->(m:Measure)
MATCH (d:Document)
WHERE d.id = m.document_id
  AND u.`group` = ''
  AND (size($documents) = 0 OR d.id IN $documents)
  AND (size($places) = 0 OR d.jurisdiction IN $places)
  AND (size($sections) = 0 OR EXISTS { MATCH (s:Section)-[:HAS_MEASURE]->(m) WHERE s.title IN $sections OR s.number IN $sections })
WITH most, u, count(DISTINCT m.id) AS measures
WHERE measures = most
MATCH (u)-[:LEADS|RESPONSIBLE_FOR|SUPPORTS]->(m:Measure)
MATCH (d:Document)
WHERE d.id = m.document_id
  AND u.`group` = ''
  AND (size($documents) = 0 OR d.id IN $documents)
  AND (size($places) = 0 OR d.jurisdiction IN $places)
  AND (size($sections) = 0 OR EXISTS { MATCH (s:Section)-[:HAS_MEASURE]->(m) WHERE s.title IN $sections OR s.number IN $sections })
RETURN DISTINCT
  u.name AS unit, measures, m.number AS number, m.title AS title, d.title AS document,
  u.id AS unit_id, m.id AS measure_id, d.id AS document_id, m.start AS measure_start, m.`end` AS measure_end
ORDER BY unit_id, document_id, measure_start
