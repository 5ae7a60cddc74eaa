/*
title = "共同牵头最多的单位组合"
show = "table"
sentence = "共同牵头最多的是{unit}等单位，列出{rows}对。"
empty_sentence = "在已载入的文件中，没有共同牵头的单位。"
examples = [
  "哪些单位共同牵头最多？",
  "哪两个单位合作最多",
  "共同牵头的单位组合排名",
  "谁和谁经常一起牵头",
  "联合牵头最频繁的是哪几对",
  "单位之间的协作关系排行",
  "哪几对单位一起牵头的任务最多",
  "共同牵头次数前{number}的组合",
  "部门协作紧密程度排名",
  "{place}哪些单位经常共同牵头",
  "which pairs of units lead together most often?",
  "top {number} pairs of co-leads",
]

[parameters]
documents = { type = "document", zh = "文件", many = true, default = [] }
places = { type = "place", zh = "地方", many = true, default = [] }
top = { type = "number", zh = "最多列出", default = 10 }
first_only = { type = "number", zh = "只要最多的（1）", default = 0 }

[columns]
unit = "单位"
other = "另一单位"
measures = "共同牵头数"
place = "地方"
unit_id = ""
other_id = ""
measure_ids = ""

[answers]
units = "unit other"
count = "unit_id"
*/
MATCH (u:Unit)-[:LEADS]->(m:Measure)<-[:LEADS]-(o:Unit)
MATCH (d:Document)
WHERE u.id < o.id
  AND d.id = m.document_id
  AND (size($documents) = 0 OR d.id IN $documents)
  AND (size($places) = 0 OR d.jurisdiction IN $places)
WITH u.id AS one, o.id AS two, count(DISTINCT m.id) AS times
WITH max(times) AS most
MATCH (u:Unit)-[:LEADS]->(m:Measure)<-[:LEADS]-(o:Unit)
MATCH (d:Document)
WHERE u.id < o.id
  AND d.id = m.document_id
  AND (size($documents) = 0 OR d.id IN $documents)
  AND (size($places) = 0 OR d.jurisdiction IN $places)
WITH most, u, o, count(DISTINCT m.id) AS measures, collect(DISTINCT m.id) AS measure_ids
WHERE $first_only = 0 OR measures = most
RETURN
  u.name AS unit, o.name AS other, measures, u.jurisdiction AS place,
  u.id AS unit_id, o.id AS other_id, measure_ids
ORDER BY measures DESC, unit_id, other_id
LIMIT $top
