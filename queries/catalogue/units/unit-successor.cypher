/*
title = "单位的职责现由谁承接"
show = "graph"
each = true
sentence = "{unit}的职责由{successor}承接（{reform_on}，依据：{reform_basis}；{reform_rule}）。"
empty_sentence = "没有{units}被其他单位承接的记录。"
examples = [
  "{unit}现在由谁承接？",
  "{unit}撤销后职责归谁",
  "{unit}改革以后变成了什么单位",
  "{unit}还在不在",
  "{unit}并到哪里去了",
  "{unit}的职能划给了哪个部门",
  "机构改革后{unit}的工作谁接手",
  "{unit}已经没有了，找谁",
  "{unit}后来改叫什么",
  "{unit}的承接单位是谁",
  "{unit}合并到哪个局了",
  "who took over the duties of {unit}?",
  "successor of {unit}",
]

[parameters]
units = { type = "unit", zh = "单位", many = true }
until = { type = "date", zh = "截至", default = "9999-12-31" }

[columns]
unit = "单位"
leads = "牵头"
successor = "承接单位"
reform_on = "承接日期"
scope = "承接职责"
reform_basis = "改革依据"
reform_rule = "规则来源"
source = "数据来源"
unit_id = ""
successor_id = ""

[answers]
units = "successor"
count = "successor_id"
*/
MATCH (x:Unit)-[:SUCCEEDED_BY*0..3]->(a:Unit)-[s:SUCCEEDED_BY]->(b:Unit)
WHERE x.id IN $units AND (s.`on` IS NULL OR s.`on` <= $until)
RETURN DISTINCT
  a.name AS unit, COUNT { MATCH (a)-[:LEADS]->(:Measure) } AS leads, b.name AS successor, s.`on` AS reform_on,
  s.scope AS scope, s.basis AS reform_basis,
  CASE s.rule WHEN 'local' THEN '本地文件' ELSE '机构改革一般规则' END AS reform_rule, s.source AS source,
  a.id AS unit_id, b.id AS successor_id
ORDER BY reform_on, unit_id, successor_id
