/*
title = "单位各角色的任务数"
show = "number"
sentence = "{unit}（{place}）：牵头{leads}项，作为责任单位{responsible}项，配合{supports}项；另经由所属集合{through}项；合计涉及{total}项措施。"
empty_sentence = "在已载入的文件中，没有写到{units}的角色。"
examples = [
  "{unit}一共承担多少项任务？",
  "{unit}牵头几项、负责几项、配合几项",
  "{unit}的任务数量统计",
  "{unit}各种角色分别有多少项",
  "{unit}总共涉及多少条",
  "{unit}任务多不多",
  "统计{unit}的工作量",
  "{unit}牵头和负责的措施各有几项",
  "{unit}身上有多少任务",
  "{place}{unit}合计承担多少项工作",
  "how many duties does {unit} have in each role?",
  "count the duties of {unit}",
]

[parameters]
units = { type = "unit", zh = "单位", many = true }
documents = { type = "document", zh = "文件", many = true, default = [] }
places = { type = "place", zh = "地方", many = true, default = [] }
through = { type = "number", zh = "连同所属集体", default = 1 }

[columns]
unit = "单位"
place = "地方"
leads = "牵头"
responsible = "责任"
supports = "配合"
through = "经由集合"
total = "合计"
unit_id = ""
measure_ids = ""

[answers]
count = "total"
*/
MATCH (u:Unit)-[:MEMBER_OF*0..1]->(g:Unit)-[r:LEADS|RESPONSIBLE_FOR|SUPPORTS]->(m:Measure)
MATCH (d:Document)
WHERE u.id IN $units
  AND ($through > 0 OR u.id = g.id)
  AND d.id = m.document_id
  AND (size($documents) = 0 OR d.id IN $documents)
  AND (size($places) = 0 OR d.jurisdiction IN $places)
RETURN
  u.name AS unit, u.jurisdiction AS place,
  count(DISTINCT CASE WHEN u.id = g.id AND type(r) = 'LEADS' THEN m.id END) AS leads,
  count(DISTINCT CASE WHEN u.id = g.id AND type(r) = 'RESPONSIBLE_FOR' THEN m.id END) AS responsible,
  count(DISTINCT CASE WHEN u.id = g.id AND type(r) = 'SUPPORTS' THEN m.id END) AS supports,
  count(DISTINCT CASE WHEN u.id <> g.id THEN m.id END) AS through,
  count(DISTINCT m.id) AS total,
  u.id AS unit_id, collect(DISTINCT m.id) AS measure_ids
ORDER BY unit_id
