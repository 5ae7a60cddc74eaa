/*
title = "措施的时限"
show = "timeline"
sentence = "{number}的时限：{undertaking}（{due_on}；原文：{deadline}）。"
empty_sentence = "{measures}没有写明时限。"
examples = [
  "{measure}什么时候完成？",
  "{measure}的时限是什么",
  "{measure}的截止日期",
  "{measure}到哪天为止",
  "{measure}要求何时办完",
  "{measure}有没有时间要求",
  "{measure}什么时候到期",
  "{measure}的完成期限",
  "{measure}有几个时限",
  "{measure} 时限",
  "when is {measure} due?",
  "deadline of {measure}",
]

[parameters]
measures = { type = "measure", zh = "措施", many = true }
times = { type = "words", zh = "时限原文", many = true, default = [] }

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
deadlines = "due_on"
count = "deadline_id"
*/
MATCH (m:Measure)-[:HAS_DEADLINE]->(t:Deadline)
MATCH (d:Document)
WHERE m.id IN $measures
  AND d.id = m.document_id
  AND (size($times) = 0 OR t.text IN $times)
RETURN
  t.undertaking AS undertaking, t.due_on AS due_on, t.start_on AS start_on,
  CASE t.kind WHEN 'by' THEN '截止' WHEN 'within' THEN '期间' WHEN 'recurring' THEN '重复' WHEN 'ongoing' THEN '长期' ELSE '相对' END AS kind,
  t.text AS deadline, m.number AS number, m.title AS title, d.title AS document,
  t.id AS deadline_id, m.id AS measure_id, d.id AS document_id, t.start AS deadline_start, t.`end` AS deadline_end
ORDER BY document_id, m.position, deadline_start, deadline_id
