"""Looks over what the grammar read: names that are none, people among units."""

from __future__ import annotations

import re

from graph_loader.extract.assignments.reading import Doubt, Reading
from graph_loader.extract.assignments.words import looks_like_unit

_SURNAMES = frozenset(
    "王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯"
    "龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤温康施文牛樊葛邢安齐易乔伍庞颜倪庄聂章鲁岳翟殷詹申欧耿关兰焦俞左柳甘祝包宁尚符舒阮柯纪梅童凌毕单季裴霍涂成苗谷盛曲翁冉骆蓝路游辛靳管柴蒙鲍华喻祁蒲房滕屈饶解牟艾尤时穆农司卓古吉缪简车项连芦麦褚娄窦戚岑景党宫费卜冷晏席卫米柏宗瞿桂全佟应臧闵苟邬边卞姬师和仇栾隋商刁沙荣巫寇桑郎甄丛仲虞敖巩明佘池查麻苑迟"
)
_HEADS = ("政府", "局", "委", "厅", "部", "市", "县", "区", "州", "管委会")
_ELIDED = 6
"""A list may elide the end that its members share (广州、深圳市政府): such a name has at most so many characters."""


def vet(text: str, reading: Reading) -> Reading:
    """Take people out of the names, and doubt names that do not look like units."""
    kept = []
    for place, name in enumerate(reading.names):
        words = text[name.start : name.end]
        if looks_like_unit(words):
            kept.append(name)
            if "、" in re.sub(r"[(\[].*?[)\]]", "", words) and not (words[0] == "各" and words.endswith(_HEADS[:4])):
                reading.doubts.append(Doubt("顿号两边按一个单位读", name.start, name.end, "顿号两边是两个单位"))
        elif place and _is_person(words) and text[name.start - 1] in " \t\n:(":
            reading.doubts.append(Doubt("像是人名，没有读成单位", name.start, name.end))
        else:
            kept.append(name)
            later = reading.names[place + 1 : place + 8]
            elided = len(words) <= _ELIDED and any(text[each.start : each.end].endswith(_HEADS) for each in later)
            if not elided:
                reading.doubts.append(Doubt("不像单位名称", name.start, name.end))
    reading.names = kept
    return reading


def _is_person(words: str) -> bool:
    return 2 <= len(words) <= 3 and words[0] in _SURNAMES
