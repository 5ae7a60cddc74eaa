"""Plain text whose lines were broken at a fixed width (copied from a PDF, sent by mail): paragraphs put together again."""

from __future__ import annotations

import re

from graph_loader.readers.lines import PAGE_NUMBER, starts_paragraph

_NARROWEST, _WIDEST = 40, 110
"""Columns that a broken line may have; a Chinese character counts two."""
_SLACK = 4
_FEWEST = 8
_SAMPLE = 2_000
"""Lines that decide."""
_INDENTED = re.compile(r"[ 　\t]{2,}|　")


def without_margin(text: str) -> str:
    """The text without the spaces that all of its lines begin with, page numbers aside."""
    if not text.lstrip("\n").startswith(" "):
        return text
    lines = re.split("([\n\f])", text)
    shown = (line for line in lines if (words := line.strip()) and not PAGE_NUMBER.match(words))
    margin = min((len(line) - len(line.lstrip(" ")) for line in shown), default=0)
    return (
        "".join(line[margin:] if line[:margin].isspace() and line.strip() else line for line in lines)
        if margin
        else text
    )


def unwrap(text: str) -> str:
    """The text with paragraphs on one line each, where its lines are broken at a fixed width; else the text as it is.

    They are, when no line is longer than a page's and most lines that do not end a sentence stop at one and the same width.
    """
    full = full_width(text)
    if not full:
        return text
    lines = text.split("\n")
    indents = sum(bool(_INDENTED.match(line)) for line in lines) >= 3
    pieces: list[str] = []
    last, room = "", False  # the line before, and whether it was full: its paragraph may go on
    for line in lines:
        fresh = _INDENTED.match(line) if indents else starts_paragraph(line)
        if room and line.strip() and not fresh:
            line = line.strip()
            pieces.append(" " if last[-1].isascii() and line[0].isascii() and line[0].isalpha() else "")
        elif pieces:
            pieces.append("\n")
        room = columns(line) >= full
        last = line.rstrip() if room else line
        pieces.append(last)
    return "".join(pieces)


def full_width(text: str) -> int:
    """The columns from which on a line counts as full; 0 where lines are not broken at a fixed width."""
    lines = re.split("[\n\f]", text)
    sample = [line for line in lines[:_SAMPLE] if line.strip()]
    widest = max(map(columns, sample), default=0)
    if not _NARROWEST <= widest <= _WIDEST or max(map(len, lines)) > _WIDEST:
        return 0
    inside = [columns(line) for line in sample if line.rstrip()[-1] not in "。；：）:;)"]
    full = sum(width >= widest - _SLACK for width in inside)
    return widest - _SLACK if full >= _FEWEST and 2 * full >= len(inside) else 0


def columns(line: str) -> int:
    """Width of a line: what is not ASCII counts two, as fonts for Chinese have it."""
    shown = line.rstrip()
    return 2 * len(shown) - len(shown.encode("ascii", "ignore"))
