/*
title = "某日以前应当完成的事项"
show = "timeline"
sentence = "按文件写明的时限，截至{date}（含当日）到期的事项有{rows}项，涉及{count}项措施：{number}。"
empty_sentence = "按文件写明的时限，没有在{date}（含当日）以前到期的事项。"
examples = [
  "{date}前要完成哪些措施？",
  "哪些任务在{date}之前到期",
  "{date}以前应当完成什么",
  "截止{date}的任务有哪些",
  "到{date}为止该办完的事项",
  "{unit}在{date}前要完成哪些事",
  "{unit}牵头的哪些任务{date}前到期？",
  "{date}前到期的有几项",
  "请列出时限不晚于{date}的措施",
  "{date}之前必须完成的工作",
  "{place}{date}前要完成什么",
  "what is due by {date}?",
  "which measures must be finished before {date}",
]

[parameters]
date = { type = "date", zh = "日期" }
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
  AND t.kind <> 'recurring' AND t.due_on <= $date
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
