/*
title = "每年、每季、每月要做的事项"
show = "timeline"
sentence = "有{rows}个重复性事项，涉及{count}项措施：{number}。"
empty_sentence = "已载入的文件中没有符合条件的重复性事项。"
examples = [
  "哪些工作每年都要做？",
  "有哪些重复性的任务",
  "每年要完成的事项有哪些",
  "定期要做的工作",
  "哪些措施是年年要办的",
  "{unit}每年要做哪些事",
  "周期性任务清单",
  "哪些任务按月、按季度反复进行",
  "要求每年开展的措施",
  "有多少项措施含有每年要做的事",
  "{place}每年都要做什么",
  "which duties recur every year?",
  "recurring duties of {unit}",
]

[parameters]
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
MATCH (m:Measure)-[:HAS_DEADLINE]->(t:Deadline)
MATCH (d:Document)
WHERE d.id = m.document_id
  AND t.kind = 'recurring'
  AND (size($units) = 0 OR EXISTS {
    MATCH (u:Unit)-[:MEMBER_OF*0..1]->(g:Unit)-[r:LEADS|RESPONSIBLE_FOR|SUPPORTS]->(m)
    WHERE u.id IN $units AND ($through > 0 OR u.id = g.id) AND type(r) IN $roles
  })
  AND (size($documents) = 0 OR d.id IN $documents)
  AND (size($places) = 0 OR d.jurisdiction IN $places)
RETURN
  t.undertaking AS undertaking, t.rrule AS rrule, t.text AS deadline,
  m.number AS number, m.title AS title, d.title AS document,
  t.id AS deadline_id, m.id AS measure_id, d.id AS document_id, t.start AS deadline_start, t.`end` AS deadline_end
ORDER BY document_id, m.position, deadline_start, deadline_id
