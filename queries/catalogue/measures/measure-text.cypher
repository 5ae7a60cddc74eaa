/*
title = "措施的原文"
show = "table"
sentence = "{number}{title}：原文见下。"
empty_sentence = "没有找到{measures}。"
examples = [
  "{measure}是什么内容？",
  "{measure}写了什么",
  "看一下{measure}",
  "{measure}的原文",
  "{measure}具体怎么说的",
  "把{measure}的全文给我",
  "{measure}讲的是什么",
  "{measure}要求做什么",
  "查{measure}",
  "{measure} 内容",
  "what does {measure} say?",
  "show {measure}",
]

[parameters]
measures = { type = "measure", zh = "措施", many = true }

[columns]
number = "编号"
title = "措施"
section = "章节"
text = "原文"
document = "文件"
measure_id = ""
document_id = ""
measure_start = ""
measure_end = ""

[answers]
measures = "number"
count = "measure_id"
*/
MATCH (m:Measure)
MATCH (d:Document)
WHERE m.id IN $measures
  AND d.id = m.document_id
OPTIONAL MATCH (s:Section)-[:HAS_MEASURE]->(m)
RETURN
  m.number AS number, m.title AS title, s.title AS section, m.text AS text, d.title AS document,
  m.id AS measure_id, d.id AS document_id, m.start AS measure_start, m.`end` AS measure_end
ORDER BY document_id, m.position, measure_id
