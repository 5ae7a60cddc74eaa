/*
title = "没有写明时限的措施"
show = "table"
sentence = "有{count}项措施没有写明时限：{number}。"
empty_sentence = "符合条件的措施都写明了时限。"
examples = [
  "哪些措施没有时限？",
  "没写完成时间的措施有哪些",
  "哪几条没有规定期限",
  "没有截止日期的任务",
  "{unit}有哪些任务没有写时限",
  "哪些工作没有明确什么时候完成",
  "列出未设时限的措施",
  "没有时间要求的有几项",
  "哪些措施没说什么时候办完",
  "{place}没有时限的措施有多少",
  "which measures have no deadline?",
  "measures without a time limit",
]

[parameters]
units = { type = "unit", zh = "单位", many = true, default = [] }
roles = { type = "role", zh = "角色", many = true, default = ["lead", "responsible", "supporting"] }
documents = { type = "document", zh = "文件", many = true, default = [] }
places = { type = "place", zh = "地方", many = true, default = [] }
within = { type = "measure", zh = "范围", many = true, default = [] }
sections = { type = "words", zh = "章节", many = true, default = [] }
through = { type = "number", zh = "连同所属集体", default = 1 }

[columns]
number = "编号"
title = "措施"
document = "文件"
measure_id = ""
document_id = ""
measure_start = ""
measure_end = ""

[answers]
measures = "number"
count = "measure_id"
*/
MATCH (m:Measure)
MATCH (d:Document)
WHERE d.id = m.document_id
  AND NOT EXISTS { MATCH (m)-[:HAS_DEADLINE]->(:Deadline) }
  AND (size($units) = 0 OR EXISTS {
    MATCH (u:Unit)-[:MEMBER_OF*0..1]->(g:Unit)-[r:LEADS|RESPONSIBLE_FOR|SUPPORTS]->(m)
    WHERE u.id IN $units AND ($through > 0 OR u.id = g.id) AND type(r) IN $roles
  })
  AND (size($documents) = 0 OR d.id IN $documents)
  AND (size($places) = 0 OR d.jurisdiction IN $places)
  AND (size($within) = 0 OR m.id IN $within)
  AND (size($sections) = 0 OR EXISTS { MATCH (s:Section)-[:HAS_MEASURE]->(m) WHERE s.title IN $sections OR s.number IN $sections })
RETURN
  m.number AS number, m.title AS title, d.title AS document,
  m.id AS measure_id, d.id AS document_id, m.start AS measure_start, m.`end` AS measure_end
ORDER BY document_id, m.position, measure_id
