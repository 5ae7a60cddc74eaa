"""A text that holds several documents, one behind the other with a page break between, and each of them alone."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from graph_loader.extract.parse import parse
from graph_loader.model import Plan, SourceText, Span, Table

_PAGE_BREAK = "\f"


def parse_all(source: SourceText) -> tuple[Plan, ...]:
    """The plans in a text, in order; at least one. Spans of each point into the text of its own `source`.

    A page break parts documents only where what follows it has a title and says who issued it, when, or under which number:
    other page breaks are only pages.
    """
    if _PAGE_BREAK not in source.text:
        return (parse(source),)
    return tuple(parse(part) for part in _parts(source))


def _parts(source: SourceText) -> Iterator[SourceText]:
    start = 0
    for page in _page_starts(source.text):
        if page > start and _is_document(source, page):
            yield _slice(source, start, page)
            start = page
    yield _slice(source, start, len(source.text))


def _page_starts(text: str) -> Iterator[int]:
    place = text.find(_PAGE_BREAK)
    while place >= 0:
        yield place + 1
        place = text.find(_PAGE_BREAK, place + 1)


def _is_document(source: SourceText, start: int) -> bool:
    end = source.text.find(_PAGE_BREAK, start)
    info = parse(_slice(source, start, end if end >= 0 else len(source.text))).document
    return bool(info.title and (info.number or info.issuers or info.issued_on))


def _slice(source: SourceText, start: int, end: int) -> SourceText:
    """The stretch as a source of its own. Page breaks inside become line ends, one character for one."""
    text = source.text[start:end].replace(_PAGE_BREAK, "\n")
    tables = tuple(_moved(table, -start) for table in source.tables if start <= table.span.start < end)
    return replace(source, text=text, tables=tables)


def _moved(table: Table, by: int) -> Table:
    def moved(span: Span) -> Span:
        return Span(span.start + by, span.end + by)

    cells = tuple(replace(cell, span=moved(cell.span)) for cell in table.cells)
    return replace(table, span=moved(table.span), cells=cells)
