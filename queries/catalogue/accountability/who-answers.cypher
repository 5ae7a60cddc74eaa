/*
title = "措施现在由谁负总责"
show = "table"
sentence = "{number}写明由{unit}{role}，现在对应的单位是{answering}。"
empty_sentence = "{measures}没有写明任何单位。"
examples = [
  "{measure}现在该找谁？",
  "{measure}最终由谁负责",
  "{measure}的牵头单位改革后是谁",
  "{measure}追责该追谁",
  "谁对{measure}负总责",
  "{measure}的责任现在落在哪个单位",
  "机构改革以后{measure}由谁接着做",
  "{measure}出了问题找谁",
  "{measure}目前的责任主体是谁",
  "{measure}原来的牵头单位没了，现在归谁",
  "who answers for {measure} in the end?",
  "who is accountable for {measure} today",
]

[parameters]
measures = { type = "measure", zh = "措施", many = true }
roles = { type = "role", zh = "角色", many = true, default = ["lead"] }
units = { type = "unit", zh = "单位", many = true, default = [] }

[columns]
unit = "单位"
role = "角色"
certainty = "依据"
successor = "现承接单位"
answering = "现在的单位"
reform_on = "承接日期"
reform_basis = "改革依据"
reform_rule = "规则来源"
number = "编号"
title = "措施"
document = "文件"
open_ended = "名单"
as_written = "原文写法"
unit_id = ""
successor_id = ""
measure_id = ""
document_id = ""
rule = ""
correction = ""
mention_start = ""
mention_end = ""
assignment_start = ""
assignment_end = ""

[answers]
units = "answering"
count = "answering"
*/
MATCH (u:Unit)-[r:LEADS|RESPONSIBLE_FOR|SUPPORTS]->(m:Measure)
MATCH (d:Document)
WHERE m.id IN $measures
  AND (size($units) = 0 OR u.id IN $units)
  AND (type(r) IN $roles OR size($units) > 0)
  AND d.id = m.document_id
OPTIONAL MATCH (u)-[s:SUCCEEDED_BY]->(b:Unit)
RETURN
  u.name AS unit, CASE type(r) WHEN 'LEADS' THEN '牵头' WHEN 'SUPPORTS' THEN '配合' ELSE '责任' END AS role,
  CASE WHEN r.correction <> '' THEN '更正' WHEN r.implied THEN '隐含' WHEN r.inferred THEN '推断' ELSE '写明' END AS certainty,
  b.name AS successor, CASE WHEN b.name IS NULL THEN u.name ELSE b.name END AS answering, s.`on` AS reform_on, s.basis AS reform_basis,
  CASE s.rule WHEN 'local' THEN '本地文件' WHEN 'general' THEN '机构改革一般规则' ELSE '' END AS reform_rule,
  m.number AS number, m.title AS title, d.title AS document,
  CASE WHEN r.open_ended THEN '未尽列举' ELSE '' END AS open_ended, r.as_written AS as_written,
  u.id AS unit_id, b.id AS successor_id, m.id AS measure_id, d.id AS document_id, r.rule AS rule, r.correction AS correction,
  r.start AS mention_start, r.`end` AS mention_end,
  r.assignment_start AS assignment_start, r.assignment_end AS assignment_end
ORDER BY document_id, m.position, assignment_start, role DESC, mention_start, unit_id, successor_id
