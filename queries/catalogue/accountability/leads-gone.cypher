/*
title = "牵头单位已被其他单位承接的措施"
show = "table"
sentence = "有{count}项措施的牵头单位已由其他单位承接：{number}；这些单位是{unit}，承接单位是{successor}。"
empty_sentence = "没有牵头单位被承接的措施。"
examples = [
  "哪些措施的牵头单位已经不存在了？",
  "牵头单位被撤并的措施有哪些",
  "牵头单位已由别的单位承接的任务",
  "哪些措施的牵头单位改革了",
  "牵头单位不在了的条款",
  "机构改革影响了哪些措施的牵头",
  "{unit}撤了以后哪些措施受影响",
  "牵头单位消失的措施有几项",
  "{place}哪些措施的牵头单位已经撤销",
  "which measures are led by units that no longer exist?",
  "leads that were reorganised away",
]

[parameters]
units = { type = "unit", zh = "单位", many = true, default = [] }
documents = { type = "document", zh = "文件", many = true, default = [] }
places = { type = "place", zh = "地方", many = true, default = [] }

[columns]
unit = "单位"
role = "角色"
certainty = "依据"
successor = "现承接单位"
reform_on = "承接日期"
reform_basis = "改革依据"
reform_rule = "规则来源"
number = "编号"
title = "措施"
document = "文件"
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
MATCH (u:Unit)-[r:LEADS]->(m:Measure)
MATCH (u)-[s:SUCCEEDED_BY]->(b:Unit)
MATCH (d:Document)
WHERE d.id = m.document_id
  AND (size($units) = 0 OR u.id IN $units)
  AND (size($documents) = 0 OR d.id IN $documents)
  AND (size($places) = 0 OR d.jurisdiction IN $places)
RETURN
  u.name AS unit, CASE type(r) WHEN 'LEADS' THEN '牵头' WHEN 'SUPPORTS' THEN '配合' ELSE '责任' END AS role,
  CASE WHEN r.correction <> '' THEN '更正' WHEN r.implied THEN '隐含' WHEN r.inferred THEN '推断' ELSE '写明' END AS certainty,
  b.name AS successor, s.`on` AS reform_on, s.basis AS reform_basis,
  CASE s.rule WHEN 'local' THEN '本地文件' ELSE '机构改革一般规则' END AS reform_rule,
  m.number AS number, m.title AS title, d.title AS document,
  CASE WHEN r.open_ended THEN '未尽列举' ELSE '' END AS open_ended, r.as_written AS as_written,
  u.id AS unit_id, b.id AS successor_id, m.id AS measure_id, d.id AS document_id, r.rule AS rule, r.correction AS correction,
  r.start AS mention_start, r.`end` AS mention_end,
  r.assignment_start AS assignment_start, r.assignment_end AS assignment_end
ORDER BY document_id, m.position, mention_start, unit_id, successor_id
