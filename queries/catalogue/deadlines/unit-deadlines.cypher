/*
title = "单位的全部时限"
show = "timeline"
sentence = "{units}涉及{count}项有时限的措施（{role:项}）：{number}。"
empty_sentence = "{units}涉及的措施都没有写明时限，或没有写到{units}。"
examples = [
  "{unit}有哪些时限？",
  "{unit}的任务什么时候到期",
  "{unit}有哪些截止日期",
  "{unit}什么时候要完成什么",
  "{unit}的时间表",
  "列出{unit}全部任务的完成时限",
  "{unit}的任务分别是哪天截止",
  "{unit}牵头任务的时限",
  "{unit}有时限的任务有几项",
  "{unit} 时限",
  "{place}{unit}的任务都什么时候到期",
  "what are the deadlines of {unit}?",
  "schedule of {unit}",
]

[parameters]
units = { type = "unit", zh = "单位", many = true }
roles = { type = "role", zh = "角色", many = true, default = ["lead", "responsible", "supporting"] }
documents = { type = "document", zh = "文件", many = true, default = [] }
places = { type = "place", zh = "地方", many = true, default = [] }
within = { type = "measure", zh = "范围", many = true, default = [] }
through = { type = "number", zh = "连同所属集体", default = 1 }

[columns]
unit = "单位"
role = "角色"
via = "方式"
undertaking = "要做的事"
due_on = "到期"
start_on = "开始"
kind = "类型"
deadline = "时限原文"
number = "编号"
title = "措施"
document = "文件"
certainty = "依据"
unit_id = ""
group_id = ""
deadline_id = ""
measure_id = ""
document_id = ""
deadline_start = ""
deadline_end = ""
rule = ""
correction = ""
mention_start = ""
mention_end = ""
assignment_start = ""
assignment_end = ""

[answers]
measures = "number"
deadlines = "due_on"
count = "measure_id"
*/
MATCH (u:Unit)-[:MEMBER_OF*0..1]->(g:Unit)-[r:LEADS|RESPONSIBLE_FOR|SUPPORTS]->(m:Measure)-[:HAS_DEADLINE]->(t:Deadline)
MATCH (d:Document)
WHERE u.id IN $units
  AND ($through > 0 OR u.id = g.id)
  AND type(r) IN $roles
  AND d.id = m.document_id
  AND (size($documents) = 0 OR d.id IN $documents)
  AND (size($places) = 0 OR d.jurisdiction IN $places)
  AND (size($within) = 0 OR m.id IN $within)
RETURN
  u.name AS unit, CASE type(r) WHEN 'LEADS' THEN '牵头' WHEN 'SUPPORTS' THEN '配合' ELSE '责任' END AS role,
  CASE WHEN u.id = g.id THEN '直接' ELSE '经由' + g.name END AS via,
  t.undertaking AS undertaking, t.due_on AS due_on, t.start_on AS start_on,
  CASE t.kind WHEN 'by' THEN '截止' WHEN 'within' THEN '期间' WHEN 'recurring' THEN '重复' WHEN 'ongoing' THEN '长期' ELSE '相对' END AS kind,
  t.text AS deadline, m.number AS number, m.title AS title, d.title AS document,
  CASE WHEN r.correction <> '' THEN '更正' WHEN r.implied THEN '隐含' WHEN r.inferred THEN '推断' ELSE '写明' END AS certainty,
  u.id AS unit_id, g.id AS group_id, t.id AS deadline_id, m.id AS measure_id, d.id AS document_id,
  t.start AS deadline_start, t.`end` AS deadline_end, r.rule AS rule, r.correction AS correction,
  r.start AS mention_start, r.`end` AS mention_end,
  r.assignment_start AS assignment_start, r.assignment_end AS assignment_end
ORDER BY due_on, unit_id, document_id, m.position, deadline_start, mention_start, group_id
