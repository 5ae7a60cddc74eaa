/*
title = "文件写到的单位"
show = "table"
sentence = "写到角色的单位有{count}个：{unit}。"
empty_sentence = "在已载入的文件中，没有符合条件的单位。"
examples = [
  "一共有哪些单位？",
  "方案涉及哪些部门",
  "有哪些{role}单位",
  "列出全部单位",
  "《{document}》写到了哪些单位",
  "有多少个单位",
  "有多少个{role}单位",
  "都有哪些部门参加",
  "参与的单位名单",
  "{place}有哪些单位承担任务",
  "单位目录",
  "which units are named?",
  "how many {role} units are there?",
]

[parameters]
roles = { type = "role", zh = "角色", many = true, default = ["lead", "responsible", "supporting"] }
documents = { type = "document", zh = "文件", many = true, default = [] }
places = { type = "place", zh = "地方", many = true, default = [] }
sections = { type = "words", zh = "章节", many = true, default = [] }
excepted = { type = "unit", zh = "不算的单位", many = true, default = [] }

[columns]
unit = "单位"
place = "地方"
leads = "牵头"
responsible = "责任"
supports = "配合"
unit_id = ""

[answers]
units = "unit"
count = "unit_id"
*/
MATCH (u:Unit)-[r:LEADS|RESPONSIBLE_FOR|SUPPORTS]->(m:Measure)
MATCH (d:Document)
WHERE d.id = m.document_id
  AND type(r) IN $roles
  AND NOT u.id IN $excepted
  AND (size($documents) = 0 OR d.id IN $documents)
  AND (size($places) = 0 OR d.jurisdiction IN $places)
  AND (size($sections) = 0 OR EXISTS { MATCH (s:Section)-[:HAS_MEASURE]->(m) WHERE s.title IN $sections OR s.number IN $sections })
RETURN
  u.name AS unit, u.jurisdiction AS place,
  count(DISTINCT CASE WHEN type(r) = 'LEADS' THEN m.id END) AS leads,
  count(DISTINCT CASE WHEN type(r) = 'RESPONSIBLE_FOR' THEN m.id END) AS responsible,
  count(DISTINCT CASE WHEN type(r) = 'SUPPORTS' THEN m.id END) AS supports,
  u.id AS unit_id
ORDER BY unit_id
