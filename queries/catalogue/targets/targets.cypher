/*
title = "写明量化目标的措施"
show = "table"
sentence = "有{count}项措施写明了量化目标，共{rows}个：{number}。"
empty_sentence = "已载入的文件中没有符合条件的量化目标。"
examples = [
  "哪些措施有量化目标？",
  "方案定了哪些指标",
  "有具体数字要求的措施有哪些",
  "列出所有量化指标",
  "{unit}要完成哪些指标",
  "{unit}的任务里有什么硬指标",
  "哪几条写了百分比或者数量要求",
  "有哪些可考核的目标",
  "目标值都是多少",
  "有量化目标的措施有几项",
  "{place}的目标有哪些",
  "which measures have targets?",
  "list all quantitative targets",
]

[parameters]
units = { type = "unit", zh = "单位", many = true, default = [] }
roles = { type = "role", zh = "角色", many = true, default = ["lead", "responsible", "supporting"] }
documents = { type = "document", zh = "文件", many = true, default = [] }
places = { type = "place", zh = "地方", many = true, default = [] }
sections = { type = "words", zh = "章节", many = true, default = [] }
through = { type = "number", zh = "连同所属集体", default = 1 }

[columns]
metric = "指标"
op = "关系"
value = "数值"
value_to = "上限"
measured_in = "计量单位"
target = "目标原文"
number = "编号"
title = "措施"
document = "文件"
target_id = ""
measure_id = ""
document_id = ""
target_start = ""
target_end = ""

[answers]
measures = "number"
count = "measure_id"
*/
MATCH (m:Measure)-[:HAS_TARGET]->(t:Target)
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
  t.metric AS metric,
  CASE t.op WHEN '>=' THEN '不低于' WHEN '<=' THEN '不高于' WHEN 'range' THEN '区间' WHEN 'change' THEN '变化' ELSE '等于' END AS op,
  t.value AS value, t.value_to AS value_to, t.unit AS measured_in, t.text AS target,
  m.number AS number, m.title AS title, d.title AS document,
  t.id AS target_id, m.id AS measure_id, d.id AS document_id, t.start AS target_start, t.`end` AS target_end
ORDER BY document_id, m.position, target_start, target_id
