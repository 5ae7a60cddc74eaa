"""PDF files with a text layer, put back into paragraphs and ruled tables."""

from __future__ import annotations

from collections.abc import Iterator

from graph_loader.errors import ReadError
from graph_loader.model import Table
from graph_loader.readers.build import Extracted, TextBuilder, clean
from graph_loader.readers.pdf_lines import Line, paragraphs, without_furniture
from graph_loader.readers.pdf_pages import Page, read_pages
from graph_loader.readers.pdf_tables import Grid, join_over_pages

_RECOGNISE = "请先用文字识别（OCR）软件转换为可检索的 PDF 或 docx 后再读"


def read_pdf(data: bytes) -> Extracted:
    """Paragraphs and ruled tables. Raises ReadError for a scan, a password, a damaged file and one above the limits."""
    pages = read_pages(data)
    empty = [number for number, (lines, grids) in enumerate(pages, 1) if not lines and not grids]
    if len(empty) == len(pages):
        raise ReadError("PDF 里没有文字，可能是扫描件", todo=_RECOGNISE)
    text = "".join(line.text for lines, _ in pages for line in lines)
    if sum("\ue000" <= char <= "\uf8ff" for char in text) > 0.2 * len(text):
        raise ReadError("PDF 的文字编码无法识别", todo=_RECOGNISE)
    return *_build(pages), _notices(empty, pages)


def _build(pages: list[Page]) -> tuple[str, tuple[Table, ...]]:
    builder = TextBuilder()
    kept = without_furniture([lines for lines, _ in pages])
    flow: list[Line | Grid] = []
    for lines, (_, grids) in zip(kept, pages, strict=True):
        flow.extend(_in_order(lines, grids))
    for part in paragraphs(join_over_pages(flow)):
        if isinstance(part, str):
            builder.line(clean(part))
        else:
            builder.table([cell._replace(text=clean(cell.text)) for cell in part.cells])
    return builder.result()


def _in_order(lines: list[Line], grids: list[Grid]) -> Iterator[Line | Grid]:
    """Lines as the file has them, each table before the first line that stands below its top."""
    waiting = sorted(grids, key=lambda grid: -grid.top)
    for line in lines:
        while waiting and line.top < waiting[0].top:
            yield waiting.pop(0)
        yield line
    yield from waiting


def _notices(empty: list[int], pages: list[Page]) -> tuple[str, ...]:
    notices = []
    if empty:
        notices.append(f"第 {'、'.join(map(str, empty))} 页没有文字，可能是扫描页，没有读入")
    if any(grids for _, grids in pages):
        notices.append("表格由 PDF 的框线还原，请核对")
    return tuple(notices)
