/*
title = "文件的制定依据"
show = "table"
sentence = "{document}的制定依据是{cited}。"
empty_sentence = "{documents}没有写明制定依据。"
examples = [
  "《{document}》的依据是什么？",
  "{document}是根据什么文件制定的",
  "{document}的上位文件",
  "制定{document}依据了哪个文件",
  "《{document}》落实的是哪份文件",
  "{document}的政策依据",
  "{document}根据哪个方案来的",
  "《{document}》的制定依据是哪份文件，文号多少",
  "{document}对应省里的哪个文件",
  "{document} 依据",
  "{document}以哪份文件为依据制定",
  "制定{document}以什么文件为依据",
  "what is {document} based on?",
  "legal basis of {document}",
]

[parameters]
documents = { type = "document", zh = "文件", many = true }

[columns]
document = "文件"
cited = "被引文件"
cited_number = "文号"
relation = "关系"
loaded = "是否载入"
document_id = ""
cited_id = ""
citation_start = ""
citation_end = ""

[answers]
documents = "cited"
count = "cited_id"
*/
MATCH (d:Document)-[x:BASED_ON]->(c:Document)
WHERE d.id IN $documents
RETURN
  d.title AS document, c.title AS cited, c.number AS cited_number, '依据' AS relation,
  CASE WHEN c.loaded THEN '已载入' ELSE '未载入' END AS loaded,
  d.id AS document_id, c.id AS cited_id, x.start AS citation_start, x.`end` AS citation_end
ORDER BY document_id, citation_start, cited_id
