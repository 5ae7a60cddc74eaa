/*
title = "措施最多或最少的文件"
show = "table"
sentence = "措施{standing}的文件是{document}，有{measures}项。"
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
  "几份文件哪一份的措施更多",
  "哪份文件最长",
  "哪份文件措施最少",
  "措施最少的是哪份文件",
  "哪份文件最短",
  "which document has the most measures?",
  "the longest plan by number of measures",
]

[parameters]
documents = { type = "document", zh = "文件", many = true, default = [] }
places = { type = "place", zh = "地方", many = true, default = [] }
fewest = { type = "number", zh = "问最少（1 是）", default = 0 }

[columns]
document = "文件"
place = "地方"
standing = ""
measures = "措施数"
document_id = ""

[answers]
documents = "document"
count = "document_id"
*/
MATCH (e:Measure)
MATCH (f:Document)
WHERE f.id = e.document_id AND (size($documents) = 0 OR f.id IN $documents)
  AND (size($places) = 0 OR f.jurisdiction IN $places)
WITH f.id AS one, count(e.id) AS measures
WITH CASE WHEN $fewest > 0 THEN min(measures) ELSE max(measures) END AS most
MATCH (m:Measure)
MATCH (d:Document)
WHERE d.id = m.document_id AND (size($documents) = 0 OR d.id IN $documents)
  AND (size($places) = 0 OR d.jurisdiction IN $places)
WITH most, d, count(m.id) AS measures
WHERE measures = most
RETURN d.title AS document, d.jurisdiction AS place,
  CASE WHEN $fewest > 0 THEN '最少' ELSE '最多' END AS standing, measures, d.id AS document_id
ORDER BY document_id
