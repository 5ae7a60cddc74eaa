/*
title = "措施的追责规定"
show = "table"
sentence = "{number}规定：{trigger}，{consequence}。"
empty_sentence = "{measures}没有写明追责后果。"
examples = [
  "{measure}没完成怎么追责？",
  "{measure}规定了什么后果",
  "{measure}的问责条款",
  "{measure}做不好会怎样",
  "违反{measure}要承担什么责任",
  "{measure}有没有追责规定",
  "{measure}对谁问责",
  "{measure}不落实有什么处理",
  "{measure}有几处追责规定",
  "{measure} 问责",
  "what happens if {measure} is not done?",
  "liability under {measure}",
]

[parameters]
measures = { type = "measure", zh = "措施", many = true }

[columns]
number = "编号"
title = "措施"
trigger = "情形"
subject = "对象"
consequence = "后果"
liability = "条款原文"
document = "文件"
liability_id = ""
measure_id = ""
document_id = ""
liability_start = ""
liability_end = ""

[answers]
measures = "number"
count = "liability_id"
*/
MATCH (m:Measure)-[:HAS_LIABILITY]->(l:Liability)
MATCH (d:Document)
WHERE m.id IN $measures
  AND d.id = m.document_id
RETURN
  m.number AS number, m.title AS title, l.trigger AS trigger, l.subject AS subject, l.consequence AS consequence,
  l.text AS liability, d.title AS document,
  l.id AS liability_id, m.id AS measure_id, d.id AS document_id, l.start AS liability_start, l.`end` AS liability_end
ORDER BY document_id, m.position, liability_start, liability_id
