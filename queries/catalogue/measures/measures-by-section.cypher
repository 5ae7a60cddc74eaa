/*
title = "某一章节下的措施"
show = "table"
sentence = "“{sections}”章节下有{count}项措施：{number}。"
empty_sentence = "没有标题或编号含“{sections}”的章节下的措施。"
examples = [
  "“{section}”部分有哪些措施？",
  "{section}这一章下面有哪些任务",
  "{section}一节包括哪些措施",
  "{section}部分规定了什么",
  "{section}章节的措施清单",
  "第{section}部分有几项措施",
  "《{document}》的{section}部分有什么",
  "列出{section}这一部分的全部措施",
  "{section}板块下面都有哪几条",
  "{section}篇章里的工作",
  "which measures are in the section {section}?",
  "measures under the heading {section}",
]

[parameters]
sections = { type = "words", zh = "章节", many = true }
documents = { type = "document", zh = "文件", many = true, default = [] }
places = { type = "place", zh = "地方", many = true, default = [] }

[columns]
number = "编号"
title = "措施"
section = "章节"
section_number = "章节编号"
document = "文件"
measure_id = ""
document_id = ""
measure_start = ""
measure_end = ""
section_id = ""

[answers]
measures = "number"
count = "measure_id"
*/
UNWIND $sections AS name
MATCH (s:Section)-[:HAS_MEASURE]->(m:Measure)
MATCH (d:Document)
WHERE d.id = m.document_id
  AND (s.title CONTAINS name OR s.number = name)
  AND (size($documents) = 0 OR d.id IN $documents)
  AND (size($places) = 0 OR d.jurisdiction IN $places)
RETURN DISTINCT
  m.number AS number, m.title AS title, s.title AS section, s.number AS section_number, d.title AS document,
  m.id AS measure_id, d.id AS document_id, m.start AS measure_start, m.`end` AS measure_end, s.id AS section_id
ORDER BY document_id, measure_start, measure_id, section_id
