/*
title = "有事项在一段时间内到期的文件"
show = "table"
sentence = "这段时间有事项到期的文件有{count}份：{document}。"
empty_sentence = "已载入的文件中没有在这段时间到期的事项。"
examples = [
  "哪几份文件有{date}到期的事项？",
  "哪些文件里有任务在{since}至{until}到期",
  "哪份文件含有时限为{date}的措施",
  "有{date}到期任务的是哪几份文件",
  "哪些文件的事项在{date}到期",
  "哪几份方案要求{date}完成",
  "哪份文件里有{since}要完成的任务",
  "哪些文件有{until}要完成的任务",
  "哪几份文件定了{date}的期限",
  "{date}到期的事项出自哪份文件",
  "{place}哪份文件有{date}到期的事项",
  "which documents have something due on {date}?",
  "in which plans does something fall due in {since}",
]

[parameters]
since = { type = "date", zh = "从", default = "1949-10-01" }
until = { type = "date", zh = "到", default = "9999-12-31" }
places = { type = "place", zh = "地方", many = true, default = [] }

[columns]
document = "文件"
place = "地方"
undertaking = "要做的事"
due_on = "到期"
deadline = "时限原文"
number = "编号"
title = "措施"
measure_id = ""
document_id = ""
deadline_start = ""
deadline_end = ""

[answers]
documents = "document"
count = "document_id"
*/
MATCH (m:Measure)-[:HAS_DEADLINE]->(t:Deadline)
MATCH (d:Document)
WHERE d.id = m.document_id
  AND t.kind <> 'recurring' AND t.due_on >= $since AND t.due_on <= $until
  AND (size($places) = 0 OR d.jurisdiction IN $places)
RETURN
  d.title AS document, d.jurisdiction AS place, t.undertaking AS undertaking, t.due_on AS due_on, t.text AS deadline,
  m.number AS number, m.title AS title,
  m.id AS measure_id, d.id AS document_id, t.start AS deadline_start, t.`end` AS deadline_end
ORDER BY document_id, due_on, deadline_start, measure_id
