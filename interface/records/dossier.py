"""What a unit's dossier holds: its duties, direct and through groups, with deadlines and partners."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import date
from typing import Any

from interface.records import facts
from interface.records.facts import Duty, Limit, Network
from queries.model import Evidence, Mark


@dataclass(frozen=True, slots=True)
class Row:
    """One duty with what stands around it. via: the group's name when it comes through one, else "". partners: names of the
    other units in the same role for the same measure."""

    duty: Duty
    via: str
    number: str
    title: str
    document_id: str
    document: str
    partners: tuple[str, ...]
    limits: tuple[Limit, ...]


@dataclass(frozen=True, slots=True)
class Dossier:
    """A unit's duties in the order of the papers, own ones first; successions as (old, new, facts)."""

    key: str
    name: str
    rows: tuple[Row, ...]
    successions: tuple[tuple[str, str, dict[str, Any]], ...]
    leading_partners: tuple[tuple[str, str, int], ...]

    def own(self, kind: str) -> list[Row]:
        """The unit's own duties of a role (relationship type)."""
        return [row for row in self.rows if not row.via and row.duty.type == kind]

    def limits(self) -> list[tuple[Row, Limit]]:
        """Every deadline of its measures once, by date; those without a day last."""
        found = {limit.id: (row, limit) for row in reversed(self.rows) for limit in row.limits}
        return sorted(found.values(), key=lambda item: (item[1].due.due_on or date.max, item[1].start))

    def partners(self) -> list[tuple[str, str, int]]:
        """Units that it leads with, as (id, name, measures), most first."""
        return list(self.leading_partners)


def dossier(whole: Network, key: str) -> Dossier:
    """The dossier of a unit of the graph."""
    own = [row_of(whole, duty) for duty in facts.duties_of(whole, key)]
    through = [
        row_of(whole, duty, str(whole.nodes[group]["name"]))
        for group in dict.fromkeys(group for group, _ in facts.groups_of(whole, key))
        for duty in facts.duties_of(whole, group)
    ]
    successions = [
        *((key, other, link) for other, link in facts.successors(whole, key)),
        *((other, key, link) for other, link in facts.predecessors(whole, key)),
    ]
    led = {row.duty.measure_id for row in own if row.duty.type == "LEADS"}
    counts: Counter[tuple[str, str]] = Counter()
    for measure in led:
        counts.update({(duty.unit_id, duty.unit) for duty in facts.duties(whole, measure) if duty.type == "LEADS"})
    partners = [(unit, name, count) for (unit, name), count in counts.items() if unit != key]
    partners.sort(key=lambda item: (-item[2], item[1]))
    return Dossier(key, str(whole.nodes[key]["name"]), (*own, *through), tuple(successions), tuple(partners))


def row_of(whole: Network, duty: Duty, via: str = "") -> Row:
    """A duty with its clause, its partners and its deadlines. via: name of the group that it comes through."""
    node = whole.nodes[duty.measure_id]
    document = whole.nodes[node["document_id"]]
    others = [
        other.unit
        for other in facts.duties(whole, duty.measure_id)
        if other.type == duty.type and other.part == duty.part and other.unit_id != duty.unit_id
    ]
    limits = tuple(facts.limits(whole, duty.measure_id))
    return Row(
        duty,
        via,
        node["number"] or "",
        node["title"] or "",
        node["document_id"],
        str(document["title"]),
        tuple(others),
        limits,
    )


def written_forms(whole: Network, key: str) -> list[tuple[str, int]]:
    """The ways in which the papers write the unit, most used first."""
    return Counter(duty.as_written for duty in facts.duties_of(whole, key) if duty.as_written).most_common()


def evidence(whole: Network, row: Row) -> Evidence:
    """The words of the paper that give the duty."""
    duty = row.duty
    text = str(whole.nodes[row.document_id]["text"])
    start, end = duty.assignment_start, duty.assignment_end
    marks = (
        (Mark(duty.start - start, duty.end - start, facts.ROLE_KIND[duty.type]),) if start <= duty.start < end else ()
    )
    return Evidence(
        row.document, row.document_id, row.number, duty.measure_id, row.title, start, end, text[start:end], marks,
        duty.rule, duty.inferred, duty.implied, duty.correction,
    )  # fmt: skip
