/*
title = "只有一个牵头单位的措施"
show = "table"
sentence = "只有一个牵头单位的措施有{count}项：{number}。"
empty_sentence = "没有只有一个牵头单位的措施。"
examples = [
  "哪些措施只有一个牵头单位？",
  "由一家单位牵头的措施有哪些",
  "单独牵头的任务",
  "哪几条只有一个部门牵头",
  "牵头单位唯一的措施",
  "哪些工作是独家牵头的",
  "只写了一个牵头单位的条款",
  "没有联合牵头的措施有哪些",
  "只有一个牵头单位的有几项",
  "{place}哪些措施由一个单位牵头",
  "which measures have exactly one lead?",
  "measures with a single lead unit",
]

[parameters]
documents = { type = "document", zh = "文件", many = true, default = [] }
places = { type = "place", zh = "地方", many = true, default = [] }
within = { type = "measure", zh = "范围", many = true, default = [] }
sections = { type = "words", zh = "章节", many = true, default = [] }

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
MATCH (u:Unit)-[r:LEADS]->(m:Measure)
MATCH (d:Document)
WHERE d.id = m.document_id
  AND NOT EXISTS { MATCH (x:Unit)-[:LEADS]->(m) WHERE x.id <> u.id }
  AND (size($documents) = 0 OR d.id IN $documents)
  AND (size($places) = 0 OR d.jurisdiction IN $places)
  AND (size($within) = 0 OR m.id IN $within)
  AND (size($sections) = 0 OR EXISTS { MATCH (s:Section)-[:HAS_MEASURE]->(m) WHERE s.title IN $sections OR s.number IN $sections })
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
ORDER BY document_id, m.position, measure_id, mention_start
