"""Ruled tables of a PDF page: lines drawn on the page make a grid, characters fall into its cells."""

from __future__ import annotations

from bisect import bisect
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import NamedTuple

from graph_loader.readers.build import GridCell
from graph_loader.readers.pdf_lines import Glyph, Line, text_of

_SNAP = 3.0
"""Points: lines nearer than this are one."""
_PADDING = 6.0
"""Points: white space at the side of a cell; a line is full where no further character would fit before it."""
_MAX_CROSSINGS = 1_000_000
"""Upright times level lines of a page; a page with more is a drawing."""


class Rule(NamedTuple):
    """A straight line of the page. at: its place across; start, end: its extent along (points)."""

    vertical: bool
    at: float
    start: float
    end: float

    @classmethod
    def between(cls, x0: float, y0: float, x1: float, y1: float) -> Rule | None:
        """The line between two points, None where it is neither upright nor level."""
        if abs(x0 - x1) < 1 < abs(y0 - y1):
            return cls(True, (x0 + x1) / 2, min(y0, y1), max(y0, y1))
        if abs(y0 - y1) < 1 < abs(x0 - x1):
            return cls(False, (y0 + y1) / 2, min(x0, x1), max(x0, x1))
        return None

    def crosses(self, other: Rule) -> bool:
        """Whether an upright and a level line meet."""
        return (
            other.start - _SNAP <= self.at <= other.end + _SNAP and self.start - _SNAP <= other.at <= self.end + _SNAP
        )


@dataclass(frozen=True, slots=True)
class Grid:
    """A table: its cells, its edges from left to right and from top to bottom (points)."""

    cells: tuple[GridCell, ...]
    xs: tuple[float, ...]
    ys: tuple[float, ...]

    @property
    def top(self) -> float:
        """Its upper edge."""
        return self.ys[0]

    def holds(self, glyph: Glyph) -> bool:
        """Whether a character stands inside the table."""
        across, up = _centre(glyph)
        return self.xs[0] <= across <= self.xs[-1] and self.ys[-1] <= up <= self.ys[0]


def find_grids(glyphs: list[Glyph], rules: Iterable[Rule]) -> list[Grid]:
    """The ruled tables of a page: at least two columns, and text in them."""
    merged = _merge(rules)
    upright, level = ([rule for rule in merged if rule.vertical is side] for side in (True, False))
    if len(upright) * len(level) > _MAX_CROSSINGS:
        return []
    grids = (_grid(glyphs, *group) for group in _connected(upright, level))
    return [grid for grid in grids if grid is not None]


def join_over_pages(flow: Iterable[Line | Grid]) -> list[Line | Grid]:
    """Tables that go on on the next page as one; heads printed again are dropped."""
    joined: list[Line | Grid] = []
    for item in flow:
        before = joined[-1] if joined else None
        if isinstance(item, Grid) and isinstance(before, Grid) and _alike(before.xs, item.xs):
            joined[-1] = _append(before, item)
        else:
            joined.append(item)
    return joined


def _alike(left: tuple[float, ...], right: tuple[float, ...]) -> bool:
    return len(left) == len(right) and all(abs(a - b) <= 2 * _SNAP for a, b in zip(left, right, strict=True))


def _append(first: Grid, second: Grid) -> Grid:
    """The rows of `second` under those of `first`. ys of the result: those of the last page."""
    height = max(cell.row + cell.rows for cell in first.cells)
    repeated = 0
    while _row(second, repeated) and _row(second, repeated) == _row(first, repeated):
        repeated += 1
    cells = [cell._replace(row=cell.row - repeated + height) for cell in second.cells if cell.row >= repeated]
    return Grid((*first.cells, *cells), second.xs, second.ys)


def _row(grid: Grid, row: int) -> list[tuple[int, str]]:
    return [(cell.column, cell.text) for cell in grid.cells if cell.row == row]


def _merge(rules: Iterable[Rule]) -> list[Rule]:
    """Pieces of one line as one: the sides of neighbouring cells are drawn one by one, often twice."""
    merged: list[Rule] = []
    for rule in sorted(rules, key=lambda rule: (rule.vertical, round(rule.at / _SNAP), rule.start)):
        last = merged[-1] if merged else None
        if (
            last
            and last.vertical == rule.vertical
            and abs(last.at - rule.at) <= _SNAP
            and rule.start <= last.end + _SNAP
        ):
            merged[-1] = last._replace(end=max(last.end, rule.end))
        else:
            merged.append(rule)
    return merged


def _connected(upright: list[Rule], level: list[Rule]) -> Iterator[tuple[list[Rule], list[Rule]]]:
    """Groups of lines that hang together."""
    waiting = set(upright) | set(level)
    for seed in upright:
        if seed not in waiting:
            continue
        waiting.discard(seed)
        group, frontier = [seed], [seed]
        while frontier:
            rule = frontier.pop()
            met = [other for other in (level if rule.vertical else upright) if other in waiting and rule.crosses(other)]
            waiting.difference_update(met)
            group += met
            frontier += met
        yield [rule for rule in group if rule.vertical], [rule for rule in group if not rule.vertical]


def _grid(glyphs: list[Glyph], upright: list[Rule], level: list[Rule]) -> Grid | None:
    xs, ys = _edges(upright), _edges(level)[::-1]
    if len(xs) < 3 or len(ys) < 2:
        return None
    owner = _owners(xs, ys, upright, level)
    content: dict[tuple[int, int], list[Glyph]] = {place: [] for place in owner.values()}
    falling = [-y for y in ys]
    for glyph in glyphs:
        across, up = _centre(glyph)
        place = owner.get((bisect(falling, -up) - 1, bisect(xs, across) - 1))
        if place is not None and glyph.char != "\n":
            content[place].append(glyph)
    if not any(content.values()):
        return None
    cells = []
    for (row, column), inside in content.items():
        area = [place for place, first in owner.items() if first == (row, column)]
        rows, columns = max(place[0] for place in area) - row + 1, max(place[1] for place in area) - column + 1
        cells.append(GridCell(row, column, _cell_text(inside, xs[column + columns]), rows, columns))
    return Grid(tuple(sorted(cells)), tuple(xs), tuple(ys))


def _edges(rules: list[Rule]) -> list[float]:
    edges: list[float] = []
    for at in sorted(rule.at for rule in rules):
        if not edges or at - edges[-1] > _SNAP:
            edges.append(at)
    return edges


def _owners(
    xs: list[float], ys: list[float], upright: list[Rule], level: list[Rule]
) -> dict[tuple[int, int], tuple[int, int]]:
    """For each slot of the grid the upper left slot of the cell that covers it: no line between them is drawn."""
    owner: dict[tuple[int, int], tuple[int, int]] = {}
    for row in range(len(ys) - 1):
        middle = (ys[row] + ys[row + 1]) / 2
        for column in range(len(xs) - 1):
            if (row, column) in owner:
                continue
            right = column + 1
            while right < len(xs) - 1 and not _drawn(upright, xs[right], middle) and (row, right) not in owner:
                right += 1
            down, centre = row + 1, (xs[column] + xs[column + 1]) / 2
            while down < len(ys) - 1 and not _drawn(level, ys[down], centre):
                down += 1
            slots = ((r, c) for r in range(row, down) for c in range(column, right))
            owner.update((slot, (row, column)) for slot in slots if slot not in owner)
    return owner


def _drawn(rules: list[Rule], at: float, along: float) -> bool:
    return any(abs(rule.at - at) <= _SNAP and rule.start <= along <= rule.end for rule in rules)


def _centre(glyph: Glyph) -> tuple[float, float]:
    return (glyph.left + glyph.right) / 2, (glyph.bottom + glyph.top) / 2


def _cell_text(glyphs: list[Glyph], right: float) -> str:
    """A cell's text: lines that reach its right edge go on in the next one, others end."""
    lines: list[list[Glyph]] = []
    last: Glyph | None = None
    for glyph in glyphs:
        if last is not None and (
            glyph.char.isspace() or abs(_centre(last)[1] - _centre(glyph)[1]) < (glyph.top - glyph.bottom) / 2
        ):
            lines[-1].append(glyph)
        elif not glyph.char.isspace():
            lines.append([glyph])
        last = last if glyph.char.isspace() else glyph
    text, full = "", True
    for line in lines:
        text += text_of(line) if full else "\n" + text_of(line)
        end = max(line, key=lambda glyph: glyph.right)
        full = end.right > right - _PADDING - (end.top - end.bottom)
    return text
