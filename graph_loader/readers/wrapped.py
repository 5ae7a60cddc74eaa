"""Plain text whose lines were broken at a fixed width (copied from a PDF, sent by mail): paragraphs put together again."""

from __future__ import annotations

import re
from unicodedata import east_asian_width

from graph_loader.readers.lines import PAGE_NUMBER, starts_paragraph

_NARROWEST, _WIDEST = 40, 110
"""Columns that a broken line may have; a Chinese character counts two."""
_SLACK = 4
_FEWEST = 8
_INDENTED = re.compile(r"[ 　\t]{2,}|　")


def unwrap(text: str) -> str:
    """The text with paragraphs on one line each, where its lines are broken at a fixed width; else the text as it is.

    They are, when no line is longer than a page's and most lines that do not end a sentence stop at one and the same width.
    """
    if len(text.partition("\n")[0]) > _WIDEST or "\n" not in text:
        return text
    lines = text.split("\n")
    widths = _widths(lines)
    if widths is None:
        return text
    full = max(widths) - _SLACK
    indents = sum(bool(_INDENTED.match(line)) for line in lines) >= 3
    paragraphs: list[str] = []
    room = False  # whether the line before was full: the paragraph may go on
    for line, width in zip(lines, widths, strict=True):
        if indents and PAGE_NUMBER.match(line.strip()):
            continue
        fresh = _INDENTED.match(line) if indents else starts_paragraph(line)
        if room and line.strip() and not fresh:
            between = " " if paragraphs[-1][-1:].isascii() and line[:1].isascii() and line[:1].isalpha() else ""
            paragraphs[-1] = paragraphs[-1].rstrip() + between + line.strip()
        else:
            paragraphs.append(line)
        room = width >= full
    return "\n".join(paragraphs)


def _widths(lines: list[str]) -> list[int] | None:
    """The lines' widths in columns; None when they are not broken at a fixed width."""
    if max(map(len, lines)) > _WIDEST:
        return None
    widths = [sum(2 if east_asian_width(char) in "WFA" else 1 for char in line.rstrip()) for line in lines]
    widest = max(widths)
    inside = [
        width
        for line, width in zip(lines, widths, strict=True)
        if line.strip() and line.rstrip()[-1] not in "。；：）:;)"
    ]
    full = sum(width >= widest - _SLACK for width in inside)
    broken = _NARROWEST <= widest <= _WIDEST and full >= _FEWEST and 2 * full >= len(inside)
    return widths if broken else None
