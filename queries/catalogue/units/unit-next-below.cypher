/*
title = "按措施数排在某单位之后的单位"
show = "table"
sentence = "按{roles}的措施数，排在{units}之后的是{unit}，有{total}项。"
empty_sentence = "按{roles}的措施数，没有单位排在{units}之后。"
examples = [
  "牵头数仅次于{unit}的是哪家？",
  "按牵头任务数排，仅次于{unit}的单位",
  "牵头的措施比{unit}少、排在它后面一位的是谁",
  "除了{unit}，牵头最多的是哪个部门",
  "紧跟在{unit}后面的是哪个单位",
  "任务数仅次于{unit}的部门",
  "牵头数排在{unit}之后的是谁",
  "{place}谁的牵头数仅次于{unit}",
  "which unit comes next after {unit} by measures led?",
  "second only to {unit} in measures led",
]

[parameters]
units = { type = "unit", zh = "单位", many = true }
roles = { type = "role", zh = "角色", many = true, default = ["lead"] }
documents = { type = "document", zh = "文件", many = true, default = [] }
places = { type = "place", zh = "地方", many = true, default = [] }

[columns]
unit = "单位"
place = "地方"
total = "措施数"
unit_id = ""
measure_ids = ""

[answers]
units = "unit"
*/
MATCH (u:Unit)-[r:LEADS|RESPONSIBLE_FOR|SUPPORTS]->(m:Measure)<-[:HAS_MEASURE]-(d:Document)
WHERE u.id IN $units AND type(r) IN $roles
  AND (size($documents) = 0 OR d.id IN $documents)
  AND (size($places) = 0 OR d.jurisdiction IN $places)
WITH u.id AS named, count(DISTINCT m.id) AS own
WITH min(own) AS own
MATCH (u:Unit)-[r:LEADS|RESPONSIBLE_FOR|SUPPORTS]->(m:Measure)<-[:HAS_MEASURE]-(d:Document)
WHERE type(r) IN $roles
  AND (size($documents) = 0 OR d.id IN $documents)
  AND (size($places) = 0 OR d.jurisdiction IN $places)
WITH own, u.id AS named, count(DISTINCT m.id) AS total
WHERE total < own
WITH max(total) AS below
MATCH (u:Unit)-[r:LEADS|RESPONSIBLE_FOR|SUPPORTS]->(m:Measure)<-[:HAS_MEASURE]-(d:Document)
WHERE type(r) IN $roles
  AND (size($documents) = 0 OR d.id IN $documents)
  AND (size($places) = 0 OR d.jurisdiction IN $places)
WITH below, u, count(DISTINCT m.id) AS total, collect(DISTINCT m.id) AS measure_ids
WHERE total = below
RETURN u.name AS unit, u.jurisdiction AS place, total, u.id AS unit_id, measure_ids
ORDER BY unit_id
