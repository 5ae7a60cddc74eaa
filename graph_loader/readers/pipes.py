"""Tables drawn with | in plain text and Markdown."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from graph_loader.model import Cell, Span, Table

_RULE = re.compile(r"[\s|:+\-=—─┼├┤]+\Z")
_BARS = "|｜│"
_CUT = re.compile(f"[{_BARS}]")
_TAB = re.compile("\t")
_WIDE = 3
"""A row of two cells is a heading only in a table of more columns."""


def pipe_tables(text: str) -> tuple[Table, ...]:
    """Tables of at least two rows and two columns whose lines are parted by |, ｜ or │. Rule lines (|---|) are no rows."""
    return _tables(text, _CUT)


def tab_tables(text: str) -> tuple[Table, ...]:
    """Tables whose cells are parted by tabs, as copying one from an office program leaves them."""
    return _tables(text, _TAB)


def _tables(text: str, cut: re.Pattern[str]) -> tuple[Table, ...]:
    if not cut.search(text):
        return ()
    return tuple(table for block in _blocks(text, cut) if (table := _table(text, block, cut)))


def _blocks(text: str, cut: re.Pattern[str]) -> Iterator[list[Span]]:
    """Runs of lines that follow each other and hold a separator."""
    block: list[Span] = []
    start = 0
    while start < len(text):
        end = text.find("\n", start)
        end = len(text) if end < 0 else end
        if cut.search(text, start, end):
            block.append(Span(start, end))
        elif block:
            yield block
            block = []
        start = end + 1
    if block:
        yield block


def _table(text: str, block: list[Span], cut: re.Pattern[str]) -> Table | None:
    rows = [row for line in block if not _RULE.match(line.of(text)) and (row := _row(text, line, cut))]
    # A line that merely mentions a bar is no row: a table begins with two rows of as many cells, but for headings between them.
    width = len(rows[0]) if rows else 0
    second = next((len(row) for row in rows[1:] if not _is_heading(row, width)), 0)
    if width < 2 or second != width:
        return None
    cells = []
    for number, row in enumerate(rows):
        last = len(row) - 1
        across = width - last if _is_heading(row, width) else 1
        cells += [Cell(number, column, span, 1, across if column == last else 1) for column, span in enumerate(row)]
    return Table(Span(rows[0][0].start, rows[-1][-1].end), tuple(cells))


def _is_heading(row: list[Span], width: int) -> bool:
    """Whether a row heads the rows below it: a single cell, or a number and a name in a wider table."""
    return len(row) == 1 or (len(row) == 2 and width > _WIDE)


def _row(text: str, line: Span, cut: re.Pattern[str]) -> list[Span]:
    """Spans of a line's cells, trimmed. A bar at the line's beginning or end opens no cell."""
    cuts = [match.start() for match in cut.finditer(text, line.start, line.end)]
    edges = [line.start - 1, *cuts, line.end]
    spans = [_trim(text, left + 1, right) for left, right in pairwise(edges)]
    line_text = line.of(text).strip()
    if line_text[:1] in _BARS:
        spans = spans[1:]
    if line_text[-1:] in _BARS:
        spans = spans[:-1]
    return spans


def _trim(text: str, start: int, end: int) -> Span:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return Span(start, end)
