/*
title = "单位牵头的措施"
show = "table"
sentence = "{units}牵头{count}项措施：{number}。"
empty_sentence = "在已载入的文件中，没有{units}牵头的措施。"
examples = [
  "{unit}牵头哪些措施？",
  "{unit}牵头了哪些工作任务",
  "请列出{unit}作为牵头单位的全部措施",
  "{unit}牵头什么",
  "{unit}都牵头哪几条",
  "哪些任务是{unit}牵头的？",
  "由{unit}牵头负责的有哪些",
  "{unit}是哪些措施的牵头单位？",
  "{unit} 牵头清单",
  "牵头：{unit}",
  "{unit}主办哪些事项",
  "{place}{unit}牵头哪些措施",
  "《{document}》里{unit}牵头了哪几项？",
  "{unit}牵头多少项措施？",
  "which measures does {unit} lead?",
  "list everything led by {unit}",
]

[parameters]
units = { type = "unit", zh = "单位", many = true }
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
MATCH (u:Unit)-[:MEMBER_OF*0..1]->(g:Unit)-[r:LEADS]->(m:Measure)
MATCH (d:Document)
WHERE u.id IN $units
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
