/*
title = "没有写明牵头单位的措施"
show = "table"
sentence = "有{count}项措施没有写明牵头单位：{number}。"
empty_sentence = "在已载入的文件中，符合条件的措施都写明了牵头单位。"
examples = [
  "哪些措施没有写明牵头单位？",
  "没有注明牵头单位的措施",
  "哪几条没标明谁牵头",
  "牵头单位不是原文写明的措施",
  "哪些条款没有“牵头单位”字样",
  "未写明牵头单位的有几项",
  "没有明确标出牵头单位的任务",
  "原文没写牵头单位的是哪条",
  "《{document}》哪几条没写明牵头单位",
  "{place}没有写明牵头单位的措施",
  "which measures do not state their lead unit?",
  "measures whose lead is not written",
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
  AND NOT EXISTS { MATCH (:Unit)-[r:LEADS]->(m) WHERE NOT r.inferred }
  AND (size($documents) = 0 OR d.id IN $documents)
  AND (size($places) = 0 OR d.jurisdiction IN $places)
RETURN
  m.number AS number, m.title AS title, d.title AS document,
  m.id AS measure_id, d.id AS document_id, m.start AS measure_start, m.`end` AS measure_end
ORDER BY document_id, m.position, measure_id
