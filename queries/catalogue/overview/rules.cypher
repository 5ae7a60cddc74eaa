/*
title = "读出分工所用的规则"
show = "table"
sentence = "读出分工用了{count}种规则：{rule_name}。"
empty_sentence = "还没有读出任何分工。"
examples = [
  "分工是用什么规则读出来的？",
  "各条规则读出了多少",
  "用了哪些读取规则",
  "按规则统计分工",
  "每种写法各有多少处",
  "读法统计",
  "分工的来源规则分布",
  "哪条规则用得最多",
  "《{document}》是按哪些规则读的",
  "{place}的文件用了什么规则",
  "which rules read the assignments?",
  "assignments by rule",
]

[parameters]
documents = { type = "document", zh = "文件", many = true, default = [] }
places = { type = "place", zh = "地方", many = true, default = [] }

[columns]
rule_name = "规则"
mentions = "处数"
measures = "措施数"
document_count = "文件数"

[answers]
count = "rule_name"
*/
MATCH (:Unit)-[r:LEADS|RESPONSIBLE_FOR|SUPPORTS]->(m:Measure)
MATCH (d:Document)
WHERE d.id = m.document_id
  AND (size($documents) = 0 OR d.id IN $documents)
  AND (size($places) = 0 OR d.jurisdiction IN $places)
RETURN
  r.rule AS rule_name, count(r) AS mentions, count(DISTINCT m.id) AS measures, count(DISTINCT d.id) AS document_count
ORDER BY mentions DESC, rule_name
