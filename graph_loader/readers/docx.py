"""Word documents: paragraphs with their generated numbers, tables in their places, tracked changes as accepted."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Any

from lxml import etree  # type: ignore[import-untyped]

from graph_loader.errors import ReadError
from graph_loader.readers.archive import Archive
from graph_loader.readers.build import Extracted, GridCell, TextBuilder, clean, whole_number
from graph_loader.readers.numbering import Numbering, W

_MAIN = "word/document.xml"
# Deleted and moved-away text, field codes, readings above characters, the older twin of a text box, properties.
_SKIPPED = frozenset(
    f"{W}{name}" for name in ("del", "moveFrom", "instrText", "delText", "rt", "sectPr", "tblPr", "tblGrid")
)
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_MARKS = {f"{W}tab": "\t", f"{W}br": "\n", f"{W}cr": "\n", f"{W}noBreakHyphen": "-"}
_P, _R, _T, _TBL, _TR, _TC = (f"{W}{name}" for name in ("p", "r", "t", "tbl", "tr", "tc"))
_MAX_SPAN = 1_000


def read_docx(data: bytes) -> Extracted:
    """Paragraphs and tables. Raises ReadError for damaged, encrypted and hostile files."""
    archive = Archive(data)
    root = archive.xml(_MAIN)
    if root is None:
        raise ReadError("不是完整的 Word 文档", todo="请用 Word 或 WPS 另存为 docx 后再读")
    reader = _Reader(Numbering(archive.xml("word/numbering.xml"), archive.xml("word/styles.xml")))
    reader.walk(root)
    noted = next(root.iter(f"{W}footnoteReference", f"{W}endnoteReference"), None) is not None
    notices = ("脚注和尾注没有读入",) if noted else ()
    return *reader.builder.result(), notices


@dataclass(slots=True)
class _TableState:
    """A table while it is read: its cells so far, and for each column the index of the cell that a merge goes on with."""

    cells: list[GridCell] = field(default_factory=list)
    above: dict[int, int] = field(default_factory=dict)
    row: int = -1
    column: int = 0


class _Reader:
    """Walks document.xml once; paragraphs and tables may nest (text boxes, tables in cells) to any depth."""

    def __init__(self, numbering: Numbering) -> None:
        self.builder = TextBuilder()
        self._numbering = numbering
        self._paragraphs: list[list[str]] = []
        self._cells: list[list[str]] = []  # lines of the open cells, innermost last
        self._tables: list[_TableState] = []
        self._carried: list[str] = []

    def walk(self, root: Any) -> None:
        """Read the whole tree."""
        context = etree.iterwalk(root, events=("start", "end"))
        for event, element in context:
            if event == "end":
                self._close(element)
            elif element.tag in _SKIPPED or element.tag == _FALLBACK or self._dropped(element):
                context.skip_subtree()
            else:
                self._open(element)

    @staticmethod
    def _dropped(element: Any) -> bool:
        """Hidden runs and deleted table rows."""
        if element.tag == _R:
            hidden = element.find(f"{W}rPr/{W}vanish")
            return hidden is not None and hidden.get(f"{W}val", "1") not in ("0", "false")
        return element.tag == _TR and element.find(f"{W}trPr/{W}del") is not None

    def _open(self, element: Any) -> None:
        tag = element.tag
        if tag == _P:
            self._paragraphs.append([self._numbering.number(element.find(f"{W}pPr"))])
        elif tag == _T and self._paragraphs:
            self._paragraphs[-1].append(element.text or "")
        elif tag in _MARKS and self._paragraphs and element.getparent().tag == _R:
            self._paragraphs[-1].append(_MARKS[tag])
        elif tag == _TBL:
            self._tables.append(_TableState())
        elif tag == _TR and self._tables:
            state = self._tables[-1]
            state.row += 1
            state.column = _count(element.find(f"{W}trPr/{W}gridBefore"), 0)
        elif tag == _TC and self._tables:
            self._cells.append([])

    def _close(self, element: Any) -> None:
        tag = element.tag
        if tag == _P and self._paragraphs:
            self._end_paragraph(element)
        elif tag == _TC and self._cells:
            self._end_cell(element)
        elif tag == _TBL and self._tables:
            self._end_table()

    def _end_paragraph(self, element: Any) -> None:
        self._carried += self._paragraphs.pop()
        if element.find(f"{W}pPr/{W}rPr/{W}del") is not None:  # its end was deleted: it goes on in the next one
            return
        text, self._carried = "".join(self._carried), []
        lines = [line for part in clean(text).split("\n") if (line := re.sub(r"[ \t\f]+", " ", part).strip())]
        if self._cells:
            self._cells[-1].extend(lines)
        else:
            self.builder.lines(lines)

    def _end_cell(self, element: Any) -> None:
        text, state = "\n".join(self._cells.pop()), self._tables[-1]
        across = max(_count(element.find(f"{W}tcPr/{W}gridSpan"), 1), 1)
        merge = element.find(f"{W}tcPr/{W}vMerge")
        column, above = state.column, state.above.get(state.column)
        state.column += across
        goes_on = merge is not None and merge.get(f"{W}val", "continue") != "restart"
        if goes_on and above is not None and state.cells[above].row + state.cells[above].rows == state.row:
            state.cells[above] = state.cells[above]._replace(rows=state.cells[above].rows + 1)
            return
        if merge is not None:
            state.above[column] = len(state.cells)
        else:
            state.above.pop(column, None)
        state.cells.append(GridCell(state.row, column, text, 1, across))

    def _end_table(self) -> None:
        state = self._tables.pop()
        if self._cells:  # a table in a cell is part of the cell's text
            self._cells[-1].extend(cell.text for cell in state.cells if cell.text)
        else:
            self.builder.table(state.cells)


def _count(element: Any, default: int) -> int:
    return default if element is None else whole_number(element.get(f"{W}val", ""), default, _MAX_SPAN)
