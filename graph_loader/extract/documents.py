"""Parts a text that holds several documents, parted by page breaks."""

from __future__ import annotations

from dataclasses import replace

from graph_loader.extract.fold import fold
from graph_loader.extract.metadata import opens_document
from graph_loader.model import Cell, SourceText, Span, Table


def documents(source: SourceText) -> tuple[SourceText, ...]:
    """The documents of a source, in order. A page break parts two documents where the next page begins as a document does:
    with a number, a notice or a title of its own. Spans of the tables are made to fit; the names of further parts end in #2, #3…
    """
    text = source.text
    if "\f" not in text:
        return (source,)
    folded = fold(text)
    starts = [0]
    at = text.find("\f")
    while at >= 0:
        page, following = folded.locate(at + 1), text.find("\f", at + 1)
        end = len(folded.text) if following < 0 else folded.locate(following)
        if text[starts[-1] : at].strip() and opens_document(folded.text, page, end):
            starts.append(at + 1)
        at = following
    ends = [*(start - 1 for start in starts[1:]), len(text)]
    return tuple(
        _part(source, number, start, end) for number, (start, end) in enumerate(zip(starts, ends, strict=True))
    )


def _part(source: SourceText, number: int, start: int, end: int) -> SourceText:
    tables = tuple(
        _moved(table, start) for table in source.tables if start <= table.span.start and table.span.end <= end
    )
    name = f"{source.name}#{number + 1}" if number else source.name
    return replace(source, name=name, text=source.text[start:end], tables=tables)


def _moved(table: Table, by: int) -> Table:
    cells = tuple(replace(cell, span=_back(cell, by)) for cell in table.cells)
    return replace(table, span=Span(table.span.start - by, table.span.end - by), cells=cells)


def _back(cell: Cell, by: int) -> Span:
    return Span(cell.span.start - by, cell.span.end - by)
