/*
title = "名单没有列尽的措施"
show = "table"
sentence = "有{count}项措施的单位名单没有列尽：{number}。"
empty_sentence = "没有名单未列尽的措施。"
examples = [
  "未尽列举的措施有哪些？",
  "哪些措施的责任单位没有列尽？",
  "写了“等有关部门”的措施有哪些",
  "名单里带“等”字的条款",
  "哪些分工是开放式的",
  "没有写全单位的措施",
  "{unit}的哪些任务名单没列尽",
  "哪几条写着有关部门负责",
  "责任单位不明确、带等字的任务",
  "{place}哪些措施的名单是开口的",
  "which assignments are open-ended?",
  "lists that end in \"and others\"",
]

[parameters]
units = { type = "unit", zh = "单位", many = true, default = [] }
roles = { type = "role", zh = "角色", many = true, default = ["lead", "responsible", "supporting"] }
documents = { type = "document", zh = "文件", many = true, default = [] }
places = { type = "place", zh = "地方", many = true, default = [] }

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
measures = "number"
count = "measure_id"
*/
MATCH (u:Unit)-[r:LEADS|RESPONSIBLE_FOR|SUPPORTS]->(m:Measure)
MATCH (d:Document)
WHERE r.open_ended
  AND type(r) IN $roles
  AND (size($units) = 0 OR u.id IN $units)
  AND d.id = m.document_id
  AND (size($documents) = 0 OR d.id IN $documents)
  AND (size($places) = 0 OR d.jurisdiction IN $places)
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
ORDER BY document_id, m.position, measure_id, assignment_start, role DESC, mention_start, unit_id
