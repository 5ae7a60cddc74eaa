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
        kept = clauses[:at] if idle and not others else clauses[: at + 1]
        return "".join([*kept, rest])
    return text
