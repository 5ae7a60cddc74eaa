"""Beside the graph: what is known of the chosen node, and what can be done with it in the picture."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date

import streamlit as st

from interface.components.docket import Node, docket, el
from interface.components.graph import EVENT
from interface.components.graph.layout import Point
from interface.components.graph.view import name_of
from interface.drawing import parts
from interface.frame import address, data, links, lists
from interface.picture import board
from interface.picture.board import Asked, ByHand
from interface.records.relations import ROLES, deadlines_of, due_of, measures_of, sources

_LINE = {"LEADS": "ln", "RESPONSIBLE_FOR": "ln ln-resp", "SUPPORTS": "ln ln-supp"}


def panel(chosen: str, asked: Asked, places: Mapping[str, Point], on: date) -> None:
    """The chosen node: its name, figures, buttons and list."""
    whole = data.whole()
    node = whole.nodes[chosen]
    match node["label"]:
        case "Unit":
            _unit(chosen, asked, places, on)
        case "Measure":
            _measure(chosen, asked, places, on)
        case _:
            docket(_title("k-doc", name_of(node)), key="panel_head")
            _buttons(chosen, asked, places)
    _hidden(board.by_hand())


def _unit(key: str, asked: Asked, places: Mapping[str, Point], on: date) -> None:
    whole = data.whole()
    node = whole.nodes[key]
    by_role = {role: measures_of(whole, key, role) for role in ROLES}
    role = "LEADS" if by_role["LEADS"] else "RESPONSIBLE_FOR"
    partners = {unit for measure in by_role[role] for unit in sources(whole, measure, role)} - {key}
    dues = sum(len(deadlines_of(whole, measure)) for measure in by_role[role])
    kind = lists.UNIT_KIND_ZH.get("group" if node.get("group") else node.get("kind") or "", "单位")
    figures = [
        (len(by_role[role]), el("i", cls=_LINE[role]), word)
        for role, word in ROLES.items()
        if by_role[role] or role != "SUPPORTS"
    ]
    docket(
        _title("k-group" if node.get("group") else "k-unit", name_of(node)),
        el("p", f"{node.get('jurisdiction') or ''}，{kind}".strip("，"), cls="mut sm"),
        _figures([*figures, (len(partners), None, "共同单位"), (dues, el("i", cls="k k-deadline"), "时限")]),
        key="panel_head",
    )
    _buttons(key, asked, places)
    lines = [_list(f"{word}的措施", by_role[role], on) for role, word in ROLES.items() if by_role[role]]
    docket(lines, key="panel_list")


def _measure(key: str, asked: Asked, places: Mapping[str, Point], on: date) -> None:
    node = data.whole().nodes[key]
    document = data.known().documents.get(node["document_id"])
    docket(
        _title("k-measure", name_of(node)),
        el("p", f"《{document.title}》" if document else "", cls="mut sm"),
        key="panel_head",
    )
    _buttons(key, asked, places)
    rows = []
    for role, word in ROLES.items():
        units = sources(data.whole(), key, role)
        if units:
            last = units[-1]
            names = [
                el("span", _choose(unit, name_of(data.whole().nodes[unit])), "" if unit == last else "、", cls="nw")
                for unit in units
            ]
            rows.append(el("p", parts.badge(word), " ", names, cls="sm role-line"))
    dues = [
        el("li", parts.state_mark(due_of(due), on), " ", due.get("undertaking") or "")
        for due in deadlines_of(data.whole(), key)
    ]
    quote = el("blockquote", str(node.get("text") or ""), cls="ev")
    docket(
        rows, el("ul", dues, cls="sm ruled") if dues else None, quote if node.get("text") else None, key="panel_list"
    )


def _title(glyph: str, name: str) -> Node:
    return el("h2", el("i", cls=f"k {glyph}"), name, cls="panel-title")


def _figures(found: Iterable[tuple[int, Node | None, str]]) -> Node:
    return el(
        "div", [el("span", el("b", str(n)), el("span", glyph, word)) for n, glyph, word in found], cls="figs small"
    )


def _buttons(key: str, asked: Asked, places: Mapping[str, Point]) -> None:
    """Open its page, put it in the middle, open or close its neighbours, pin, hide."""
    hand = board.by_hand()
    link = lists.link_of(data.known(), key)
    with st.container(horizontal=True, gap="small", key="bar_panel"):
        if link:
            name = {"unit": "打开单位", "measure": "打开措施"}.get(link["page"], "打开文件")
            if st.button(name, key="open_page"):
                links.follow(link)
        if key != asked.centre:
            st.button("设为中心", key="as_centre", on_click=_centre, args=(key,))
        if not asked.others:
            _by_hand_buttons(key, asked, places, hand)


def _by_hand_buttons(key: str, asked: Asked, places: Mapping[str, Point], hand: ByHand) -> None:
    if key in hand.opened:
        st.button("收起", key="close_node", on_click=board.close_node, args=(key,))
    elif key != asked.centre:
        st.button("展开", key="open_node", on_click=board.open_node, args=(key,), icon=":material/hub:")
    word, place = ("取消固定" if key in hand.pinned else "固定"), places.get(key, (0.0, 0.0))
    st.button(word, key="pin", on_click=board.pin, args=(key, place), icon=":material/keep:")
    if key != asked.centre:
        st.button("隐藏", key="hide", on_click=board.hide, args=(key,), icon=":material/visibility_off:")


def _centre(key: str) -> None:
    address.hold()
    address.put("id", key)


def _hidden(hand: ByHand) -> None:
    if hand.hidden:
        st.button(f"显示已隐藏的 {len(hand.hidden)} 个", key="show_hidden", on_click=board.show_hidden)


def _list(title: str, measures: list[str], on: date) -> Node:
    rows = []
    for key in measures:
        node = data.whole().nodes[key]
        marks = el("i", cls="k k-deadline", title="有时限") if deadlines_of(data.whole(), key) else None
        rows.append(
            el(
                "li",
                el("span", node["number"] or "", cls="mut nw"),
                _choose(key, node["title"] or name_of(node)),
                marks,
            )
        )
    return el(
        "section",
        el("div", el("b", title), el("span", str(len(rows)), cls="u"), cls="sec sm"),
        el("ul", rows, cls="pick-list"),
    )


def _choose(key: str, name: str) -> Node:
    """A name that, pressed, chooses its node in the picture."""
    return el("button", name, title=name, emit=(EVENT, f"select {key}"))
