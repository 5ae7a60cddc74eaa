/*
title = "各季度到期的事项数"
show = "timeline"
sentence = "有到期日的事项按季度分布，共{rows}个季度。"
empty_sentence = "没有写明到期日的事项。"
examples = [
  "每个季度有多少任务到期？",
  "时限按季度怎么分布",
  "各年各季度到期多少项",
  "哪个季度任务最集中",
  "到期高峰在什么时候",
  "时限分布情况",
  "按季度统计到期事项",
  "{unit}各季度的到期任务数",
  "哪段时间到期的最多",
  "{place}各季度到期数量",
  "how many deadlines fall in each quarter?",
  "deadlines by quarter",
]

[parameters]
units = { type = "unit", zh = "单位", many = true, default = [] }
roles = { type = "role", zh = "角色", many = true, default = ["lead", "responsible", "supporting"] }
documents = { type = "document", zh = "文件", many = true, default = [] }
places = { type = "place", zh = "地方", many = true, default = [] }
through = { type = "number", zh = "连同所属集体", default = 1 }

[columns]
due_year = "年份"
quarter = "季度"
deadlines = "到期事项数"
measures = "措施数"
measure_ids = ""

[answers]
*/
MATCH (m:Measure)-[:HAS_DEADLINE]->(t:Deadline)
MATCH (d:Document)
WHERE d.id = m.document_id
  AND t.kind <> 'recurring' AND t.due_year IS NOT NULL
  AND (size($units) = 0 OR EXISTS {
    MATCH (u:Unit)-[:MEMBER_OF*0..1]->(g:Unit)-[r:LEADS|RESPONSIBLE_FOR|SUPPORTS]->(m)
    WHERE u.id IN $units AND ($through > 0 OR u.id = g.id) AND type(r) IN $roles
  })
  AND (size($documents) = 0 OR d.id IN $documents)
  AND (size($places) = 0 OR d.jurisdiction IN $places)
RETURN
  t.due_year AS due_year,
  CASE WHEN t.due_month <= 3 THEN 1 WHEN t.due_month <= 6 THEN 2 WHEN t.due_month <= 9 THEN 3 ELSE 4 END AS quarter,
  count(DISTINCT t.id) AS deadlines, count(DISTINCT m.id) AS measures, collect(DISTINCT m.id) AS measure_ids
ORDER BY due_year, quarter
