/*
title = "按牵头单位数找措施"
show = "table"
sentence = "符合条件的措施有{count}项（牵头单位{leads}个）：{number}。"
empty_sentence = "没有牵头单位数符合条件的措施。"
examples = [
  "哪些措施有{number}个以上牵头单位？",
  "牵头单位不少于{number}个的措施",
  "至少{number}家单位牵头的任务有哪些",
  "{number}个及以上部门共同牵头的措施",
  "哪几条的牵头单位达到{number}个",
  "多于等于{number}个单位牵头的工作",
  "牵头部门在{number}个以上的有几项",
  "由{number}个以上单位联合牵头的措施",
  "牵头单位超过或等于{number}家的条款",
  "{place}哪些措施由{number}家以上单位牵头",
  "由{number}家单位共同牵头的是哪一项",
  "哪些措施正好有{number}个牵头单位",
  "{number}个部门联合牵头的措施",
  "牵头单位不超过{number}个的措施",
  "{number}家牵头的措施有几项",
  "which measures have at least {number} leads?",
  "measures led by {number} or more units",
  "measures with exactly {number} leads",
]

[parameters]
at_least = { type = "number", zh = "至少几个", default = 1 }
at_most = { type = "number", zh = "至多几个", default = 1000000 }
documents = { type = "document", zh = "文件", many = true, default = [] }
places = { type = "place", zh = "地方", many = true, default = [] }
within = { type = "measure", zh = "范围", many = true, default = [] }

[columns]
number = "编号"
title = "措施"
leads = "牵头单位数"
document = "文件"
measure_id = ""
document_id = ""
measure_start = ""
measure_end = ""

[answers]
measures = "number"
count = "measure_id"
*/
MATCH (u:Unit)-[:LEADS]->(m:Measure)
MATCH (d:Document)
WHERE d.id = m.document_id
  AND (size($documents) = 0 OR d.id IN $documents)
  AND (size($places) = 0 OR d.jurisdiction IN $places)
  AND (size($within) = 0 OR m.id IN $within)
WITH m, d, count(DISTINCT u.id) AS leads
WHERE leads >= $at_least AND leads <= $at_most
RETURN
  m.number AS number, m.title AS title, leads, d.title AS document,
  m.id AS measure_id, d.id AS document_id, m.start AS measure_start, m.`end` AS measure_end
ORDER BY leads DESC, document_id, m.position, measure_id
