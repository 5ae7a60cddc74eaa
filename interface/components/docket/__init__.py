"""Docket: tables, quotes, figures and lines as elements of the page, drawn from a tree of tags, classes and texts.

Texts become text nodes and nothing else, so words of a document can never run. A link keeps the tab's session: a plain click
changes the page in place, a middle click opens the address in a new tab, and the address survives a reload.

    docket(el("p", el("b", name), " 牵头 ", el("a", title, cls="z", go=links.to("measure", id=measure_id))), key="lines")

Parts that several pages draw (tables, quotes, badges) are in interface/parts.py.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, Literal, get_args

import streamlit as st

from interface.components import registered
from interface.frame import links
from interface.frame.address import hold

# fmt: off
Tag = Literal[
    "div", "section", "nav", "span", "p", "b", "i", "sup", "small", "mark", "time", "h2", "h3", "br", "hr",
    "table", "caption", "thead", "tbody", "tr", "th", "td", "ul", "ol", "li", "dl", "dt", "dd",
    "blockquote", "cite", "a", "button", "details", "summary",
]
# fmt: on
TAGS = frozenset(get_args(Tag))
ATTRIBUTES = frozenset(
    {"title", "scope", "colspan", "rowspan", "datetime", "role", "lang", "tabindex", "open", "disabled", "id"}
)
STYLES = frozenset({"left", "width", "--x", "--w", "--n"})

Node = dict[str, Any] | str
"""An element as `el` makes it, or a text."""


def el(
    tag: Tag,
    *children: Node | Iterable[Node | None] | None,
    cls: str = "",
    go: links.Link | None = None,
    pick: str = "",
    copy: links.Link | None = None,
    emit: tuple[str, str] | None = None,
    style: dict[str, str] | None = None,
    **attributes: str,
) -> Node:
    """An element with its children; None and "" among them are left out, lists are laid flat.

    go: the page that a click opens (tag "a"). pick: what `docket` returns when the element is clicked or Enter is pressed on it.
    copy: a click copies the address of that page. emit: (name, detail) of an event for another component of the page.
    style: percentages for positions ("left", "width") and custom properties. attributes: title, role, aria_label… (_ is -).
    Raises ValueError for a tag, attribute or style that is not allowed.
    """
    if tag not in TAGS:
        raise ValueError(f"tag not allowed in a docket: {tag}")
    if style and not style.keys() <= STYLES:
        raise ValueError(f"style not allowed in a docket: {sorted(style)}")
    named = {name.replace("_", "-"): value for name, value in attributes.items()}
    for name in named:
        if name not in ATTRIBUTES and not name.startswith("aria-"):
            raise ValueError(f"attribute not allowed in a docket: {name}")
    node = {"t": tag, "c": cls, "a": named, "s": style, "k": _flat(children), "pick": pick, "emit": list(emit or ())}
    node["go"], node["copy"] = _address(go), _address(copy)
    return {name: value for name, value in node.items() if value}


def docket(*nodes: Node | Iterable[Node | None] | None, key: str, form: str = "") -> str | None:
    """Draw the nodes. Returns the `pick` of the element that was clicked in this run, else None; a link changes the page.

    key: of the component, unique in the page. form: CSS class of the root, for layout.
    """
    result = registered("docket")(
        data={"nodes": _flat(nodes), "form": form}, key=key, on_go_change=hold, on_pick_change=hold
    )
    if result.go:
        target = result.go
        if target.get("page") in links.PAGES:
            st.switch_page(links.file_of(target["page"]), query_params=target.get("params", {}))
    return str(result.pick) if result.pick is not None else None


def _address(link: links.Link | None) -> dict[str, Any] | None:
    if link is None:
        return None
    return {"page": link["page"], "path": links.path_of(link["page"]), "params": links.merged(link)}


def _flat(children: Iterable[Any]) -> list[Node]:
    flat: list[Node] = []
    for child in children:
        if isinstance(child, (str, dict)):
            if child:
                flat.append(child)
        elif child is not None:
            flat.extend(_flat(child))
    return flat
