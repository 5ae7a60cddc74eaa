/*
title = "没有时限的文件"
show = "table"
sentence = "通篇没有写明时限的文件有{count}份：{document}。"
empty_sentence = "已载入的文件都写了时限。"
examples = [
  "哪份文件没有写时限？",
  "哪些文件通篇没有时限",
  "没有时限的文件是哪份",
  "哪份方案没写完成时间",
  "哪几份文件没有期限",
  "没写时限的是哪份文件",
  "哪份文件里没有到期日",
  "{place}哪份文件没有时限",
  "不写时限的方案是哪一份",
  "which document sets no deadline?",
  "documents without any deadline",
]

[parameters]
places = { type = "place", zh = "地方", many = true, default = [] }

[columns]
document = "文件"
place = "地方"
document_id = ""

[answers]
documents = "document"
count = "document_id"
*/
MATCH (d:Document)
WHERE d.loaded
  AND (size($places) = 0 OR d.jurisdiction IN $places)
  AND NOT EXISTS { MATCH (m:Measure)-[:HAS_DEADLINE]->(:Deadline) WHERE m.document_id = d.id }
RETURN d.title AS document, d.jurisdiction AS place, d.id AS document_id
ORDER BY document_id
