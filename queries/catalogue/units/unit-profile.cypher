/*
title = "单位的名称、类别和所属集合"
show = "number"
sentence = "{unit}：全称{full_name}，类别{kind}，属于{place}，其他写法{aliases}。"
empty_sentence = "已载入的文件中没有{units}。"
examples = [
  "{unit}的全称是什么？",
  "{unit}有哪些叫法",
  "{unit}还叫什么名字",
  "{unit}是什么性质的单位",
  "{unit}属于哪一类",
  "{unit}是哪个地方的",
  "{unit}有什么别名",
  "{unit}的正式名称",
  "{unit}是个什么单位",
  "{unit} 简介",
  "what is the full name of {unit}?",
  "aliases of {unit}",
]

[parameters]
units = { type = "unit", zh = "单位", many = true }

[columns]
unit = "单位"
full_name = "全称"
aliases = "其他写法"
kind = "类别"
level = "层级"
place = "地方"
groups = "所属集合"
unit_id = ""

[answers]
units = "unit"
*/
MATCH (u:Unit)
WHERE u.id IN $units
OPTIONAL MATCH (u)-[:MEMBER_OF]->(g:Unit)
RETURN
  u.name AS unit, u.full_name AS full_name, u.aliases AS aliases,
  CASE u.kind WHEN 'government' THEN '政府部门' WHEN 'party' THEN '党委部门' WHEN 'vertical' THEN '垂直管理单位'
    WHEN 'institution' THEN '事业单位' WHEN 'organisation' THEN '群团组织' WHEN 'enterprise' THEN '企业'
    WHEN 'congress' THEN '人大' WHEN 'consultative' THEN '政协' WHEN 'supervision' THEN '监察机关' WHEN 'court' THEN '法院'
    WHEN 'procuratorate' THEN '检察院' WHEN 'democratic_party' THEN '民主党派' WHEN 'military' THEN '军队'
    WHEN 'group' THEN '集合单位' ELSE '' END AS kind,
  CASE u.level WHEN 'national' THEN '国家级' WHEN 'provincial' THEN '省级' WHEN 'prefecture' THEN '市级' WHEN 'county' THEN '县级'
    WHEN 'township' THEN '乡级' ELSE '' END AS level,
  u.jurisdiction AS place, collect(DISTINCT g.name) AS groups, u.id AS unit_id
ORDER BY unit_id
