"""PDF files with a text layer: characters with their places, put back into paragraphs and ruled tables."""

from __future__ import annotations

from collections.abc import Iterator
from ctypes import byref, c_float
from typing import Any

import pypdfium2 as pdfium  # type: ignore[import-untyped]
import pypdfium2.raw as pdfium_c  # type: ignore[import-untyped]

from graph_loader.errors import ReadError
from graph_loader.readers import limits
from graph_loader.readers.build import Extracted, TextBuilder
from graph_loader.readers.pdf_lines import Glyph, Line, gather_lines, paragraphs, without_furniture
from graph_loader.readers.pdf_tables import Grid, Rule, find_grids, join_over_pages

_RECOGNISE = "请先用文字识别（OCR）软件转换为可检索的 PDF 或 docx 后再读"
_MAX_GLYPHS = 20_000_000
_MAX_RULES = 20_000
"""Ruling lines of one page; a page with more is a drawing."""


def read_pdf(data: bytes) -> Extracted:
    """Paragraphs and ruled tables. Raises ReadError for a scan, a password, a damaged file and one above the limits."""
    try:
        document = pdfium.PdfDocument(data)
    except pdfium.PdfiumError as error:
        if "password" in str(error).lower():
            raise ReadError("PDF 有密码", todo="请去掉密码后再读") from error
        raise ReadError("PDF 损坏或不完整", todo="请重新导出 PDF，或转换为 docx 后再读") from error
    try:
        limits.require(len(document) <= limits.MAX_PAGES, f"PDF 超过 {limits.MAX_PAGES} 页")
        pages = list(_pages(document))
    except pdfium.PdfiumError as error:
        raise ReadError("PDF 损坏或不完整", todo="请重新导出 PDF，或转换为 docx 后再读") from error
    finally:
        document.close()
    empty = [number for number, (lines, grids) in enumerate(pages, 1) if not lines and not grids]
    if len(empty) == len(pages):
        raise ReadError("PDF 里没有文字，可能是扫描件", todo=_RECOGNISE)
    text = "".join(line.text for lines, _ in pages for line in lines)
    if sum("\ue000" <= char <= "\uf8ff" for char in text) > 0.2 * len(text):
        raise ReadError("PDF 的文字编码无法识别", todo=_RECOGNISE)
    return *_build(pages), _notices(empty, pages)


def _build(pages: list[tuple[list[Line], list[Grid]]]) -> tuple[str, Any]:
    builder = TextBuilder()
    kept = without_furniture([lines for lines, _ in pages])
    flow: list[Line | Grid] = []
    for lines, (_, grids) in zip(kept, pages, strict=True):
        flow.extend(_in_order(lines, grids))
    for part in paragraphs(join_over_pages(flow)):
        if isinstance(part, str):
            builder.line(part)
        else:
            builder.table(part.cells)
    return builder.result()


def _in_order(lines: list[Line], grids: list[Grid]) -> Iterator[Line | Grid]:
    """Lines as the file has them, each table before the first line that stands below its top."""
    waiting = sorted(grids, key=lambda grid: -grid.top)
    for line in lines:
        while waiting and line.top < waiting[0].top:
            yield waiting.pop(0)
        yield line
    yield from waiting


def _notices(empty: list[int], pages: list[tuple[list[Line], list[Grid]]]) -> tuple[str, ...]:
    notices = []
    if empty:
        notices.append(f"第 {'、'.join(map(str, empty))} 页没有文字，可能是扫描页，没有读入")
    if any(grids for _, grids in pages):
        notices.append("表格由 PDF 的框线还原，请核对")
    return tuple(notices)


def _pages(document: Any) -> Iterator[tuple[list[Line], list[Grid]]]:
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
