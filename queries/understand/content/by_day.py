"""Which of a measure's deadlines a question means: the one whose own clause has what it tells (乡镇用户到什么时候, 整改到哪天).

What is to be done by several days is often told once, and what of it by which day only beside each date: 10月底前完成排查，明年6月底
前完成整改.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from graph_loader.stores.base import GraphStore
from queries.understand.content.passages import features
from queries.understand.content.topics import plain

_CUTS = re.compile(r"[，,。；;\n\t]")
_ENDS = "。\n\t"
"""Where a clause that is only a date ends too."""
_SAYS_NOTHING = re.compile(r"(?:完成|办结)?(?:时限|期限|时间)|[到至在前底末年月日号力争以内之0-9\W]")
_DONE = re.compile(r"(?:完成|办结)?(?:时限|期限|时间)|全面|基本|完成|实现|达到|[:：\s]")
_LABEL = re.compile("(?:完成|办结|整改)?(?:时限|期限|时间)(?:要求)?[:：]")
_NAMED = re.compile("(?:完成|办结)的?(?:时限|期限|时间|日期|日子)")
"""What names any deadline."""
_FEW = 4
_SEVERAL = re.compile(
    "(?:[两二三四五六几]|[0-9])个(?:时间|时限|期限|节点|日期|阶段|日子)|分别|各(?:个|自|项|是|到|要|在)|每个|哪(?:些|几个)(?:时间|时限|期限|节点|日期|日子)"
)
"""What asks for all deadlines of a measure."""


@dataclass(frozen=True, slots=True)
class Clause:
    """time: a deadline as the document writes it. own: what only the clause around it says, and nothing else in the measure.
    whole: all that it says beside the date, where it is short."""

    time: str
    own: frozenset[str]
    whole: str = ""


def times_told(text: str, clauses: Sequence[Clause]) -> list[str]:
    """The deadlines of a measure that a folded question tells of, as written; none where it tells of all or of no certain one. \\0
    stands for what is not to be compared."""
    if _SEVERAL.search(text):
        return []
    told = set(features(_NAMED.sub("\n", text)))
    meant = [clause.time for clause in clauses if clause.own & told or (clause.whole and clause.whole in text)]
    return meant if len(meant) < len(clauses) else []


def read_clauses(store: GraphStore) -> Mapping[str, Sequence[Clause]]:
    """The clauses of the deadlines of each measure that has several, by its id."""
    rows = store.read(
        "MATCH (m:Measure)-[:HAS_DEADLINE]->(t:Deadline) "
        "RETURN m.id AS id, m.title AS title, m.text AS text, t.text AS time, t.start - m.start AS start ORDER BY id, start"
    ).rows
    found: defaultdict[str, list[tuple[str, int]]] = defaultdict(list)
    texts: dict[str, tuple[str, str]] = {}
    for id, title, text, time, start in rows:
        found[id].append((time, start))
        texts[id] = (title or "", text or "")
    return {id: _clauses(*texts[id], times) for id, times in found.items() if len(times) > 1}


def _clauses(title: str, text: str, times: Sequence[tuple[str, int]]) -> list[Clause]:
    spans = [_around(text, start, start + len(time)) for time, start in times]
    said = [
        _told(_LABEL.sub("\n", text[first:last].replace(time, "\n")))
        for (first, last), (time, _) in zip(spans, times, strict=True)
    ]
    elsewhere = _told(_outside(text, spans))
    if not any(time in title for time, _ in times):
        elsewhere |= _told(title)
    others = (elsewhere.union(*said[:at], *said[at + 1 :]) for at in range(len(said)))
    wholes = (_beside(text[first:last], time) for (first, last), (time, _) in zip(spans, times, strict=True))
    return [
        Clause(time, own - other, whole)
        for (time, _), own, other, whole in zip(times, said, others, wholes, strict=True)
    ]


def _beside(clause: str, time: str) -> str:
    """What a clause says beside its date and that it is to be done (完成排查: 排查), "" where that is more than a few characters."""
    said = _DONE.sub("", clause.replace(time, ""))
    return plain(said) if 1 < len(said) <= _FEW else ""


def _told(text: str) -> frozenset[str]:
    return frozenset(features(plain(text)))


def _outside(text: str, spans: Iterable[tuple[int, int]]) -> str:
    """The text without the spans, a line for each piece."""
    pieces, at = [], 0
    for start, end in sorted(spans):
        pieces.append(text[at:start])
        at = max(at, end)
    return "\n".join([*pieces, text[at:]])


def _around(text: str, start: int, end: int) -> tuple[int, int]:
    """The clause that a date stands in, with the next one where it says no more than the date."""
    cuts = [match.start() for match in _CUTS.finditer(text)]
    first = max((cut + 1 for cut in cuts if cut < start), default=0)
    behind = [cut for cut in cuts if cut >= end]
    last = behind[0] if behind else len(text)
    if behind and text[last] not in _ENDS and not _SAYS_NOTHING.sub("", text[first:start] + text[end:last]):
        last = behind[1] if len(behind) > 1 else len(text)
    return first, last
