/*
title = "某项指标的目标值"
show = "table"
sentence = "写到“{words}”的量化目标有{rows}个，在{number}：{target}。"
empty_sentence = "没有写到“{words}”的量化目标。"
examples = [
  "{words}要达到多少？",
  "{words}的目标值是多少",
  "{words}的指标是什么",
  "{words}要求百分之几",
  "对{words}有什么数量要求",
  "{words}不低于多少",
  "{words}的比例要求",
  "关于{words}定了什么指标",
  "{words}要完成几个",
  "《{document}》里{words}的目标是多少",
  "what is the target for {words}?",
  "required figure of {words}",
]

[parameters]
words = { type = "words", zh = "关键词" }
units = { type = "unit", zh = "单位", many = true, default = [] }
roles = { type = "role", zh = "角色", many = true, default = ["lead", "responsible", "supporting"] }
documents = { type = "document", zh = "文件", many = true, default = [] }
places = { type = "place", zh = "地方", many = true, default = [] }
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
*/
MATCH (m:Measure)-[:HAS_TARGET]->(t:Target)
MATCH (d:Document)
WHERE d.id = m.document_id
  AND (t.metric CONTAINS $words OR t.text CONTAINS $words)
  AND (size($units) = 0 OR EXISTS {
    MATCH (u:Unit)-[:MEMBER_OF*0..1]->(g:Unit)-[r:LEADS|RESPONSIBLE_FOR|SUPPORTS]->(m)
    WHERE u.id IN $units AND ($through > 0 OR u.id = g.id) AND type(r) IN $roles
  })
  AND (size($documents) = 0 OR d.id IN $documents)
  AND (size($places) = 0 OR d.jurisdiction IN $places)
RETURN
  t.metric AS metric,
  CASE t.op WHEN '>=' THEN '不低于' WHEN '<=' THEN '不高于' WHEN 'range' THEN '区间' WHEN 'change' THEN '变化' ELSE '等于' END AS op,
  t.value AS value, t.value_to AS value_to, t.unit AS measured_in, t.text AS target,
  m.number AS number, m.title AS title, d.title AS document,
  t.id AS target_id, m.id AS measure_id, d.id AS document_id, t.start AS target_start, t.`end` AS target_end
ORDER BY document_id, m.position, target_start, target_id
