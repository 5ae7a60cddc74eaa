/*
title = "各类时限的数量"
show = "table"
sentence = "共有{deadlines:sum}个时限，分为{count}类：{kind}。"
empty_sentence = "没有写明任何时限。"
examples = [
  "时限分为哪几类？",
  "各类时限各有多少",
  "时限按类型统计",
  "截止、期间、重复、长期的时限分别有几个",
  "有哪几种时限",
  "时限的类型分布",
  "按种类数一数时限",
  "{unit}的时限都是什么类型",
  "《{document}》的时限有哪几类",
  "{place}的时限类型统计",
  "which kinds of deadlines are there?",
  "deadlines by kind",
]

[parameters]
units = { type = "unit", zh = "单位", many = true, default = [] }
roles = { type = "role", zh = "角色", many = true, default = ["lead", "responsible", "supporting"] }
documents = { type = "document", zh = "文件", many = true, default = [] }
places = { type = "place", zh = "地方", many = true, default = [] }
through = { type = "number", zh = "连同所属集体", default = 1 }

[columns]
kind = "类型"
deadlines = "时限数"
measures = "措施数"
dated = "有到期日的"
measure_ids = ""

[answers]
count = "kind"
*/
MATCH (m:Measure)-[:HAS_DEADLINE]->(t:Deadline)
MATCH (d:Document)
WHERE d.id = m.document_id
  AND (size($units) = 0 OR EXISTS {
    MATCH (u:Unit)-[:MEMBER_OF*0..1]->(g:Unit)-[r:LEADS|RESPONSIBLE_FOR|SUPPORTS]->(m)
    WHERE u.id IN $units AND ($through > 0 OR u.id = g.id) AND type(r) IN $roles
  })
  AND (size($documents) = 0 OR d.id IN $documents)
  AND (size($places) = 0 OR d.jurisdiction IN $places)
RETURN
  CASE t.kind WHEN 'by' THEN '截止' WHEN 'within' THEN '期间' WHEN 'recurring' THEN '重复' WHEN 'ongoing' THEN '长期' ELSE '相对' END AS kind,
  count(DISTINCT t.id) AS deadlines, count(DISTINCT m.id) AS measures, count(DISTINCT CASE WHEN t.due_on IS NOT NULL THEN t.id END) AS dated,
  collect(DISTINCT m.id) AS measure_ids
ORDER BY deadlines DESC, kind
