/*
title = "单位独自作为责任单位的措施"
show = "table"
sentence = "只由{units}作为责任单位的措施有{count}项：{number}。"
empty_sentence = "在已载入的文件中，没有只由{units}作为责任单位的措施。"
examples = [
  "{unit}单独负责哪些措施？",
  "只由{unit}负责的是哪几条",
  "哪些措施的责任单位只有{unit}",
  "{unit}作为唯一责任单位的措施",
  "仅由{unit}负责的任务",
  "{unit}一家负责的措施",
  "哪一项只由{unit}负责，{other}不是责任单位",
  "只有{unit}负责、没有{other}的是哪一条",
  "责任单位只写了{unit}的有几项",
  "{unit}独自承担责任的措施",
  "which measures is {unit} solely responsible for?",
  "measures whose only responsible unit is {unit}",
]

[parameters]
units = { type = "unit", zh = "单位", many = true }
documents = { type = "document", zh = "文件", many = true, default = [] }
places = { type = "place", zh = "地方", many = true, default = [] }

[columns]
number = "编号"
title = "措施"
document = "文件"
measure_id = ""
document_id = ""
measure_start = ""
measure_end = ""
position = ""

[answers]
measures = "number"
count = "measure_id"
*/
// The first of those responsible, who leads by rule only, is one of them too.
MATCH (u:Unit)-[r:LEADS|RESPONSIBLE_FOR]->(m:Measure)
MATCH (d:Document)
WHERE u.id IN $units
  AND d.id = m.document_id
  AND (type(r) = 'RESPONSIBLE_FOR' OR r.inferred)
  AND NOT EXISTS {
    MATCH (o:Unit)-[s:LEADS|RESPONSIBLE_FOR]->(m) WHERE o.id <> u.id AND (type(s) = 'RESPONSIBLE_FOR' OR s.inferred)
  }
  AND (size($documents) = 0 OR d.id IN $documents)
  AND (size($places) = 0 OR d.jurisdiction IN $places)
RETURN DISTINCT
  m.number AS number, m.title AS title, d.title AS document,
  m.id AS measure_id, d.id AS document_id, m.start AS measure_start, m.`end` AS measure_end, m.position AS position
ORDER BY document_id, position, measure_id
