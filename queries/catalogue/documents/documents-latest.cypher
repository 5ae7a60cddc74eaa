/*
title = "最近印发的文件"
show = "table"
sentence = "已载入的文件中，印发最近的是{document}（{issued_on}）。"
empty_sentence = "已载入的文件没有写明成文日期。"
examples = [
  "最新印发的是哪份文件？",
  "哪份文件印发得最晚",
  "最近印发的是哪一份",
  "最新的文件是哪份",
  "最后出台的方案是哪份",
  "哪个文件成文最晚",
  "{place}最新印发的文件",
  "印发时间最晚的文件",
  "最近一份文件是哪份",
  "which document was issued last?",
  "the most recent document",
]

[parameters]
documents = { type = "document", zh = "文件", many = true, default = [] }
places = { type = "place", zh = "地方", many = true, default = [] }

[columns]
document = "文件"
document_number = "发文字号"
issued_on = "成文日期"
place = "地方"
document_id = ""

[answers]
documents = "document"
count = "document_id"
*/
MATCH (e:Document)
WHERE e.loaded AND (size($documents) = 0 OR e.id IN $documents) AND (size($places) = 0 OR e.jurisdiction IN $places)
WITH max(e.issued_on) AS day
MATCH (d:Document)
WHERE d.loaded AND d.issued_on = day AND (size($documents) = 0 OR d.id IN $documents)
  AND (size($places) = 0 OR d.jurisdiction IN $places)
RETURN d.title AS document, d.number AS document_number, d.issued_on AS issued_on, d.jurisdiction AS place, d.id AS document_id
ORDER BY document_id
