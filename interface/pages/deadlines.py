"""时限: every deadline on a line of years, as of a day; by state, measure, lead unit or month; to take away as calendar or sheet."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from functools import partial

import streamlit as st

from interface.components.docket import Node, docket, el
from interface.downloads import agenda, xlsx
from interface.downloads.button import button
from interface.frame import address, context, data, links
from interface.picture import board
from interface.records import facts
from interface.records.facts import Limit
from interface.records.states import HONEST, LOOKS, State, state_of, when
from interface.records.timeline import Window, bars, window

_GROUPINGS = {"state": "按状态", "measure": "按措施", "lead": "按牵头单位", "month": "按月"}


def page() -> None:
    """The whole page. Its address holds all of it: on, by, unit."""
    kept = board.documents_of(st.query_params.get("place", ""), st.query_params.get("doc", ""))
    whole = data.whole()
    everything = [limit for measure in facts.measure_ids(whole, kept) for limit in facts.limits(whole, measure)]
    measures = len({limit.measure_id for limit in everything})
    here = context.head("时限", caption=f"{len(everything)} 个时限，来自 {measures} 项措施")
    if not everything:
        st.info("先到文档页载入一份写有时限的文件。", title="没有时限")
        return
    limits, grouping, name = _tools(everything, here.on)
    issued = {document.id: document.issued_on for document in data.known().loaded}
    shown = window(limits, here.on, [day for day in issued.values() if day])
    blocks = [_group(head, each, here.on, shown, issued) for head, each in _grouped(limits, grouping, here.on)]
    grid = el(
        "div",
        el("span", [el("i", style={"left": f"{shown.at(date(year, 1, 1))}%"}) for year in shown.years], cls="tk"),
        cls="grid",
    )
    line = el(
        "div",
        el("span", el("span", cls="now-line", style={"left": f"{shown.at(here.on)}%"}), cls="tk"),
        cls="grid over",
    )
    docket(
        el(
            "div",
            _axis(shown, here.on),
            el("div", grid, [node for block in blocks for node in block], line, cls="bd"),
            cls="tlw",
            role="group",
            aria_label=f"{name}的时限",
        ),
        el(
            "p",
            f"细线：到某日为止；粗条：限定的期间；方框：每次要做的时候；竖线：截至日 {here.on.isoformat()}。{HONEST}。",
            cls="note",
        ),
        key="timeline",
    )


def _tools(everything: Sequence[Limit], on: date) -> tuple[list[Limit], str, str]:
    whole = data.whole()
    by_unit: dict[str, list[Limit]] = {}
    for limit in everything:
        for duty in facts.duties(whole, limit.measure_id):
            if duty.type == "LEADS" and limit not in by_unit.setdefault(duty.unit_id, []):
                by_unit[duty.unit_id].append(limit)
    order = sorted(by_unit, key=lambda key: (-len(by_unit[key]), key))
    with st.container(horizontal=True, vertical_alignment="center", key="bar_deadlines"):
        grouping = st.segmented_control(
            "怎样分组",
            list(_GROUPINGS),
            format_func=_GROUPINGS.__getitem__,
            label_visibility="collapsed",
            required=True,
            **address.choice("by", _GROUPINGS, "state"),
        )
        unit = st.selectbox(
            "牵头单位",
            order,
            index=None,
            format_func=lambda key: str(whole.nodes[key]["name"]),
            placeholder=f"全部 {len(order)} 个牵头单位",
            label_visibility="collapsed",
            width=240,
            **address.choice("unit", order),
        )
        limits = by_unit[unit] if unit else list(everything)
        name = str(whole.nodes[unit]["name"]) if unit else "全部单位"
        items = [agenda.item(whole, limit, "牵头" if unit else "") for limit in limits]
        stem = f"{name}时限-{on.isoformat()}"
        source = f"责任图谱，{name}，截至 {on.isoformat()}。{HONEST}。"
        button("日历 ics", partial(agenda.calendar, f"{name} 时限", items), f"{stem}.ics")
        button("表格 xlsx", lambda: xlsx.workbook([agenda.sheet(items, on, source)]), f"{stem}.xlsx")
    return limits, grouping or "state", name


def _grouped(limits: Sequence[Limit], grouping: str, on: date) -> list[tuple[Node, list[Limit]]]:
    """Heads with the deadlines below them."""
    ordered = sorted(limits, key=lambda limit: limit.due.due_on or date.max)
    found: dict[str, list[Limit]] = {}
    if grouping == "state":
        for limit in ordered:
            found.setdefault(state_of(limit.due.kind, limit.due.due_on, on), []).append(limit)
        states: list[State] = [state for state in LOOKS if state in found]
        return [(el("span", LOOKS[state].zh, cls=f"sta sta-{state}"), found[state]) for state in states]
    if grouping == "month":
        for limit in ordered:
            found.setdefault(_month(limit), []).append(limit)
        return [(el("span", month), found[month]) for month in sorted(found)]
    for limit in limits if grouping == "measure" else ordered:
        for name in _names(limit, grouping):
            found.setdefault(name, []).append(limit)
    return [(el("span", name), each) for name, each in found.items()]


def _month(limit: Limit) -> str:
    if limit.due.rrule:
        months = next((part[8:] for part in limit.due.rrule.split(";") if part.startswith("BYMONTH=")), "")
        return f"每年 {months.replace(',', '、')} 月" if months else when(limit.due)
    return limit.due.due_on.strftime("%Y-%m") if limit.due.due_on else when(limit.due)


def _names(limit: Limit, grouping: str) -> list[str]:
    whole = data.whole()
    if grouping == "measure":
        node = whole.nodes[limit.measure_id]
        return [f"{node['number']}{node['title']}"]
    leads = [duty.unit for duty in facts.duties(whole, limit.measure_id) if duty.type == "LEADS"]
    return leads or ["没有写牵头单位"]


def _axis(shown: Window, on: date) -> Node:
    years = [el("b", str(year), style={"left": f"{shown.at(date(year, 1, 1))}%"}) for year in shown.years]
    mark = el("span", el("span", on.isoformat(), cls="q"), cls="now-line", style={"left": f"{shown.at(on)}%"})
    return el(
        "div",
        el("span", "编号"),
        el("span", "要做的事"),
        el("span", "牵头单位", cls="ld"),
        el("span", years, mark, cls="tk ax"),
        el("span", "截止", cls="du"),
        cls="hd",
    )


def _group(head: Node, limits: Sequence[Limit], on: date, shown: Window, issued: dict[str, date | None]) -> list[Node]:
    return [el("div", head, el("b", str(len(limits))), cls="gh"), *(_row(limit, on, shown, issued) for limit in limits)]


def _row(limit: Limit, on: date, shown: Window, issued: dict[str, date | None]) -> Node:
    whole = data.whole()
    node = whole.nodes[limit.measure_id]
    leads = [duty.unit for duty in facts.duties(whole, limit.measure_id) if duty.type == "LEADS"]
    lead = leads[0] + (f" 等 {len(leads)} 个" if len(leads) > 1 else "") if leads else "—"
    state = state_of(limit.due.kind, limit.due.due_on, on)
    stretches = bars(limit, on, shown, issued.get(node["document_id"]))
    line: list[Node] = [
        el(
            "span",
            cls=f"{bar.form}{' past' if bar.passed else ' now' if bar.now else ''} c-{state}",
            style={"left": f"{bar.left}%", "width": f"{bar.width}%"},
        )
        for bar in stretches
    ]
    if limit.due.due_on and limit.due.kind != "recurring":
        line.append(el("i", cls=f"k k-deadline p c-{state}", style={"left": f"{shown.at(limit.due.due_on)}%"}))
    if not line:
        line.append(el("span", "没有可以画在图上的日期", cls="un"))
    return el(
        "a",
        el("span", node["number"] or "—", cls="no-col"),
        el("span", limit.undertaking or limit.text, cls="un1", title=limit.undertaking),
        el("span", lead, cls="ld"),
        el("span", line, cls="tk"),
        el(
            "span",
            el("b", when(limit.due), cls="od" if state == "overdue" else ""),
            el("span", _gap(limit, on), cls="em"),
            cls="du",
        ),
        cls="tr",
        go=links.to("measure", id=limit.measure_id),
    )


def _gap(limit: Limit, on: date) -> str:
    due = limit.due.due_on
    if limit.due.kind == "recurring":
        return f"{limit.start_on.year} 年起" if limit.start_on else "逐次"
    if due is None:
        return limit.text
    return f"已过 {(on - due).days} 天" if due < on else f"还有 {(due - on).days} 天"


page()
