/*
title = "写到某些字词的措施"
show = "table"
sentence = "有{count}项措施写到“{words}”：{number}。"
empty_sentence = "已载入的措施中没有写到“{words}”的。"
examples = [
  "哪些措施提到{words}？",
  "关于{words}的措施有哪些",
  "写到{words}的条款",
  "方案里哪里说了{words}",
  "跟{words}有关的任务",
  "查一下{words}",
  "{words}在第几条",
  "有没有讲{words}的措施",
  "{place}有哪些措施涉及{words}",
  "《{document}》哪几条提到了{words}",
  "提到{words}的措施有多少项",
  "搜索 {words}",
  "which measures mention {words}?",
  "find clauses about {words}",
]

[parameters]
words = { type = "words", zh = "关键词" }
documents = { type = "document", zh = "文件", many = true, default = [] }
places = { type = "place", zh = "地方", many = true, default = [] }
within = { type = "measure", zh = "范围", many = true, default = [] }

[columns]
number = "编号"
title = "措施"
section = "章节"
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
  AND (m.title CONTAINS $words OR m.text CONTAINS $words)
  AND (size($documents) = 0 OR d.id IN $documents)
  AND (size($places) = 0 OR d.jurisdiction IN $places)
  AND (size($within) = 0 OR m.id IN $within)
OPTIONAL MATCH (s:Section)-[:HAS_MEASURE]->(m)
RETURN
  m.number AS number, m.title AS title, s.title AS section, d.title AS document,
  m.id AS measure_id, d.id AS document_id, m.start AS measure_start, m.`end` AS measure_end
ORDER BY document_id, m.position, measure_id
