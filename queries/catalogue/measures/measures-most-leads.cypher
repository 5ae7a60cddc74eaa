/*
title = "某种角色的单位最多的措施"
show = "table"
sentence = "{roles}单位最多的措施是{number}，有{count}个{roles}单位：{unit}。"
empty_sentence = "在已载入的文件中，没有写明{roles}单位的措施。"
examples = [
  "哪项措施的牵头单位最多？",
  "牵头单位最多的是哪一条",
  "哪条措施由最多的部门牵头",
  "参与牵头的单位最多的任务",
  "哪项工作牵头部门最多，有几个",
  "牵头最多家的措施",
  "哪一条的牵头名单最长",
  "请问牵头单位数量最多的措施",
  "{place}哪条措施牵头单位最多",
  "责任单位最多的是哪一条",
  "哪条措施的配合单位最多",
  "《{document}》中哪一条牵头单位最多",
  "which measure has the most leads?",
  "measure with the largest number of lead units",
]

[parameters]
roles = { type = "role", zh = "角色", many = true, default = ["lead"] }
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
count = "unit_id"
*/
MATCH (u:Unit)-[r:LEADS|RESPONSIBLE_FOR|SUPPORTS]->(m:Measure)
MATCH (d:Document)
WHERE d.id = m.document_id
  AND type(r) IN $roles
  AND (size($documents) = 0 OR d.id IN $documents)
  AND (size($places) = 0 OR d.jurisdiction IN $places)
  AND (size($within) = 0 OR m.id IN $within)
WITH m.id AS one, count(DISTINCT u.id) AS leads
WITH max(leads) AS most
MATCH (u:Unit)-[r:LEADS|RESPONSIBLE_FOR|SUPPORTS]->(m:Measure)
MATCH (d:Document)
WHERE d.id = m.document_id
  AND type(r) IN $roles
  AND (size($documents) = 0 OR d.id IN $documents)
  AND (size($places) = 0 OR d.jurisdiction IN $places)
  AND (size($within) = 0 OR m.id IN $within)
WITH most, m, d, count(DISTINCT u.id) AS leads
WHERE leads = most
MATCH (u:Unit)-[r:LEADS|RESPONSIBLE_FOR|SUPPORTS]->(m)
WHERE type(r) IN $roles
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
ORDER BY document_id, m.position, measure_id, mention_start, unit_id
