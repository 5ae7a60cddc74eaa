"""CSV files: one table, whatever the encoding and the separator."""

from __future__ import annotations

import csv
import io
from itertools import islice

from graph_loader.errors import ReadError
from graph_loader.readers.build import Extracted, TextBuilder, place_spans
from graph_loader.readers.decoding import decode

_SEPARATORS = ",\t;|，；"


def read_csv(data: bytes) -> Extracted:
    """The rows as a table. Raises ReadError when it is no text or a quoted cell has no end."""
    text, notices = decode(data)
    builder = TextBuilder()
    rows = csv.reader(io.StringIO(text, newline=""), delimiter=_separator(text), strict=False)
    try:
        builder.table(place_spans([[(cell.strip(), 1, 1) for cell in row] for row in rows]))
    except csv.Error as error:
        raise ReadError("CSV 格式有误", where=f"第 {rows.line_num} 行", todo="请检查引号是否成对") from error
    return *builder.result(), notices


def _separator(text: str) -> str:
    """The separator that cuts the first rows into the most alike numbers of cells: quoted ones do not count."""

    def agreement(separator: str) -> tuple[int, int]:
        try:
            widths = [
                len(row) for row in islice(csv.reader(io.StringIO(text[:20_000]), delimiter=separator), 20) if row
            ]
        except csv.Error:
            return (0, 0)
        return max(((widths.count(width), width) for width in set(widths) if width > 1), default=(0, 0))

    return max(_SEPARATORS, key=agreement)
