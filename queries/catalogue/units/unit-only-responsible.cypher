/*
title = "从不牵头的单位"
show = "table"
sentence = "有角色但从不牵头的单位有{count}个：{unit}。"
empty_sentence = "在已载入的文件中，有角色的单位都至少牵头一项。"
examples = [
  "哪些单位从不牵头？",
  "哪些单位只负责不牵头",
  "没有牵头任何措施的单位有哪些",
  "哪些部门一项都没牵头",
  "只当责任单位的是谁",
  "不牵头的单位名单",
  "有没有单位只配合不牵头",
  "哪些单位没有牵头任务",
  "从来不牵头的单位有几个",
  "{place}哪些单位没牵过头",
  "which units never lead?",
  "units without any lead",
]

[parameters]
documents = { type = "document", zh = "文件", many = true, default = [] }
places = { type = "place", zh = "地方", many = true, default = [] }

[columns]
unit = "单位"
place = "地方"
responsible = "责任"
supports = "配合"
unit_id = ""
measure_ids = ""

[answers]
units = "unit"
count = "unit_id"
*/
MATCH (u:Unit)-[r:LEADS|RESPONSIBLE_FOR|SUPPORTS]->(m:Measure)
MATCH (d:Document)
WHERE d.id = m.document_id
  AND (size($documents) = 0 OR d.id IN $documents)
  AND (size($places) = 0 OR d.jurisdiction IN $places)
WITH u,
  count(DISTINCT CASE WHEN type(r) = 'LEADS' THEN m.id END) AS leads,
  count(DISTINCT CASE WHEN type(r) = 'RESPONSIBLE_FOR' THEN m.id END) AS responsible,
  count(DISTINCT CASE WHEN type(r) = 'SUPPORTS' THEN m.id END) AS supports,
  collect(DISTINCT m.id) AS measure_ids
WHERE leads = 0
RETURN u.name AS unit, u.jurisdiction AS place, responsible, supports, u.id AS unit_id, measure_ids
ORDER BY unit_id
