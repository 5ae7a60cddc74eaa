"""Which words a time expression binds: the clause that it stands in or before, not the whole paragraph."""

from __future__ import annotations

import re

from graph_loader.extract.fold import HAN
from graph_loader.model import Span

REACH = 300
"""Characters that are looked at on either side of a time expression: no clause of a real paper is longer."""

_STOP = re.compile(r"[,。;!?\n]|[(\[“‘][^()\[\]“”‘’\n]{0,60}[)\]”’]")
# A bracket that says who does it by when is no part of what is done.
_ROLE_BRACKET = re.compile(
    r" ?[(\[](?=[^()\[\]\n]{0,80}(?:牵头|责任|负责|配合|主办|协办|承办|完成|时限|局|委|办|部|厅|政府))"
)
# Behind these words the subject and its modal verb are left off: 政府法制机构应当每年10月份〔通过媒体…〕.
_MODAL = re.compile(
    r"(?:应当|应该|应|必须|须|需要?|要|将|可以?|原则上|力争|争取|确保|保证|计划|拟|预计|努力|并|且|同时|其中|于|在|从|自|到|至|"
    r"截至|截止|不晚于|不迟于|最迟|最晚|务必|务求|以及|和|及|以)+$"
)
_LEADING = re.compile(r"[ 、,:;—-]+")
_NUMBERING = re.compile(
    r"(?: ?(?:\(?\d{1,3}[.、)]|\(?[一二三四五六七八九十]{1,3}[、)]|[一二三四五六七八九十]是|[①-⑳])[ 、]?){1,2}"
)
# Words that only say that it is done; what is done stands before them.
_ONLY_DONE = re.compile(
    r"(?:[要应须需将力争争取确保保证实现必务全部面基本如期按时部分已均都并且再]{0,8})"
    r"(?:完成|办结|到位|建成|竣工|完工|落实|实施|启动|开工|见效|投入?使用|投用|投产|运行|销号|清零|达标|达产|出台|印发|上线|开放|结束|"
    r"整改|任务|使用|落地|验收|运营|全面|建设|工作|目标|并|投入|通过|以上|,|、){0,4} ?$"
)
# Choosing is for the sake of what follows the comma: 选取至少2件重大决策,开展实施情况后评估.
_CHOOSING = re.compile(rf"[{HAN}、]{{0,20}}(?:选取|选择|选定|遴选|挑选|抽取|抽选|筛选|选派|选树)")


def bind(text: str, region: Span, start: int, end: int) -> Span:
    """The words that the time expression at [start, end) binds, in the same text; empty where there are none."""
    left = clause_start(text, region, start)
    if (
        text[start - 1 : start] in "(["
        and start > region.start
        and text[end : end + 12].find(")") >= 0 > text[start:end].find("(")
    ):
        outer = _before_bracket(text, region, start - 1)
        if outer.end > outer.start:
            return outer
    after = _after(text, region, end)
    head = text[left:start].strip(" 、:")
    if head and not _MODAL.search(head) and text[end : end + 1] != ",":
        whole = _tidy(text, left, after.end)
        return _with_object(text, region, left, whole, start, end)
    tail = _tidy(text, after.start, after.end)
    if _ONLY_DONE.match(text, tail.start, tail.end):
        return _with_object(text, region, left, _tidy(text, left, after.end), start, end)
    return tail


def clause_start(text: str, region: Span, at: int) -> int:
    """Where the clause that holds `at` begins: behind the last stop before it, numbering left off."""
    low = max(region.start, at - REACH)
    left = low
    for match in _STOP.finditer(text, low, at):
        if len(match[0]) == 1:
            left = match.end()
    numbering = _NUMBERING.match(text, left, at)
    if numbering:
        left = numbering.end()
    while left < at and text[left] in " \t":
        left += 1
    return left


def clause_end(text: str, region: Span, at: int) -> int:
    """Where the clause that holds `at` ends: at the next stop outside brackets and quotation marks."""
    high = min(region.end, at + REACH)
    for match in _STOP.finditer(text, at, high):
        if len(match[0]) == 1:
            return match.start()
    return high


def _after(text: str, region: Span, end: int) -> Span:
    start = end
    leading = _LEADING.match(text, start, region.end)
    if leading:
        start = leading.end()
    stop = clause_end(text, region, start)
    if _CHOOSING.match(text, start, stop) and text[stop : stop + 1] == ",":
        stop = clause_end(text, region, stop + 1)
    return Span(start, stop)


def _tidy(text: str, start: int, end: int) -> Span:
    """[start, end) without the bracket of who does it, closing brackets left over, and blanks."""
    role = _ROLE_BRACKET.search(text, start, end)
    if role:
        end = role.start()
    while end > start and (text[end - 1] in " \t、:" or (text[end - 1] in ")]" and not _balanced(text, start, end))):
        end -= 1
    while start < end and text[start] in " \t、":
        start += 1
    return Span(start, end)


def _balanced(text: str, start: int, end: int) -> bool:
    return text.count("(", start, end) >= text.count(")", start, end) and text.count("[", start, end) >= text.count(
        "]", start, end
    )


def _with_object(text: str, region: Span, left: int, whole: Span, start: int, end: int) -> Span:
    """`whole`, with the clause before it where it only says that it is done (改造老旧小区,2025年底前完成)."""
    rest = text[whole.start : start] + text[min(end, whole.end) : whole.end]
    if len(rest) > 24 or not _ONLY_DONE.fullmatch(_MODAL.sub("", rest.strip(" ,、"))):
        return whole
    before = left - 1
    while before > region.start and text[before] in " ,\t":
        before -= 1
    if before <= region.start or text[before] in "。;!?\n":
        return whole
    return _tidy(text, clause_start(text, region, before), whole.end)


def _before_bracket(text: str, region: Span, bracket: int) -> Span:
    """The clause that a bracketed time limit stands behind: …建成投用(2025年底前)."""
    end = bracket
    while end > region.start and text[end - 1] in " 。,;":
        end -= 1
    return _tidy(text, clause_start(text, region, end), end)
