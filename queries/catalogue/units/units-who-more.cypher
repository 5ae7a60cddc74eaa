/*
title = "两个单位谁的措施多"
show = "table"
sentence = "{units}与{others}相比，{unit}{roles}的措施{standing}，有{total}项。"
empty_sentence = "已载入的文件中没有写到{units}和{others}。"
examples = [
  "{unit}和{other}谁的任务多？",
  "{unit}与{other}比，哪个牵头得多",
  "{unit}和{other}谁牵头得多",
  "{unit}跟{other}比，哪个牵头的多",
  "{unit}与{other}相比，谁牵头的任务更多",
  "{unit} {other} 谁牵头多",
  "谁牵头的措施多，{unit}还是{other}？",
  "{unit}和{other}哪家任务更重",
  "{unit}牵头的是不是比{other}多",
  "{unit}和{other}哪个牵头少",
  "{unit}、{other}两家谁管的事多",
  "论牵头数量，{unit}和{other}哪个更多",
  "{unit}和{other}谁担任责任单位的次数多",
  "which leads more measures, {unit} or {other}?",
  "who has more duties, {unit} or {other}?",
]

[parameters]
units = { type = "unit", zh = "单位", many = true }
others = { type = "unit", zh = "另一单位", many = true }
roles = { type = "role", zh = "角色", many = true, default = ["lead", "responsible", "supporting"] }
documents = { type = "document", zh = "文件", many = true, default = [] }
places = { type = "place", zh = "地方", many = true, default = [] }
fewest = { type = "number", zh = "问谁少（1 是）", default = 0 }

[columns]
unit = "单位"
place = "地方"
standing = "比较"
total = "措施数"
unit_id = ""
measure_ids = ""

[answers]
units = "unit"
*/
MATCH (u:Unit)
WHERE (u.id IN $units OR u.id IN $others) AND (size($places) = 0 OR u.jurisdiction IN $places)
OPTIONAL MATCH (u)-[r:LEADS|RESPONSIBLE_FOR|SUPPORTS]->(m:Measure)<-[:HAS_MEASURE]-(d:Document)
WHERE type(r) IN $roles
  AND (size($documents) = 0 OR d.id IN $documents)
WITH u.id AS one, count(DISTINCT m.id) AS total
WITH max(total) AS most, min(total) AS least
MATCH (u:Unit)
WHERE (u.id IN $units OR u.id IN $others) AND (size($places) = 0 OR u.jurisdiction IN $places)
OPTIONAL MATCH (u)-[r:LEADS|RESPONSIBLE_FOR|SUPPORTS]->(m:Measure)<-[:HAS_MEASURE]-(d:Document)
WHERE type(r) IN $roles
  AND (size($documents) = 0 OR d.id IN $documents)
WITH most, least, u, count(DISTINCT m.id) AS total, collect(DISTINCT m.id) AS measure_ids
WHERE total = CASE WHEN $fewest > 0 THEN least ELSE most END
RETURN
  u.name AS unit, u.jurisdiction AS place,
  CASE WHEN most = least THEN '一样多' WHEN $fewest > 0 THEN '较少' ELSE '较多' END AS standing,
  total, u.id AS unit_id, measure_ids
ORDER BY unit_id
