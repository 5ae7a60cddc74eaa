/*
title = "单位的全部职责台账"
show = "table"
sentence = "{units}共涉及{count}项措施，其中{role:项}（{via:项}）。"
empty_sentence = "在已载入的文件中，没有{units}牵头、负责或配合的措施。"
examples = [
  "{document} {unit}",
  "{unit} {document}",
  "{unit}参与哪些措施",
  "{unit}的任务台账",
  "{unit}要做哪些事？",
  "{unit}有哪些任务",
  "{unit}承担了哪些工作，牵头的、负责的、配合的都要",
  "列出{unit}的全部职责",
  "{unit}在方案里都有什么任务",
  "跟{unit}有关的措施有哪些？",
  "哪些措施涉及{unit}",
  "{unit}的责任清单和时限一起列出来",
  "我们{unit}今年都要干什么",
  "{unit}一共参与多少项措施？",
  "{unit} 台账",
  "{unit}在里面是什么角色",
  "{unit}在{document}里扮演什么角色",
  "{place}{unit}涉及哪些措施",
  "what are all the duties of {unit}?",
  "full ledger of {unit}",
  "which measures involve {unit}",
]

[parameters]
units = { type = "unit", zh = "单位", many = true }
roles = { type = "role", zh = "角色", many = true, default = ["lead", "responsible", "supporting"] }
documents = { type = "document", zh = "文件", many = true, default = [] }
places = { type = "place", zh = "地方", many = true, default = [] }
within = { type = "measure", zh = "范围", many = true, default = [] }
sections = { type = "words", zh = "章节", many = true, default = [] }
through = { type = "number", zh = "连同所属集体", default = 1 }

[columns]
unit = "单位"
role = "角色"
via = "方式"
number = "编号"
title = "措施"
document = "文件"
undertaking = "要做的事"
due_on = "到期"
certainty = "依据"
open_ended = "名单"
as_written = "原文写法"
unit_id = ""
group_id = ""
measure_id = ""
document_id = ""
rule = ""
correction = ""
mention_start = ""
mention_end = ""
assignment_start = ""
assignment_end = ""
deadline_id = ""
deadline_start = ""
deadline_end = ""

[answers]
measures = "number"
count = "measure_id"
*/
MATCH (u:Unit)-[:MEMBER_OF*0..1]->(g:Unit)-[r:LEADS|RESPONSIBLE_FOR|SUPPORTS]->(m:Measure)
MATCH (d:Document)
WHERE u.id IN $units
  AND ($through > 0 OR u.id = g.id)
  AND type(r) IN $roles
  AND d.id = m.document_id
  AND (size($documents) = 0 OR d.id IN $documents)
  AND (size($places) = 0 OR d.jurisdiction IN $places)
  AND (size($within) = 0 OR m.id IN $within)
  AND (size($sections) = 0 OR EXISTS { MATCH (s:Section)-[:HAS_MEASURE]->(m) WHERE s.title IN $sections OR s.number IN $sections })
OPTIONAL MATCH (m)-[:HAS_DEADLINE]->(t:Deadline)
RETURN
  u.name AS unit,
  CASE type(r) WHEN 'LEADS' THEN '牵头' WHEN 'SUPPORTS' THEN '配合' ELSE '责任' END AS role,
  CASE WHEN u.id = g.id THEN '直接' ELSE '经由' + g.name END AS via,
  m.number AS number, m.title AS title, d.title AS document, t.undertaking AS undertaking, t.due_on AS due_on,
  CASE WHEN r.correction <> '' THEN '更正' WHEN r.implied THEN '隐含' WHEN r.inferred THEN '推断' ELSE '写明' END AS certainty,
  CASE WHEN r.open_ended THEN '未尽列举' ELSE '' END AS open_ended,
  r.as_written AS as_written,
  u.id AS unit_id, g.id AS group_id, m.id AS measure_id, d.id AS document_id, r.rule AS rule, r.correction AS correction,
  r.start AS mention_start, r.`end` AS mention_end,
  r.assignment_start AS assignment_start, r.assignment_end AS assignment_end,
  t.id AS deadline_id, t.start AS deadline_start, t.`end` AS deadline_end
ORDER BY unit_id, document_id, role, m.position, mention_start, group_id, deadline_start
