"""The elements of a web page that stand around the paper: navigation, share buttons, lists of links. Known by tag, class and links."""

from __future__ import annotations

import re
from typing import Any

from lxml import etree  # type: ignore[import-untyped]

_NO_TEXT = tuple(
    re.findall(
        r"\w+",
        "script style noscript template button select textarea input iframe object embed svg canvas audio video map title",
    )
)
_TAGS = frozenset(("nav", "footer", "aside", "form"))  # a form may hold the whole page: ASP.NET wraps it so
_WORDS = frozenset(
    re.findall(
        r"\w+",
        "nav navbar navigation menu breadcrumb breadcrumbs crumb crumbs foot footer share sharing bshare sidebar related relate "
        "recommend comment comments copyright pagination pager pagebar toolbar qr qrcode banner search login "
        "weizhi dqwz fenxiang xgwz xglj xgjd xgfj",
    )
)
_TOKEN = re.compile(r"[A-Z]?[a-z]+|[A-Z]+")
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_CONTAINERS = frozenset(("div", "ul", "ol", "dl", "section", "p", "table", "td", "header", "center"))
_LAYOUT_CELL = 2_000
"""A cell with more characters than this holds a page, not an entry of a table."""


class _Frame:
    """What is known of an open element."""

    __slots__ = ("attached", "cells", "columns", "links", "nested", "page_cell", "rows", "text", "wide")

    def __init__(self) -> None:
        self.text = self.links = self.nested = self.cells = self.rows = self.columns = self.wide = 0
        self.attached = self.page_cell = False

    def take(self, text: str | None) -> None:
        """Count text in. A list of attachments is links too, and part of the paper."""
        if text:
            self.text += len(text.strip())
            self.attached |= "附件" in text


def strip(root: Any) -> None:
    """Empty the page's furniture in place, and mark tables that hold data (not layout) with the attribute data-table.

    root: an lxml element. One pass from the leaves, linear in the page. Nothing that holds more than a quarter of the page's
    characters is furniture, however it is named: the paper's own text is never lost.
    """
    etree.strip_elements(root, *_NO_TEXT, with_tail=False)
    limit = sum(len(text.strip()) for text in root.itertext(with_tail=True)) / 4
    stack = [_Frame()]
    for event, element in etree.iterwalk(root, events=("start", "end")):
        tag = element.tag
        if event == "start":
            stack.append(_Frame())
            continue
        frame, parent = stack.pop(), stack[-1]
        frame.take(element.text)
        if frame.text <= limit and (tag in _TAGS or _named_or_linked(element, frame)):
            element.clear(keep_tail=True)
            frame = _Frame()
        _account(element, frame, parent)
        parent.text += frame.text
        parent.attached |= frame.attached
        parent.take(element.tail)


def _named_or_linked(element: Any, frame: _Frame) -> bool:
    attributes = element.attrib
    if attributes:
        words = _TOKEN.findall(f"{attributes.get('class', '')} {attributes.get('id', '')}")
        if any(word.lower() in _WORDS for word in words) or _HIDDEN.search(attributes.get("style", "")):
            return True
    linked = frame.wide >= 3 and frame.links >= 0.6 * frame.text
    return linked and element.tag in _CONTAINERS and not frame.attached


def _account(element: Any, frame: _Frame, parent: _Frame) -> None:
    """Carry what an element holds to its parent; decide on a table when it closes."""
    tag = element.tag
    parent.links += frame.text if tag == "a" else frame.links
    parent.wide += 1 if tag == "a" else frame.wide
    if tag == "table":
        parent.nested += frame.text
        holds_data = frame.rows > 1 and frame.columns > 1 and 2 * frame.nested <= frame.text
        if holds_data and not frame.page_cell:
            element.set("data-table", "")
        return
    parent.nested += frame.nested
    if tag in ("td", "th"):
        parent.cells += 1
        parent.page_cell |= frame.text > _LAYOUT_CELL
        return
    if tag == "tr":
        parent.rows += 1
        parent.columns = max(parent.columns, frame.cells)
    else:
        parent.rows += frame.rows
        parent.columns = max(parent.columns, frame.columns)
    parent.page_cell |= frame.page_cell
