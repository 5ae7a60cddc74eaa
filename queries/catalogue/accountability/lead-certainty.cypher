/*
title = "措施的牵头单位是写明还是推断"
show = "table"
sentence = "{number}的牵头单位{unit}，依据：{certainty}。"
empty_sentence = "{measures}没有牵头单位。"
examples = [
  "{measure}的牵头单位是写明的还是推断的？",
  "{measure}的牵头单位是原文写的吗",
  "{measure}的牵头是推断出来的吗",
  "{measure}的牵头单位有没有写明",
  "{measure}的牵头关系确定吗",
  "{measure}的牵头单位依据什么规则得出",
  "{measure}牵头单位可靠吗",
  "{measure}写明牵头单位了吗",
  "is the lead of {measure} written or inferred?",
  "how certain is the lead of {measure}",
]

[parameters]
measures = { type = "measure", zh = "措施", many = true }

[columns]
number = "编号"
title = "措施"
unit = "单位"
role = "角色"
certainty = "依据"
rule = "规则"
document = "文件"
as_written = "原文写法"
unit_id = ""
measure_id = ""
document_id = ""
correction = ""
mention_start = ""
mention_end = ""
assignment_start = ""
assignment_end = ""

[answers]
measures = "number"
units = "unit"
count = "unit_id"
*/
MATCH (u:Unit)-[r:LEADS]->(m:Measure)
MATCH (d:Document)
WHERE m.id IN $measures
  AND d.id = m.document_id
RETURN
  m.number AS number, m.title AS title, u.name AS unit, '牵头' AS role,
  CASE WHEN r.correction <> '' THEN '更正' WHEN r.implied THEN '隐含' WHEN r.inferred THEN '推断' ELSE '写明' END AS certainty,
  r.rule AS rule, d.title AS document, r.as_written AS as_written,
  u.id AS unit_id, m.id AS measure_id, d.id AS document_id, r.correction AS correction,
  r.start AS mention_start, r.`end` AS mention_end,
  r.assignment_start AS assignment_start, r.assignment_end AS assignment_end
ORDER BY document_id, m.position, measure_id, mention_start, unit_id
