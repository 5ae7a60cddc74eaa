"""Markdown: the same words without the markup, tables as tables."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator

from graph_loader.readers import limits
from graph_loader.readers.build import Extracted, GridCell, TextBuilder
from graph_loader.readers.decoding import decode
from graph_loader.readers.html import page_parts
from graph_loader.readers.page import Part, cut_front_matter, put_together
from graph_loader.readers.pipes import pipe_tables

_RULER = re.compile(r"[ ]{0,3}(?:(?:-[ ]*){3,}|(?:\*[ ]*){3,}|(?:_[ ]*){3,}|={3,}[ ]*)\Z|[ ]{0,3}(?:```|~~~)")
_PREFIX = re.compile(r"\s*(?:>[ ]?){1,9}|\s*#{1,6}[ \t]+|\s*[-*+][ \t]+(?=\S)")
_ESCAPED = re.compile(r"\\([!-/:-@\[-`{-~])")
_PRIVATE = 0xE000  # escaped marks stand in the private use area while the others are read
_UNESCAPE = {_PRIVATE + code: code for code in range(128)}
_LINK = re.compile(
    r"(!?)\[([^\[\]\n]{0,1000})\]\((?:[^()\n]|\([^()\n]{0,200}\)){0,1000}\)|<(https?://[^<>\s]{1,2000})>"
)
_BREAK = re.compile(r"<br[ ]*/?>", re.IGNORECASE)
_TAG = re.compile(r"</?[A-Za-z][^<>\n]{0,500}>")
_STRONG = re.compile(r"\*\*|__|~~|`+")
_STAR = re.compile(r"\*")


def read_markdown(data: bytes) -> Extracted:
    """Paragraphs and tables without markup. Raises ReadError when it is no text."""
    source, notices = decode(data)
    titles, source = cut_front_matter(source)
    builder = TextBuilder()
    put_together(builder, titles, list(_parts(source)))
    return *builder.result(), notices


def _parts(source: str) -> Iterator[Part]:
    """Text and HTML tables in turn: converters write merged tables as HTML."""
    lower, start = source.lower(), 0
    while (begin := lower.find("<table", start)) >= 0 and (end := lower.find("</table>", begin)) >= 0:
        yield from _text_parts(source[start:begin])
        start = end + len("</table>")
        limits.require(start - begin <= limits.MAX_MARKUP_BYTES, f"表格超过 {limits.size(limits.MAX_MARKUP_BYTES)}")
        yield from page_parts(source[begin:start])[1]
    yield from _text_parts(source[start:])


def _text_parts(text: str) -> Iterator[Part]:
    start = 0
    for table in pipe_tables(text):
        begin, end = text.rfind("\n", 0, table.span.start) + 1, text.find("\n", table.span.end)
        yield from _lines(text[start:begin])
        yield [GridCell(cell.row, cell.column, _inline(cell.span.of(text)), 1, cell.columns) for cell in table.cells]
        start = len(text) if end < 0 else end
    yield from _lines(text[start:])


def _lines(text: str) -> Iterator[str]:
    for raw in text.split("\n"):
        if not _RULER.match(raw):
            prefix = _PREFIX.match(raw)
            yield from filter(None, map(str.strip, _inline(raw[prefix.end() :] if prefix else raw).split("\n")))


def _inline(text: str) -> str:
    """One line or cell without inline markup. An asterisk that pairs with none stays: papers mark lead units with it."""
    text = _ESCAPED.sub(lambda match: chr(_PRIVATE + ord(match[1])), text)
    text = _LINK.sub(lambda match: match[3] or ("" if match[1] else match[2]), text)
    text = _TAG.sub("", _BREAK.sub("\n", text))
    text = _STRONG.sub("", text) if _STRONG.search(text) else text
    return html.unescape(_without_emphasis(text)).translate(_UNESCAPE)


def _without_emphasis(text: str) -> str:
    """Text without *pairs of asterisks*, paired by CommonMark's flanking rules: 责任单位：*甲、*乙 has no pair."""
    opened: int | None = None
    dropped: set[int] = set()
    for match in _STAR.finditer(text):
        place = match.start()
        before, after = text[place - 1 : place] or " ", text[place + 1 : place + 2] or " "
        opens = not after.isspace() and (after.isalnum() or not before.isalnum())
        closes = not before.isspace() and (before.isalnum() or not after.isalnum())
        if closes and opened is not None:
            dropped |= {opened, place}
            opened = None
        elif opens:
            opened = place
    return "".join(char for place, char in enumerate(text) if place not in dropped) if dropped else text
