/*
title = "文件的章节"
show = "table"
sentence = "{document}的章节：{section}。"
empty_sentence = "{documents}没有章节标题。"
examples = [
  "《{document}》有哪些章节？",
  "{document}的目录",
  "{document}分几个部分",
  "{document}的结构",
  "《{document}》的提纲",
  "{document}由哪几部分组成",
  "列出{document}的各级标题",
  "{document}有几章",
  "{document}每个部分有多少项措施",
  "看看{document}的大纲",
  "what is the outline of {document}?",
  "sections of {document}",
]

[parameters]
documents = { type = "document", zh = "文件", many = true }

[columns]
document = "文件"
section_number = "章节编号"
section = "章节"
measures = "措施数"
document_id = ""
section_id = ""
measure_start = ""
measure_end = ""

[answers]
count = "section_id"
*/
MATCH (d:Document)-[:HAS_SECTION]->(s:Section)
WHERE d.id IN $documents
RETURN
  d.title AS document, s.number AS section_number, s.title AS section,
  COUNT { MATCH (s)-[:HAS_MEASURE]->(:Measure) } AS measures,
  d.id AS document_id, s.id AS section_id, s.start AS measure_start, s.`end` AS measure_end
ORDER BY document_id, s.position, section_id
