/*
title = "已载入内容的数量"
show = "number"
sentence = "已载入{documents}份文件、{measures}项措施、{units}个单位；牵头关系{leads}条（{lead_units}个单位），责任关系{responsible}条，配合关系{supports}条；时限{deadlines}个、目标{targets}个、问责条款{liabilities}处。"
empty_sentence = "还没有载入任何文件。"
examples = [
  "一共载入了多少内容？",
  "图谱里有什么",
  "现在有多少文件、多少措施、多少单位",
  "统计一下总体情况",
  "数据规模",
  "库里都有些什么",
  "总览",
  "整体数量是多少",
  "各类数据分别有多少条",
  "载入情况统计",
  "what does the graph hold?",
  "how much is loaded",
]

[parameters]

[columns]
documents = "文件"
measures = "措施"
units = "单位"
leads = "牵头关系"
lead_units = "牵头单位"
responsible = "责任关系"
supports = "配合关系"
deadlines = "时限"
targets = "目标"
liabilities = "问责条款"

[answers]
*/
RETURN
  COUNT { MATCH (d:Document) WHERE d.loaded } AS documents,
  COUNT { MATCH (m:Measure) } AS measures,
  COUNT { MATCH (u:Unit) WHERE EXISTS { MATCH (u)-[:LEADS|RESPONSIBLE_FOR|SUPPORTS]->(:Measure) } } AS units,
  COUNT { MATCH (:Unit)-[:LEADS]->(:Measure) } AS leads,
  COUNT { MATCH (u:Unit) WHERE EXISTS { MATCH (u)-[:LEADS]->(:Measure) } } AS lead_units,
  COUNT { MATCH (:Unit)-[:RESPONSIBLE_FOR]->(:Measure) } AS responsible,
  COUNT { MATCH (:Unit)-[:SUPPORTS]->(:Measure) } AS supports,
  COUNT { MATCH (t:Deadline) } AS deadlines,
  COUNT { MATCH (t:Target) } AS targets,
  COUNT { MATCH (l:Liability) } AS liabilities
