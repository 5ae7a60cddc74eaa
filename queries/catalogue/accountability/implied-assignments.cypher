/*
title = "由文件别处带出的单位"
show = "table"
sentence = "有{count}项措施的单位没有印在该条，由文件别处的说明带出：{number}；单位是{unit}。"
empty_sentence = "没有由文件别处带出的单位。"
examples = [
  "哪些单位是隐含的？",
  "没有印在条文里、由说明带出的单位",
  "“以下均需某单位落实、不再列出”涉及哪些措施",
  "隐含的责任单位有哪些",
  "哪些措施还有没列出的单位",
  "{unit}有哪些责任是隐含的",
  "不再重复列出的单位是谁",
  "由总的说明带出的责任",
  "隐含责任涉及几项措施",
  "列出文中未逐条印出的责任单位",
  "which assignments are implied?",
  "units declared elsewhere for these clauses",
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
WHERE r.implied
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
