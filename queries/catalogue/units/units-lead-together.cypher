/*
title = "两个单位共同牵头的措施"
show = "table"
sentence = "{units}与{others}共同牵头{count}项措施：{number}。"
empty_sentence = "在已载入的文件中，没有{units}与{others}共同牵头的措施。"
examples = [
  "{unit}和{other}共同牵头哪些措施？",
  "{unit}与{other}一起牵头的任务有哪些",
  "{unit}、{other}联合牵头了什么",
  "哪些措施由{unit}和{other}共同牵头？",
  "{unit}跟{other}一块儿牵头的是哪几条",
  "同时由{unit}和{other}牵头的措施",
  "{unit}和{other}共同牵头多少项？",
  "请列出{unit}会同{other}牵头的全部措施",
  "{unit}与{other}都是牵头单位的有哪些",
  "{place}{unit}和{other}共同牵头什么",
  "which measures do {unit} and {other} lead together?",
  "measures jointly led by {unit} and {other}",
]

[parameters]
units = { type = "unit", zh = "单位", many = true }
others = { type = "unit", zh = "另一单位", many = true }
documents = { type = "document", zh = "文件", many = true, default = [] }
places = { type = "place", zh = "地方", many = true, default = [] }
within = { type = "measure", zh = "范围", many = true, default = [] }

[columns]
unit = "单位"
other = "另一单位"
number = "编号"
title = "措施"
document = "文件"
certainty = "依据"
unit_id = ""
other_id = ""
measure_id = ""
document_id = ""
role = ""
rule = ""
correction = ""
mention_start = ""
mention_end = ""
assignment_start = ""
assignment_end = ""
other_role = ""
other_mention_start = ""
other_mention_end = ""
other_assignment_start = ""
other_assignment_end = ""

[answers]
measures = "number"
count = "measure_id"
*/
MATCH (u:Unit)-[r:LEADS]->(m:Measure)<-[s:LEADS]-(o:Unit)
MATCH (d:Document)
WHERE u.id IN $units AND o.id IN $others AND u.id <> o.id
  AND NOT EXISTS {
    MATCH (x:Unit)
    WHERE x.id IN $others AND x.jurisdiction = u.jurisdiction AND NOT EXISTS { MATCH (x)-[:LEADS]->(m) }
  }
  AND d.id = m.document_id
  AND (size($documents) = 0 OR d.id IN $documents)
  AND (size($places) = 0 OR d.jurisdiction IN $places)
  AND (size($within) = 0 OR m.id IN $within)
RETURN
  u.name AS unit, o.name AS other, m.number AS number, m.title AS title, d.title AS document,
  CASE WHEN r.correction <> '' OR s.correction <> '' THEN '更正' WHEN r.implied OR s.implied THEN '隐含'
    WHEN r.inferred OR s.inferred THEN '推断' ELSE '写明' END AS certainty,
  u.id AS unit_id, o.id AS other_id, m.id AS measure_id, d.id AS document_id,
  '牵头' AS role, r.rule AS rule, r.correction AS correction, r.start AS mention_start, r.`end` AS mention_end,
  r.assignment_start AS assignment_start, r.assignment_end AS assignment_end,
  '牵头' AS other_role, s.start AS other_mention_start, s.`end` AS other_mention_end,
  s.assignment_start AS other_assignment_start, s.assignment_end AS other_assignment_end
ORDER BY unit_id, other_id, document_id, m.position, mention_start, other_mention_start
