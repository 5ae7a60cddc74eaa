/*
title = "全部措施"
show = "table"
sentence = "共有{count}项措施：{number}。"
empty_sentence = "已载入的文件中没有措施。"
examples = [
  "一共有多少项措施？",
  "列出全部措施",
  "方案有哪些措施",
  "《{document}》有哪些任务",
  "《{document}》有多少项措施",
  "总共有几条措施",
  "措施清单",
  "都有哪些工作任务",
  "把所有措施列出来",
  "{place}的方案提出了哪些措施",
  "措施目录",
  "措施总数是多少",
  "list all measures",
  "how many measures are there?",
]

[parameters]
documents = { type = "document", zh = "文件", many = true, default = [] }
places = { type = "place", zh = "地方", many = true, default = [] }

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
  AND (size($documents) = 0 OR d.id IN $documents)
  AND (size($places) = 0 OR d.jurisdiction IN $places)
OPTIONAL MATCH (s:Section)-[:HAS_MEASURE]->(m)
RETURN
  m.number AS number, m.title AS title, s.title AS section, d.title AS document,
  m.id AS measure_id, d.id AS document_id, m.start AS measure_start, m.`end` AS measure_end
ORDER BY document_id, m.position, measure_id
