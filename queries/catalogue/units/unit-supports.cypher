/*
title = "单位配合的措施"
show = "table"
sentence = "{units}配合{count}项措施（{via:项}）：{number}。"
empty_sentence = "在已载入的文件中，没有{units}配合的措施。"
examples = [
  "{unit}配合哪些措施？",
  "{unit}要配合做哪些工作",
  "{unit}是哪些任务的配合单位",
  "{unit}协办哪些事项",
  "请列出{unit}参与配合的措施",
  "哪些任务需要{unit}配合",
  "{unit}协助哪些单位的工作任务",
  "{unit}作为配合单位有哪几条",
  "{unit} 配合清单",
  "配合：{unit}",
  "{place}{unit}配合什么工作",
  "which measures does {unit} support?",
  "where is {unit} a supporting unit",
]

[parameters]
units = { type = "unit", zh = "单位", many = true }
documents = { type = "document", zh = "文件", many = true, default = [] }
places = { type = "place", zh = "地方", many = true, default = [] }
within = { type = "measure", zh = "范围", many = true, default = [] }
through = { type = "number", zh = "连同所属集体", default = 1 }

[columns]
unit = "单位"
role = "角色"
via = "方式"
number = "编号"
title = "措施"
document = "文件"
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
count = "measure_id"
*/
MATCH (u:Unit)-[:MEMBER_OF*0..1]->(g:Unit)-[r:SUPPORTS]->(m:Measure)
MATCH (d:Document)
WHERE u.id IN $units
  AND ($through > 0 OR u.id = g.id)
  AND d.id = m.document_id
  AND (size($documents) = 0 OR d.id IN $documents)
  AND (size($places) = 0 OR d.jurisdiction IN $places)
  AND (size($within) = 0 OR m.id IN $within)
RETURN
  u.name AS unit,
  CASE type(r) WHEN 'LEADS' THEN '牵头' WHEN 'SUPPORTS' THEN '配合' ELSE '责任' END AS role,
  CASE WHEN u.id = g.id THEN '直接' ELSE '经由' + g.name END AS via,
  m.number AS number, m.title AS title, d.title AS document,
  CASE WHEN r.correction <> '' THEN '更正' WHEN r.implied THEN '隐含' WHEN r.inferred THEN '推断' ELSE '写明' END AS certainty,
  CASE WHEN r.open_ended THEN '未尽列举' ELSE '' END AS open_ended,
  r.as_written AS as_written,
  u.id AS unit_id, g.id AS group_id, m.id AS measure_id, d.id AS document_id, r.rule AS rule, r.correction AS correction,
  r.start AS mention_start, r.`end` AS mention_end,
  r.assignment_start AS assignment_start, r.assignment_end AS assignment_end
ORDER BY unit_id, document_id, m.position, mention_start, group_id
