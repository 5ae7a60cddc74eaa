/*
title = "两个单位经共同措施相连的最短路径"
show = "graph"
sentence = "{units}与{others}之间最短要经过{count}项共同措施：{number}；沿途的单位是{unit}。"
empty_sentence = "{units}与{others}之间没有经三项以内共同措施（不经集合单位）相连的路径。"
examples = [
  "{unit}和{other}之间隔着几项措施？",
  "{unit}怎样通过共同的措施联系到{other}",
  "{unit}到{other}的最短路径",
  "{unit}和{other}有什么间接联系",
  "{unit}通过谁能联系上{other}",
  "{unit}与{other}之间的关系链",
  "从{unit}到{other}要经过哪些措施",
  "{unit}和{other}是怎么连起来的",
  "{unit}与{other}之间最短的协作链条",
  "{unit}和{other}中间隔着哪个单位",
  "how are {unit} and {other} connected?",
  "shortest chain between {unit} and {other}",
]

[parameters]
units = { type = "unit", zh = "单位", many = true }
others = { type = "unit", zh = "另一单位", many = true }

[columns]
step = "步"
unit = "单位"
role = "角色"
number = "编号"
title = "措施"
other = "相连单位"
other_role = "相连单位角色"
document = "文件"
certainty = "依据"
unit_id = ""
other_id = ""
measure_id = ""
document_id = ""
rule = ""
mention_start = ""
mention_end = ""
assignment_start = ""
assignment_end = ""
other_mention_start = ""
other_mention_end = ""
other_assignment_start = ""
other_assignment_end = ""

[answers]
measures = "number"
count = "measure_id"
*/
MATCH (a:Unit)-[:LEADS|RESPONSIBLE_FOR|SUPPORTS]->(x:Measure)<-[:LEADS|RESPONSIBLE_FOR|SUPPORTS]-(c:Unit)
WHERE a.id IN $units AND NOT c.id IN $units AND (c.`group` = '' OR c.id IN $others)
WITH DISTINCT a, x, c
OPTIONAL MATCH (c)-[:LEADS|RESPONSIBLE_FOR|SUPPORTS]->(y:Measure)<-[:LEADS|RESPONSIBLE_FOR|SUPPORTS]-(e:Unit)
WHERE NOT c.id IN $others AND NOT e.id IN $units AND e.id <> c.id AND y.id <> x.id AND (e.`group` = '' OR e.id IN $others)
WITH DISTINCT a, x, c, y, e
OPTIONAL MATCH (e)-[:LEADS|RESPONSIBLE_FOR|SUPPORTS]->(z:Measure)<-[:LEADS|RESPONSIBLE_FOR|SUPPORTS]-(b:Unit)
WHERE NOT e.id IN $others AND b.id IN $others AND z.id <> y.id
WITH a.id AS one, x.id AS first, c.id AS two, y.id AS second, e.id AS three, z.id AS third, b.id AS four,
  CASE WHEN c.id IN $others THEN 1 WHEN e.id IN $others THEN 2 WHEN b.id IS NOT NULL THEN 3 ELSE 4 END AS steps
WHERE steps < 4
WITH one, first, two, second, three, third, four, steps
ORDER BY steps, one, first, two, second, three, third, four
LIMIT 1
UNWIND range(1, steps) AS step
WITH step,
  CASE step WHEN 1 THEN one WHEN 2 THEN two ELSE three END AS unit_id,
  CASE step WHEN 1 THEN first WHEN 2 THEN second ELSE third END AS measure_id,
  CASE step WHEN 1 THEN two WHEN 2 THEN three ELSE four END AS other_id
MATCH (u:Unit)-[r:LEADS|RESPONSIBLE_FOR|SUPPORTS]->(m:Measure)<-[s:LEADS|RESPONSIBLE_FOR|SUPPORTS]-(o:Unit)
WHERE u.id = unit_id AND m.id = measure_id AND o.id = other_id
MATCH (d:Document)
WHERE d.id = m.document_id
RETURN
  step, u.name AS unit,
  CASE type(r) WHEN 'LEADS' THEN '牵头' WHEN 'SUPPORTS' THEN '配合' ELSE '责任' END AS role,
  m.number AS number, m.title AS title, o.name AS other,
  CASE type(s) WHEN 'LEADS' THEN '牵头' WHEN 'SUPPORTS' THEN '配合' ELSE '责任' END AS other_role,
  d.title AS document,
  CASE WHEN r.correction <> '' OR s.correction <> '' THEN '更正' WHEN r.implied OR s.implied THEN '隐含'
    WHEN r.inferred OR s.inferred THEN '推断' ELSE '写明' END AS certainty,
  unit_id, other_id, measure_id, d.id AS document_id, r.rule AS rule,
  r.start AS mention_start, r.`end` AS mention_end,
  r.assignment_start AS assignment_start, r.assignment_end AS assignment_end,
  s.start AS other_mention_start, s.`end` AS other_mention_end,
  s.assignment_start AS other_assignment_start, s.assignment_end AS other_assignment_end
ORDER BY step, mention_start, other_mention_start
