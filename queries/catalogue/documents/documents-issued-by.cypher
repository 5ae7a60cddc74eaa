/*
title = "某单位印发的文件"
show = "table"
sentence = "{units}印发的文件有{count}份：{document}。"
empty_sentence = "已载入的文件中没有{units}印发的。"
examples = [
  "{unit}印发了哪些文件？",
  "{unit}发过什么文件",
  "由{unit}发文的方案有哪些",
  "{unit}出台了哪些方案",
  "{unit}是哪些文件的发文机关",
  "{unit}发了几份文件",
  "落款为{unit}的文件",
  "{unit}制定印发的文件清单",
  "哪些文件是{unit}发的",
  "{unit}下发的文件",
  "which documents did {unit} issue?",
  "documents issued by {unit}",
]

[parameters]
units = { type = "unit", zh = "单位", many = true }

[columns]
document = "文件"
document_number = "发文字号"
issued_on = "成文日期"
unit = "单位"
place = "地方"
unit_id = ""
document_id = ""

[answers]
documents = "document"
count = "document_id"
*/
MATCH (u:Unit)-[:ISSUED]->(d:Document)
WHERE u.id IN $units
RETURN
  d.title AS document, d.number AS document_number, d.issued_on AS issued_on, u.name AS unit, d.jurisdiction AS place,
  u.id AS unit_id, d.id AS document_id
ORDER BY document_id, unit_id
