"""The matrix of units and measures: which cells are filled, in what order, and the sheet that is made of them."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from interface.records import facts
from interface.records.facts import Duty, Network
from interface.records.states import LOOKS, State, state_of

CAP = 120
"""Measures that are drawn at once: more would be neither read nor scrolled."""
ORDERS = {"leads": "按牵头数", "name": "按名称", "alike": "按相近"}
"""How the units may be sorted: by the number of measures that they lead, by name, by the measures that they share."""
_BRACKETS = "()（）〔〕[]【】、.．,，:： \t"


@dataclass(frozen=True, slots=True)
class Column:
    """A measure. head: its number without brackets. leads: how many units lead it. limits: number of its deadlines; state: of
    the most urgent of them."""

    id: str
    head: str
    number: str
    title: str
    document: str
    section: str
    leads: int
    limits: int
    state: State | None


@dataclass(frozen=True, slots=True)
class Row:
    """A unit with its duties by measure, strongest role first. total: measures with a filled cell."""

    id: str
    name: str
    group: bool
    cells: Mapping[str, tuple[Duty, ...]]

    @property
    def total(self) -> int:
        """How many cells are filled."""
        return len(self.cells)

    def leading(self) -> int:
        """How many measures the unit leads."""
        return sum(1 for duties in self.cells.values() if duties[0].type == "LEADS")


@dataclass(frozen=True, slots=True)
class Matrix:
    """What is drawn: units before groups. left_out: measures beyond the cap."""

    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    left_out: int


def matrix(
    whole: Network, measures: Sequence[str], roles: Collection[str], order: str, on: date, asked: str = ""
) -> Matrix:
    """The matrix of these measures. roles: relationship types. order: of ORDERS. asked: a measure that must be among them, where
    there are more than CAP."""
    kept = _window(measures, asked)
    columns = [_column(whole, measure, on) for measure in kept]
    found: dict[str, dict[str, list[Duty]]] = {}
    for measure in kept:
        for duty in facts.duties(whole, measure):
            if duty.type in roles:
                found.setdefault(duty.unit_id, {}).setdefault(measure, []).append(duty)
    strength = list(facts.ROLES)
    rows = [
        Row(
            unit,
            str(whole.nodes[unit]["name"]),
            bool(whole.nodes[unit]["group"]),
            {key: tuple(sorted(duties, key=lambda duty: strength.index(duty.type))) for key, duties in cells.items()},
        )
        for unit, cells in found.items()
    ]
    units, groups = [row for row in rows if not row.group], [row for row in rows if row.group]
    sort = _SORTS.get(order, _by_leads)
    return Matrix(tuple(columns), (*sort(units), *sort(groups)), len(measures) - len(kept))


def _window(measures: Sequence[str], asked: str) -> Sequence[str]:
    if len(measures) <= CAP:
        return measures
    place = measures.index(asked) if asked in measures else 0
    start = max(0, min(place - CAP // 2, len(measures) - CAP))
    return measures[start : start + CAP]


def _column(whole: Network, measure: str, on: date) -> Column:
    node = whole.nodes[measure]
    leads = {duty.unit_id for duty in facts.duties(whole, measure) if duty.type == "LEADS"}
    states = [state_of(limit.due.kind, limit.due.due_on, on) for limit in facts.limits(whole, measure)]
    number, title = node["number"] or "", node["title"] or ""
    head = number.strip(_BRACKETS) or title[:4] or "—"
    document = str(whole.nodes[node["document_id"]]["title"])
    urgent = next((state for state in LOOKS if state in states), None)
    section = facts.section_of(whole, measure)
    above = facts.heading(whole.nodes[section]) if section else ""
    return Column(measure, head, number, title, document, above, len(leads), len(states), urgent)


def _by_leads(rows: Sequence[Row]) -> list[Row]:
    return sorted(rows, key=lambda row: (-row.leading(), -row.total, _spelled(row)))


def _by_name(rows: Sequence[Row]) -> list[Row]:
    return sorted(rows, key=_spelled)


def _by_likeness(rows: Sequence[Row]) -> list[Row]:
    """A chain from the busiest unit on, each followed by the one that shares most of its measures."""
    left = {row.id: row for row in _by_leads(rows)}
    chain: list[Row] = []
    while left:
        last = set(chain[-1].cells) if chain else set()
        best = max(left.values(), key=lambda row: _likeness(last, row.cells)) if last else next(iter(left.values()))
        chain.append(left.pop(best.id))
    return chain


def _likeness(one: Collection[str], other: Iterable[str]) -> float:
    """Jaccard: the share of common measures in all that either has."""
    both = set(one), set(other)
    return len(both[0] & both[1]) / len(both[0] | both[1])


def _spelled(row: Row) -> tuple[bytes, str]:
    """GBK has the common characters in the order of their sound, as office software sorts them."""
    return row.name.encode("gb18030", "replace"), row.id


_SORTS: dict[str, Callable[[Sequence[Row]], list[Row]]] = {
    "leads": _by_leads,
    "name": _by_name,
    "alike": _by_likeness,
}
