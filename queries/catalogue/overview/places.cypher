/*
title = "已载入内容涉及的地方"
show = "table"
sentence = "已载入{count}个地方的文件：{place}。"
empty_sentence = "还没有载入任何文件。"
examples = [
  "涉及哪些地方？",
  "有哪些城市的文件",
  "载入了几个地区的方案",
  "哪些市县有数据",
  "覆盖了哪些地方",
  "各地方有多少份文件",
  "按地区统计文件",
  "都有哪里的方案",
  "地区清单",
  "有多少个城市",
  "which places are covered?",
  "documents by city",
]

[parameters]

[columns]
place = "地方"
document_count = "文件数"
measures = "措施数"

[answers]
count = "place"
*/
MATCH (d:Document)
WHERE d.loaded
OPTIONAL MATCH (d)-[:HAS_MEASURE]->(m:Measure)
RETURN d.jurisdiction AS place, count(DISTINCT d.id) AS document_count, count(DISTINCT m.id) AS measures
ORDER BY document_count DESC, place
