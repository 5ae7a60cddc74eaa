"""单位: a unit's dossier. What it leads, is responsible for and supports, itself and through groups; its deadlines; whom it works
with; its names, what became of it; downloads."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from interface.components.docket import Node, docket, el
from interface.downloads.dossier import buttons
from interface.drawing import parts
from interface.frame import context, data, links, lists
from interface.frame.markdown import plain
from interface.records import dossier, facts
from interface.records.dossier import Dossier, Row
from interface.records.states import HONEST, LOOKS, State, nearest, state_of

_PARTNERS = 11
_TABS = ("牵头", "责任", "配合", "时限", "原文")


def page() -> None:
    """The whole page. id in the address: the unit."""
    key = st.query_params.get("id", "")
    if key not in data.known().units:
        _choose(key)
        return
    unit = data.known().units[key]
    glyph = "○" if unit.group else lists.UNIT
    found = dossier.dossier(data.whole(), key)
    here = context.head(unit.name, glyph=glyph, caption=_caption(key, found))
    docket(_figures(found, here), _passing(found), key="figures")
    left, right = st.columns([1000, 330], gap="large")
    with left:
        _tables(found, here)
    with right:
        docket(_partners(found), _names(key), key="beside")


def _choose(asked: str) -> None:
    context.head("单位")
    if asked:
        st.warning(plain(f"图谱里没有编号为“{asked}”的单位，可能文件已经替换或移除。"), title="没有找到这个单位")
    rows = data.answer("unit-workload").rows
    if not rows:
        st.info("先到文档页载入一份文件。", title="还没有载入文件")
        return
    lines = [
        el(
            "tr",
            el("td", el("a", str(row[0]), cls="z", go=links.to("unit", id=str(row[6]))), cls="ti"),
            el("td", str(row[1]), cls="m0"),
            *(el("td", str(value), cls="num") for value in row[2:6]),
        )
        for row in rows
    ]
    heads = [("单位", "ti"), ("地方", "m0"), ("牵头", "num"), ("责任", "num"), ("配合", "num"), ("合计", "num")]
    docket(
        parts.section("全部单位", f"{len(rows)} 个", "单位：项"),
        parts.table(heads, lines, caption="全部单位"),
        key="all",
    )


def _caption(key: str, found: Dossier) -> str:
    unit = data.known().units[key]
    kind = lists.UNIT_KIND_ZH.get("group" if unit.group else unit.kind, "")
    documents = len({row.document_id for row in found.rows})
    return "，".join(part for part in (unit.jurisdiction, kind, f"见于 {documents} 份文件") if part)


def _figures(found: Dossier, here: context.Context) -> Node:
    leads = found.own("LEADS")
    alone = sum(1 for row in leads if not row.partners)
    states = [state_of(limit.due.kind, limit.due.due_on, here.on) for row in leads for limit in row.limits]
    return el(
        "div",
        _figure(el("i", cls="ln"), "牵头", len(leads), f"单独 {alone}，共同 {len(leads) - alone}"),
        _figure(
            el("i", cls="ln ln-resp"), "责任", len(found.own("RESPONSIBLE_FOR")), _through(found, "RESPONSIBLE_FOR")
        ),
        _figure(el("i", cls="ln ln-supp"), "配合", len(found.own("SUPPORTS")), _through(found, "SUPPORTS")),
        _figure(el("i", cls="k k-deadline"), "牵头事项的时限", len(states), _counted(states)),
        cls="strip four",
    )


def _figure(glyph: Node, word: str, count: int, beside: str | list[Node]) -> Node:
    return el("div", el("span", glyph, word, cls="l"), el("b", str(count)), el("span", beside, cls="x"), cls="fig")


def _through(found: Dossier, kind: str) -> str:
    rows = [row for row in found.rows if row.via and row.duty.type == kind]
    if not rows:
        return "文中未设" if not found.own(kind) else ""
    return f"另经{'、'.join(dict.fromkeys(row.via for row in rows))} {len(rows)}"


def _counted(states: Sequence[State]) -> list[Node]:
    return [
        el("span", f"{LOOKS[state].zh} {states.count(state)}", cls=f"sta sta-{state}")
        for state in LOOKS
        if state in states
    ]


def _passing(found: Dossier) -> list[Node]:
    """What became of the unit, and whose duties it took over, with basis and rule."""
    whole = data.whole()
    lines = []
    for old, new, link in found.successions:
        basis = "，".join(part for part in (link["on"].isoformat() if link["on"] else "", link["scope"]) if part)
        origin = "本地文件" if link["rule"] == "local" else "机构改革的通行规则，本地文件未载入"
        lines.append(
            el(
                "div",
                _body(old, whole.nodes[old]["name"], found.key),
                el("span", el("span", "承继", cls="xs mut"), el("i", cls="arrow"), "→"),
                _body(new, whole.nodes[new]["name"], found.key),
                parts.inferred_mark() if link["rule"] != "local" else None,
                el("span", f"{basis}。依据：{link['basis']}（{origin}）。", cls="xs mut"),
                cls="passing sm",
            )
        )
    return lines


def _body(key: str, name: str, here: str) -> Node:
    glyph = el("i", cls="k k-unit")
    return (
        el("b", glyph, name) if key == here else el("span", glyph, el("a", name, cls="z", go=links.to("unit", id=key)))
    )


def _tables(found: Dossier, here: context.Context) -> None:
    rows = {word: [row for row in found.rows if row.duty.type == kind] for kind, word in facts.ROLES.items()}
    limits = found.limits()
    counts = {**{word: len(each) for word, each in rows.items()}, "时限": len(limits), "原文": len(found.rows)}
    with st.container(horizontal=True, vertical_alignment="bottom", key="bar_unit"):
        tab = st.segmented_control(
            "看什么",
            _TABS,
            format_func=lambda word: f"{word} {counts[word]}",
            label_visibility="collapsed",
            default="牵头",
            required=True,
            key="tab",
            bind="query-params",
            width="stretch",
        )
        buttons(found, here.on)
    if tab == "时限":
        docket(_limit_table(limits, here), el("p", HONEST, cls="note"), key="limits")
    elif tab == "原文":
        docket([_quote(row) for row in found.rows] or _nothing("没有原文可看"), key="quotes", form="evbox")
    else:
        docket(_duty_table(rows[tab], tab, here), key="duties")


def _nothing(text: str) -> list[Node]:
    return [el("p", text, cls="note ruled")]


def _duty_table(rows: Sequence[Row], word: str, here: context.Context) -> list[Node]:
    if not rows:
        return _nothing(f"已载入的文件没有写它{word}什么。")
    with_via = any(row.via for row in rows)
    heads = [("编号", "w-no"), ("措施", "ti"), (f"共同{word}单位", "m0")]
    heads += [("方式", "m0")] if with_via else []
    lines = []
    for row in rows:
        partners = "、".join(row.partners[:2]) + (f" 等 {len(row.partners)} 个" if len(row.partners) > 2 else "")
        first = nearest([limit.due for limit in row.limits], here.on)
        lines.append(
            el(
                "tr",
                el("td", row.number, cls="nw w-no"),
                el(
                    "td",
                    _measure_link(row),
                    " " if not row.duty.certain else "",
                    None if row.duty.certain else parts.inferred_mark(),
                    cls="ti",
                ),
                el("td", partners or f"单独{word}", cls="xs mut m0 nw"),
                el("td", f"经由 {row.via}" if row.via else "直接", cls="xs mut m0 nw") if with_via else None,
                el(
                    "td",
                    parts.state_mark(first, here.on, more=len(row.limits) - 1) if first else parts.none(),
                    cls="d w-state",
                ),
            )
        )
    return [parts.table([*heads, ("最近时限", "d w-state")], lines, caption=f"{word}的措施")]


def _measure_link(row: Row) -> Node:
    return el("a", row.title or row.number, cls="z", go=links.to("measure", id=row.duty.measure_id))


def _limit_table(limits: Sequence[tuple[Row, facts.Limit]], here: context.Context) -> list[Node]:
    if not limits:
        return _nothing("它的措施都没有写时限。")
    lines = [
        el(
            "tr",
            el("td", parts.state_mark(limit.due, here.on), cls="d w-state"),
            el(
                "td",
                limit.undertaking or limit.text,
                el(
                    "span",
                    el("i", cls="k k-measure"),
                    f"{row.number}",
                    _measure_link(row),
                    f"，原文“{limit.text}”",
                    cls="src",
                ),
            ),
            el("td", parts.badge(row.duty.role, inferred=row.duty.inferred), cls="nw"),
        )
        for row, limit in limits
    ]
    return [parts.table([("时限", "w-state"), ("要做的事", ""), ("角色", "nw")], lines, caption="时限")]


def _quote(row: Row) -> Node:
    return parts.quote(dossier.evidence(data.whole(), row))


def _partners(found: Dossier) -> list[Node]:
    counts = found.partners()
    if not counts:
        return []
    most = counts[0][2]
    lines = [
        el(
            "tr",
            el("td", el("a", name, cls="z", go=links.to("unit", id=key))),
            el("td", el("i", style={"--w": f"{100 * count / most:.1f}%"}), cls="bar"),
            el("td", str(count), cls="num"),
        )
        for key, name, count in counts[:_PARTNERS]
    ]
    rest = counts[_PARTNERS:]
    if rest:
        words = f"另有 {len(rest)} 个单位：{'、'.join(name for _, name, _ in rest)}"
        lines.append(el("tr", el("td", words, colspan="3", cls="xs mut wrap"), cls="rest"))
    return [
        parts.section("与谁共同牵头", "", "单位：项"),
        el("table", el("tbody", lines), cls="t3 bt", aria_label="与谁共同牵头"),
    ]


def _names(key: str) -> list[Node]:
    unit = data.known().units[key]
    whole = data.whole()
    written = dossier.written_forms(whole, key)
    forms = [el("div", form, el("span", f" {count} 处", cls="mut")) for form, count in written]
    groups = [
        el("div", el("i", cls="k k-group"), el("a", whole.nodes[group]["name"], cls="z", go=links.to("unit", id=group)))
        for group in dict.fromkeys(group for group, _ in facts.groups_of(whole, key))
    ]
    rows: list[tuple[str, list[Node]]] = [
        ("文中写法", forms or ["—"]),
        ("全称", [unit.full_name or "—"]),
        ("其他名称", ["、".join(name for name in unit.aliases if name not in {unit.name, unit.full_name}) or "—"]),
        ("所属集合", groups or ["—"]),
    ]
    lines = [el("tr", el("td", word), el("td", value)) for word, value in rows]
    return [parts.section("名称"), el("table", el("tbody", lines), cls="t3 kv", aria_label="名称")]


page()
