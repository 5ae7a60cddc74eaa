/*
title = "文件引用的文件"
show = "table"
sentence = "{document}引用了{count}份文件：{cited}。"
empty_sentence = "{documents}没有引用其他文件。"
examples = [
  "《{document}》引用了哪些文件？",
  "{document}里提到了哪些法规文件",
  "{document}引用的文件清单",
  "{document}涉及哪些条例和办法",
  "《{document}》一共引用了几份文件",
  "{document}中书名号里的文件有哪些",
  "{document}要求执行哪些文件",
  "列出{document}引用的全部文件",
  "{document}引了什么文件",
  "《{document}》参照了哪些规定",
  "which documents does {document} cite?",
  "citations in {document}",
]

[parameters]
documents = { type = "document", zh = "文件", many = true }

[columns]
document = "文件"
cited = "被引文件"
cited_number = "文号"
relation = "关系"
number = "编号"
title = "措施"
loaded = "是否载入"
document_id = ""
measure_id = ""
cited_id = ""
citation_start = ""
citation_end = ""

[answers]
documents = "cited"
count = "cited_id"
*/
MATCH (m:Measure)-[x:CITES]->(c:Document)
MATCH (d:Document)
WHERE d.id = m.document_id AND d.id IN $documents
RETURN
  d.title AS document, c.title AS cited, c.number AS cited_number,
  CASE x.kind WHEN 'basis' THEN '依据' WHEN 'superseded' THEN '废止' ELSE '引用' END AS relation,
  m.number AS number, m.title AS title, CASE WHEN c.loaded THEN '已载入' ELSE '未载入' END AS loaded,
  d.id AS document_id, m.id AS measure_id, c.id AS cited_id, x.start AS citation_start, x.`end` AS citation_end
ORDER BY document_id, citation_start, cited_id
