/*
title = "措施的量化目标"
show = "table"
sentence = "{number}的量化目标：{target}。"
empty_sentence = "{measures}没有写明量化目标。"
examples = [
  "{measure}的目标是什么？",
  "{measure}有哪些指标",
  "{measure}要达到多少",
  "{measure}的量化要求",
  "{measure}有没有数字指标",
  "{measure}规定了什么目标值",
  "{measure}要完成多少",
  "{measure}的考核指标",
  "{measure}有几个目标",
  "{measure} 指标",
  "what targets does {measure} set?",
  "figures in {measure}",
]

[parameters]
measures = { type = "measure", zh = "措施", many = true }

[columns]
metric = "指标"
op = "关系"
value = "数值"
value_to = "上限"
measured_in = "计量单位"
target = "目标原文"
number = "编号"
title = "措施"
document = "文件"
target_id = ""
measure_id = ""
document_id = ""
target_start = ""
target_end = ""

[answers]
measures = "number"
count = "target_id"
*/
MATCH (m:Measure)-[:HAS_TARGET]->(t:Target)
MATCH (d:Document)
WHERE m.id IN $measures
  AND d.id = m.document_id
RETURN
  t.metric AS metric,
  CASE t.op WHEN '>=' THEN '不低于' WHEN '<=' THEN '不高于' WHEN 'range' THEN '区间' WHEN 'change' THEN '变化' ELSE '等于' END AS op,
  t.value AS value, t.value_to AS value_to, t.unit AS measured_in, t.text AS target,
  m.number AS number, m.title AS title, d.title AS document,
  t.id AS target_id, m.id AS measure_id, d.id AS document_id, t.start AS target_start, t.`end` AS target_end
ORDER BY document_id, m.position, target_start, target_id
