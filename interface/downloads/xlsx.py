"""Spreadsheets that open right in WPS and Excel and print on A4."""

from __future__ import annotations

import io
import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

import xlsxwriter
from xlsxwriter.worksheet import Worksheet

from interface.downloads.cells import cell, printable, width

_WIDEST, _NARROWEST = 60, 8
_FONT = "宋体"
_NOT_IN_SHEET_NAMES = re.compile(r"[\[\]:*?/\\']")


@dataclass(frozen=True, slots=True)
class Sheet:
    """One sheet: its name, headings, rows, and a line that says where the rows come from."""

    name: str
    headings: Sequence[str]
    rows: Sequence[Sequence[Any]]
    source: str = ""


def workbook(sheets: Sequence[Sheet]) -> bytes:
    """An .xlsx: typed cells, frozen and filtered headings, widths by content, A4 landscape with the headings on each page."""
    buffer = io.BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    with xlsxwriter.Workbook(buffer, options) as book:
        book.set_calc_mode("manual")
        formats = {
            "head": book.add_format(
                {"font_name": _FONT, "bold": True, "top": 2, "bottom": 1, "text_wrap": True, "valign": "vcenter"}
            ),
            "text": book.add_format({"font_name": _FONT, "text_wrap": True, "valign": "top", "bottom": 4}),
            "date": book.add_format(
                {"font_name": _FONT, "num_format": "yyyy-mm-dd", "align": "left", "valign": "top", "bottom": 4}
            ),
            "note": book.add_format({"font_name": _FONT, "font_color": "#55606D"}),
        }
        used: set[str] = set()
        for sheet in sheets:
            _fill(book.add_worksheet(_sheet_name(sheet.name, used)), sheet, formats)
    return buffer.getvalue()


def _fill(page: Worksheet, sheet: Sheet, formats: dict[str, Any]) -> None:
    rows = [[cell(value) for value in row] for row in sheet.rows]
    for column, heading in enumerate(sheet.headings):
        needed = max((width(row[column]) for row in rows), default=0)
        page.set_column(column, column, min(max(needed, width(heading) + 2, _NARROWEST), _WIDEST) + 1)
        page.write_string(0, column, str(cell(heading)), formats["head"])
    for number, row in enumerate(rows, start=1):
        for column, value in enumerate(row):
            if isinstance(value, date):
                page.write_datetime(number, column, value, formats["date"])
            elif isinstance(value, (int, float)):
                page.write_number(number, column, value, formats["text"])
            elif value:
                page.write_string(number, column, str(value), formats["text"])
            else:
                page.write_blank(number, column, None, formats["text"])
    page.freeze_panes(1, 0)
    if sheet.headings:
        page.autofilter(0, 0, len(rows), len(sheet.headings) - 1)
    if sheet.source:
        page.write_string(len(rows) + 2, 0, str(cell(sheet.source)), formats["note"])
    page.set_landscape()
    page.set_paper(9)  # A4
    page.fit_to_pages(1, 0)
    page.repeat_rows(0)
    page.set_footer("&L&A&R第 &P 页，共 &N 页")


def _sheet_name(name: str, used: set[str]) -> str:
    """A name that Excel takes: at most 31 characters, none of []:*?/\\', and not used before in the book."""
    base = _NOT_IN_SHEET_NAMES.sub("", printable(name)).strip()[:28] or "表"
    while len(base.encode("utf-16-le")) > 2 * 28:  # Excel counts UTF-16 units
        base = base[:-1]
    candidate, number = base, 2
    while candidate.lower() in used:
        candidate, number = f"{base}{number}", number + 1
    used.add(candidate.lower())
    return candidate
