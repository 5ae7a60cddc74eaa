/*
title = "某件事的时限"
show = "timeline"
sentence = "写到“{words}”的时限有{rows}个（{due_on}），在{number}。"
empty_sentence = "没有写到“{words}”的时限。"
examples = [
  "{words}什么时候完成？",
  "{words}的时限是什么",
  "{words}要在哪天之前做完",
  "{words}到什么时候为止",
  "{words}的截止日期",
  "什么时候要完成{words}",
  "{words}何时到期",
  "{words}要求几时办好",
  "关于{words}有什么时间要求",
  "《{document}》要求{words}什么时候完成",
  "when must {words} be finished?",
  "deadline for {words}",
]

[parameters]
words = { type = "words", zh = "关键词" }
times = { type = "words", zh = "时限原文", many = true, default = [] }
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
  AND (t.undertaking CONTAINS $words OR t.text CONTAINS $words)
  AND (size($times) = 0 OR t.text IN $times)
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
