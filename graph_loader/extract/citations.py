"""Documents that a text names: 《title》 and its document number, and whether it is the basis, cited or superseded.

Works on folded text, where every bracket is half-width; titles keep the original's 〈〉.
"""

from __future__ import annotations

import re
from collections.abc import Collection
from functools import lru_cache

from graph_loader.extract.fold import HAN, Folded, fold
from graph_loader.model import Citation, CitationKind, ParseWarning, Span

_MAX_TITLE = 120
_TITLE = re.compile(rf"《(?P<title>[^《》\n]{{1,{_MAX_TITLE}}}(?:《[^《》\n]{{1,{_MAX_TITLE}}}》[^《》\n]{{0,60}})?)》")
# 国发[2019]3号, 甘发(2016)23号, 国务院令第711号, 主席令第三十六号, GB/T 2260—2007.
_NUMBER = re.compile(
    rf" ?[(\[]? ?(?P<number>[{HAN}]{{1,16}} ?[\[(]\d{{4}}[\])] ?(?:第 ?)?\d{{1,5}} ?号"
    rf"|[{HAN}]{{1,16}}(?:第 ?[\d一二三四五六七八九十百〇零]{{1,6}} ?号|\d{{1,4}} ?号令?)"
    r"|(?:GB|DB\d{0,2}|[A-Z]{2})(?:/[A-Z])? ?\d{1,6}(?:\.\d+)?(?:[-—]\d{4})?)"
)
# A document, by the last word of its title; anything else in 《》 is a form, a list, a book or a newspaper.
_DOCUMENT = re.compile(
    r"(?:宪法|法|条例|办法|规定|意见|方案|规划|计划|纲要|通知|决定|细则|章程|标准|规范|公告|通告|指南|指引|措施|决议|报告|令|导则|目录|要点|"
    r"建议|规则|准则|制度|批复|函|公约|协定|条约|声明|宣言|行动|解释|规程|规约|政策|若干条款|战略|白皮书|讲话|批示|十条|条|蓝图|方略|总则|要求)"
    r"(?: ?[(\[][^()\[\]]{1,40}[)\]]){0,3}$"
)
# 《意见》 and its like stand for a document that was named in full before.
_SHORT_NAME = re.compile(
    r"(?:实施|指导|行动|建设|工作|若干|总体|专项|暂行)?(?:意见|通知|方案|规划|计划|办法|规定|条例|纲要|决定|措施|细则|建议|行动|目录|指南|标准|政策|要点)"
)
_ABBREVIATED = re.compile(r"(?:以下|下)?(?:统称|简称|称)(?:为)?[:“]? ?$")
_BASIS = re.compile(r"(?:根据|依据|依照|按照|遵照|贯彻(?:落实|执行|实施)?|落实|结合|执行)[^。;\n《]{0,40}$")
_SUPERSEDED_AFTER = re.compile(r"[^。\n《]{0,60}?(?:废止|停止执行|不再执行|失效)")
_SUPERSEDED_BEFORE = re.compile(r"(?:废止|取代|替代|代替)[^。;\n《]{0,12}$")
# What joins the titles of one list: 根据《…》《…》等法律法规和《…》.
_JOINED = re.compile(
    r"[ 、和及与,以]*(?:等?(?:有关)?(?:法律|法规|规章|政策|文件|规定|精神)*)[ 、和及与,以]*(?:[^《。;,]{0,4}(?:印发|发布)的)?"
)
# Between the titles of a list that is revoked as a whole: numbers in brackets and conjunctions.
_LIST_GAP = re.compile(r"[ 、和及与,]*(?:[(\[][^《》。;\n]{0,60})?")
_CLOSE = re.compile(r"(?:[,;、 ][^()《》。\n]{0,20}(?:《[^《》。\n]{1,20}》)?[^()《》。\n]{0,4})?[)\]]")
_IGNORED = re.compile(r"[\s《》]")
_WINDOW = 60
_MAX_LISTED = 20
_MAX_OWN = 64


def find(
    folded: Folded, region: Span, *, opening: bool = False, own: Collection[str] = ()
) -> tuple[tuple[Citation, ...], tuple[ParseWarning, ...]]:
    """The documents named in `region` of the folded text, in order, each title once.

    opening: the region is the document's opening paragraph, where 根据《…》 names its basis. own: titles of the document
    itself, in any width, which are no citations. Spans cover 《…》 with the number behind it, in the original text.
    """
    text = folded.text
    found: dict[str, Citation] = {}
    matches = list(_TITLE.finditer(text, region.start, region.end))
    if not matches:
        return (), ()
    own_titles = {_own(title) for title in own}
    last: tuple[int, CitationKind] = (region.start, "cited")
    for place, match in enumerate(matches):
        title = match["title"].strip()
        before = text[max(region.start, match.start() - _WINDOW) : match.start()]
        number = _NUMBER.match(text, match.end(), region.end)
        if not _DOCUMENT.search(title) or _plain(title) in own_titles:
            continue
        if not number and (_SHORT_NAME.fullmatch(title) or _ABBREVIATED.search(before)):
            continue
        end = _closed(text, number.end("number"), region.end) if number else match.end()
        joined = place > 0 and last[0] > region.start and _JOINED.fullmatch(text, last[0], match.start())
        kind: CitationKind = "cited"
        if _is_superseded(text, before, matches[place : place + _MAX_LISTED], region.end):
            kind = "superseded"
        elif opening and (_BASIS.search(before) or (joined and last[1] == "basis")):
            kind = "basis"
        last = (end, kind)
        citation = Citation(
            title=folded.span(*match.span("title")).of(folded.original).strip(),
            number=folded.span(*number.span("number")).of(folded.original) if number else "",
            kind=kind,
            span=folded.span(match.start(), end),
        )
        known = found.get(_plain(title))
        if known is None or (citation.number and not known.number):
            found[_plain(title)] = citation
    return tuple(found.values()), ()


def _is_superseded(text: str, before: str, titles: list[re.Match[str]], stop: int) -> bool:
    """Whether 废止 stands before the title, or behind the list of titles that it begins."""
    if _SUPERSEDED_BEFORE.search(before):
        return True
    for title, following in zip(titles, [*titles[1:], None], strict=True):
        if _SUPERSEDED_AFTER.match(text, title.end(), stop):
            return True
        if following is None or not _LIST_GAP.fullmatch(text, title.end(), following.start()):
            return False
    return False


@lru_cache(_MAX_OWN)
def _own(title: str) -> str:
    return _plain(fold(title).text)


def _plain(title: str) -> str:
    """A folded title for comparison: without blanks, inner 《》, and differences of dashes."""
    return _IGNORED.sub("", title).replace("—", "-")


def _closed(text: str, end: int, stop: int) -> int:
    """`end`, moved behind the bracket that closes behind it."""
    close = _CLOSE.match(text, end, stop)
    return close.end() if close else end
