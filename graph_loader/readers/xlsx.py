"""Excel workbooks: every visible sheet is a table, merged cells as Excel shows them."""

from __future__ import annotations

import io
import re
from collections.abc import Sequence
from datetime import date, datetime

from python_calamine import (
    CalamineError,
    CalamineSheet,
    CalamineWorkbook,
    PasswordError,
    SheetTypeEnum,
    SheetVisibleEnum,
)

from graph_loader.errors import ReadError
from graph_loader.readers import limits
from graph_loader.readers.archive import Archive, scan_xml
from graph_loader.readers.build import Extracted, GridCell, TextBuilder, clean, whole_number

_MAX_ROWS = 1_048_576
_REFERENCE = re.compile(r"([A-Z]{1,3})([0-9]{1,7})")


def read_xlsx(data: bytes) -> Extracted:
    """The sheets as tables. Raises ReadError for damaged, encrypted and hostile files."""
    archive = Archive(data)
    for name in sorted(archive.names):
        if name.lower().endswith((".xml", ".rels")):
            _check_part(archive.read(name), name)
    try:
        book = CalamineWorkbook.from_filelike(io.BytesIO(archive.repacked()))
        builder, hidden = TextBuilder(), []
        for sheet in book.sheets_metadata:
            if sheet.typ != SheetTypeEnum.WorkSheet:
                continue
            if sheet.visible == SheetVisibleEnum.Visible:
                builder.table(_cells(book.get_sheet_by_name(sheet.name)), sheet.name)
            else:
                hidden.append(sheet.name)
    except (CalamineError, PasswordError, ValueError) as error:
        raise ReadError("不是完整的 Excel 工作簿", todo="请用 Excel 或 WPS 另存为 xlsx 后再读") from error
    return *builder.result(), (f"隐藏的工作表没有读入：{'、'.join(hidden)}",) if hidden else ()


def _check_part(data: bytes, name: str) -> None:
    """Refuse a sheet whose filled cells lie so far apart that the library would fill the gap with empty ones."""
    row = column = width = height = 0

    def start(tag: str, attributes: dict[str, str]) -> None:
        nonlocal row, column, width, height
        local = tag.rpartition(":")[2]
        if local == "row":
            row, column = whole_number(attributes.get("r", ""), row + 1, _MAX_ROWS), 0
        elif local == "c":
            given_place = _REFERENCE.fullmatch(attributes.get("r", ""))
            column = _column(given_place[1]) if given_place else column + 1
            row = int(given_place[2]) if given_place else row
        elif local in ("v", "is", "f"):
            width, height = max(width, column), max(height, row)

    scan_xml(data, name, start)
    limits.require(width * height <= limits.MAX_CELLS, f"工作表单元格超过 {limits.MAX_CELLS} 个")


def _column(letters: str) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - ord("A") + 1
    return number


def _cells(sheet: CalamineSheet) -> list[GridCell]:
    """The cells of the used area, rows without any text left out; what a merged cell covers is part of it."""
    rows = [[_shown(value) for value in row] for row in sheet.to_python(skip_empty_area=False)]
    columns = max((index + 1 for row in rows for index, text in enumerate(row) if text), default=0)
    merged, covered = _merged(sheet.merged_cell_ranges or (), len(rows), columns)
    return [
        GridCell(index, column, row[column], *merged.get((index, column), (1, 1)))
        for index, row in enumerate(rows)
        if any(row)
        for column in range(columns)
        if (index, column) not in covered
    ]


def _merged(
    ranges: Sequence[tuple[tuple[int, int], tuple[int, int]]], height: int, width: int
) -> tuple[dict[tuple[int, int], tuple[int, int]], set[tuple[int, int]]]:
    """Rows and columns spanned by the first cell of each merged range, within the used area; and the places that they cover."""
    spans: dict[tuple[int, int], tuple[int, int]] = {}
    covered: set[tuple[int, int]] = set()
    area = 0
    for (top, left), (bottom, right) in ranges:
        down, across = min(bottom, height - 1) - top + 1, min(right, width - 1) - left + 1
        if down < 1 or across < 1 or (top, left) in spans:
            continue
        area += down * across
        limits.require(area <= limits.MAX_CELLS, f"合并单元格超过 {limits.MAX_CELLS} 个")
        spans[top, left] = (down, across)
        covered.update((row, column) for row in range(top, top + down) for column in range(left, left + across))
        covered.discard((top, left))
    return spans, covered


def _shown(value: object) -> str:
    """A cell's value as a person reads it: whole numbers without .0, dates as 2017年12月31日."""
    if isinstance(value, bool):
        return "TRUE" if value else "FALSE"
    if isinstance(value, float):
        return f"{value:.15g}"
    if isinstance(value, date):
        time = f" {value:%H:%M}" if isinstance(value, datetime) and (value.hour or value.minute) else ""
        return f"{value.year}年{value.month}月{value.day}日{time}"
    return clean(str(value)).strip()
