/*
title = "分工和时限上的空白"
show = "table"
sentence = "{count}份文件的{measures:sum}项措施中，没有牵头单位的{no_lead:sum}项，没有任何单位的{no_unit:sum}项，没有时限的{no_deadline:sum}项，名单未列尽的{open_ended:sum}项，有角色是推断的{inferred:sum}项。"
empty_sentence = "还没有载入符合条件的文件。"
examples = [
  "方案有哪些空白？",
  "有哪些漏洞",
  "哪里没有落实到位、缺牵头缺时限",
  "各文件缺牵头单位、缺时限的各有多少",
  "分工有什么缺口",
  "数据有哪些不完整的地方",
  "《{document}》有哪些空白",
  "责任和时限的薄弱环节",
  "检查一下有没有漏项",
  "{place}的文件有哪些缺口",
  "where are the gaps?",
  "measures lacking a lead or a deadline, by document",
]

[parameters]
documents = { type = "document", zh = "文件", many = true, default = [] }
places = { type = "place", zh = "地方", many = true, default = [] }

[columns]
document = "文件"
measures = "措施数"
no_lead = "没有牵头"
no_unit = "没有单位"
no_deadline = "没有时限"
open_ended = "名单未尽"
inferred = "推断"
document_id = ""

[answers]
documents = "document"
count = "document_id"
*/
MATCH (d:Document)
WHERE d.loaded
  AND (size($documents) = 0 OR d.id IN $documents)
  AND (size($places) = 0 OR d.jurisdiction IN $places)
RETURN
  d.title AS document,
  COUNT { MATCH (d)-[:HAS_MEASURE]->(:Measure) } AS measures,
  COUNT { MATCH (d)-[:HAS_MEASURE]->(m:Measure) WHERE NOT EXISTS { MATCH (:Unit)-[:LEADS]->(m) } } AS no_lead,
  COUNT { MATCH (d)-[:HAS_MEASURE]->(m:Measure)
    WHERE NOT EXISTS { MATCH (:Unit)-[:LEADS|RESPONSIBLE_FOR|SUPPORTS]->(m) } } AS no_unit,
  COUNT { MATCH (d)-[:HAS_MEASURE]->(m:Measure) WHERE NOT EXISTS { MATCH (m)-[:HAS_DEADLINE]->(:Deadline) } } AS no_deadline,
  COUNT { MATCH (d)-[:HAS_MEASURE]->(m:Measure)
    WHERE EXISTS { MATCH (:Unit)-[r:LEADS|RESPONSIBLE_FOR|SUPPORTS]->(m) WHERE r.open_ended } } AS open_ended,
  COUNT { MATCH (d)-[:HAS_MEASURE]->(m:Measure)
    WHERE EXISTS { MATCH (:Unit)-[r:LEADS|RESPONSIBLE_FOR|SUPPORTS]->(m) WHERE r.inferred } } AS inferred,
  d.id AS document_id
ORDER BY document_id
