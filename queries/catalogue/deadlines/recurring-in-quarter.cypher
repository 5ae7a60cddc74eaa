/*
title = "每年某季度要做的事项"
show = "timeline"
sentence = "每逢第{quarter}季度要做的重复性事项有{rows}个，涉及{count}项措施：{number}。"
empty_sentence = "没有写明每逢第{quarter}季度要做的事项。"
examples = [
  "每年第{number}季度要做什么？",
  "第{number}季度有哪些例行工作",
  "每到第{number}季度要办的事",
  "第{number}季度要做的重复性任务",
  "每年{number}季度要完成哪些固定工作",
  "逢第{number}季度开展的措施有哪些",
  "{unit}每年第{number}季度要干什么",
  "第{number}季度的例行事项有几个",
  "{place}每年第{number}季度要做哪些事",
  "按季度看，第{number}季度有什么年年要办的",
  "what recurs every year in quarter {number}?",
  "recurring duties of quarter {number}",
]

[parameters]
quarter = { type = "number", zh = "季度" }
units = { type = "unit", zh = "单位", many = true, default = [] }
roles = { type = "role", zh = "角色", many = true, default = ["lead", "responsible", "supporting"] }
documents = { type = "document", zh = "文件", many = true, default = [] }
places = { type = "place", zh = "地方", many = true, default = [] }
through = { type = "number", zh = "连同所属集体", default = 1 }

[columns]
undertaking = "要做的事"
rrule = "重复规则"
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
count = "measure_id"
*/
UNWIND range(1, 12) AS month
WITH month, toString(month) AS digits
WHERE month > ($quarter - 1) * 3 AND month <= $quarter * 3
MATCH (m:Measure)-[:HAS_DEADLINE]->(t:Deadline)
MATCH (d:Document)
WHERE d.id = m.document_id
  AND t.kind = 'recurring'
  AND (NOT t.rrule STARTS WITH 'FREQ=YEARLY' AND NOT t.rrule CONTAINS 'BYMONTH='
    AND (NOT t.rrule CONTAINS 'INTERVAL=' OR t.rrule =~ 'FREQ=MONTHLY;(.*;)?INTERVAL=[23](;.*)?')
    OR t.rrule =~ ('(.*;)?BYMONTH=([0-9]+,)*' + digits + '([,;].*)?'))
  AND (size($units) = 0 OR EXISTS {
    MATCH (u:Unit)-[:MEMBER_OF*0..1]->(g:Unit)-[r:LEADS|RESPONSIBLE_FOR|SUPPORTS]->(m)
    WHERE u.id IN $units AND ($through > 0 OR u.id = g.id) AND type(r) IN $roles
  })
  AND (size($documents) = 0 OR d.id IN $documents)
  AND (size($places) = 0 OR d.jurisdiction IN $places)
WITH DISTINCT m, t, d
RETURN
  t.undertaking AS undertaking, t.rrule AS rrule, t.text AS deadline,
  m.number AS number, m.title AS title, d.title AS document,
  t.id AS deadline_id, m.id AS measure_id, d.id AS document_id, t.start AS deadline_start, t.`end` AS deadline_end
ORDER BY document_id, m.position, deadline_start, deadline_id
