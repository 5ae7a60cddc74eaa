"""Clauses and quoted names around a place in folded text, for the finders of facts: every look is bounded."""

from __future__ import annotations

import re
from bisect import bisect_right

from graph_loader.model import Span

REACH = 200
"""Characters that are looked at on either side of an expression: clauses of real papers are shorter."""

_STOP = re.compile(r"[,。;!?\n(\[“‘](?:(?<![(\[“‘])|[^()\[\]“”‘’\n]{0,60}[)\]”’])")
_NUMBERING = re.compile(
    r"(?: ?(?:\(?\d{1,3}[.、)]|\(?[一二三四五六七八九十]{1,3}[、)]|[一二三四五六七八九十]是|[①-⑳])[ 、]?){1,2}"
)
_QUOTED = re.compile(r"[“《‘][^“”《》‘’\n]{0,80}[”》’]")


def raw_start(text: str, region: Span, at: int) -> int:
    """Where the clause that holds `at` begins: behind the last stop before it that stands outside brackets and quotation marks."""
    left = max(region.start, at - REACH)
    for match in _STOP.finditer(text, left, at):
        if len(match[0]) == 1:
            left = match.end()
    while left < at and text[left] in " \t":
        left += 1
    return left


def unnumbered(text: str, left: int, at: int) -> int:
    """`left`, behind the number (1., 一是) that stands there."""
    numbering = _NUMBERING.match(text, left, at)
    return numbering.end() if numbering else left


def clause_start(text: str, region: Span, at: int) -> int:
    """Where the clause that holds `at` begins, its number left off."""
    return unnumbered(text, raw_start(text, region, at), at)


def clause_end(text: str, region: Span, at: int) -> int:
    """Where the clause that holds `at` ends: at the next stop outside brackets and quotation marks."""
    high = min(region.end, at + REACH)
    for match in _STOP.finditer(text, at, high):
        if len(match[0]) == 1:
            return match.start()
    return high


class Names:
    """The titles and quoted names of a region, in order."""

    def __init__(self, text: str, region: Span, *, shortest: int = 0) -> None:
        """shortest: characters between quotation marks below which a quotation is no name; titles in 《》 always are."""
        found = _QUOTED.finditer(text, region.start, region.end)
        self._spans = [Span(*match.span()) for match in found if len(match[0]) - 2 >= shortest or match[0][0] == "《"]
        self._starts = [span.start for span in self._spans]

    def holding(self, at: int) -> Span | None:
        """The name that `at` lies in, None where it lies in none."""
        place = bisect_right(self._starts, at) - 1
        return self._spans[place] if place >= 0 and at < self._spans[place].end else None
