/*
title = "单位在措施中的角色"
show = "table"
sentence = "是。{unit}是{number}的{role}单位（{certainty}，{via}）。"
empty_sentence = "{measures}没有写{units}承担这样的角色。"
examples = [
  "{unit}是不是{measure}的{role}单位？",
  "{measure}是不是由{unit}牵头",
  "{unit}是{measure}的牵头单位吗",
  "{unit}有没有牵头{measure}",
  "{measure}的责任单位包括{unit}吗",
  "{unit}在{measure}里是什么角色",
  "{unit}参与{measure}吗",
  "{measure}跟{unit}有没有关系",
  "凭什么说{unit}牵头{measure}",
  "{unit}是否负责{measure}",
  "does {unit} lead {measure}?",
  "is {unit} responsible for {measure}",
]

[parameters]
units = { type = "unit", zh = "单位", many = true }
measures = { type = "measure", zh = "措施", many = true }
roles = { type = "role", zh = "角色", many = true, default = ["lead", "responsible", "supporting"] }
through = { type = "number", zh = "连同所属集体", default = 1 }

[columns]
unit = "单位"
role = "角色"
number = "编号"
title = "措施"
document = "文件"
via = "方式"
certainty = "依据"
open_ended = "名单"
as_written = "原文写法"
unit_id = ""
group_id = ""
measure_id = ""
document_id = ""
rule = ""
correction = ""
mention_start = ""
mention_end = ""
assignment_start = ""
assignment_end = ""

[answers]
measures = "number"
units = "unit"
*/
MATCH (u:Unit)-[:MEMBER_OF*0..1]->(g:Unit)-[r:LEADS|RESPONSIBLE_FOR|SUPPORTS]->(m:Measure)
MATCH (d:Document)
WHERE u.id IN $units AND m.id IN $measures AND type(r) IN $roles
  AND ($through > 0 OR u.id = g.id)
  AND d.id = m.document_id
RETURN
  u.name AS unit,
  CASE type(r) WHEN 'LEADS' THEN '牵头' WHEN 'SUPPORTS' THEN '配合' ELSE '责任' END AS role,
  m.number AS number, m.title AS title, d.title AS document,
  CASE WHEN u.id = g.id THEN '直接' ELSE '经由' + g.name END AS via,
  CASE WHEN r.correction <> '' THEN '更正' WHEN r.implied THEN '隐含' WHEN r.inferred THEN '推断' ELSE '写明' END AS certainty,
  CASE WHEN r.open_ended THEN '未尽列举' ELSE '' END AS open_ended,
  r.as_written AS as_written,
  u.id AS unit_id, g.id AS group_id, m.id AS measure_id, d.id AS document_id, r.rule AS rule, r.correction AS correction,
  r.start AS mention_start, r.`end` AS mention_end,
  r.assignment_start AS assignment_start, r.assignment_end AS assignment_end
ORDER BY document_id, m.position, measure_id, role DESC, unit_id, mention_start, group_id
