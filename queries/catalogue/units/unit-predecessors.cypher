/*
title = "单位承接了哪些单位的职责"
show = "graph"
sentence = "{successor}承接了{unit}的职责。"
empty_sentence = "没有{units}承接其他单位职责的记录。"
examples = [
  "{unit}承接了哪些单位的职责？",
  "{unit}是由哪些部门合并来的",
  "{unit}接手了谁的工作",
  "哪些单位并入了{unit}",
  "{unit}的前身是什么",
  "{unit}改革时划入了哪些职责",
  "{unit}从谁那里接过来的职能",
  "{unit}原来是哪几个局",
  "请列出职责划入{unit}的单位",
  "{unit}的来历",
  "which units did {unit} take over?",
  "predecessors of {unit}",
]

[parameters]
units = { type = "unit", zh = "单位", many = true }

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
units = "unit"
count = "unit_id"
*/
MATCH (a:Unit)-[s:SUCCEEDED_BY]->(b:Unit)
WHERE b.id IN $units
RETURN
  a.name AS unit, COUNT { MATCH (a)-[:LEADS]->(:Measure) } AS leads, b.name AS successor, s.`on` AS reform_on,
  s.scope AS scope, s.basis AS reform_basis,
  CASE s.rule WHEN 'local' THEN '本地文件' ELSE '机构改革一般规则' END AS reform_rule, s.source AS source,
  a.id AS unit_id, b.id AS successor_id
ORDER BY successor_id, unit_id
