"""Pages of a PDF as pdfium sees them: characters and ruling lines with their places. The only module that calls pdfium."""

from __future__ import annotations

import re
import threading
import zlib
from collections.abc import Iterator
from ctypes import byref, c_float
from typing import Any

import pypdfium2 as pdfium  # type: ignore[import-untyped]
import pypdfium2.raw as pdfium_c  # type: ignore[import-untyped]

from graph_loader.errors import ReadError
from graph_loader.readers import limits
from graph_loader.readers.pdf_lines import Glyph, Line, gather_lines
from graph_loader.readers.pdf_tables import Grid, Rule, find_grids

Page = tuple[list[Line], list[Grid]]
"""Lines outside tables in the order of the file, and tables."""

_MAX_GLYPHS = 20_000_000
_MAX_RULES = 20_000
"""Ruling lines of one page; a page with more is a drawing."""
_STREAM = re.compile(rb"stream\r?\n")
_ONE_AT_A_TIME = threading.Lock()
"""pdfium is not safe for threads; the app reads uploads of several people at once."""


def read_pages(data: bytes) -> list[Page]:
    """All pages. Raises ReadError for a password, a damaged file and one above the limits."""
    _check_streams(data)
    with _ONE_AT_A_TIME:
        try:
            document = pdfium.PdfDocument(data)
        except pdfium.PdfiumError as error:
            if "password" in str(error).lower():
                raise ReadError("PDF 有密码", todo="请去掉密码后再读") from error
            raise _damaged() from error
        try:
            limits.require(len(document) <= limits.MAX_PAGES, f"PDF 超过 {limits.MAX_PAGES} 页")
            return list(_pages(document))
        except pdfium.PdfiumError as error:
            raise _damaged() from error
        finally:
            document.close()


def _damaged() -> ReadError:
    return ReadError("PDF 损坏或不完整", todo="请重新导出 PDF，或转换为 docx 后再读")


def _check_streams(data: bytes) -> None:
    """Refuse packed page contents that unpack to more than limits.MAX_PDF_CONTENT: pdfium builds an object for each operator.
    Pictures and fonts do not count, they are not unpacked for reading text."""
    left = limits.MAX_PDF_CONTENT
    for match in _STREAM.finditer(data):
        described = data[data.rfind(b"obj", max(match.start() - 1_000, 0), match.start()) : match.start()]
        if b"Fl" not in described or b"/Image" in described or b"/Length1" in described or b"/FontFile" in described:
            continue
        try:
            packed = data[match.end() : data.find(b"endstream", match.end())]
            left -= len(zlib.decompressobj().decompress(packed, left + 1))
        except zlib.error:
            continue
        limits.require(left >= 0, f"PDF 页面内容解压后超过 {limits.size(limits.MAX_PDF_CONTENT)}")


def _pages(document: Any) -> Iterator[Page]:
    count = 0
    for number in range(len(document)):
        page = document[number]
        width, height = page.get_size()
        glyphs = list(_glyphs(page))
        count += len(glyphs)
        limits.require(count <= _MAX_GLYPHS, f"PDF 超过 {_MAX_GLYPHS} 个字符")
        grids = find_grids(glyphs, _rules(page))
        free = [glyph for glyph in glyphs if not any(grid.holds(glyph) for grid in grids)] if grids else glyphs
        yield gather_lines(free, number, width, height), grids
        page.close()


def _glyphs(page: Any) -> Iterator[Glyph]:
    """The characters of a page in the file's order; "\n" where pdfium sees a line end."""
    text_page = page.get_textpage()
    rect = pdfium_c.FS_RECTF()
    for index in range(text_page.count_chars()):
        code = pdfium_c.FPDFText_GetUnicode(text_page, index)
        if code == 10:
            yield Glyph("\n", 0, 0, 0, 0)
        elif (
            code >= 32
            and code not in (0xFFFE, 0xFFFF)
            and pdfium_c.FPDFText_GetLooseCharBox(text_page, index, byref(rect))
        ):
            yield Glyph(chr(code), rect.left, rect.bottom, rect.right, rect.top)
    text_page.close()


def _rules(page: Any) -> list[Rule]:
    """The upright and level lines that the page's paths draw; none where there are too many for a table."""
    rules: list[Rule | None] = []
    matrix, x, y = pdfium_c.FS_MATRIX(), c_float(), c_float()
    for item in page.get_objects(filter=[pdfium_c.FPDF_PAGEOBJ_PATH], max_depth=1):
        count = pdfium_c.FPDFPath_CountSegments(item)
        if len(rules) + count > _MAX_RULES or not pdfium_c.FPDFPageObj_GetMatrix(item, byref(matrix)):
            return []
        first = last = (0.0, 0.0)
        for index in range(count):
            segment = pdfium_c.FPDFPath_GetPathSegment(item, index)
            pdfium_c.FPDFPathSegment_GetPoint(segment, byref(x), byref(y))
            point = (
                matrix.a * x.value + matrix.c * y.value + matrix.e,
                matrix.b * x.value + matrix.d * y.value + matrix.f,
            )
            kind = pdfium_c.FPDFPathSegment_GetType(segment)
            if kind == pdfium_c.FPDF_SEGMENT_MOVETO:
                first = point
            elif kind == pdfium_c.FPDF_SEGMENT_LINETO:
                rules.append(Rule.between(*last, *point))
            last = point
            if pdfium_c.FPDFPathSegment_GetClose(segment):
                rules.append(Rule.between(*last, *first))
    return [rule for rule in rules if rule is not None]
