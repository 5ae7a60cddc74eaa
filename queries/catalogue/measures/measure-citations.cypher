/*
title = "措施引用的文件"
show = "table"
sentence = "{number}引用了{cited}。"
empty_sentence = "{measures}没有引用其他文件。"
examples = [
  "{measure}引用了哪些文件？",
  "{measure}依据什么文件",
  "{measure}要执行哪个办法",
  "{measure}提到了哪些法规",
  "{measure}里有哪些书名号文件",
  "{measure}的文件依据",
  "{measure}要按哪些规定办",
  "{measure}引了什么条例",
  "{measure}涉及几份文件",
  "{measure} 引用",
  "which documents does {measure} cite?",
  "citations of {measure}",
]

[parameters]
measures = { type = "measure", zh = "措施", many = true }

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
documents = "cited"
count = "cited_id"
*/
MATCH (m:Measure)-[x:CITES]->(c:Document)
MATCH (d:Document)
WHERE m.id IN $measures
  AND d.id = m.document_id
RETURN
  m.number AS number, m.title AS title, c.title AS cited, c.number AS cited_number,
  CASE x.kind WHEN 'basis' THEN '依据' WHEN 'superseded' THEN '废止' ELSE '引用' END AS relation,
  d.title AS document, m.id AS measure_id, d.id AS document_id, c.id AS cited_id,
  x.start AS citation_start, x.`end` AS citation_end
ORDER BY document_id, m.position, citation_start, cited_id
