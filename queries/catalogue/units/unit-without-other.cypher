/*
title = "一个单位承担而另一个没有承担的措施"
show = "table"
sentence = "{units}作为{role}单位而{others}没有的措施有{count}项：{number}。"
empty_sentence = "在已载入的文件中，没有{units}承担而{others}没有承担的这类措施。"
examples = [
  "{unit}牵头但{other}没有牵头的措施有哪些？",
  "{unit}牵头、{other}不牵头的是哪几条",
  "哪些措施由{unit}牵头而没有{other}牵头",
  "{unit}牵头的措施里不是{other}共同牵头的有哪些",
  "{unit}牵头的措施中，牵头单位不包括{other}的",
  "{unit}牵头却没有{other}的任务",
  "除去和{other}一起牵头的，{unit}还牵头哪些",
  "{unit}牵头而{other}未牵头的措施几项",
  "{unit}牵头但不与{other}共同牵头的工作",
  "牵头单位有{unit}没有{other}的措施",
  "{unit}列为责任单位而{other}没有列的是哪一条",
  "有{unit}负责却没有{other}的措施",
  "which measures does {unit} lead but not {other}?",
  "measures led by {unit} without {other}",
]

[parameters]
units = { type = "unit", zh = "单位", many = true }
others = { type = "unit", zh = "另一单位", many = true }
having = { type = "role", zh = "角色", many = true, default = ["lead"] }
lacking = { type = "role", zh = "另一单位没有的角色", many = true, default = ["lead"] }
documents = { type = "document", zh = "文件", many = true, default = [] }
places = { type = "place", zh = "地方", many = true, default = [] }
within = { type = "measure", zh = "范围", many = true, default = [] }

[columns]
unit = "单位"
role = "角色"
number = "编号"
title = "措施"
document = "文件"
certainty = "依据"
open_ended = "名单"
as_written = "原文写法"
unit_id = ""
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
MATCH (u:Unit)-[r:LEADS|RESPONSIBLE_FOR|SUPPORTS]->(m:Measure)
MATCH (d:Document)
WHERE u.id IN $units
  AND type(r) IN $having
  AND NOT EXISTS {
    MATCH (o:Unit)-[s:LEADS|RESPONSIBLE_FOR|SUPPORTS]->(m) WHERE o.id IN $others AND type(s) IN $lacking
  }
  AND d.id = m.document_id
  AND (size($documents) = 0 OR d.id IN $documents)
  AND (size($places) = 0 OR d.jurisdiction IN $places)
  AND (size($within) = 0 OR m.id IN $within)
RETURN
  u.name AS unit,
  CASE type(r) WHEN 'LEADS' THEN '牵头' WHEN 'SUPPORTS' THEN '配合' ELSE '责任' END AS role,
  m.number AS number, m.title AS title, d.title AS document,
  CASE WHEN r.correction <> '' THEN '更正' WHEN r.implied THEN '隐含' WHEN r.inferred THEN '推断' ELSE '写明' END AS certainty,
  CASE WHEN r.open_ended THEN '未尽列举' ELSE '' END AS open_ended,
  r.as_written AS as_written,
  u.id AS unit_id, m.id AS measure_id, d.id AS document_id, r.rule AS rule, r.correction AS correction,
  r.start AS mention_start, r.`end` AS mention_end,
  r.assignment_start AS assignment_start, r.assignment_end AS assignment_end
ORDER BY unit_id, document_id, m.position, mention_start
