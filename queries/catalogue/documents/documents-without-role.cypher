/*
title = "没有某种角色的文件"
show = "table"
sentence = "通篇没有{roles}单位的文件有{count}份：{document}。"
empty_sentence = "已载入的文件都写了{roles}单位。"
examples = [
  "哪份文件没有写明牵头单位？",
  "哪些文件通篇没有牵头单位",
  "没有牵头单位的文件是哪份",
  "哪份方案没写谁牵头",
  "哪几份文件没有牵头单位",
  "没写牵头单位的是哪份文件",
  "哪份文件没有配合单位",
  "通篇没有责任单位的文件",
  "哪份文件里没有单位牵头",
  "{place}哪份文件没有牵头单位",
  "不写牵头单位的方案是哪一份",
  "which document names no lead unit?",
  "documents without a lead unit",
]

[parameters]
roles = { type = "role", zh = "角色", many = true }
places = { type = "place", zh = "地方", many = true, default = [] }

[columns]
document = "文件"
place = "地方"
document_id = ""

[answers]
documents = "document"
count = "document_id"
*/
MATCH (d:Document)
WHERE d.loaded
  AND (size($places) = 0 OR d.jurisdiction IN $places)
  AND NOT EXISTS { MATCH (:Unit)-[r:LEADS|RESPONSIBLE_FOR|SUPPORTS]->(m:Measure) WHERE m.document_id = d.id AND type(r) IN $roles }
RETURN d.title AS document, d.jurisdiction AS place, d.id AS document_id
ORDER BY document_id
