"""它 that stands for a unit which the same question has named: 法制办没了,它那摊子事现在找谁 asks 法制办那摊子事现在找谁."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from queries.understand import slots
from queries.understand.found import Found
from queries.understand.mask import mask

_CLAUSES = re.compile("[^,;。?!]+[,;。?!]*")
_IT = re.compile(
    "(?<!其)[它他]们?(?!自[己身])|(?<=[除由归让给])其(?=[,牵负责配])|其(?=职[责能]|工作|任务|牵头|责任|配合)"
)
_BUT_IT = re.compile("除了?它们?(?:以外|之外|外)?[,，]?(?=.*(?:责任|配合|协办|参与))")
"""The unit of another role is none of those that are asked for."""
_TAG = re.compile("(?:吧|对吧|是吧|对不对|是不是)[,?]$")
"""What ends a clause that only tells what the asker knows already."""
_ASKING = re.compile("[谁哪几]|什么|多少|何|怎")
_ERRAND = re.compile(
    "(?:我们?|咱们?|俺们?|[YBA]|一会儿?|待会儿?|等下|马上|回头|上午|下午|下周|这就|正|要|得|想|去|来|准备|打算|需要?|在)+"
    "(?:给|跟|找|和|同|向|对|约|催)?(?:约谈|谈谈?|聊聊?|联系|拜访|见|催|督促|督办|问问?|核查|检查|走访|调研)?P?U"
    "(?:那边|他们)?(?:打(?:个|一个)?电话|谈谈?|聊聊?|谈话|开会|对接|催[一催下]*|问问?|核实|见面|办事|交涉|碰头|反映|情况|一下)*[,;。]*"
)
"""What the asker is about to do with a unit, which is asked about behind it: 明天约谈某局, 我要给某局打电话."""
_DUTIES = frozenset(
    ["lead", "responsible", "supporting", "due", "target", "liability", "together", "most", "first", "last"]
)
"""Concepts that a clause says about something and that the question behind it may need."""


def resolved(text: str, find: Callable[[str], Sequence[Found]]) -> str:
    """A tidied question with the unit's name in place of 它, where one clause names just that unit and a later one says 它. A
    clause that only tells what became of the unit is left out then. find: the entities of a text."""
    clauses = [match[0] for match in _CLAUSES.finditer(text)]
    for at, clause in enumerate(clauses[:-1]):
        named = list(find(clause))
        units = [item for item in named if item.kind == "unit"]
        behind = "".join(clauses[at + 1 :])
        it = _IT.search(behind)
        if len(units) != 1 or it is None or any(item.kind == "unit" for item in find(behind)):
            continue
        whole = clause[named[0].start : units[0].end] if named[0].kind == "place" else units[0].text
        rest = _BUT_IT.sub("", behind, count=1)
        if rest == behind:
            rest = behind[: it.start()] + whole + behind[it.end() :]
        known = _TAG.search(clause) or not slots.read(mask(clause, named)).key & _DUTIES
        idle = bool(known) and not _ASKING.search(clause)
        others = any(item.kind not in ("unit", "place") for item in named)
        errand = _ERRAND.fullmatch(mask(clause, named))
        kept = clauses[:at] if errand or (idle and not others) else clauses[: at + 1]
        return "".join([*kept, rest])
    return text
