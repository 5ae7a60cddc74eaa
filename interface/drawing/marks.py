"""Highlighting: a text with marks laid over it, cut into runs that each carry the kinds of the marks over them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

CSS_CLASS = {
    "lead": "h-lead",
    "responsible": "h-resp",
    "supporting": "h-supp",
    "deadline": "h-deadline",
    "undertaking": "h-under",
    "target": "h-target",
    "citation": "h-cite",
    "trigger": "h-trig",
    "consequence": "h-cons",
    "warning": "h-warn",
    "unit": "h-unit",
    "words": "h-words",
}
"""Class in zeren.css of each kind of mark."""


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of text under the same marks. classes: CSS classes joined by spaces, "" for plain text."""

    text: str
    classes: str


def runs(text: str, marks: Iterable[tuple[int, int, str]]) -> list[Run]:
    """Cut text at the edges of marks (start, end, kind), offsets into text, half-open; marks may overlap or reach outside.

    The runs' texts joined are the text. Linear in text and in marks times their overlap.
    """
    opens: dict[int, list[str]] = {}
    closes: dict[int, list[str]] = {}
    for start, end, kind in marks:
        start, end = max(start, 0), min(end, len(text))
        if start < end:
            opens.setdefault(start, []).append(kind)
            closes.setdefault(end, []).append(kind)
    active: list[str] = []
    result: list[Run] = []
    position = 0
    for edge in sorted({*opens, *closes, len(text)}):
        if edge > position:
            classes = " ".join(dict.fromkeys(CSS_CLASS[kind] for kind in active if kind in CSS_CLASS))
            result.append(Run(text[position:edge], classes))
            position = edge
        for kind in closes.get(edge, ()):
            active.remove(kind)
        active.extend(opens.get(edge, ()))
    return result
