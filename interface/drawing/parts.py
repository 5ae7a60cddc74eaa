"""Parts that several pages draw with the docket: badges, states, section heads, quotes with their marks, tables."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

from graph_loader.rules import rule_name
from interface.components.docket import Node, el
from interface.drawing.marks import runs
from interface.frame import links
from interface.records.facts import Duty
from interface.records.states import LOOKS, Due, state_of, when
from queries.model import Evidence

ROLE_CLASS = {"牵头": "role", "责任": "role role-resp", "配合": "role role-supp"}
"""Class of a role's badge by its Chinese name."""


def badge(role: str, *, inferred: bool = False) -> Node:
    """A role as a badge: filled, outlined or dashed; pale and dashed when it was inferred."""
    return el("span", role, cls=ROLE_CLASS.get(role, "role") + (" role-inf" if inferred else ""))


def inferred_mark() -> Node:
    """≈ 推断: a rule made it, not the paper's word."""
    return el("span", "推断", cls="inf", title="由规则得出，文中没有直接写")


def state_mark(due: Due, on: date, *, more: int = 0) -> Node:
    """A deadline's state on a day: icon, and the day or the word. more: how many others there are beside it."""
    state = state_of(due.kind, due.due_on, on)
    look = LOOKS[state]
    shown = el(
        "span", when(due), cls=f"sta sta-{state}", title=look.zh, aria_label=f"{look.zh} {when(due)}", role="img"
    )
    return el("span", shown, el("span", f" +{more}", cls="mut") if more else None, cls="nw")


def section(title: str, count: str = "", unit: str = "") -> Node:
    """The head over a table or list: its title, what it counts, and at the right the unit of count or another note."""
    return el(
        "div",
        el("h2", title),
        el("span", count, cls="c") if count else None,
        el("span", unit, cls="u") if unit else None,
        cls="sec",
    )


def none() -> Node:
    """An empty cell."""
    return el("span", "—", cls="mut")


def quote(evidence: Evidence, *, chosen: bool = False) -> Node:
    """The sentence of the paper with the words that prove it marked, where it stands, and why where it was inferred."""
    text = [
        el("mark", run.text, cls=run.classes) if run.classes else run.text
        for run in runs(evidence.text, ((mark.start, mark.end, mark.kind) for mark in evidence.marks))
    ]
    where = f"{evidence.measure}{evidence.measure_title}" or f"《{evidence.document}》"
    place = f"，第 {evidence.start + 1}–{evidence.end} 字"
    return el(
        "blockquote",
        text,
        el("cite", el("i", cls="k k-measure"), _measure_link(evidence, where), place, _why(evidence)),
        cls="ev on" if chosen else "ev",
    )


def _measure_link(evidence: Evidence, where: str) -> Node:
    if not evidence.measure_id:
        return where
    return el("a", where, cls="z", go=links.to("measure", id=evidence.measure_id), title=f"《{evidence.document}》")


def _why(evidence: Evidence) -> Node | None:
    """What a reader must know of a quote that is not plain: inferred, declared elsewhere, or corrected by a person."""
    if evidence.correction:
        return el("span", f"经人工更正：{evidence.correction}", cls="why")
    if evidence.implied:
        return el("span", f"单位没有印在这一条，由文件别处的说明带出；规则：{rule_name(evidence.rule)}。", cls="why")
    if evidence.inferred:
        return el("span", f"这里没有写明角色，是按规则推断的；规则：{rule_name(evidence.rule)}。", cls="why")
    return None


def table(heads: Sequence[tuple[str, str]], rows: Iterable[Node], *, caption: str = "") -> Node:
    """A three-line table. heads: (word, class) of each column; rows: tr elements. caption: read out, not shown."""
    head = el("tr", [el("th", word, cls=cls, scope="col") for word, cls in heads])
    return el("table", el("thead", head), el("tbody", rows), cls="t3 rows", aria_label=caption or "表格")


def unit_link(duty: Duty) -> Node:
    """A unit's name as a link to its page, a ring before a group, ≈ behind a role that the paper does not write."""
    ring = el("i", cls="k k-group") if duty.group else None
    mark = None if duty.certain else inferred_mark()
    return el(
        "span",
        ring,
        el("a", duty.unit, cls="z", go=links.to("unit", id=duty.unit_id)),
        " " if mark else "",
        mark,
        cls="nw",
    )


def unit_names(duties: Sequence[Duty], *, shown: int = 3) -> list[Node]:
    """The first units as links, then how many there are: 市政府办、市发改委、市环保局 等 5 个."""
    if not duties:
        return [none()]
    nodes: list[Node] = []
    for index, duty in enumerate(duties[:shown]):
        nodes += ["、"] if index else []
        nodes.append(unit_link(duty))
    return [*nodes, el("span", f" 等 {len(duties)} 个", cls="mut")] if len(duties) > shown else nodes
