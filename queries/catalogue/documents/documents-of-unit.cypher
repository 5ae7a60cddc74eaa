/*
title = "写到某单位的文件"
show = "table"
sentence = "写到{units}（{roles}）的文件有{count}份：{document}。"
empty_sentence = "已载入的文件中没有写到{units}的角色（{roles}）。"
examples = [
  "哪些文件写到了{unit}？",
  "{unit}出现在哪些文件里",
  "{unit}在哪几份方案中有任务",
  "提到{unit}的文件",
  "{unit}涉及几份文件",
  "哪些方案给{unit}布置了任务",
  "{unit}要看哪些文件",
  "有{unit}任务的文件清单",
  "{unit}的任务来自哪些文件",
  "{unit}在多少份文件里出现",
  "哪份文件里有{unit}牵头的措施",
  "哪几份文件把{unit}列为责任单位",
  "which documents name {unit}?",
  "documents with duties for {unit}",
]

[parameters]
units = { type = "unit", zh = "单位", many = true }
roles = { type = "role", zh = "角色", many = true, default = ["lead", "responsible", "supporting"] }
places = { type = "place", zh = "地方", many = true, default = [] }

[columns]
document = "文件"
place = "地方"
leads = "牵头"
responsible = "责任"
supports = "配合"
unit = "单位"
unit_id = ""
document_id = ""
measure_ids = ""

[answers]
documents = "document"
count = "document_id"
*/
MATCH (u:Unit)-[r:LEADS|RESPONSIBLE_FOR|SUPPORTS]->(m:Measure)
MATCH (d:Document)
WHERE u.id IN $units
  AND type(r) IN $roles
  AND d.id = m.document_id
  AND (size($places) = 0 OR d.jurisdiction IN $places)
RETURN
  d.title AS document, d.jurisdiction AS place,
  count(DISTINCT CASE WHEN type(r) = 'LEADS' THEN m.id END) AS leads,
  count(DISTINCT CASE WHEN type(r) = 'RESPONSIBLE_FOR' THEN m.id END) AS responsible,
  count(DISTINCT CASE WHEN type(r) = 'SUPPORTS' THEN m.id END) AS supports,
  u.name AS unit, u.id AS unit_id, d.id AS document_id, collect(DISTINCT m.id) AS measure_ids
ORDER BY document_id, unit_id
