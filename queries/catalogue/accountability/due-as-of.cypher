/*
title = "截至某日按文件应当完成的事项及单位"
show = "table"
sentence = "按文件写明的时限，截至{date}（含当日）应当完成的事项涉及{count}项措施：{number}。是否已经完成，这些文件没有记载。"
empty_sentence = "按文件写明的时限，截至{date}（含当日）没有应当完成的事项。"
examples = [
  "截至{date}应当完成的事项有哪些，谁牵头、谁负责？",
  "到{date}哪些任务已经到期",
  "截至{date}逾期的任务",
  "{date}时按文件应该办完的事",
  "截止到{date}，{unit}有哪些任务已经过了时限",
  "{date}已过期限的措施有哪些",
  "按时限到{date}应完成而需要核查的事项",
  "{date}之前到期的任务由谁负责",
  "到{date}为止应完成的有几项",
  "{unit}到{date}应当完成什么",
  "{place}截至{date}应完成的事项和责任单位",
  "what was due as of {date}, and by whom?",
  "overdue as of {date}",
]

[parameters]
date = { type = "date", zh = "日期" }
units = { type = "unit", zh = "单位", many = true, default = [] }
roles = { type = "role", zh = "角色", many = true, default = ["lead", "responsible", "supporting"] }
documents = { type = "document", zh = "文件", many = true, default = [] }
places = { type = "place", zh = "地方", many = true, default = [] }
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
successors = "承接单位"

[answers]
measures = "number"
deadlines = "due_on"
count = "measure_id"
*/
MATCH (m:Measure)-[:HAS_DEADLINE]->(t:Deadline)
MATCH (d:Document)
WHERE t.kind <> 'recurring' AND t.due_on <= $date
  AND d.id = m.document_id
  AND (size($documents) = 0 OR d.id IN $documents)
  AND (size($places) = 0 OR d.jurisdiction IN $places)
MATCH (u:Unit)-[:MEMBER_OF*0..1]->(g:Unit)-[r:LEADS|RESPONSIBLE_FOR|SUPPORTS]->(m)
WHERE type(r) IN $roles
  AND (u.id = g.id OR (u.id IN $units AND $through > 0))
  AND (size($units) = 0 OR u.id IN $units)
OPTIONAL MATCH (u)-[:SUCCEEDED_BY]->(h:Unit)
WITH m, t, d, u, g, r, collect(DISTINCT h.name) AS successors
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
  r.assignment_start AS assignment_start, r.assignment_end AS assignment_end,
  successors
ORDER BY due_on, document_id, m.position, deadline_start, role DESC, mention_start, unit_id, group_id
