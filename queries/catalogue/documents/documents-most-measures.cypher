/*
title = "措施最多的文件"
show = "table"
sentence = "措施最多的文件是{document}，有{measures}项。"
empty_sentence = "已载入的文件中没有措施。"
examples = [
  "哪份文件措施最多？",
  "措施最多的是哪份文件",
  "哪个方案任务最多",
  "任务最多的文件",
  "哪份文件列的条数最多",
  "哪一份方案的任务最多",
  "条款最多的是哪份文件",
  "{place}哪份文件措施最多",
  "哪份文件最长",
  "which document has the most measures?",
  "the longest plan by number of measures",
]

[parameters]
places = { type = "place", zh = "地方", many = true, default = [] }

[columns]
document = "文件"
place = "地方"
measures = "措施数"
document_id = ""

[answers]
documents = "document"
count = "document_id"
*/
MATCH (e:Measure)
MATCH (f:Document)
WHERE f.id = e.document_id AND (size($places) = 0 OR f.jurisdiction IN $places)
WITH f.id AS one, count(e.id) AS measures
WITH max(measures) AS most
MATCH (m:Measure)
MATCH (d:Document)
WHERE d.id = m.document_id AND (size($places) = 0 OR d.jurisdiction IN $places)
WITH most, d, count(m.id) AS measures
WHERE measures = most
RETURN d.title AS document, d.jurisdiction AS place, measures, d.id AS document_id
ORDER BY document_id
