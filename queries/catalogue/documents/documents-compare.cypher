/*
title = "两份文件比较"
show = "matrix"
sentence = "比较：{document}；两份文件中有角色的单位共{count}个。"
empty_sentence = "{documents}和{seconds}中没有写明任何单位。"
examples = [
  "比较《{document}》和《{second}》",
  "《{document}》与《{second}》的分工有什么不同？",
  "{document}和{second}对比",
  "两份文件《{document}》《{second}》各由哪些单位牵头",
  "对照{document}与{second}的责任单位",
  "{document}跟{second}哪个牵头单位多",
  "《{document}》和《{second}》都涉及哪些单位",
  "把《{document}》同《{second}》放在一起看",
  "{document}和{second}的差别",
  "{document} 对比 {second}",
  "compare {document} with {second}",
  "differences between {document} and {second}",
]

[parameters]
documents = { type = "document", zh = "文件", many = true }
seconds = { type = "document", zh = "另一文件", many = true }

[columns]
unit = "单位"
document = "文件"
leads = "牵头"
responsible = "责任"
supports = "配合"
place = "地方"
unit_id = ""
document_id = ""
measure_ids = ""

[answers]
units = "unit"
count = "unit_id"
*/
MATCH (u:Unit)-[r:LEADS|RESPONSIBLE_FOR|SUPPORTS]->(m:Measure)
MATCH (d:Document)
WHERE d.id = m.document_id
  AND (d.id IN $documents OR d.id IN $seconds)
RETURN
  u.name AS unit, d.title AS document,
  count(DISTINCT CASE WHEN type(r) = 'LEADS' THEN m.id END) AS leads,
  count(DISTINCT CASE WHEN type(r) = 'RESPONSIBLE_FOR' THEN m.id END) AS responsible,
  count(DISTINCT CASE WHEN type(r) = 'SUPPORTS' THEN m.id END) AS supports,
  u.jurisdiction AS place, u.id AS unit_id, d.id AS document_id, collect(DISTINCT m.id) AS measure_ids
ORDER BY unit, unit_id, document_id
