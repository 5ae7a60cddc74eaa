/*
title = "单位有某角色而没有另一角色的措施"
show = "table"
sentence = "{units}作为{role}单位而没有另一角色的措施有{count}项：{number}。"
empty_sentence = "在已载入的文件中，没有{units}这样承担的措施。"
examples = [
  "{unit}是责任单位但不牵头的措施有哪些？",
  "点名{unit}为责任单位而非牵头的措施",
  "{unit}不牵头、光当责任单位的是哪条",
  "{unit}只负责不牵头的任务",
  "{unit}作为责任单位而未牵头的是哪一项",
  "{unit}没牵头、只是责任单位的有哪几条",
  "哪些措施{unit}负责却不牵头",
  "责任单位有{unit}而牵头单位没有它的措施",
  "{place}{unit}不牵头只当责任单位的任务几项",
  "《{document}》中{unit}仅为责任单位的措施",
  "{unit}只配合、既不牵头也不负责的措施",
  "{unit}列名却不牵头的任务有几项",
  "{unit}没有牵头、仅作配合单位的是哪几条",
  "which measures is {unit} responsible for but does not lead?",
  "measures where {unit} is only responsible, not lead",
]

[parameters]
units = { type = "unit", zh = "单位", many = true }
having = { type = "role", zh = "有的角色", many = true, default = ["responsible"] }
lacking = { type = "role", zh = "没有的角色", many = true, default = ["lead"] }
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

[answers]
measures = "number"
count = "measure_id"
*/
MATCH (u:Unit)-[:MEMBER_OF*0..1]->(g:Unit)-[r:LEADS|RESPONSIBLE_FOR|SUPPORTS]->(m:Measure)
MATCH (d:Document)
WHERE u.id IN $units
  AND type(r) IN $having
  AND NOT EXISTS { MATCH (x:Unit)-[s:LEADS|RESPONSIBLE_FOR|SUPPORTS]->(m) WHERE x.id = u.id AND type(s) IN $lacking }
  AND ($through > 0 OR u.id = g.id)
  AND d.id = m.document_id
  AND (size($documents) = 0 OR d.id IN $documents)
  AND (size($places) = 0 OR d.jurisdiction IN $places)
  AND (size($within) = 0 OR m.id IN $within)
  AND (size($sections) = 0 OR EXISTS { MATCH (s:Section)-[:HAS_MEASURE]->(m) WHERE s.title IN $sections OR s.number IN $sections })
RETURN
  u.name AS unit,
  CASE type(r) WHEN 'LEADS' THEN '牵头' WHEN 'SUPPORTS' THEN '配合' ELSE '责任' END AS role,
  CASE WHEN u.id = g.id THEN '直接' ELSE '经由' + g.name END AS via,
  m.number AS number, m.title AS title, d.title AS document,
  CASE WHEN r.correction <> '' THEN '更正' WHEN r.implied THEN '隐含' WHEN r.inferred THEN '推断' ELSE '写明' END AS certainty,
  CASE WHEN r.open_ended THEN '未尽列举' ELSE '' END AS open_ended,
  r.as_written AS as_written,
  u.id AS unit_id, g.id AS group_id, m.id AS measure_id, d.id AS document_id, r.rule AS rule, r.correction AS correction,
  r.start AS mention_start, r.`end` AS mention_end,
  r.assignment_start AS assignment_start, r.assignment_end AS assignment_end
ORDER BY unit_id, document_id, m.position, mention_start, group_id
