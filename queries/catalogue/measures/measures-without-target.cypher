/*
title = "没有量化目标的措施"
show = "table"
sentence = "有{count}项措施没有量化目标：{number}。"
empty_sentence = "每项措施都写明了量化目标。"
examples = [
  "哪些措施没有量化目标？",
  "没有数字指标的措施有哪些",
  "哪几条没写指标",
  "缺少可考核目标的任务",
  "哪些工作没有具体数量要求",
  "没有硬指标的措施",
  "没定目标值的条款",
  "没有量化目标的有几项",
  "哪些措施是虚的、没有指标",
  "{place}哪些措施没有量化目标",
  "which measures have no target?",
  "measures without quantitative targets",
]

[parameters]
documents = { type = "document", zh = "文件", many = true, default = [] }
places = { type = "place", zh = "地方", many = true, default = [] }
within = { type = "measure", zh = "范围", many = true, default = [] }
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
  AND NOT EXISTS { MATCH (m)-[:HAS_TARGET]->(:Target) }
  AND (size($documents) = 0 OR d.id IN $documents)
  AND (size($places) = 0 OR d.jurisdiction IN $places)
  AND (size($within) = 0 OR m.id IN $within)
  AND (size($sections) = 0 OR EXISTS { MATCH (s:Section)-[:HAS_MEASURE]->(m) WHERE s.title IN $sections OR s.number IN $sections })
RETURN
  m.number AS number, m.title AS title, d.title AS document,
  m.id AS measure_id, d.id AS document_id, m.start AS measure_start, m.`end` AS measure_end
ORDER BY document_id, m.position, measure_id
