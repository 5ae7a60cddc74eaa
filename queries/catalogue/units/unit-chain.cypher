/*
title = "两个单位经共同措施相连的最短路径"
show = "graph"
sentence = "{units}与{others}之间最短要经过{rows}项共同措施：{number}。"
empty_sentence = "{units}与{others}之间没有经一项或两项共同措施（不经集合单位）相连的路径。"
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
unit_id = ""
other_id = ""
measure_id = ""
document_id = ""
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
MATCH (a:Unit)-[r1:LEADS|RESPONSIBLE_FOR|SUPPORTS]->(m1:Measure)<-[r2:LEADS|RESPONSIBLE_FOR|SUPPORTS]-(c:Unit)
WHERE a.id IN $units AND c.id <> a.id AND (c.`group` = '' OR c.id IN $others)
OPTIONAL MATCH (c)-[r3:LEADS|RESPONSIBLE_FOR|SUPPORTS]->(m2:Measure)<-[r4:LEADS|RESPONSIBLE_FOR|SUPPORTS]-(b:Unit)
WHERE b.id IN $others AND NOT c.id IN $others AND b.id <> a.id AND m2.id <> m1.id
WITH a, r1, m1, r2, c, r3, m2, r4, b, CASE WHEN c.id IN $others THEN [1] ELSE [1, 2] END AS steps
WHERE size(steps) = 1 OR b.id IS NOT NULL
WITH a, r1, m1, r2, c, r3, m2, r4, b, steps
ORDER BY size(steps), a.id, m1.document_id, m1.position, r1.start, r2.start, c.id, m2.position, r3.start, r4.start, b.id
LIMIT 1
UNWIND steps AS step
WITH step, m1.document_id AS one, m2.document_id AS two, a, r1, m1, r2, c, r3, m2, r4, b
MATCH (d:Document)
WHERE d.id = CASE step WHEN 1 THEN one ELSE two END
RETURN
  step,
  CASE step WHEN 1 THEN a.name ELSE c.name END AS unit,
  CASE CASE step WHEN 1 THEN type(r1) ELSE type(r3) END WHEN 'LEADS' THEN '牵头' WHEN 'SUPPORTS' THEN '配合' ELSE '责任' END AS role,
  CASE step WHEN 1 THEN m1.number ELSE m2.number END AS number,
  CASE step WHEN 1 THEN m1.title ELSE m2.title END AS title,
  CASE step WHEN 1 THEN c.name ELSE b.name END AS other,
  CASE CASE step WHEN 1 THEN type(r2) ELSE type(r4) END WHEN 'LEADS' THEN '牵头' WHEN 'SUPPORTS' THEN '配合' ELSE '责任' END
    AS other_role,
  d.title AS document,
  CASE step WHEN 1 THEN a.id ELSE c.id END AS unit_id,
  CASE step WHEN 1 THEN c.id ELSE b.id END AS other_id,
  CASE step WHEN 1 THEN m1.id ELSE m2.id END AS measure_id,
  d.id AS document_id,
  CASE step WHEN 1 THEN r1.start ELSE r3.start END AS mention_start,
  CASE step WHEN 1 THEN r1.`end` ELSE r3.`end` END AS mention_end,
  CASE step WHEN 1 THEN r1.assignment_start ELSE r3.assignment_start END AS assignment_start,
  CASE step WHEN 1 THEN r1.assignment_end ELSE r3.assignment_end END AS assignment_end,
  CASE step WHEN 1 THEN r2.start ELSE r4.start END AS other_mention_start,
  CASE step WHEN 1 THEN r2.`end` ELSE r4.`end` END AS other_mention_end,
  CASE step WHEN 1 THEN r2.assignment_start ELSE r4.assignment_start END AS other_assignment_start,
  CASE step WHEN 1 THEN r2.assignment_end ELSE r4.assignment_end END AS other_assignment_end
ORDER BY step
