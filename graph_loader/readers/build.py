"""Putting a SourceText together: paragraphs and tables one after the other, with every cell's span known."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from graph_loader.model import Cell, Span, Table
from graph_loader.readers import limits

Extracted = tuple[str, tuple[Table, ...], tuple[str, ...]]
"""What the reader of each format returns: text, tables, notices (Chinese)."""

_LINE_ENDS = re.compile("\r\n?|[\v\x85\u2028\u2029]")
# Control characters but \t \n \f; zero-width and direction marks; soft hyphen; what stands for nothing in XML.
_INVISIBLE = re.compile("[\x00-\x08\x0e-\x1f\x7f\xad\u200b-\u200f\u202a-\u202e\u2060\ufeff\ufffe\uffff]")


# Radicals and compatibility ideographs: PDF files often give ⽅ (U+2F45) for 方, and people paste it on.
_RADICALS = re.compile("[\u2e80-\u2fd5\uf900-\ufaff]")
_SUPPLEMENT = dict(
    zip(
        "⺠⻅⻆⻉⻋⻓⻔⻘⻙⻚⻛⻜⻝⻢⻣⻤⻥⻦⻧⻨⻩⻬⻮⻰⻄",
        "民见角贝车长门青韦页风飞食马骨鬼鱼鸟卤麦黄齐齿龙西",
        strict=True,
    )
)


def clean(text: str) -> str:
    """Text with line ends as \\n, without characters that nobody sees, radicals as the characters that they look like.
    \\f stays: it parts documents."""
    return _RADICALS.sub(_ideograph, _INVISIBLE.sub("", _LINE_ENDS.sub("\n", text)))


def _ideograph(match: re.Match[str]) -> str:
    return _SUPPLEMENT.get(match[0]) or unicodedata.normalize("NFKC", match[0])


def whole_number(text: str, default: int, most: int) -> int:
    """A number written in markup, at most `most`; `default` where it is none."""
    return min(int(text), most) if text.isascii() and text.isdigit() and len(text) < 10 else default


class GridCell(NamedTuple):
    """A cell before it has a place in the text: merged cells once, 0-based, with the area covered."""

    row: int
    column: int
    text: str
    rows: int = 1
    columns: int = 1


class TextBuilder:
    """Collects lines and tables and knows how long the text is so far."""

    def __init__(self) -> None:
        self._pieces: list[str] = []
        self._length = 0
        self._cells = 0
        self._tables: list[Table] = []

    def line(self, text: str) -> None:
        """Add a paragraph."""
        self._add(text)
        self._add("\n")

    def lines(self, texts: Iterable[str]) -> None:
        """Add paragraphs."""
        for text in texts:
            self.line(text)

    def table(self, cells: Sequence[GridCell], sheet: str = "") -> None:
        """Add a table; cells in reading order. Raises ReadError above limits.MAX_CELLS."""
        if not cells:
            return
        self._cells += sum(cell.rows * cell.columns for cell in cells)
        limits.require(self._cells <= limits.MAX_CELLS, f"表格单元格超过 {limits.MAX_CELLS} 个")
        start, placed, row = self._length, [], cells[0].row
        for index, cell in enumerate(cells):
            if index:
                self._add("\t" if cell.row == row else "\n")
            row = cell.row
            begin = self._length
            self._add(cell.text)
            placed.append(Cell(cell.row, cell.column, Span(begin, self._length), cell.rows, cell.columns))
        self._tables.append(Table(Span(start, self._length), tuple(placed), sheet))
        self._add("\n")

    def result(self) -> tuple[str, tuple[Table, ...]]:
        """The text and its tables."""
        return "".join(self._pieces), tuple(self._tables)

    def _add(self, text: str) -> None:
        self._pieces.append(text)
        self._length += len(text)


def place_spans(rows: Sequence[Sequence[tuple[str, int, int]]]) -> list[GridCell]:
    """Grid places of cells given row by row as (text, rows spanned, columns spanned), as HTML lays them out: each cell takes the
    next column that no merged cell from above covers. Spans end with the table. Raises ReadError above limits.MAX_CELLS."""
    taken: list[int] = []  # for each column the first row that is free again
    cells: list[GridCell] = []
    area = 0
    for row, entries in enumerate(rows):
        column = 0
        for text, down, across in entries:
            while column < len(taken) and taken[column] > row:
                column += 1
            down = min(down, len(rows) - row)
            area += down * across
            limits.require(area <= limits.MAX_CELLS, f"表格单元格超过 {limits.MAX_CELLS} 个")
            taken.extend([0] * (column + across - len(taken)))
            taken[column : column + across] = [row + down] * across
            cells.append(GridCell(row, column, text, down, across))
            column += across
    return cells
