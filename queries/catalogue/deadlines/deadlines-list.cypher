/*
title = "全部时限"
show = "timeline"
sentence = "写明时限的措施有{count}项，共{rows}处：{number}。"
empty_sentence = "在已载入的文件中，没有符合条件的时限。"
examples = [
  "所有的时限有哪些？",
  "哪些措施有完成时限",
  "哪些任务写了时限",
  "列出全部时限",
  "有几项措施写了时限",
  "有时限的措施有哪些",
  "哪几条规定了完成时间",
  "时限清单",
  "时限一览",
  "{place}有哪些时限",
  "写明期限的措施有多少项",
  "{unit}的措施中哪些有时限",
  "list all deadlines",
  "which measures have a deadline?",
]

[parameters]
units = { type = "unit", zh = "单位", many = true, default = [] }
roles = { type = "role", zh = "角色", many = true, default = ["lead", "responsible", "supporting"] }
documents = { type = "document", zh = "文件", many = true, default = [] }
places = { type = "place", zh = "地方", many = true, default = [] }
without = { type = "unit", zh = "不牵头的单位", many = true, default = [] }
within = { type = "measure", zh = "范围", many = true, default = [] }
sections = { type = "words", zh = "章节", many = true, default = [] }
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
  AND (size($units) = 0 OR EXISTS {
    MATCH (u:Unit)-[:MEMBER_OF*0..1]->(g:Unit)-[r:LEADS|RESPONSIBLE_FOR|SUPPORTS]->(m)
    WHERE u.id IN $units AND ($through > 0 OR u.id = g.id) AND type(r) IN $roles
  })
  AND NOT EXISTS { MATCH (x:Unit)-[:LEADS]->(m) WHERE x.id IN $without }
  AND (size($documents) = 0 OR d.id IN $documents)
  AND (size($places) = 0 OR d.jurisdiction IN $places)
  AND (size($within) = 0 OR m.id IN $within)
  AND (size($sections) = 0 OR EXISTS { MATCH (s:Section)-[:HAS_MEASURE]->(m) WHERE s.title IN $sections OR s.number IN $sections })
RETURN
  t.undertaking AS undertaking, t.due_on AS due_on, t.start_on AS start_on,
  CASE t.kind WHEN 'by' THEN '截止' WHEN 'within' THEN '期间' WHEN 'recurring' THEN '重复' WHEN 'ongoing' THEN '长期' ELSE '相对' END AS kind,
  t.text AS deadline, m.number AS number, m.title AS title, d.title AS document,
  t.id AS deadline_id, m.id AS measure_id, d.id AS document_id, t.start AS deadline_start, t.`end` AS deadline_end
ORDER BY due_on, document_id, m.position, deadline_start, deadline_id
