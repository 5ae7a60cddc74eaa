/*
title = "已载入的文件"
show = "table"
sentence = "已载入{count}份文件：{document}。"
empty_sentence = "还没有载入符合条件的文件。"
examples = [
  "载入了哪些文件？",
  "一共有多少份文件",
  "现在有哪些方案",
  "文件清单",
  "列出全部文件",
  "库里有什么文件",
  "都读了哪些文件",
  "{place}有哪些文件",
  "什么时候载入的这些文件",
  "文件数量是多少",
  "which documents are loaded?",
  "how many documents are there?",
]

[parameters]
places = { type = "place", zh = "地方", many = true, default = [] }

[columns]
document = "文件"
document_number = "发文字号"
place = "地方"
issued_on = "成文日期"
issuers = "发文机关"
period_start = "起始年份"
period_end = "截止年份"
measures = "措施数"
loaded_at = "载入时间"
source = "来源文件"
sha256 = "文件指纹"
document_id = ""

[answers]
documents = "document"
count = "document_id"
*/
MATCH (d:Document)
WHERE d.loaded
  AND (size($places) = 0 OR d.jurisdiction IN $places)
RETURN
  d.title AS document, d.number AS document_number, d.jurisdiction AS place, d.issued_on AS issued_on, d.issuers AS issuers,
  d.period_start AS period_start, d.period_end AS period_end,
  COUNT { MATCH (d)-[:HAS_MEASURE]->(:Measure) } AS measures, d.loaded_at AS loaded_at, d.source AS source,
  d.sha256 AS sha256, d.id AS document_id
ORDER BY document_id
