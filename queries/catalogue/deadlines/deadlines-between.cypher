/*
title = "一段时间内到期的事项"
show = "timeline"
sentence = "{since}至{until}（含首尾两日）到期的事项有{rows}项，涉及{count}项措施：{number}。"
empty_sentence = "没有在{since}至{until}（含首尾两日）到期的事项。"
examples = [
  "{since}到{until}之间有哪些任务到期？",
  "从{since}到{until}要完成什么",
  "{since}至{until}期间到期的措施",
  "{since}—{until}的时限有哪些",
  "哪些事项在{since}和{until}之间到期",
  "{unit}在{since}到{until}有哪些任务要完成",
  "{since}以后{until}以前要办完的工作",
  "列出{since}至{until}应完成的措施",
  "{since}到{until}到期几项",
  "{place}{since}到{until}要完成的任务",
  "what is due between {since} and {until}?",
  "deadlines from {since} to {until}",
]

[parameters]
since = { type = "date", zh = "起始日期" }
until = { type = "date", zh = "截止日期" }
units = { type = "unit", zh = "单位", many = true, default = [] }
roles = { type = "role", zh = "角色", many = true, default = ["lead", "responsible", "supporting"] }
documents = { type = "document", zh = "文件", many = true, default = [] }
places = { type = "place", zh = "地方", many = true, default = [] }
without = { type = "unit", zh = "不牵头的单位", many = true, default = [] }
within = { type = "measure", zh = "范围", many = true, default = [] }
through = { type = "number", zh = "连同所属集体", default = 1 }

[columns]
undertaking = "要做的事"
due_on = "到期"
start_on = "开始"
kind = "类型"
deadline = "时限原文"
number = "编号"
title = "措施"
document = "文件"
deadline_id = ""
measure_id = ""
document_id = ""
deadline_start = ""
deadline_end = ""

[answers]
measures = "number"
deadlines = "due_on"
count = "measure_id"
*/
MATCH (m:Measure)-[:HAS_DEADLINE]->(t:Deadline)
MATCH (d:Document)
WHERE d.id = m.document_id
  AND t.kind <> 'recurring' AND t.due_on >= $since AND t.due_on <= $until
  AND (size($units) = 0 OR EXISTS {
    MATCH (u:Unit)-[:MEMBER_OF*0..1]->(g:Unit)-[r:LEADS|RESPONSIBLE_FOR|SUPPORTS]->(m)
    WHERE u.id IN $units AND ($through > 0 OR u.id = g.id) AND type(r) IN $roles
  })
  AND NOT EXISTS { MATCH (x:Unit)-[:LEADS]->(m) WHERE x.id IN $without }
  AND (size($documents) = 0 OR d.id IN $documents)
  AND (size($places) = 0 OR d.jurisdiction IN $places)
  AND (size($within) = 0 OR m.id IN $within)
RETURN
  t.undertaking AS undertaking, t.due_on AS due_on, t.start_on AS start_on,
  CASE t.kind WHEN 'by' THEN '截止' WHEN 'within' THEN '期间' WHEN 'recurring' THEN '重复' WHEN 'ongoing' THEN '长期' ELSE '相对' END AS kind,
  t.text AS deadline, m.number AS number, m.title AS title, d.title AS document,
  t.id AS deadline_id, m.id AS measure_id, d.id AS document_id, t.start AS deadline_start, t.`end` AS deadline_end
ORDER BY due_on, document_id, m.position, deadline_start, deadline_id
