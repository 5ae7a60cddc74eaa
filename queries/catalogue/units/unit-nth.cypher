/*
title = "按措施数排第几的单位"
show = "table"
sentence = "按{roles}的措施数由{order}排，第{nth}位是{unit}，有{total}项。"
empty_sentence = "按{roles}的措施数排列，没有第{nth}位。"
examples = [
  "牵头任务第{nth}多的是哪家？",
  "牵头措施数排名第{nth}的单位是哪个",
  "牵头数第{nth}多的单位",
  "牵头数量排在第{nth}位的部门",
  "谁牵头的措施第{nth}多",
  "牵头最少的单位是哪个",
  "牵头措施最少的是哪些单位",
  "哪个部门牵头的任务最少",
  "责任任务第{nth}多的单位",
  "牵头排第{nth}名的是谁",
  "牵头数倒数第{nth}的单位",
  "{place}牵头第{nth}多的单位",
  "任务量第{nth}大的单位",
  "which unit leads the {nth} most measures?",
  "which unit leads the fewest measures?",
]

[parameters]
nth = { type = "number", zh = "第几位", default = 1 }
roles = { type = "role", zh = "角色", many = true, default = ["lead"] }
documents = { type = "document", zh = "文件", many = true, default = [] }
places = { type = "place", zh = "地方", many = true, default = [] }
fewest = { type = "number", zh = "由少到多（1 是）", default = 0 }

[columns]
unit = "单位"
place = "地方"
order = "次序"
total = "措施数"
unit_id = ""
measure_ids = ""

[answers]
units = "unit"
*/
MATCH (u:Unit)-[r:LEADS|RESPONSIBLE_FOR|SUPPORTS]->(m:Measure)<-[:HAS_MEASURE]-(d:Document)
WHERE type(r) IN $roles
  AND (size($documents) = 0 OR d.id IN $documents)
  AND (size($places) = 0 OR d.jurisdiction IN $places)
WITH u.id AS one, count(DISTINCT m.id) AS total
WITH collect(DISTINCT total) AS totals
UNWIND totals AS one
UNWIND totals AS other
WITH one, count(DISTINCT CASE WHEN $fewest > 0 AND other < one OR $fewest = 0 AND other > one THEN other END) AS before
WHERE before = $nth - 1
MATCH (u:Unit)-[r:LEADS|RESPONSIBLE_FOR|SUPPORTS]->(m:Measure)<-[:HAS_MEASURE]-(d:Document)
WHERE type(r) IN $roles
  AND (size($documents) = 0 OR d.id IN $documents)
  AND (size($places) = 0 OR d.jurisdiction IN $places)
WITH one, u, count(DISTINCT m.id) AS total, collect(DISTINCT m.id) AS measure_ids
WHERE total = one
RETURN
  u.name AS unit, u.jurisdiction AS place, CASE WHEN $fewest > 0 THEN '少到多' ELSE '多到少' END AS `order`,
  total, u.id AS unit_id, measure_ids
ORDER BY unit_id
