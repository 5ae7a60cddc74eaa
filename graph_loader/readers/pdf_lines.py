"""Lines of a PDF page back into paragraphs: breaks inside a paragraph mended, page numbers and running heads dropped."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from statistics import median
from typing import NamedTuple, TypeVar

from graph_loader.readers.lines import PAGE_NUMBER, starts_paragraph

_EDGE = 0.12
"""Page numbers and running heads stand in this part of the page's height, above and below."""
_TITLE_END = re.compile(r"(?:通知|方案|计划|意见|规划|措施|办法|文件|[〕\]]\d+号|[）)])\Z")


class Glyph(NamedTuple):
    """A character and its place on the page, in points from the lower left corner."""

    char: str
    left: float
    bottom: float
    right: float
    top: float


class Line(NamedTuple):
    """A printed line. size: height of its characters in points."""

    text: str
    left: float
    right: float
    top: float
    size: float
    page: int
    page_width: float
    page_height: float


class _Margins(NamedTuple):
    left: float
    right: float
    size: float
    indents: bool


_Other = TypeVar("_Other")


def gather_lines(glyphs: Iterable[Glyph], page: int, width: float, height: float) -> list[Line]:
    """The lines of one page in the order of the file."""
    lines: list[Line] = []
    current: list[Glyph] = []
    for glyph in [*glyphs, Glyph("\n", 0, 0, 0, 0)]:
        if glyph.char != "\n":
            current.append(glyph)
            continue
        shown = [one for one in current if not one.char.isspace()]
        if shown:
            size = median(one.top - one.bottom for one in shown)
            top = max(one.top for one in shown)
            lines.append(Line(text_of(current), shown[0].left, shown[-1].right, top, size, page, width, height))
        current = []
    return lines


def text_of(glyphs: list[Glyph]) -> str:
    """The characters in a row; spaces between Chinese characters only where there is a real gap (an em)."""
    pieces: list[str] = []
    last: Glyph | None = None
    space = False
    for glyph in glyphs:
        if glyph.char.isspace():
            space = True
            continue
        if space and last is not None:
            close = glyph.left - last.right < 0.9 * (glyph.top - glyph.bottom)
            if not (close and last.char > "\u2e7f" and glyph.char > "\u2e7f"):
                pieces.append(" ")
        pieces.append(glyph.char)
        last, space = glyph, False
    return "".join(pieces)


def without_furniture(pages: list[list[Line]]) -> list[list[Line]]:
    """The pages' lines without page numbers and without heads and feet that repeat on at least half of the pages."""
    seen = Counter(key for lines in pages for key in {_key(line) for line in lines if _at_edge(line)})
    repeated = {key for key, count in seen.items() if count >= 2 and 2 * count >= len(pages)}
    return [
        [line for line in lines if not (_at_edge(line) and (PAGE_NUMBER.match(line.text) or _key(line) in repeated))]
        for lines in pages
    ]


def _at_edge(line: Line) -> bool:
    return not _EDGE < line.top / line.page_height < 1 - _EDGE / 2


def _key(line: Line) -> tuple[str, int]:
    return re.sub(r"\d+", "#", line.text), round(line.top / 5)


def paragraphs(flow: Iterable[Line | _Other]) -> Iterator[str | _Other]:
    """Lines joined to paragraphs; what is no line passes through and ends one."""
    items = list(flow)
    margins = _margins([item for item in items if isinstance(item, Line)])
    text, last = "", None
    for item in items:
        if not isinstance(item, Line):
            if text:
                yield text
            text, last = "", None
            yield item
            continue
        if last is not None and _goes_on(last, item, margins):
            text += (" " if text[-1].isascii() and item.text[0].isascii() and text[-1].isalpha() else "") + item.text
        else:
            if text:
                yield text
            text = item.text
        last = item
    if text:
        yield text


def _goes_on(line: Line, after: Line, margins: dict[tuple[float, int], _Margins]) -> bool:
    """Whether a paragraph goes on in the next line: the line is full, and the next one begins at the margin."""
    size = line.size
    here, there = margins[_kind(line)], margins[_kind(after)]
    if abs(after.size - size) > 0.15 * size:
        return False
    if size > 1.15 * here.size:  # a title broken over lines, centred
        near = after.page == line.page and line.top - after.top < 2.5 * size
        return near and not _TITLE_END.search(line.text)
    full = line.right > here.right - 2.2 * size
    at_margin = after.left < there.left + 0.8 * size
    return full and at_margin and (here.indents or not starts_paragraph(after.text))


def _kind(line: Line) -> tuple[float, int]:
    """Pages of one width and side (left and right pages may have other margins)."""
    return round(line.page_width), line.page % 2


def _margins(lines: list[Line]) -> dict[tuple[float, int], _Margins]:
    """Margins and letter size of the running text, by kind of page."""
    groups: dict[tuple[float, int], list[Line]] = defaultdict(list)
    for line in lines:
        groups[_kind(line)].append(line)
    size = median(line.size for line in lines) if lines else 0.0
    found = {}
    for kind, group in groups.items():
        body = [line for line in group if abs(line.size - size) <= 0.15 * size] or group
        left = _usual([line.left for line in body])
        right = sorted(line.right for line in body)[int(0.9 * (len(body) - 1))]
        indented = sum(left + 1.2 * size < line.left < left + 3.5 * size for line in body)
        found[kind] = _Margins(left, right, size, indented > 0.05 * len(body))
    return found


def _usual(lefts: list[float]) -> float:
    """The left margin: the leftmost edge at which at least a tenth of the lines begin."""
    counts = Counter(round(left / 3) for left in lefts)
    enough = [edge for edge, count in counts.items() if count >= max(1, 0.1 * len(lefts))]
    return 3.0 * min(enough or counts)
