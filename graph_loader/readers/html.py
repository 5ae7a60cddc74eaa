"""Web pages: the paper's paragraphs and tables in order, without the page around them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from lxml import etree  # type: ignore[import-untyped]

from graph_loader.errors import ReadError
from graph_loader.readers import furniture, limits
from graph_loader.readers.build import Extracted, TextBuilder, place_spans, whole_number
from graph_loader.readers.decoding import decode
from graph_loader.readers.lines import NUMBERED, continues
from graph_loader.readers.page import Part, cut_front_matter, put_together

_BLOCKS = frozenset(
    re.findall(
        r"\w+",
        "address article blockquote body caption center dd div dl dt fieldset figure figcaption h1 h2 h3 h4 h5 h6 header hr html "
        "legend li main ol p pre section table tbody tfoot thead td th tr ul details summary",
    )
)
_INLINE = re.compile(r"</?(?:a|b|big|em|font|i|small|span|strong|sub|sup|u|o:p)(?:\s[^<>]{0,2000})?>", re.IGNORECASE)
_HEADINGS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))
_SPACES = re.compile(r"[ \t\n\f\xa0]+")
_MAX_SPAN = 1_000


def read_html(data: bytes) -> Extracted:
    """Paragraphs and tables of a page. Raises ReadError when it is no text or passes a limit."""
    limits.require(len(data) <= limits.MAX_MARKUP_BYTES, f"网页超过 {limits.size(limits.MAX_MARKUP_BYTES)}")
    source, notices = decode(data)
    titles, source = cut_front_matter(source)
    builder = TextBuilder()
    named, parts = page_parts(source)
    put_together(builder, [*titles, *named], parts)
    return *builder.result(), notices


def page_parts(source: str) -> tuple[list[str], list[Part]]:
    """Titles of the head, and the body's paragraphs and data tables in their order without the page's furniture."""
    if not source.strip():
        return [], []
    root = _tree(source)
    if root is None:
        return [], []
    titles = [" ".join("".join(node.itertext()).split()) for node in root.iter("title")]
    furniture.strip(root)
    return titles, list(_parts(root))


def _tree(source: str, *, again: bool = False) -> Any:
    """The parsed page, None where there is nothing in it. Pages nested too deep for the parser are read without inline markup:
    thousands of <font> that nobody closed. Raises ReadError where that does not help: nothing is lost in silence."""
    parser = etree.HTMLParser(encoding="utf-8", huge_tree=True, remove_comments=True, remove_pis=True, no_network=True)
    root = etree.fromstring(source.encode(), parser)
    if all(entry.type != etree.ErrorTypes.ERR_RESOURCE_LIMIT for entry in parser.error_log):
        return root
    if again:
        raise ReadError("网页标签嵌套过深，不能完整读入", todo="请用浏览器打开后另存为纯文本再读")
    return _tree(_INLINE.sub("", source), again=True)


def _parts(root: Any) -> Iterator[Part]:
    """Paragraphs and data tables in the order of the page."""
    flow = _Flow()
    walk = etree.iterwalk(root, events=("start", "end"))
    for event, element in walk:
        if event == "start" and element.tag == "table" and "data-table" in element.attrib:
            yield from flow.take()
            yield from _table_parts(element)
            walk.skip_subtree()
            continue
        flow.visit(event, element)
        if flow.ready:
            yield from flow.take()
    yield from flow.take()


def _table_parts(table: Any) -> Iterator[Part]:
    """A table's caption and its cells in their places; tables inside a cell are part of its text."""
    rows: list[list[tuple[str, int, int]]] = []
    flow, depth = _Flow(in_cell=True), 0
    for event, element in etree.iterwalk(table, events=("start", "end")):
        tag = element.tag
        if tag == "table":
            depth += 1 if event == "start" else -1
        elif depth == 1 and tag == "tr" and event == "start":
            rows.append([])
        elif depth == 1 and tag in ("td", "th"):
            if event == "start":
                yield from flow.take()
            else:
                if not rows:
                    rows.append([])
                text = "\n".join(flow.take())
                rows[-1].append((text, _span(element, "rowspan", 65_534), _span(element, "colspan", _MAX_SPAN)))
                flow.tail(element)
                continue
        flow.visit(event, element)
    yield from flow.take()
    yield place_spans(rows)


def _span(cell: Any, name: str, most: int) -> int:
    return max(whole_number(cell.get(name, "").strip(), 1, most), 1)


class _Flow:
    """Turns the walk over a tree into paragraphs: blocks end one, <br> ends one where the sentence does, inline markup never."""

    def __init__(self, *, in_cell: bool = False) -> None:
        self.ready = False
        self._in_cell = in_cell
        self._pieces: list[str] = []
        self._lines: list[str] = []
        self._in_heading = False
        self._counters: list[int | None] = []

    def visit(self, event: str, element: Any) -> None:
        """Take in the start or the end of an element."""
        tag = element.tag
        if event == "start":
            if tag in _BLOCKS:
                self._block()
                self._in_heading = tag in _HEADINGS
                self._number(tag, element)
            elif tag == "br":
                self._pieces.append("\n")
            if element.text:
                self._pieces.append(self._spaced(element.text, keep=tag == "pre"))
            return
        if tag in _BLOCKS:
            self._block()
            self._in_heading = False
            if tag in ("ol", "ul") and self._counters:
                self._counters.pop()
        self.tail(element)

    def tail(self, element: Any) -> None:
        """Take in the text after an element."""
        if element.tail:
            self._pieces.append(self._spaced(element.tail, keep=False))

    def take(self) -> list[str]:
        """The paragraphs so far; begins anew."""
        self._block()
        lines, self._lines, self.ready = self._lines, [], False
        return lines

    def _number(self, tag: str, element: Any) -> None:
        """Ordered lists show numbers that are not in the text."""
        if tag in ("ol", "ul"):
            start = element.get("start", "1").strip()
            self._counters.append(
                (int(start) if start.isascii() and start.isdigit() and len(start) < 6 else 1) if tag == "ol" else None
            )
        elif tag == "li" and self._counters and (count := self._counters[-1]) is not None:
            self._counters[-1] = count + 1
            first = next(filter(str.strip, element.itertext()), "")
            if not NUMBERED.match(first.lstrip()):
                self._pieces.append(f"{count}.")

    @staticmethod
    def _spaced(text: str, *, keep: bool) -> str:
        return text if keep else _SPACES.sub(_space, text)

    def _block(self) -> None:
        if not self._pieces:
            return
        line: list[str] = []
        for raw in "".join(self._pieces).split("\n"):
            if line and not (self._in_heading or (not self._in_cell and continues(line[-1], raw))):
                self._lines.append("".join(line))
                line.clear()
            if raw.strip():
                line.append(raw.strip())
        if line:
            self._lines.append("".join(line))
        self._pieces.clear()
        self.ready = bool(self._lines)


def _space(match: re.Match[str]) -> str:
    """White space as a browser shows it, but none where the source merely breaks a line between Chinese characters."""
    text, start, end = match.string, match.start(), match.end()
    breaks = "\n" in match[0] and "\xa0" not in match[0]
    between = start > 0 and end < len(text) and text[start - 1] > "\u2e7f" and text[end] > "\u2e7f"
    return "" if breaks and between else " "
