"""措施: one clause in full, every reading marked in its text and listed beside it with its rule; the clauses around it."""

from __future__ import annotations

from typing import Any

import streamlit as st

from interface.components.docket import Node, docket, el
from interface.drawing import clause, parts
from interface.drawing.clause import Reading
from interface.frame import address, context, data, links, lists
from interface.frame.markdown import plain
from interface.records import facts
from interface.records.states import Due, nearest

_AROUND = 2


def page() -> None:
    """The whole page. id in the address: the measure."""
    whole = data.whole()
    key = st.query_params.get("id", "")
    if key not in whole or whole.nodes[key]["label"] != "Measure":
        _choose(key)
        return
    node = whole.nodes[key]
    document = data.known().documents[node["document_id"]]
    here = context.head(f"{node['number']}{node['title']}", caption=_caption(key, document.title))
    readings = clause.readings(whole, key, here.on)
    shown = _tools(key, readings)
    left, right = st.columns([1000, 560], gap="large")
    with left:
        docket(_paper(key, [reading for reading in readings if reading.kind in shown]), key="paper")
        docket(parts.section("上下文"), _around(key, here), key="around")
    with right:
        docket(_list([reading for reading in readings if reading.kind in shown]), key="readings")


def _choose(asked: str) -> None:
    context.head("措施")
    if asked:
        st.warning(plain(f"图谱里没有编号为“{asked}”的措施，可能文件已经替换或移除。"), title="没有找到这项措施")
    known = data.known()
    if not known.measures:
        st.info("先到文档页载入一份文件。", title="还没有载入文件")
        return
    rows = []
    for document in known.loaded:
        links_of = [
            el(
                "li",
                el("span", measure.number, cls="mut nw w-no"),
                " ",
                el("a", measure.title or measure.label, cls="z", go=links.to("measure", id=measure.id)),
            )
            for measure in known.measures.values()
            if measure.document_id == document.id
        ]
        rows += [parts.section(document.title, f"{len(links_of)} 项措施"), el("ul", links_of, cls="ruled sm")]
    docket(rows, key="all_measures")


def _section(key: str) -> str:
    section = facts.section_of(data.whole(), key)
    return facts.heading(data.whole().nodes[section]) if section else ""


def _caption(key: str, title: str) -> str:
    section = _section(key)
    return f"《{title}》" + (f"，{section}" if section else "")


def _tools(key: str, readings: list[Reading]) -> set[str]:
    """Switches of the marks, and the way to the neighbours, the graph and the address."""
    counts = {kind: sum(reading.size for reading in readings if reading.kind == kind) for kind in clause.KINDS}
    present = [kind for kind, count in counts.items() if count]
    with st.container(horizontal=True, vertical_alignment="center", key="bar_measure"):
        shown = st.pills(
            "显示哪些标记",
            present,
            selection_mode="multi",
            format_func=lambda kind: f"{clause.KINDS[kind]} {counts[kind]}",
            label_visibility="collapsed",
            width="stretch",
            **address.choices("marks", present, present),
        )
        docket(_way(key), key="way", form="fit chips")
    return set(shown or ())


def _way(key: str) -> list[Node | None]:
    whole = data.whole()
    order = facts.measure_ids(whole, [whole.nodes[key]["document_id"]])
    at = order.index(key)
    before = order[at - 1] if at else ""
    after = order[at + 1] if at + 1 < len(order) else ""

    def step(other: str, sign: str, word: str) -> Node | None:
        if not other:
            return None
        label = whole.nodes[other]["number"] or word
        text = f"‹ {label}" if sign == "<" else f"{label} ›"
        return el(
            "a", text, cls="pill", go=links.to("measure", id=other), aria_label=f"{word}：{whole.nodes[other]['title']}"
        )

    return [
        step(before, "<", "上一项"),
        step(after, ">", "下一项"),
        el("a", "在图谱中看", cls="pill", go=links.to("graph", id=key)),
        el("button", "复制链接", cls="btn", copy=links.to("measure", id=key)),
    ]


def _paper(key: str, readings: list[Reading]) -> Node:
    node = data.whole().nodes[key]
    start, end = node["start"], node["end"]
    outside = [reading for reading in readings if any(mark.start < start or mark.end > end for mark in reading.marks)]
    note = el("span", f"另有 {len(outside)} 组读自条文之外，见右侧") if outside else None
    return el(
        "section",
        el("div", el("span", _section(key)), el("span", f"第 {start + 1}–{end} 字"), cls="top"),
        el("div", clause.marked(str(node["text"]), start, readings), cls="body"),
        el(
            "div",
            el("span", "◆ 时限：实线为日期，点线为要做的事"),
            el("span", "▼ 问责：点线为情形，实线为后果"),
            note,
            cls="key",
        ),
        cls="clause",
    )


def _list(readings: list[Reading]) -> list[Node]:
    if not readings:
        return [parts.section("读出的内容"), el("p", "这一条没有读出任何内容，或都已隐去。", cls="note ruled")]
    items = [
        el("li", el("span", el("span", str(reading.number), cls="no")), el("div", reading.lines, _foot(reading)))
        for reading in readings
    ]
    return [parts.section("读出的内容", f"{len(readings)} 组，编号与正文对应"), el("ol", items, cls="reads sm")]


def _foot(reading: Reading) -> Node:
    places = "、".join(f"{mark.start + 1}–{mark.end}" for mark in reading.marks[:4])
    return el(
        "div", el("span", f"第 {places} 字"), el("span", f"规则 {reading.rule}") if reading.rule else None, cls="foot"
    )


def _around(key: str, here: context.Context) -> Node:
    whole = data.whole()
    order = facts.measure_ids(whole, [whole.nodes[key]["document_id"]])
    at = order.index(key)
    low = max(0, min(at - _AROUND, len(order) - 2 * _AROUND - 1))
    rows = [_row(other, other == key, here) for other in order[low : low + 2 * _AROUND + 1]]
    heads = [("编号", "w-no"), ("措施", "ti"), ("牵头单位", "m0"), ("最近时限", "d w-state")]
    return parts.table(heads, rows, caption="上下文")


def _row(key: str, chosen: bool, here: context.Context) -> Node:
    whole = data.whole()
    node: dict[str, Any] = whole.nodes[key]
    leads = [duty for duty in facts.duties(whole, key) if duty.type == "LEADS"]
    dues: list[Due] = [limit.due for limit in facts.limits(whole, key)]
    first = nearest(dues, here.on)
    name = (
        el("b", node["title"])
        if chosen
        else el("a", node["title"] or lists.MEASURE, cls="z", go=links.to("measure", id=key))
    )
    state = parts.state_mark(first, here.on, more=len(dues) - 1) if first else parts.none()
    return el(
        "tr",
        el("td", node["number"], cls="nw w-no"),
        el("td", name, cls="ti"),
        el("td", parts.unit_names(leads), cls="sm m0 nw"),
        el("td", state, cls="d w-state"),
        cls="on" if chosen else "",
    )


page()
