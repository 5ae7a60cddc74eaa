"""Labels and lists of bodies that make nobody answer for a measure: lines of web pages, feet of letters, contacts, lists of duties."""

from __future__ import annotations

import re

from graph_loader.extract.assignments.words import surely_unit
from graph_loader.extract.fold import HAN

_PAGE_FOOT = re.compile(r"网站标识码|ICP备|备案号|公网安备|版权所有|网站地图|网站声明|技术支持")
_PAGE_HEAD = re.compile(
    r"(?:发布|更新)(?:时间|日期)|信息来源|来源 ?:|(?:阅读|浏览|访问|点击)(?:次数|量|数)|责任编辑|字体 ?:"
)
_HOSTS = re.compile(r"(?:主办|承办|协办|维护|指导|技术支持)(?:单位)?[ ]?:")
_CONTACT = re.compile(r"电话|联系人|传真|邮箱|邮编|网址|地址")
_DUTY_SIGN = re.compile(":(?:主要|牵头)?负责")
_DUTY = re.compile(
    r"[ \t]*(?:[(]?[一二三四五六七八九十\d]{1,3}[)、.]{1,2} ?)?"
    rf"(?P<duty>(?P<unit>[{HAN}()]{{3,20}})[^:\n]{{0,24}}:(?:主要|牵头)?负责[^\n]{{0,80}})"
)
_PAGE_REACH = 160
_LETTER_REACH = 24
_LINE_REACH = 60
_FEW = 2


def is_page_line(text: str, start: int, end: int) -> bool:
    """Whether labels stand on a web page's lines about itself: 发布时间:… 责任单位:…; 主办:某市人民政府办公室 网站标识码…"""
    line = max(text.rfind("\n", max(0, start - _PAGE_REACH), start), start - _PAGE_REACH, 0)
    if _PAGE_HEAD.search(text, line, start):
        return True
    near = _PAGE_FOOT.search(text, max(0, start - _PAGE_REACH), min(len(text), end + _PAGE_REACH))
    return bool(near and _HOSTS.match(text, start, end))


def is_letter_foot(text: str, start: int, end: int) -> bool:
    """Whether a label names the body that wrote the letter, its contact beside it: 承办单位:… 联系人:…"""
    return bool(_HOSTS.match(text, start, end) and _CONTACT.search(text, start, end + _LETTER_REACH))


def is_contact(text: str, start: int, end: int) -> bool:
    """Whether a bracket says how a body is reached."""
    return _CONTACT.search(text, start, end) is not None


def duties(text: str) -> tuple[int, int] | None:
    """The first line of a list of bodies and their duties (市公安局:负责…), which tells of no measure who does it."""
    signs = (sign.start() for sign in _DUTY_SIGN.finditer(text))
    starts = (max(text.rfind("\n", max(0, at - _LINE_REACH), at) + 1, at - _LINE_REACH, 0) for at in signs)
    lines = [match for start in starts if (match := _DUTY.match(text, start)) and surely_unit(match["unit"])]
    return lines[0].span("duty") if len(lines) >= _FEW else None
