/*
title = "没有写明牵头单位的措施"
show = "table"
sentence = "有{count}项措施没有写明牵头单位：{number}。"
empty_sentence = "每项措施都写明了牵头单位。"
examples = [
  "哪些措施没有牵头单位？",
  "没写牵头单位的措施有哪些",
  "哪几条没人牵头",
  "缺牵头单位的任务",
  "哪些工作没有明确由谁牵头",
  "牵头单位空缺的措施",
  "无牵头单位的条款",
  "哪些措施没落实牵头部门",
  "没有牵头单位的有几项",
  "{place}哪些措施没有牵头单位",
  "which measures have no lead?",
  "measures without a lead unit",
]

[parameters]
documents = { type = "document", zh = "文件", many = true, default = [] }
places = { type = "place", zh = "地方", many = true, default = [] }
sections = { type = "words", zh = "章节", many = true, default = [] }

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
  AND NOT EXISTS { MATCH (:Unit)-[:LEADS]->(m) }
  AND (size($documents) = 0 OR d.id IN $documents)
  AND (size($places) = 0 OR d.jurisdiction IN $places)
  AND (size($sections) = 0 OR EXISTS { MATCH (s:Section)-[:HAS_MEASURE]->(m) WHERE s.title IN $sections OR s.number IN $sections })
RETURN
  m.number AS number, m.title AS title, d.title AS document,
  m.id AS measure_id, d.id AS document_id, m.start AS measure_start, m.`end` AS measure_end
ORDER BY document_id, m.position, measure_id
