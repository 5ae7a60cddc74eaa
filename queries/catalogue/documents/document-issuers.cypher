/*
title = "文件由谁印发"
show = "table"
sentence = "{document}由{unit}印发。"
empty_sentence = "{documents}没有写明印发机关。"
examples = [
  "《{document}》是谁发的？",
  "《{document}》由谁印发",
  "{document}是哪个机关印发的",
  "{document}的发文机关",
  "{document}是哪里下发的",
  "谁印发了《{document}》",
  "《{document}》的印发单位有哪些",
  "{document}是谁出台的",
  "{document}的发文单位是哪几家",
  "{document}落款是谁",
  "哪个机关发的《{document}》",
  "who issued {document}?",
  "issuing bodies of {document}",
]

[parameters]
documents = { type = "document", zh = "文件", many = true }

[columns]
unit = "印发机关"
document = "文件"
document_number = "发文字号"
issued_on = "成文日期"
document_id = ""

[answers]
units = "unit"
documents = "document"
count = "unit"
*/
MATCH (d:Document)
WHERE d.id IN $documents
UNWIND d.issuers AS unit
RETURN unit, d.title AS document, d.number AS document_number, d.issued_on AS issued_on, d.id AS document_id
ORDER BY document_id, unit
