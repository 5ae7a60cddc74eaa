"""Names cut to lines that a graph has room for."""

from __future__ import annotations

import unicodedata

_CLOSING = "、，。；：）】》”’,.;:)]!?！？…"


def em(text: str) -> float:
    """The width of a text in em: wide characters count one, others a little over a half."""
    return sum(1.0 if unicodedata.east_asian_width(mark) in "WFA" else 0.56 for mark in text)


def cut(text: str, width: float) -> str:
    """The text, or as much of it as fits into `width` em with … behind it."""
    if em(text) <= width:
        return text
    kept = ""
    for mark in text:
        if em(kept + mark) > width - 1:
            break
        kept += mark
    return kept.rstrip("、，,(（ ") + "…"


def wrap(text: str, width: float = 11.0) -> tuple[str, ...]:
    """The text in one line, or in two of about the same width, each at most `width` em, … at the end of what has no room.

    No line begins with a closing mark.
    """
    total = em(text)
    if total <= width:
        return (text,)
    half = min(max(total / 2, em(text[:1])), width)
    first = ""
    for mark in text:
        if em(first + mark) > half + 0.5 or em(first + mark) > width:
            break
        first += mark
    rest = text[len(first) :]
    while rest and rest[0] in _CLOSING and em(first + rest[0]) <= width + 1:
        first, rest = first + rest[0], rest[1:]
    return (first, cut(rest, width)) if rest else (first,)
