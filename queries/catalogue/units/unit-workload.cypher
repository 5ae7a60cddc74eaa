/*
title = "各单位承担任务排名"
show = "table"
sentence = "承担任务的单位按牵头数排列，前{rows}个是：{unit}。"
empty_sentence = "已载入的文件中没有写明任何单位的角色。"
examples = [
  "各单位任务量排名",
  "哪些单位任务最多？",
  "按牵头数量给单位排个序",
  "谁的工作量大",
  "各部门承担多少任务",
  "单位工作量统计",
  "每个单位牵头几项、负责几项",
  "任务最重的{number}个单位",
  "前{number}名牵头单位",
  "单位牵头数量排行榜",
  "{place}各单位任务分布",
  "哪些部门负担重",
  "rank units by workload",
  "top {number} units by number of leads",
]

[parameters]
documents = { type = "document", zh = "文件", many = true, default = [] }
places = { type = "place", zh = "地方", many = true, default = [] }
top = { type = "number", zh = "最多列出", default = 1000 }

[columns]
unit = "单位"
place = "地方"
leads = "牵头"
responsible = "责任"
supports = "配合"
total = "合计"
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
RETURN
  u.name AS unit, u.jurisdiction AS place,
  count(DISTINCT CASE WHEN type(r) = 'LEADS' THEN m.id END) AS leads,
  count(DISTINCT CASE WHEN type(r) = 'RESPONSIBLE_FOR' THEN m.id END) AS responsible,
  count(DISTINCT CASE WHEN type(r) = 'SUPPORTS' THEN m.id END) AS supports,
  count(DISTINCT m.id) AS total,
  u.id AS unit_id, collect(DISTINCT m.id) AS measure_ids
ORDER BY leads DESC, total DESC, unit_id
LIMIT $top
