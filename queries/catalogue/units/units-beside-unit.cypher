/*
title = "与某单位同在一项措施的单位"
show = "table"
sentence = "{units}为{role}单位的措施中，{other_role}单位有{count}个：{other}。"
empty_sentence = "{units}承担的措施中没有写这样的单位，或者它没有这样的措施。"
examples = [
  "{unit}配合的措施由谁牵头？",
  "需要{unit}配合的任务，牵头的是哪个单位",
  "有{unit}参与的那件事由谁主办",
  "{unit}负责的措施是谁牵头的",
  "谁牵头、{unit}配合",
  "{unit}当责任单位的那几条，牵头单位是哪家",
  "{unit}牵头的那项任务，还有哪个部门一起负责",
  "{unit}协办的事项是哪些部门牵头",
  "跟{unit}一起当责任单位的有哪些",
  "{unit}给谁打配合",
  "who leads the measures that {unit} supports?",
  "which units are responsible together with {unit}?",
]

[parameters]
units = { type = "unit", zh = "单位", many = true }
having = { type = "role", zh = "角色", many = true, default = ["lead", "responsible", "supporting"] }
other_having = { type = "role", zh = "另一角色", many = true, default = ["lead", "responsible", "supporting"] }
documents = { type = "document", zh = "文件", many = true, default = [] }
places = { type = "place", zh = "地方", many = true, default = [] }
excepted = { type = "unit", zh = "不算的单位", many = true, default = [] }
within = { type = "measure", zh = "范围", many = true, default = [] }

[columns]
unit = "单位"
role = "角色"
other = "另一单位"
other_role = "另一角色"
number = "编号"
title = "措施"
document = "文件"
certainty = "依据"
unit_id = ""
other_id = ""
measure_id = ""
document_id = ""
rule = ""
correction = ""
mention_start = ""
mention_end = ""
assignment_start = ""
assignment_end = ""
other_mention_start = ""
other_mention_end = ""
other_assignment_start = ""
other_assignment_end = ""

[answers]
units = "other"
count = "other_id"
*/
// A measure may be shared out sentence by sentence: only those of the same assignment stand beside a unit.
MATCH (u:Unit)-[r:LEADS|RESPONSIBLE_FOR|SUPPORTS]->(m:Measure)<-[s:LEADS|RESPONSIBLE_FOR|SUPPORTS]-(o:Unit)
MATCH (d:Document)
WHERE u.id IN $units AND u.id <> o.id
  AND r.assignment_start = s.assignment_start
  AND NOT o.id IN $excepted
  AND type(r) IN $having AND type(s) IN $other_having
  AND d.id = m.document_id
  AND (size($documents) = 0 OR d.id IN $documents)
  AND (size($places) = 0 OR d.jurisdiction IN $places)
  AND (size($within) = 0 OR m.id IN $within)
RETURN
  u.name AS unit, CASE type(r) WHEN 'LEADS' THEN '牵头' WHEN 'SUPPORTS' THEN '配合' ELSE '责任' END AS role,
  o.name AS other, CASE type(s) WHEN 'LEADS' THEN '牵头' WHEN 'SUPPORTS' THEN '配合' ELSE '责任' END AS other_role,
  m.number AS number, m.title AS title, d.title AS document,
  CASE WHEN r.correction <> '' OR s.correction <> '' THEN '更正' WHEN r.implied OR s.implied THEN '隐含'
    WHEN r.inferred OR s.inferred THEN '推断' ELSE '写明' END AS certainty,
  u.id AS unit_id, o.id AS other_id, m.id AS measure_id, d.id AS document_id,
  r.rule AS rule, r.correction AS correction, r.start AS mention_start, r.`end` AS mention_end,
  r.assignment_start AS assignment_start, r.assignment_end AS assignment_end,
  s.start AS other_mention_start, s.`end` AS other_mention_end,
  s.assignment_start AS other_assignment_start, s.assignment_end AS other_assignment_end
ORDER BY unit_id, document_id, m.position, measure_id, other_mention_start, mention_start, other_id
