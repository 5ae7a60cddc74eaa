/*
title = "担任某种角色最多的单位"
show = "table"
sentence = "{roles}最多的单位是{unit}，共{measures}项：{number}。"
empty_sentence = "在已载入的文件中，没有写明{roles}单位的措施。"
examples = [
  "哪个单位配合最多？",
  "责任单位里出现最多的是谁",
  "配合任务最多的单位",
  "当责任单位次数最多的是哪家",
  "谁作为责任单位的措施最多",
  "作为配合单位最多的是哪个部门",
  "哪家配合的措施最多",
  "责任单位任务最重的是谁",
  "协助最多的单位是谁",
  "{place}哪个单位配合最多",
  "《{document}》里谁当责任单位最多",
  "which unit supports the most measures?",
  "who is the responsible unit most often",
]

[parameters]
roles = { type = "role", zh = "角色", many = true }
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
MATCH (u:Unit)-[r:LEADS|RESPONSIBLE_FOR|SUPPORTS]->(m:Measure)
MATCH (d:Document)
WHERE d.id = m.document_id
  AND type(r) IN $roles
  AND (size($documents) = 0 OR d.id IN $documents)
  AND (size($places) = 0 OR d.jurisdiction IN $places)
  AND (size($sections) = 0 OR EXISTS { MATCH (s:Section)-[:HAS_MEASURE]->(m) WHERE s.title IN $sections OR s.number IN $sections })
WITH u.id AS one, count(DISTINCT m.id) AS measures
WITH max(measures) AS most
MATCH (u:Unit)-[r:LEADS|RESPONSIBLE_FOR|SUPPORTS]->(m:Measure)
MATCH (d:Document)
WHERE d.id = m.document_id
  AND type(r) IN $roles
  AND (size($documents) = 0 OR d.id IN $documents)
  AND (size($places) = 0 OR d.jurisdiction IN $places)
  AND (size($sections) = 0 OR EXISTS { MATCH (s:Section)-[:HAS_MEASURE]->(m) WHERE s.title IN $sections OR s.number IN $sections })
WITH most, u, count(DISTINCT m.id) AS measures
WHERE measures = most
MATCH (u)-[r:LEADS|RESPONSIBLE_FOR|SUPPORTS]->(m:Measure)
MATCH (d:Document)
WHERE d.id = m.document_id
  AND type(r) IN $roles
  AND (size($documents) = 0 OR d.id IN $documents)
  AND (size($places) = 0 OR d.jurisdiction IN $places)
  AND (size($sections) = 0 OR EXISTS { MATCH (s:Section)-[:HAS_MEASURE]->(m) WHERE s.title IN $sections OR s.number IN $sections })
RETURN DISTINCT
  u.name AS unit, measures, m.number AS number, m.title AS title, d.title AS document,
  u.id AS unit_id, m.id AS measure_id, d.id AS document_id, m.start AS measure_start, m.`end` AS measure_end
ORDER BY unit_id, document_id, measure_start
