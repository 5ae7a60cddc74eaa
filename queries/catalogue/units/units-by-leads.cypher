/*
title = "按牵头数筛选的单位"
show = "table"
sentence = "符合条件的牵头单位有{count}个：{unit}。"
empty_sentence = "在已载入的文件中，没有符合条件的牵头单位。"
examples = [
  "哪些单位牵头{number}项以上？",
  "牵头{number}项及以上措施的单位",
  "牵头不少于{number}项的部门有哪些",
  "至少牵头{number}项的单位",
  "牵头超过{number}项的单位",
  "只牵头{number}项的单位有哪些",
  "牵头只有{number}项的是哪些单位",
  "牵头不超过{number}项的单位",
  "哪些部门牵头少于{number}项",
  "牵头{number}项以上的单位有几个",
  "{place}哪些单位牵头{number}项以上",
  "which units lead at least {number} measures?",
  "units that lead only {number} measure",
]

[parameters]
at_least = { type = "number", zh = "至少几项", default = 1 }
at_most = { type = "number", zh = "至多几项", default = 1000000 }
documents = { type = "document", zh = "文件", many = true, default = [] }
places = { type = "place", zh = "地方", many = true, default = [] }

[columns]
unit = "单位"
place = "地方"
leads = "牵头数"
unit_id = ""
measure_ids = ""

[answers]
units = "unit"
count = "unit_id"
*/
MATCH (u:Unit)-[:LEADS]->(m:Measure)
MATCH (d:Document)
WHERE d.id = m.document_id
  AND (size($documents) = 0 OR d.id IN $documents)
  AND (size($places) = 0 OR d.jurisdiction IN $places)
WITH u, count(DISTINCT m.id) AS leads, collect(DISTINCT m.id) AS measure_ids
WHERE leads >= $at_least AND leads <= $at_most
RETURN u.name AS unit, u.jurisdiction AS place, leads, u.id AS unit_id, measure_ids
ORDER BY leads DESC, unit_id
