"""Cells of tables that leave the product: plain values, none of which a spreadsheet takes for a formula."""

from __future__ import annotations

import re
from datetime import date
from typing import Any

from graph_loader.exports.cells import neutral

Cell = str | int | float | bool | date | None


def cell(value: Any) -> Cell:
    """A value as a cell holds it: numbers, days and yes or no keep their type, lists are joined, text is neutralised."""
    if isinstance(value, bool):
        return "是" if value else "否"
    if value is None or isinstance(value, (int, float, date)):
        return value
    text = "、".join(str(item) for item in value) if isinstance(value, (list, tuple)) else str(value)
    return neutral(printable(text))


_NOT_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
"""Characters that XML 1.0 cannot hold (section 2.2)."""


def printable(text: str) -> str:
    """Text that XML can hold: the characters that it cannot are dropped."""
    return _NOT_XML.sub("", text)


def width(value: Cell) -> int:
    """Columns that a value needs: two for a Chinese character, one for the others."""
    text = "0000-00-00" if isinstance(value, date) else "" if value is None else str(value)
    return sum(2 if ord(character) > 0x2E7F else 1 for character in text)
