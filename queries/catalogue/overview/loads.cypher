/*
title = "文件的载入时间和版本"
show = "table"
sentence = "已载入{count}份文件：{document}；载入时间、读取版本和文件指纹见表。"
empty_sentence = "还没有载入任何文件。"
examples = [
  "数据是什么时候载入的？",
  "最近载入了什么",
  "图谱什么时候更新的",
  "最新载入的文件是哪份",
  "数据版本和时间",
  "这些文件是哪一版程序读的",
  "最后一次更新是什么时候",
  "载入记录",
  "各文件的指纹和载入时间",
  "数据有多新",
  "when was the graph loaded?",
  "latest loads",
]

[parameters]

[columns]
document = "文件"
source = "来源文件"
loaded_at = "载入时间"
read_by = "读取版本"
sha256 = "文件指纹"
document_id = ""

[answers]
documents = "document"
count = "document_id"
*/
MATCH (d:Document)
WHERE d.loaded
RETURN
  d.title AS document, d.source AS source, d.loaded_at AS loaded_at, d.read_by AS read_by, d.sha256 AS sha256,
  d.id AS document_id
ORDER BY loaded_at DESC, document_id
