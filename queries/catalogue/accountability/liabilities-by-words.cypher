/*
title = "写到某些字词的追责条款"
show = "table"
sentence = "写到“{words}”的追责条款有{rows}处，在{number}。"
empty_sentence = "没有写到“{words}”的追责条款。"
examples = [
  "哪些追责条款规定了{words}？",
  "什么情况下会被{words}",
  "{words}适用于哪些情形",
  "哪些措施写了{words}这样的后果",
  "{words}的追责规定在第几条",
  "出现什么问题要{words}",
  "对{words}怎么规定的追责",
  "哪几条追责条款提到{words}",
  "因为{words}被追责的规定",
  "{place}哪些追责条款规定了{words}",
  "when does {words} apply?",
  "liability clauses mentioning {words}",
]

[parameters]
words = { type = "words", zh = "关键词" }
units = { type = "unit", zh = "单位", many = true, default = [] }
roles = { type = "role", zh = "角色", many = true, default = ["lead", "responsible", "supporting"] }
documents = { type = "document", zh = "文件", many = true, default = [] }
places = { type = "place", zh = "地方", many = true, default = [] }
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
  AND (l.text CONTAINS $words OR l.trigger CONTAINS $words OR l.consequence CONTAINS $words)
  AND (size($units) = 0 OR EXISTS {
    MATCH (u:Unit)-[:MEMBER_OF*0..1]->(g:Unit)-[r:LEADS|RESPONSIBLE_FOR|SUPPORTS]->(m)
    WHERE u.id IN $units AND ($through > 0 OR u.id = g.id) AND type(r) IN $roles
  })
  AND (size($documents) = 0 OR d.id IN $documents)
  AND (size($places) = 0 OR d.jurisdiction IN $places)
RETURN
  m.number AS number, m.title AS title, l.trigger AS trigger, l.subject AS subject, l.consequence AS consequence,
  l.text AS liability, d.title AS document,
  l.id AS liability_id, m.id AS measure_id, d.id AS document_id, l.start AS liability_start, l.`end` AS liability_end
ORDER BY document_id, m.position, liability_start, liability_id
