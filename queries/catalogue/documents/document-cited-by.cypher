/*
title = "引用某文件的地方"
show = "table"
sentence = "{cited}被{count}处文件引用：{document}。"
empty_sentence = "已载入的文件中没有引用{documents}的。"
examples = [
  "《{document}》被哪些文件引用？",
  "谁引用了{document}",
  "{document}在哪些地方被提到",
  "哪些方案引用了《{document}》",
  "{document}被引用了几次",
  "引用《{document}》的文件有哪些",
  "哪里写到了《{document}》",
  "{document}的引用情况",
  "有哪些文件要求执行《{document}》",
  "{document}被哪些计划援引",
  "which documents cite {document}?",
  "where is {document} cited?",
]

[parameters]
documents = { type = "document", zh = "文件", many = true }

[columns]
document = "文件"
number = "编号"
title = "措施"
cited = "被引文件"
relation = "关系"
document_id = ""
measure_id = ""
cited_id = ""
citation_start = ""
citation_end = ""

[answers]
documents = "document"
count = "document_id"
*/
MATCH (m:Measure)-[x:CITES]->(c:Document)
MATCH (d:Document)
WHERE d.id = m.document_id AND c.id IN $documents
RETURN
  d.title AS document, m.number AS number, m.title AS title, c.title AS cited,
  CASE x.kind WHEN 'basis' THEN '依据' WHEN 'superseded' THEN '废止' ELSE '引用' END AS relation,
  d.id AS document_id, m.id AS measure_id, c.id AS cited_id, x.start AS citation_start, x.`end` AS citation_end
ORDER BY document_id, citation_start, cited_id
