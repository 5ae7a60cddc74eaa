"""The units with the most to do: measures that each leads, is responsible for and supports, as lines of its role and as numbers."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import Any

from interface.components.docket import Node, el
from interface.frame import links

_SHOWN = 10
_ROLES = (("ln", "牵头"), ("ln ln-resp", "责任"), ("ln ln-supp", "配合"))
"""A role's line in the look and its word, in the order of the columns of the entry unit-workload."""


def table(rows: Sequence[Sequence[Any]], all_units: links.Link) -> Node:
    """The first rows of the catalogue's unit-workload, and the sums of the rest. all_units: where the rest is listed."""
    shown, rest = rows[:_SHOWN], rows[_SHOWN:]
    most = max((max(row[2:5]) for row in shown), default=1)
    named = Counter(row[0] for row in shown)
    lines = [
        el("tr", _unit(row, alike=named[row[0]] > 1), _bars(row[2:5], most), [_count(count) for count in row[2:5]])
        for row in shown
    ]
    if rest:
        link = el("a", f"其余 {len(rest)} 个单位", cls="z", go=all_units)
        sums = [_count(sum(row[2 + index] for row in rest)) for index in range(len(_ROLES))]
        lines.append(el("tr", el("td", link, colspan="2"), sums, cls="rest"))
    heads = [el("th", el("i", cls=cls), word, cls="num", scope="col") for cls, word in _ROLES]
    head = el("thead", el("tr", el("th", "单位", scope="col", colspan="2"), heads))
    return el("table", head, el("tbody", lines), cls="t3 bt", aria_label="任务最多的单位，单位：项")


def _unit(row: Sequence[Any], *, alike: bool) -> Node:
    """The unit's name; its place too where another one shown has the same name."""
    place = el("span", str(row[1]), cls="src") if alike and row[1] else None
    return el("td", el("a", str(row[0]), cls="z", go=links.to("unit", id=str(row[6]))), place)


def _bars(counts: Sequence[int], most: int) -> Node:
    return el(
        "td",
        [
            el("i", cls=cls, style={"--w": f"{100 * count / most:.1f}%"})
            for (cls, _), count in zip(_ROLES, counts, strict=True)
            if count
        ],
        cls="bar",
    )


def _count(count: int) -> Node:
    return el("td", str(count), cls="num" if count else "num z0")
