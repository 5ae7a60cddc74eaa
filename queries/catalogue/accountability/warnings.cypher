/*
title = "需要对照原文核对的地方"
show = "table"
sentence = "有{rows}处需要对照原文核对，分布在{document}。"
empty_sentence = "没有需要核对的地方。"
examples = [
  "哪些地方需要核对？",
  "有哪些没读懂的地方",
  "哪些内容拿不准",
  "需要人工核对的段落",
  "解析时有什么警告",
  "《{document}》哪里没有读准",
  "读取不确定的地方有哪些",
  "列出全部待核对项",
  "有没有可能读错的地方",
  "{place}的文件有哪些待核对内容",
  "what needs checking against the paper?",
  "list the warnings",
]

[parameters]
documents = { type = "document", zh = "文件", many = true, default = [] }
places = { type = "place", zh = "地方", many = true, default = [] }

[columns]
message = "说明"
other = "另一种读法"
text = "原文"
document = "文件"
document_id = ""
measure_start = ""
measure_end = ""

[answers]
documents = "document"
count = "document_id"
*/
MATCH (d:Document)-[:HAS_WARNING]->(w:Warning)
WHERE d.loaded
  AND (size($documents) = 0 OR d.id IN $documents)
  AND (size($places) = 0 OR d.jurisdiction IN $places)
RETURN
  w.message AS message, w.other AS other, w.text AS text, d.title AS document,
  d.id AS document_id, w.start AS measure_start, w.`end` AS measure_end
ORDER BY document_id, measure_start, w.id
