"""矩阵: units × measures by role; sorted, narrowed, walked with the arrow keys; beside it the words that fill the chosen cell."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from interface.components.docket import Node, docket, el
from interface.components.matrix import Cell
from interface.components.matrix import matrix as draw
from interface.downloads import xlsx
from interface.downloads.button import button
from interface.downloads.matrix import sheets
from interface.drawing import parts
from interface.frame import address, context, data, links
from interface.picture import board
from interface.records import dossier, facts
from interface.records.facts import Duty
from interface.records.matrix import CAP, ORDERS, Matrix, matrix

_SIGNS = {"LEADS": ":blue[━]", "RESPONSIBLE_FOR": ":orange[─]", "SUPPORTS": ":gray[┄]"}
_USUAL = ["LEADS", "RESPONSIBLE_FOR"]


def page() -> None:
    """The whole page. Its address holds all of it: roles, sort, only (sections and measures), unit and measure of the cell."""
    here = context.head("矩阵")
    kept = board.documents_of(here.place, here.document)
    measures = facts.measure_ids(data.whole(), kept)
    if not measures:
        context.first_run()
        return
    with st.container(key="matrix_page"):
        with st.container(key="matrix_tools"):
            roles, order, measures = _tools(measures)
        asked = Cell(st.query_params.get("unit", ""), st.query_params.get("measure", ""))
        found = matrix(data.whole(), measures, roles, order, here.on, asked.measure)
        with st.container(key="matrix_board"):
            chosen = _board(found, asked, len(measures))
        with st.container(key="matrix_card"):
            docket(_card(chosen), _legend(), key="cell")
            name = f"矩阵-{here.on.isoformat()}.xlsx"
            source = f"责任图谱，{len(found.rows)} 个单位，{len(found.columns)} 项措施，截至 {here.on.isoformat()}。"
            with st.container(key="bar_matrix"):
                button("表格 xlsx", lambda: xlsx.workbook(sheets(found, source)), name)


def _tools(measures: Sequence[str]) -> tuple[list[str], str, list[str]]:
    """Roles, order and the choice of measures; returns them with the measures that are left."""
    whole = data.whole()
    duties = [duty.type for measure in measures for duty in facts.duties(whole, measure)]
    roles = st.pills(
        "角色",
        list(facts.ROLES),
        selection_mode="multi",
        format_func=lambda role: f"{_SIGNS[role]} {facts.ROLES[role]} {duties.count(role)}",
        **address.choices("roles", facts.ROLES, _USUAL),
    )
    order = st.segmented_control(
        "单位排序",
        list(ORDERS),
        format_func=ORDERS.__getitem__,
        required=True,
        **address.choice("sort", ORDERS, "leads"),
    )
    inside: dict[str, list[str]] = {}
    for measure in measures:
        inside.setdefault(facts.section_of(whole, measure), []).append(measure)
    inside.pop("", None)
    options = [*inside, *measures]
    only = st.multiselect(
        "措施",
        options,
        format_func=lambda key: f"{'§' if key in inside else '■'} {facts.heading(whole.nodes[key])}",
        placeholder=f"全部 {len(measures)} 项",
        **address.several("only", set(options)),
    )
    wanted = {measure for key in only for measure in inside.get(key, [key])}
    return list(roles or ()), order or "leads", [key for key in measures if not wanted or key in wanted]


def _board(found: Matrix, asked: Cell, measures: int) -> Cell | None:
    """The table; returns the cell that the card shows."""
    if not found.rows:
        st.info("在右边选上别的角色，或放宽措施。", title="没有单位有这个角色")
        return None
    chosen = asked if _known(asked) else _first(found, asked)
    moved = draw(found, chosen, key="matrix")
    if moved and _known(moved):
        address.put("unit", moved.unit)
        address.put("measure", moved.measure)
        chosen = moved
    if found.left_out:
        docket(
            el(
                "p",
                f"共 {measures} 项措施，一次最多列 {CAP} 项，这里列的是其中相连的 {len(found.columns)} 项。"
                "在页首选一份文件，或在“措施”里选几章，就能看到别的。",
                cls="note",
            ),
            key="left_out",
        )
    return chosen


def _known(cell: Cell) -> bool:
    known = data.known()
    return cell.unit in known.units and cell.measure in known.measures


def _first(found: Matrix, asked: Cell) -> Cell:
    """The first filled cell, of the unit or measure that was asked for where there is one."""
    cells = [Cell(row.id, column.id) for row in found.rows for column in found.columns if column.id in row.cells]
    return next((cell for cell in cells if asked.unit == cell.unit or asked.measure == cell.measure), cells[0])


def _card(chosen: Cell | None) -> list[Node]:
    """What the paper says of the chosen unit in the chosen measure."""
    head = parts.section("选中的格", "", "方向键可移动")
    if chosen is None:
        return [head]
    whole = data.whole()
    duties = [duty for duty in facts.duties(whole, chosen.measure) if duty.unit_id == chosen.unit]
    unit, measure = whole.nodes[chosen.unit], whole.nodes[chosen.measure]
    shape = el("i", cls="k k-group" if unit["group"] else "k k-unit")
    roles: list[Node] = []
    for duty in duties:
        roles += [parts.badge(duty.role, inferred=duty.inferred), " "]
        roles += [] if duty.certain else [parts.inferred_mark(), " "]
    name = facts.heading(measure) or "（无标题）"
    lines = el(
        "dl",
        el("dt", "单位"),
        el("dd", shape, el("a", unit["name"], cls="z", go=links.to("unit", id=chosen.unit))),
        el("dt", "措施"),
        el("dd", el("i", cls="k k-measure"), el("a", name, cls="z", go=links.to("measure", id=chosen.measure))),
        el("dt", "角色"),
        el("dd", roles or parts.none()),
    )
    quotes = [parts.quote(dossier.evidence(whole, dossier.row_of(whole, duty)), chosen=True) for duty in duties]
    return [el("div", head, lines, quotes, [el("p", line, cls="note") for line in _beside(chosen, duties)], cls="cell")]


def _beside(chosen: Cell, duties: Sequence[Duty]) -> list[str]:
    """What else there is to know of the unit and the measure."""
    whole = data.whole()
    lines = []
    if not duties:
        lines.append("文件没有直接写这个单位在这项措施里的角色。")
        groups = {group for group, _ in facts.groups_of(whole, chosen.unit)}
        through = [duty for duty in facts.duties(whole, chosen.measure) if duty.unit_id in groups]
        lines += [f"它属于“{duty.unit}”，{duty.unit}在这项措施里是{duty.role}单位。" for duty in through]
    leads = {duty.measure_id for duty in facts.duties_of(whole, chosen.unit) if duty.type == "LEADS"}
    others = {duty.unit_id for duty in facts.duties(whole, chosen.measure) if duty.type == "LEADS"}
    more, fellows = len(leads - {chosen.measure}), len(others - {chosen.unit})
    lines.append(f"除这一格外，本单位还牵头 {more} 项，本措施还有 {fellows} 个牵头单位。")
    return lines


def _legend() -> Node:
    signs = (("牵", "lead", "牵头"), ("牵", "lead c-inf", "牵头，推断"), ("责", "resp", "责任"), ("配", "supp", "配合"))
    return el(
        "div",
        [el("span", el("i", sign, cls=f"c c-{form}"), word) for sign, form, word in signs],
        el("span", "时限行：数字为个数，底线为最急的状态，红字为已过期", cls="wide"),
        cls="lg",
    )


page()
