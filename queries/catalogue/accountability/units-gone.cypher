/*
title = "已由其他单位承接的单位"
show = "table"
sentence = "在{roles}单位中，已由其他单位承接的有{count}个：{unit}；承接单位是{successor}。"
empty_sentence = "在{roles}单位中，没有已由其他单位承接的。"
examples = [
  "牵头单位里有哪些已经在机构改革中撤销或改名了？",
  "哪些牵头单位已经撤销",
  "哪些牵头单位在机构改革后没有了",
  "牵头单位中哪些已经撤并",
  "{place}哪些牵头单位已经撤销",
  "方案里的单位哪些已经不存在了",
  "哪些单位已经改名或撤销",
  "有哪些单位被机构改革撤了",
  "已经没有了的牵头单位有几个",
  "列出机构改革中撤销的单位",
  "哪些责任单位已经改革了",
  "which lead units no longer exist?",
  "units that were abolished or renamed",
]

[parameters]
roles = { type = "role", zh = "角色", many = true, default = ["lead", "responsible", "supporting"] }
documents = { type = "document", zh = "文件", many = true, default = [] }
places = { type = "place", zh = "地方", many = true, default = [] }

[columns]
unit = "单位"
place = "地方"
successor = "现承接单位"
reform_on = "承接日期"
reform_basis = "改革依据"
reform_rule = "规则来源"
total = "措施数"
unit_id = ""
successor_id = ""
measure_ids = ""

[answers]
units = "unit"
count = "unit_id"
*/
MATCH (u:Unit)-[r:LEADS|RESPONSIBLE_FOR|SUPPORTS]->(m:Measure)
MATCH (u)-[s:SUCCEEDED_BY]->(b:Unit)
MATCH (d:Document)
WHERE d.id = m.document_id
  AND type(r) IN $roles
  AND (size($documents) = 0 OR d.id IN $documents)
  AND (size($places) = 0 OR d.jurisdiction IN $places)
RETURN
  u.name AS unit, u.jurisdiction AS place, b.name AS successor, s.`on` AS reform_on, s.basis AS reform_basis,
  CASE s.rule WHEN 'local' THEN '本地文件' ELSE '机构改革一般规则' END AS reform_rule,
  count(DISTINCT m.id) AS total, u.id AS unit_id, b.id AS successor_id, collect(DISTINCT m.id) AS measure_ids
ORDER BY unit_id, successor_id
