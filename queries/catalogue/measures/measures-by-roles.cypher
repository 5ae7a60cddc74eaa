/*
title = "按有无某种角色找措施"
show = "table"
sentence = "这样的措施有{count}项：{number}。"
empty_sentence = "在已载入的文件中，没有这样的措施。"
examples = [
  "哪些措施没有配合单位？",
  "只有牵头单位、没有配合单位的任务",
  "没人牵头、只写了责任单位的是哪几条",
  "只列了责任单位的措施有哪些",
  "有没有哪条明确写了牵头单位",
  "写明了牵头单位的措施",
  "没有列责任单位的任务有几项",
  "就一家单位扛着、没人牵头也没人配合的",
  "只有{unit}一家、没有列其他部门的措施",
  "{unit}牵头、没有配合单位的任务",
  "写明了牵头单位但牵头的不是{unit}的措施",
  "which measures have a lead but no supporting unit?",
  "measures that name their lead in writing",
]

[parameters]
units = { type = "unit", zh = "单位", many = true, default = [] }
roles = { type = "role", zh = "角色", many = true, default = ["lead", "responsible", "supporting"] }
others = { type = "unit", zh = "另一单位", many = true, default = [] }
other_having = { type = "role", zh = "另一角色", many = true, default = ["lead", "responsible", "supporting"] }
having = { type = "role", zh = "有的角色", many = true, default = [] }
lacking = { type = "role", zh = "没有的角色", many = true, default = [] }
exclusive = { type = "role", zh = "再没有别家的角色", many = true, default = [] }
without = { type = "unit", zh = "没有的单位", many = true, default = [] }
without_roles = { type = "role", zh = "没有的单位的角色", many = true, default = ["lead", "responsible", "supporting"] }
written = { type = "number", zh = "须写明（1 是）", default = 0 }
documents = { type = "document", zh = "文件", many = true, default = [] }
places = { type = "place", zh = "地方", many = true, default = [] }
within = { type = "measure", zh = "范围", many = true, default = [] }
sections = { type = "words", zh = "章节", many = true, default = [] }

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
  AND (size($units) = 0 OR EXISTS {
    MATCH (u:Unit)-[r:LEADS|RESPONSIBLE_FOR|SUPPORTS]->(m) WHERE u.id IN $units AND type(r) IN $roles
  })
  AND NOT EXISTS {
    MATCH (u:Unit)
    WHERE u.id IN $units AND u.jurisdiction = d.jurisdiction
      AND NOT EXISTS { MATCH (u)-[r:LEADS|RESPONSIBLE_FOR|SUPPORTS]->(m) WHERE type(r) IN $roles }
  }
  AND (size($others) = 0 OR EXISTS {
    MATCH (o:Unit)-[r:LEADS|RESPONSIBLE_FOR|SUPPORTS]->(m) WHERE o.id IN $others AND type(r) IN $other_having
  })
  AND (NOT 'LEADS' IN $having OR EXISTS { MATCH (:Unit)-[r:LEADS]->(m) WHERE $written = 0 OR NOT r.inferred })
  AND (NOT 'RESPONSIBLE_FOR' IN $having OR EXISTS { MATCH (:Unit)-[:RESPONSIBLE_FOR]->(m) })
  AND (NOT 'SUPPORTS' IN $having OR EXISTS { MATCH (:Unit)-[:SUPPORTS]->(m) })
  AND NOT EXISTS { MATCH (:Unit)-[r:LEADS|RESPONSIBLE_FOR|SUPPORTS]->(m) WHERE type(r) IN $lacking }
  AND NOT EXISTS { MATCH (x:Unit)-[r:LEADS|RESPONSIBLE_FOR|SUPPORTS]->(m) WHERE x.id IN $without AND type(r) IN $without_roles }
  AND (size($exclusive) = 0 OR EXISTS {
    MATCH (a:Unit)-[r:LEADS|RESPONSIBLE_FOR|SUPPORTS]->(m) WHERE type(r) IN $exclusive
  })
  AND NOT EXISTS {
    MATCH (a:Unit)-[r:LEADS|RESPONSIBLE_FOR|SUPPORTS]->(m)<-[s:LEADS|RESPONSIBLE_FOR|SUPPORTS]-(b:Unit)
    WHERE type(r) IN $exclusive AND type(s) IN $exclusive AND a.id <> b.id
      AND (size($units) = 0 OR NOT b.id IN $units)
  }
  AND (size($documents) = 0 OR d.id IN $documents)
  AND (size($places) = 0 OR d.jurisdiction IN $places)
  AND (size($within) = 0 OR m.id IN $within)
  AND (size($sections) = 0 OR EXISTS { MATCH (s:Section)-[:HAS_MEASURE]->(m) WHERE s.title IN $sections OR s.number IN $sections })
RETURN
  m.number AS number, m.title AS title, d.title AS document,
  m.id AS measure_id, d.id AS document_id, m.start AS measure_start, m.`end` AS measure_end
ORDER BY document_id, m.position, measure_id
