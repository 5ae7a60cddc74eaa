/*
title = "引用了其他文件的措施"
show = "table"
sentence = "有{count}项措施引用了其他文件：{number}；被引用的是{cited}。"
empty_sentence = "在已载入的文件中，没有引用其他文件的措施。"
examples = [
  "哪些措施引用了其他文件？",
  "哪几条提到了别的文件",
  "有引用的措施有哪些",
  "哪些条款引用了法规",
  "措施里引用了哪些文件",
  "写到书名号文件的措施",
  "引用别的文件的有几项",
  "哪些任务要求执行别的办法、条例",
  "{place}哪些措施引用了其他文件",
  "《{document}》哪几条引用了其他文件",
  "which measures cite other documents?",
  "measures with citations",
]

[parameters]
documents = { type = "document", zh = "文件", many = true, default = [] }
places = { type = "place", zh = "地方", many = true, default = [] }

[columns]
number = "编号"
title = "措施"
cited = "被引文件"
cited_number = "文号"
relation = "关系"
document = "文件"
measure_id = ""
document_id = ""
cited_id = ""
citation_start = ""
citation_end = ""

[answers]
measures = "number"
count = "measure_id"
*/
MATCH (m:Measure)-[x:CITES]->(c:Document)
MATCH (d:Document)
WHERE d.id = m.document_id
  AND (size($documents) = 0 OR d.id IN $documents)
  AND (size($places) = 0 OR d.jurisdiction IN $places)
RETURN
  m.number AS number, m.title AS title, c.title AS cited, c.number AS cited_number,
  CASE x.kind WHEN 'basis' THEN '依据' WHEN 'superseded' THEN '废止' ELSE '引用' END AS relation,
  d.title AS document, m.id AS measure_id, d.id AS document_id, c.id AS cited_id,
  x.start AS citation_start, x.`end` AS citation_end
ORDER BY document_id, m.position, citation_start, cited_id
