/*
title = "措施涉及的全部单位"
show = "table"
sentence = "{number}涉及{count}个单位（{role:个}）：{unit}。"
empty_sentence = "{measures}没有写明任何单位。"
examples = [
  "{measure}涉及哪些单位？",
  "{measure}的牵头单位和责任单位分别是谁",
  "谁牵头{measure}，谁负责",
  "{measure}都有哪些单位参加",
  "{measure}是怎么分工的",
  "{measure}的责任分工",
  "请列出{measure}的全部单位和角色",
  "跟{measure}有关的部门有哪些？",
  "{measure}涉及多少个单位",
  "{measure} 分工",
  "which units are involved in {measure}?",
  "who does what in {measure}",
]

[parameters]
measures = { type = "measure", zh = "措施", many = true }
roles = { type = "role", zh = "角色", many = true, default = ["lead", "responsible", "supporting"] }
without = { type = "unit", zh = "不算的单位", many = true, default = [] }

[columns]
unit = "单位"
role = "角色"
number = "编号"
title = "措施"
document = "文件"
certainty = "依据"
open_ended = "名单"
as_written = "原文写法"
unit_id = ""
measure_id = ""
document_id = ""
rule = ""
correction = ""
mention_start = ""
mention_end = ""
assignment_start = ""
assignment_end = ""

[answers]
units = "unit"
count = "unit_id"
*/
MATCH (u:Unit)-[r:LEADS|RESPONSIBLE_FOR|SUPPORTS]->(m:Measure)
MATCH (d:Document)
WHERE m.id IN $measures
  AND type(r) IN $roles
  AND NOT u.id IN $without
  AND d.id = m.document_id
RETURN
  u.name AS unit,
  CASE type(r) WHEN 'LEADS' THEN '牵头' WHEN 'SUPPORTS' THEN '配合' ELSE '责任' END AS role,
  m.number AS number, m.title AS title, d.title AS document,
  CASE WHEN r.correction <> '' THEN '更正' WHEN r.implied THEN '隐含' WHEN r.inferred THEN '推断' ELSE '写明' END AS certainty,
  CASE WHEN r.open_ended THEN '未尽列举' ELSE '' END AS open_ended,
  r.as_written AS as_written,
  u.id AS unit_id, m.id AS measure_id, d.id AS document_id, r.rule AS rule, r.correction AS correction,
  r.start AS mention_start, r.`end` AS mention_end,
  r.assignment_start AS assignment_start, r.assignment_end AS assignment_end
ORDER BY document_id, m.position, m.id, assignment_start, role DESC, mention_start, unit_id
