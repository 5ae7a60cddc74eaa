/*
title = "一段时间内印发的文件"
show = "table"
sentence = "这段时间印发的文件有{count}份：{document}。"
empty_sentence = "已载入的文件中没有这段时间印发的。"
examples = [
  "哪份文件是{since}印发的？",
  "{since}印发了哪些文件",
  "{since}出台的方案有哪些",
  "{since}发的文件",
  "{since}至{until}印发的文件有哪些",
  "成文日期在{since}的文件",
  "{since}发文的是哪几份",
  "{since}下发了几份方案",
  "哪些文件制定于{since}",
  "{since}以后印发的文件有哪些",
  "成文日期早于{until}的文件",
  "which documents were issued in {since}?",
  "documents issued between {since} and {until}",
]

[parameters]
since = { type = "date", zh = "从", default = "1949-10-01" }
until = { type = "date", zh = "到", default = "9999-12-31" }
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
MATCH (d:Document)
WHERE d.loaded AND d.issued_on >= $since AND d.issued_on <= $until
  AND (size($places) = 0 OR d.jurisdiction IN $places)
RETURN d.title AS document, d.number AS document_number, d.issued_on AS issued_on, d.jurisdiction AS place, d.id AS document_id
ORDER BY issued_on, document_id
