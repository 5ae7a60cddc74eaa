/*
title = "写明追责后果的条款"
show = "table"
sentence = "有{count}项措施写明了追责后果，共{rows}处：{number}。"
empty_sentence = "已载入的文件中没有符合条件的追责条款。"
examples = [
  "有哪些追责条款",
  "哪些措施规定了问责？",
  "不落实会有什么后果",
  "哪些条款写了追究责任",
  "没完成的话怎么追责",
  "{unit}涉及的措施里有哪些问责规定",
  "哪几条说了要约谈、通报",
  "做不好要受什么处理",
  "请列出全部责任追究条款",
  "规定了问责后果的措施有多少项",
  "{place}的方案怎么规定追责",
  "which measures have liability clauses?",
  "what happens if {unit} fails its duties",
]

[parameters]
units = { type = "unit", zh = "单位", many = true, default = [] }
roles = { type = "role", zh = "角色", many = true, default = ["lead", "responsible", "supporting"] }
documents = { type = "document", zh = "文件", many = true, default = [] }
places = { type = "place", zh = "地方", many = true, default = [] }
sections = { type = "words", zh = "章节", many = true, default = [] }
through = { type = "number", zh = "连同所属集体", default = 1 }

[columns]
number = "编号"
title = "措施"
trigger = "情形"
subject = "对象"
consequence = "后果"
liability = "条款原文"
document = "文件"
liability_id = ""
measure_id = ""
document_id = ""
liability_start = ""
liability_end = ""

[answers]
measures = "number"
count = "measure_id"
*/
MATCH (m:Measure)-[:HAS_LIABILITY]->(l:Liability)
MATCH (d:Document)
WHERE d.id = m.document_id
  AND (size($units) = 0 OR EXISTS {
    MATCH (u:Unit)-[:MEMBER_OF*0..1]->(g:Unit)-[r:LEADS|RESPONSIBLE_FOR|SUPPORTS]->(m)
    WHERE u.id IN $units AND ($through > 0 OR u.id = g.id) AND type(r) IN $roles
  })
  AND (size($documents) = 0 OR d.id IN $documents)
  AND (size($places) = 0 OR d.jurisdiction IN $places)
  AND (size($sections) = 0 OR EXISTS { MATCH (s:Section)-[:HAS_MEASURE]->(m) WHERE s.title IN $sections OR s.number IN $sections })
RETURN
  m.number AS number, m.title AS title, l.trigger AS trigger, l.subject AS subject, l.consequence AS consequence,
  l.text AS liability, d.title AS document,
  l.id AS liability_id, m.id AS measure_id, d.id AS document_id, l.start AS liability_start, l.`end` AS liability_end
ORDER BY document_id, m.position, liability_start, liability_id
