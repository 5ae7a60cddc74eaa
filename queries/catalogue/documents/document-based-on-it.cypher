/*
title = "以某文件为依据的文件"
show = "table"
sentence = "以{cited}为依据的文件有{count}份：{document}。"
empty_sentence = "已载入的文件中，没有以{documents}为依据的。"
examples = [
  "哪些文件是根据《{document}》制定的？",
  "以{document}为依据的文件有哪些",
  "哪些方案落实了《{document}》",
  "{document}的下位文件",
  "根据{document}制定了什么",
  "有哪些文件把《{document}》作为依据",
  "{document}往下有哪些落实文件",
  "贯彻《{document}》的文件",
  "依据{document}的文件有几份",
  "谁落实了《{document}》",
  "which documents are based on {document}?",
  "documents that implement {document}",
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
documents = "document"
count = "document_id"
*/
MATCH (d:Document)-[x:BASED_ON]->(c:Document)
WHERE c.id IN $documents
RETURN
  d.title AS document, c.title AS cited, c.number AS cited_number, '依据' AS relation,
  CASE WHEN c.loaded THEN '已载入' ELSE '未载入' END AS loaded,
  d.id AS document_id, c.id AS cited_id, x.start AS citation_start, x.`end` AS citation_end
ORDER BY document_id, citation_start, cited_id
