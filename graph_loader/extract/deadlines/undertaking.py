"""Which words a time expression binds: the clause that it stands in or before, not the whole paragraph."""

from __future__ import annotations

import re

from graph_loader.extract.clauses import clause_end, clause_start, raw_start, unnumbered
from graph_loader.extract.fold import HAN
from graph_loader.model import Span

# A bracket that says who does it by when is no part of what is done.
_ROLE_BRACKET = re.compile(r" ?[(\[](?=[^()\[\]\n]{0,80}(?:牵头|责任单位|责任部门|负责|配合|主办|协办|承办|时限))")
# Behind these words the subject and its modal verb are left off: 政府法制机构应当每年10月份〔通过媒体…〕.
_MODAL = re.compile(
    r"(?:应当|应该|应|必须|须|需要?|要|将|可以?|原则上|力争|争取|确保|保证|计划|拟|预计|努力|并|且|同时|其中|于|在|从|自|到|至|"
    r"截至|截止|不晚于|不迟于|最迟|最晚|务必|务求|以及|和|及|以|其余|届时)++$"
)
_LEADING = re.compile(r"[ 、,:;—-]+")
_WILL = r"[要应须需将力争取确保证实现必务全部面基本如期按时分已均都并且再前先]{0,8}"
_DONE = (
    r"(?:完成|办结|到位|建成|竣工|完工|落实|实施|启动|开工|见效|投入?使用|投用|投产|投运|运行|销号|清零|达标|达产|出台|印发|上线|开放|结束|通车|通航|挂牌|"
    r"任务|使用|落地|运营|全面|工作|目标|并|投入|通过|,|、)"
)
_ONLY_DONE = re.compile(rf"{_WILL}{_DONE}{{0,4}}(?:[并且,](?:长期|持续|常态化?)(?:坚持|推进|开展|实施))? ?$")
"""Words that only say that it is done; what is done stands before them."""
_CLOSE = re.compile(r"[)\]\n]")
_MAX_BRACKET = 120
# Choosing is for the sake of what follows the comma: 选取至少2件重大决策,开展实施情况后评估.
_CHOOSING = re.compile(rf"[{HAN}、]{{0,20}}(?:选取|选择|选定|遴选|挑选|抽取|抽选|筛选|选派|选树)")


def bind(text: str, region: Span, start: int, end: int, floor: int) -> Span:
    """The words that the time expression at [start, end) binds, in the same text; empty where there are none.

    floor: where the time limit before it ends, whose own clause is not taken.
    """
    raw = raw_start(text, region, start)
    left = unnumbered(text, raw, start)
    after = _after(text, region, end)
    tail = _tidy(text, after.start, after.end)
    only_done = _ONLY_DONE.match(text, tail.start, tail.end) is not None
    bracket = _open_bracket(text, region, start)
    if bracket >= 0:
        close = _CLOSE.search(text, end, min(region.end, end + _MAX_BRACKET))
        if bracket >= floor and close and _ONLY_DONE.match(text[end : close.start()].lstrip(" ,")):
            return _before_bracket(text, region, bracket)
        raw = left = max(raw, bracket + 1)
    if floor > left:
        return tail
    head = text[left:start].strip(" 、:(")
    whole = _tidy(text, left, after.end)
    speaks = head and not _MODAL.search(head)
    if only_done and raw == left and _ONLY_DONE.fullmatch(_MODAL.sub("", head)):
        longer = _with_object(text, region, left, whole, floor)
        return longer if longer != whole or head else tail
    if (speaks and text[end : end + 1] != ",") or (only_done and head):
        return whole
    return tail


def _after(text: str, region: Span, end: int) -> Span:
    """The clause behind the expression, with the one after it where the first only chooses or names an occasion."""
    leading = _LEADING.match(text, end, region.end)
    start = leading.end() if leading else end
    stop = clause_end(text, region, start)
    unfinished = _CHOOSING.match(text, start, stop) or text[stop - 1 : stop] == "时"
    if unfinished and text[stop : stop + 1] == ",":
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


def _with_object(text: str, region: Span, left: int, whole: Span, floor: int) -> Span:
    """`whole` with the clause before it, which says what is done (改造老旧小区,2025年底前完成)."""
    before = left - 1
    while before > region.start and text[before] in " ,\t":
        before -= 1
    start = clause_start(text, region, before)
    if before <= region.start or text[before] in "。;!?\n" or start < floor:
        return whole
    return _tidy(text, start, whole.end)


def _open_bracket(text: str, region: Span, at: int) -> int:
    """Where the bracket that holds `at` opens, -1 where none does."""
    low = max(region.start, at - _MAX_BRACKET)
    bracket = max(text.rfind("(", low, at), text.rfind("[", low, at))
    return bracket if bracket >= 0 and not _CLOSE.search(text, bracket, at) else -1


def _before_bracket(text: str, region: Span, bracket: int) -> Span:
    """The clause that a bracketed time limit stands behind."""
    end = bracket
    while end > region.start and text[end - 1] in " 。,;\n":
        end -= 1
    return _tidy(text, clause_start(text, region, end), end)
