/*
title = "与某单位共同牵头最多的单位"
show = "table"
sentence = "与{units}共同牵头的单位按次数由多到少，列出{count}个：{other}。"
empty_sentence = "在已载入的文件中，没有单位与{units}共同牵头。"
examples = [
  "{unit}和哪些单位共同牵头最多？",
  "谁跟{unit}合作最多",
  "{unit}的牵头搭档有哪些",
  "和{unit}一起牵头的单位都是谁",
  "{unit}最常和谁一起牵头",
  "与{unit}共同牵头的单位排名",
  "{unit}经常跟哪些部门打交道",
  "{unit}有几个共同牵头的单位",
  "请按次数列出与{unit}联合牵头的部门",
  "{unit}的合作单位",
  "which units co-lead with {unit} most often?",
  "partners of {unit}",
]

[parameters]
units = { type = "unit", zh = "单位", many = true }
documents = { type = "document", zh = "文件", many = true, default = [] }
places = { type = "place", zh = "地方", many = true, default = [] }
first_only = { type = "number", zh = "只要最多的（1）", default = 0 }

[columns]
unit = "单位"
other = "另一单位"
measures = "共同牵头数"
unit_id = ""
other_id = ""
measure_ids = ""

[answers]
units = "other"
count = "other_id"
*/
MATCH (u:Unit)-[:LEADS]->(m:Measure)<-[:LEADS]-(o:Unit)
MATCH (d:Document)
WHERE u.id IN $units AND u.id <> o.id
  AND d.id = m.document_id
  AND (size($documents) = 0 OR d.id IN $documents)
  AND (size($places) = 0 OR d.jurisdiction IN $places)
WITH u.id AS one, o.id AS two, count(DISTINCT m.id) AS times
WITH max(times) AS most
MATCH (u:Unit)-[:LEADS]->(m:Measure)<-[:LEADS]-(o:Unit)
MATCH (d:Document)
WHERE u.id IN $units AND u.id <> o.id
  AND d.id = m.document_id
  AND (size($documents) = 0 OR d.id IN $documents)
  AND (size($places) = 0 OR d.jurisdiction IN $places)
WITH most, u, o, count(DISTINCT m.id) AS measures, collect(DISTINCT m.id) AS measure_ids
WHERE $first_only = 0 OR measures = most
RETURN
  u.name AS unit, o.name AS other, measures,
  u.id AS unit_id, o.id AS other_id, measure_ids
ORDER BY measures DESC, unit_id, other_id
