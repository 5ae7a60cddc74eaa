/*
title = "牵头最多的单位"
show = "table"
sentence = "牵头措施最多的单位是{unit}，牵头{leads}项：{number}。"
empty_sentence = "在已载入的文件中，没有写明牵头单位的措施。"
examples = [
  "哪个单位牵头最多？",
  "谁牵头的措施最多",
  "牵头任务最多的是哪个部门",
  "牵头数量第一的单位",
  "哪家单位牵头任务最重",
  "牵头最多的单位是谁，有多少项",
  "哪个部门牵头的事最多",
  "请问牵头措施数量最多的单位",
  "{place}哪个单位牵头最多",
  "《{document}》里谁牵头最多",
  "which unit leads the most measures?",
  "who has the most leads",
]

[parameters]
documents = { type = "document", zh = "文件", many = true, default = [] }
places = { type = "place", zh = "地方", many = true, default = [] }
sections = { type = "words", zh = "章节", many = true, default = [] }

[columns]
unit = "单位"
leads = "牵头数"
number = "编号"
title = "措施"
document = "文件"
certainty = "依据"
unit_id = ""
role = ""
measure_id = ""
document_id = ""
rule = ""
correction = ""
mention_start = ""
mention_end = ""
assignment_start = ""
assignment_end = ""

[answers]
units = "unit"
count = "measure_id"
*/
MATCH (u:Unit)-[:LEADS]->(m:Measure)
MATCH (d:Document)
WHERE d.id = m.document_id
  AND (size($documents) = 0 OR d.id IN $documents)
  AND (size($places) = 0 OR d.jurisdiction IN $places)
  AND (size($sections) = 0 OR EXISTS { MATCH (s:Section)-[:HAS_MEASURE]->(m) WHERE s.title IN $sections OR s.number IN $sections })
WITH u.id AS one, count(DISTINCT m.id) AS leads
WITH max(leads) AS most
MATCH (u:Unit)-[:LEADS]->(m:Measure)
MATCH (d:Document)
WHERE d.id = m.document_id
  AND (size($documents) = 0 OR d.id IN $documents)
  AND (size($places) = 0 OR d.jurisdiction IN $places)
  AND (size($sections) = 0 OR EXISTS { MATCH (s:Section)-[:HAS_MEASURE]->(m) WHERE s.title IN $sections OR s.number IN $sections })
WITH most, u, count(DISTINCT m.id) AS leads
WHERE leads = most
MATCH (u)-[r:LEADS]->(m:Measure)
MATCH (d:Document)
WHERE d.id = m.document_id
  AND (size($documents) = 0 OR d.id IN $documents)
  AND (size($places) = 0 OR d.jurisdiction IN $places)
  AND (size($sections) = 0 OR EXISTS { MATCH (s:Section)-[:HAS_MEASURE]->(m) WHERE s.title IN $sections OR s.number IN $sections })
RETURN
  u.name AS unit, leads, m.number AS number, m.title AS title, d.title AS document,
  CASE WHEN r.correction <> '' THEN '更正' WHEN r.implied THEN '隐含' WHEN r.inferred THEN '推断' ELSE '写明' END AS certainty,
  u.id AS unit_id, '牵头' AS role, m.id AS measure_id, d.id AS document_id, r.rule AS rule, r.correction AS correction,
  r.start AS mention_start, r.`end` AS mention_end,
  r.assignment_start AS assignment_start, r.assignment_end AS assignment_end
ORDER BY unit_id, document_id, m.position, mention_start
