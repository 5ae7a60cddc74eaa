/*
title = "集合单位的成员"
show = "table"
sentence = "{units}包括{count}个成员：{other}。"
empty_sentence = "{units}没有已知的成员：它不是集合，或者文件没有列明。"
examples = [
  "{unit}包括哪些单位？",
  "{unit}都有谁",
  "{unit}指的是哪些部门",
  "{unit}的成员单位有哪些",
  "{unit}具体是哪几家",
  "哪些单位属于{unit}",
  "{unit}里有多少个单位",
  "请列出{unit}的组成",
  "{unit}包含谁",
  "{unit} 成员",
  "which bodies make up {unit}?",
  "members of {unit}",
]

[parameters]
units = { type = "unit", zh = "单位", many = true }

[columns]
unit = "单位"
other = "成员"
reform_rule = "规则来源"
source = "数据来源"
unit_id = ""
other_id = ""

[answers]
units = "other"
count = "other_id"
*/
MATCH (o:Unit)-[b:MEMBER_OF]->(u:Unit)
WHERE u.id IN $units
RETURN
  u.name AS unit, o.name AS other,
  CASE b.rule WHEN 'local' THEN '本地文件' ELSE '一般规则' END AS reform_rule, b.source AS source,
  u.id AS unit_id, o.id AS other_id
ORDER BY unit_id, other_id
