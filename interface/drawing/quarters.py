"""A table of years and quarters: how many time limits end in each, and in what state they are. Each number leads to them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from interface.components.docket import Node, el
from interface.frame import links
from interface.records.states import LOOKS, UNENDING, Due, State

_QUARTERS = ("一", "二", "三", "四")
Quarter = tuple[int, int]
"""Year and quarter, 1 to 4."""


def counted(dues: Sequence[tuple[Due, State]]) -> dict[Quarter, Counter[State]]:
    """How many of the time limits that have a last day end in each quarter, by state; quarters without any are left out."""
    found: dict[Quarter, Counter[State]] = {}
    for due, state in dues:
        if due.due_on and state not in UNENDING:
            found.setdefault((due.due_on.year, (due.due_on.month + 2) // 3), Counter())[state] += 1
    return found


def table(dues: Sequence[tuple[Due, State]], *, scope: str = "") -> Node:
    """Years down, quarters across, and a last line for what has no last day. scope: words before a question that narrow it."""
    found = counted(dues)
    heads = [el("th", "年份", scope="col"), *(el("th", f"{word}季度", cls="num", scope="col") for word in _QUARTERS)]
    lines = [
        el(
            "tr",
            el("th", str(year), scope="row"),
            [_cell(year, quarter, found.get((year, quarter), Counter()), scope) for quarter in (1, 2, 3, 4)],
        )
        for year in sorted({year for year, _ in found})
    ]
    endless = Counter(state for _, state in dues if state in UNENDING)
    for state in UNENDING:
        if endless[state]:
            go = links.to("deadlines", by="state")
            link = el("a", str(endless[state]), cls="z", go=go, aria_label=f"{LOOKS[state].zh}的时限{endless[state]}个")
            lines.append(
                el("tr", el("th", LOOKS[state].zh, scope="row", colspan="4"), el("td", link, cls="num"), cls="rest")
            )
    return el(
        "table", el("thead", el("tr", heads)), el("tbody", lines), cls="t3 qt", aria_label="时限按季度分布，单位：个"
    )


def _cell(year: int, quarter: int, states: Counter[State], scope: str) -> Node:
    if not states:
        return el("td", "0", cls="num z0")
    words = f"{year}年第{_QUARTERS[quarter - 1]}季度"
    told = "，".join(f"{LOOKS[state].zh}{count}个" for state, count in sorted(states.items()))
    link = el(
        "a",
        str(states.total()),
        cls="z",
        go=links.to("ask", q=f"{scope}{words}到期的事项有哪些？"),
        title=told,
        aria_label=f"{words}到期{states.total()}个，其中{told}",
    )
    worst: State = next(state for state in ("overdue", "soon", "going") if states[state])
    return el("td", el("span", cls=f"sta sta-{worst}", aria_hidden="true"), link, cls="num")
