/*
title = "没有写明任何单位的措施"
show = "table"
sentence = "有{count}项措施没有写明任何单位：{number}。"
empty_sentence = "每项措施都写明了至少一个单位。"
examples = [
  "哪些措施没有写任何单位？",
  "没有责任单位也没有牵头单位的措施",
  "哪几条没人管",
  "哪些任务没有分工",
  "没写明由谁来做的措施有哪些",
  "哪些条款没有落实到单位",
  "责任主体空白的措施",
  "一个单位都没写的任务",
  "没有任何单位的措施有几项",
  "{place}哪些措施没有责任主体",
  "which measures have no unit at all?",
  "measures nobody is assigned to",
]

[parameters]
documents = { type = "document", zh = "文件", many = true, default = [] }
places = { type = "place", zh = "地方", many = true, default = [] }

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
  AND NOT EXISTS { MATCH (:Unit)-[:LEADS|RESPONSIBLE_FOR|SUPPORTS]->(m) }
  AND (size($documents) = 0 OR d.id IN $documents)
  AND (size($places) = 0 OR d.jurisdiction IN $places)
RETURN
  m.number AS number, m.title AS title, d.title AS document,
  m.id AS measure_id, d.id AS document_id, m.start AS measure_start, m.`end` AS measure_end
ORDER BY document_id, m.position, measure_id
