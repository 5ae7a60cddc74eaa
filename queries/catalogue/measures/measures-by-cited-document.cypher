/*
title = "引用某文件的措施"
show = "table"
sentence = "引用“{words}”的措施有{count}项：{number}。"
empty_sentence = "已载入的措施中没有引用“{words}”的。"
examples = [
  "哪些措施引用了《{words}》？",
  "哪几条提到要执行《{words}》",
  "依据《{words}》的措施有哪些",
  "哪些任务要落实{words}",
  "《{words}》在第几条被引用",
  "引用{words}的条款",
  "哪些措施要按照《{words}》办",
  "跟《{words}》挂钩的措施",
  "{words}被哪几条措施引用",
  "有多少项措施引用《{words}》",
  "which measures cite {words}?",
  "clauses that refer to the document {words}",
]

[parameters]
words = { type = "words", zh = "关键词" }
documents = { type = "document", zh = "文件", many = true, default = [] }
places = { type = "place", zh = "地方", many = true, default = [] }

[columns]
number = "编号"
title = "措施"
cited = "被引文件"
cited_number = "文号"
relation = "关系"
document = "文件"
measure_id = ""
document_id = ""
cited_id = ""
citation_start = ""
citation_end = ""

[answers]
measures = "number"
count = "measure_id"
*/
MATCH (m:Measure)-[x:CITES]->(c:Document)
MATCH (d:Document)
WHERE d.id = m.document_id
  AND (c.title CONTAINS $words OR c.number CONTAINS $words)
  AND (size($documents) = 0 OR d.id IN $documents)
  AND (size($places) = 0 OR d.jurisdiction IN $places)
RETURN
  m.number AS number, m.title AS title, c.title AS cited, c.number AS cited_number,
  CASE x.kind WHEN 'basis' THEN '依据' WHEN 'superseded' THEN '废止' ELSE '引用' END AS relation,
  d.title AS document, m.id AS measure_id, d.id AS document_id, c.id AS cited_id,
  x.start AS citation_start, x.`end` AS citation_end
ORDER BY document_id, m.position, citation_start, cited_id
