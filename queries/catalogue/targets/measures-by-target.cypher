/*
title = "按目标数值找措施"
show = "table"
sentence = "目标数值不低于{at_least}的措施有{count}项：{number}。"
empty_sentence = "没有目标数值不低于{at_least}的措施。"
examples = [
  "哪些措施的目标值不低于{number}？",
  "指标在{number}以上的措施有哪些",
  "目标数值达到{number}的任务",
  "要求不少于{number}的指标",
  "目标值大于等于{number}的措施",
  "哪些指标定在{number}以上",
  "数值目标{number}及以上的有几项",
  "{unit}的指标里有哪些在{number}以上",
  "列出目标值至少为{number}的条款",
  "{place}哪些目标在{number}以上",
  "which targets are at least {number}?",
  "measures with a target value of {number} or more",
]

[parameters]
at_least = { type = "number", zh = "至少几个" }
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
count = "measure_id"
*/
MATCH (m:Measure)-[:HAS_TARGET]->(t:Target)
MATCH (d:Document)
WHERE d.id = m.document_id
  AND t.value >= $at_least
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
ORDER BY t.value DESC, document_id, m.position, target_start, target_id
