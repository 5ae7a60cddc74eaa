/*
title = "两个单位各有其角色的措施"
show = "table"
sentence = "{units}作为{role}单位、{others}作为{other_role}单位的措施有{count}项：{number}。"
empty_sentence = "在已载入的文件中，没有{units}与{others}这样分工的措施。"
examples = [
  "{unit}牵头、{other}共同负责的措施有哪些？",
  "{unit}牵头、{other}配合的任务",
  "由{unit}牵头而{other}是责任单位的是哪几条",
  "{unit}和{other}同为责任单位的措施",
  "责任单位里既有{unit}又有{other}的是哪一项",
  "{unit}与{other}都是配合单位的任务有几项",
  "{unit}负责、{other}协办的工作",
  "牵头单位是{unit}、责任单位有{other}的措施",
  "哪些任务{unit}和{other}都负有责任",
  "which measures does {unit} lead with {other} responsible?",
  "measures led by {unit} and supported by {other}",
]

[parameters]
units = { type = "unit", zh = "单位", many = true }
others = { type = "unit", zh = "另一单位", many = true }
having = { type = "role", zh = "角色", many = true, default = ["lead", "responsible", "supporting"] }
other_having = { type = "role", zh = "另一角色", many = true, default = ["lead", "responsible", "supporting"] }
documents = { type = "document", zh = "文件", many = true, default = [] }
places = { type = "place", zh = "地方", many = true, default = [] }
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
measures = "number"
count = "measure_id"
*/
// The first of those responsible, who leads by rule only, is one of them too.
MATCH (u:Unit)-[r:LEADS|RESPONSIBLE_FOR|SUPPORTS]->(m:Measure)<-[s:LEADS|RESPONSIBLE_FOR|SUPPORTS]-(o:Unit)
MATCH (d:Document)
WHERE u.id IN $units AND o.id IN $others AND u.id <> o.id
  AND (type(r) IN $having OR (type(r) = 'LEADS' AND r.inferred AND 'RESPONSIBLE_FOR' IN $having))
  AND (type(s) IN $other_having OR (type(s) = 'LEADS' AND s.inferred AND 'RESPONSIBLE_FOR' IN $other_having))
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
ORDER BY unit_id, other_id, document_id, m.position, mention_start, other_mention_start
