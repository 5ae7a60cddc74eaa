/*
title = "文件的基本情况"
show = "table"
sentence = "{document}：{document_number}，{issuers}，{issued_on}。"
empty_sentence = "没有找到{documents}。"
examples = [
  "{document}印发的是哪份文件？",
  "{document}是哪份文件",
  "《{document}》是什么时候印发的？",
  "{document}的文号是多少",
  "{document}的基本情况",
  "《{document}》管哪几年",
  "{document}的成文日期",
  "介绍一下《{document}》",
  "{document}的发文字号和日期",
  "{document}叫什么名字",
  "这份方案全称是什么",
  "方案叫什么",
  "when was {document} issued?",
  "what is the full title of {document}?",
]

[parameters]
documents = { type = "document", zh = "文件", many = true }

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
*/
MATCH (d:Document)
WHERE d.id IN $documents
RETURN
  d.title AS document, d.number AS document_number, d.jurisdiction AS place, d.issued_on AS issued_on, d.issuers AS issuers,
  d.period_start AS period_start, d.period_end AS period_end,
  COUNT { MATCH (d)-[:HAS_MEASURE]->(:Measure) } AS measures, d.loaded_at AS loaded_at, d.source AS source,
  d.sha256 AS sha256, d.id AS document_id
ORDER BY document_id
