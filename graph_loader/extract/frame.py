"""What stands around the clauses: the lines of the head (title, number, cover notice) and of the tail (signature, lists)."""

from __future__ import annotations

import re
from datetime import date

from graph_loader.extract import numerals
from graph_loader.extract.fold import HAN

Line = tuple[int, int]

_CN = "〇零一二三四五六七八九十"
_DATE = (
    rf"(?P<year>(?:19|20)\d{{2}}|[二一][{_CN}]{{3}}) ?[年./-] ?(?P<month>\d{{1,2}}|[{_CN}]{{1,3}}) ?[月./-] ?"
    rf"(?P<day>\d{{1,2}}|[{_CN}]{{1,3}}) ?日?"
)
DATE = re.compile(_DATE)
DATE_LINE = re.compile(rf"[( ]*{_DATE}[) ]*")
PRINTED = re.compile(rf"{_DATE} ?印发")
_BODY = re.compile(
    rf"(?:中共|中国共产党)?[{HAN}]{{1,40}}(?:政府|市委|省委|县委|区委|州委|盟委|旗委|党委|委员会|办公厅|办公室|领导小组|指挥部|局|厅|委|部|院|署|会|"
    r"管委会|中心|公司|银行|法院|检察院)\Z|(?:国务院|中共中央|中央军委|全国人大常委会)\Z"
)
_TAIL = re.compile(
    r"\(?此件|抄送|抄报|主送|\(?联系人|\(?信息公开|公开(?:方式|属性|类别)|(?:主办|承办)单位? ?:|"
    r"扫一扫|版权所有|【?原文下载|【?相关(?:链接|附件)|"
    r"(?:上|下)一[篇条]|返回|分享到|打印本页|\(本文有删减\)|政策咨询"
)
_REACH = 6_000
_MAX_LINES = 200


def lines(text: str, start: int, end: int, most: int = _MAX_LINES) -> list[Line]:
    """The lines of [start, end) that hold something, without the white space and Markdown signs around them; at most `most`."""
    found: list[Line] = []
    at = start
    while at < end and len(found) < most:
        stop = text.find("\n", at, end)
        stop = end if stop < 0 else stop
        first, last = at, stop
        while first < last and text[first] in " \t#*>":
            first += 1
        while last > first and text[last - 1] in " \t*":
            last -= 1
        if first < last:
            found.append((first, last))
        at = stop + 1
    return found


def day_of(words: str) -> date | None:
    """The first whole date in the words (2017年4月24日, 2017-04-24, 二〇一七年四月二十四日); None when there is none."""
    match = DATE.search(words)
    if not match:
        return None
    year, month, day = (numerals.whole(match[key].replace("零", "〇")) for key in ("year", "month", "day"))
    try:
        return date(year or 0, month or 0, day or 0)
    except ValueError:
        return None


def bodies(words: str) -> list[str]:
    """The bodies that a line of nothing but bodies names (`中共张掖市委 张掖市人民政府`); [] for any other line."""
    parts = [part for part in re.split(r"[ \t、,]+", words.strip()) if part]
    if not 0 < len(parts) <= 12 or len(words) > 200:
        return []
    return parts if all(2 < len(part) <= 45 and _BODY.match(part) for part in parts) else []


def tail(text: str, after: int) -> list[Line]:
    """The lines from the signature on. after: the end of the last statement. [] when the text ends with its clauses."""
    found = lines(text, max(after, len(text) - _REACH, 0), len(text))
    for place, line in enumerate(found):
        words = text[slice(*line)]
        if DATE_LINE.fullmatch(words) or _TAIL.match(words) or PRINTED.search(words):
            first = place
            while first > 0 and bodies(text[slice(*found[first - 1])]):
                first -= 1
            return found[first:]
    return []
