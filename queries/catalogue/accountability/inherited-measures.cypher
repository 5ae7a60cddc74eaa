/*
title = "随职责划入某单位的措施"
show = "table"
sentence = "随职责划入{units}的措施有{count}项（原单位{unit}）：{number}。"
empty_sentence = "没有随职责划入{units}的措施。"
examples = [
  "机构改革给{unit}带来了哪些措施？",
  "随职责划入{unit}的措施有哪些",
  "{unit}从撤销的单位接过来哪些任务",
  "{unit}继承了哪些措施",
  "原来由别的单位牵头、现在归{unit}的措施",
  "{unit}改革后新接的任务有哪些",
  "因机构改革转到{unit}的措施有几项",
  "哪些措施随机构改革划到了{unit}",
  "前身单位留给{unit}的任务",
  "{place}{unit}承接的旧措施有哪些",
  "which measures came to {unit} with the reform?",
  "measures inherited by {unit}",
]

[parameters]
units = { type = "unit", zh = "单位", many = true }
roles = { type = "role", zh = "角色", many = true, default = ["lead", "responsible", "supporting"] }
documents = { type = "document", zh = "文件", many = true, default = [] }
places = { type = "place", zh = "地方", many = true, default = [] }

[columns]
unit = "原单位"
role = "角色"
successor = "承接单位"
reform_on = "承接日期"
scope = "承接职责"
reform_basis = "改革依据"
reform_rule = "规则来源"
number = "编号"
title = "措施"
document = "文件"
certainty = "依据"
open_ended = "名单"
as_written = "原文写法"
unit_id = ""
successor_id = ""
measure_id = ""
document_id = ""
rule = ""
correction = ""
mention_start = ""
mention_end = ""
assignment_start = ""
assignment_end = ""

[answers]
measures = "number"
count = "measure_id"
*/
MATCH (b:Unit)<-[s:SUCCEEDED_BY]-(u:Unit)-[r:LEADS|RESPONSIBLE_FOR|SUPPORTS]->(m:Measure)
MATCH (d:Document)
WHERE b.id IN $units
  AND type(r) IN $roles
  AND d.id = m.document_id
  AND (size($documents) = 0 OR d.id IN $documents)
  AND (size($places) = 0 OR d.jurisdiction IN $places)
RETURN
  u.name AS unit,
  CASE type(r) WHEN 'LEADS' THEN '牵头' WHEN 'SUPPORTS' THEN '配合' ELSE '责任' END AS role,
  b.name AS successor, s.`on` AS reform_on, s.scope AS scope, s.basis AS reform_basis,
  CASE s.rule WHEN 'local' THEN '本地文件' ELSE '机构改革一般规则' END AS reform_rule,
  m.number AS number, m.title AS title, d.title AS document,
  CASE WHEN r.correction <> '' THEN '更正' WHEN r.implied THEN '隐含' WHEN r.inferred THEN '推断' ELSE '写明' END AS certainty,
  CASE WHEN r.open_ended THEN '未尽列举' ELSE '' END AS open_ended, r.as_written AS as_written,
  u.id AS unit_id, b.id AS successor_id, m.id AS measure_id, d.id AS document_id, r.rule AS rule, r.correction AS correction,
  r.start AS mention_start, r.`end` AS mention_end,
  r.assignment_start AS assignment_start, r.assignment_end AS assignment_end
ORDER BY successor_id, unit_id, document_id, m.position, mention_start
