/*
title = "写到某些字词的文件"
show = "table"
sentence = "写到“{words}”的文件有{count}份：{document}。"
empty_sentence = "已载入的文件中没有写到“{words}”的。"
examples = [
  "哪些文件提到了{words}？",
  "{words}出现在哪些文件里",
  "哪份方案写到了{words}",
  "提到{words}的文件有哪些",
  "涉及{words}的是哪一份文件",
  "哪几份文件里有{words}",
  "有几份文件提到{words}",
  "{words}在哪个文件里有",
  "说到{words}的文件是哪份",
  "关于{words}的文件有哪些",
  "which documents mention {words}?",
  "in which plan does {words} appear?",
]

[parameters]
words = { type = "words", zh = "关键词" }
places = { type = "place", zh = "地方", many = true, default = [] }

[columns]
document = "文件"
place = "地方"
number = "编号"
title = "措施"
measure_id = ""
document_id = ""
measure_start = ""
measure_end = ""

[answers]
documents = "document"
count = "document_id"
*/
MATCH (d:Document)
WHERE d.loaded
  AND (size($places) = 0 OR d.jurisdiction IN $places)
OPTIONAL MATCH (m:Measure)
WHERE m.document_id = d.id
  AND (m.title CONTAINS $words OR m.text CONTAINS $words)
WITH d, m
WHERE m.id IS NOT NULL OR d.text CONTAINS $words
RETURN
  d.title AS document, d.jurisdiction AS place, m.number AS number, m.title AS title,
  m.id AS measure_id, d.id AS document_id, m.start AS measure_start, m.`end` AS measure_end
ORDER BY document_id, measure_start, measure_id
