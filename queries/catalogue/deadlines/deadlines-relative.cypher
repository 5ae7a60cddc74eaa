/*
title = "按某个起点计算的时限"
show = "timeline"
sentence = "按某个起点计算的时限有{rows}个，涉及{count}项措施：{number}。"
empty_sentence = "没有按起点计算的时限。"
examples = [
  "哪些时限是按印发之日起计算的？",
  "多少日内、多少年后这样的时限有哪些",
  "相对时限有哪些",
  "从某个起点算起的时限",
  "哪些任务要在印发后若干天内完成",
  "没有写具体日期、按起点算的时限",
  "实施满几年后才要做的事",
  "{unit}有哪些按起点计算的时限",
  "相对期限一共几个",
  "{place}有哪些相对时限",
  "which deadlines are relative to another date?",
  "deadlines counted from the day of issue",
]

[parameters]
units = { type = "unit", zh = "单位", many = true, default = [] }
roles = { type = "role", zh = "角色", many = true, default = ["lead", "responsible", "supporting"] }
documents = { type = "document", zh = "文件", many = true, default = [] }
places = { type = "place", zh = "地方", many = true, default = [] }
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
  AND t.kind = 'relative'
  AND (size($units) = 0 OR EXISTS {
    MATCH (u:Unit)-[:MEMBER_OF*0..1]->(g:Unit)-[r:LEADS|RESPONSIBLE_FOR|SUPPORTS]->(m)
    WHERE u.id IN $units AND ($through > 0 OR u.id = g.id) AND type(r) IN $roles
  })
  AND (size($documents) = 0 OR d.id IN $documents)
  AND (size($places) = 0 OR d.jurisdiction IN $places)
RETURN
  t.undertaking AS undertaking, t.due_on AS due_on, t.start_on AS start_on,
  CASE t.kind WHEN 'by' THEN '截止' WHEN 'within' THEN '期间' WHEN 'recurring' THEN '重复' WHEN 'ongoing' THEN '长期' ELSE '相对' END AS kind,
  t.text AS deadline, m.number AS number, m.title AS title, d.title AS document,
  t.id AS deadline_id, m.id AS measure_id, d.id AS document_id, t.start AS deadline_start, t.`end` AS deadline_end
ORDER BY due_on, document_id, m.position, deadline_start, deadline_id
