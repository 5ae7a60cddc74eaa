"""What the loaded graph says of a measure or a unit, as small records for the pages. Pure reading of the networkx graph."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any, TypeAlias

import networkx as nx

from graph_loader.rules import certainty
from interface.records.relations import ROLE_KIND, ROLES, due_of, place_of
from interface.records.relations import targets as ends
from interface.records.states import Due

__all__ = ["ROLES", "ROLE_KIND", "Duty", "Limit", "Network"]

Network: TypeAlias = "nx.MultiDiGraph[str]"
"""The loaded graph as queries.graph.network gives it; nodes by id."""


@dataclass(frozen=True, slots=True)
class Duty:
    """One unit in one role for one measure, as the paper has it; start and end point into the document's text."""

    unit_id: str
    unit: str
    group: bool
    measure_id: str
    type: str
    as_written: str
    start: int
    end: int
    assignment_start: int
    assignment_end: int
    rule: str
    inferred: bool
    implied: bool
    open_ended: bool
    correction: str
    part: int

    @property
    def role(self) -> str:
        """The role's Chinese word."""
        return ROLES[self.type]

    @property
    def certainty(self) -> str:
        """What a reader must know of it, in one word."""
        return certainty(inferred=self.inferred, implied=self.implied, correction=self.correction)

    @property
    def certain(self) -> bool:
        """Whether the paper itself says so, in this place."""
        return not (self.inferred or self.implied or self.correction)


@dataclass(frozen=True, slots=True)
class Limit:
    """A deadline of a measure: when, and what must be done by then."""

    id: str
    measure_id: str
    due: Due
    text: str
    undertaking: str
    start_on: date | None
    start: int
    end: int
    rule: str


def measure_ids(whole: Network, documents: Iterable[str] = ()) -> list[str]:
    """All measures of these documents (of all when none are given), in the order of the papers."""
    kept = set(documents)
    nodes = [
        (node["document_id"], node["position"] or 0, key)
        for key, node in whole.nodes(data=True)
        if node["label"] == "Measure" and (not kept or node["document_id"] in kept)
    ]
    return [key for _, _, key in sorted(nodes)]


def duties(whole: Network, measure: str) -> list[Duty]:
    """Who does what for a measure, in the order of the paper: leads first."""
    found = [
        _duty(whole, unit, measure, link)
        for unit, _, link in whole.in_edges(measure, data=True)
        if link["type"] in ROLES
    ]
    order = list(ROLES)
    return sorted(found, key=lambda duty: (duty.part, order.index(duty.type), duty.start, duty.unit_id))


def duties_of(whole: Network, unit: str) -> list[Duty]:
    """What a unit itself leads, is responsible for and supports, in the order of the papers."""
    found = [
        _duty(whole, unit, measure, link)
        for _, measure, link in whole.out_edges(unit, data=True)
        if link["type"] in ROLES
    ]
    return sorted(
        found, key=lambda duty: (place_of(whole.nodes[duty.measure_id]), list(ROLES).index(duty.type), duty.part)
    )


def groups_of(whole: Network, unit: str) -> list[tuple[str, dict[str, Any]]]:
    """The groups that a unit belongs to, with the facts of its membership (rule, source)."""
    return [(group, link) for _, group, link in whole.out_edges(unit, data=True) if link["type"] == "MEMBER_OF"]


def successors(whole: Network, unit: str) -> list[tuple[str, dict[str, Any]]]:
    """Who took over, with day, scope, basis, rule and source."""
    return [(other, link) for _, other, link in whole.out_edges(unit, data=True) if link["type"] == "SUCCEEDED_BY"]


def predecessors(whole: Network, unit: str) -> list[tuple[str, dict[str, Any]]]:
    """Whose duties a unit took over, with the same facts."""
    return [(other, link) for other, _, link in whole.in_edges(unit, data=True) if link["type"] == "SUCCEEDED_BY"]


def limits(whole: Network, measure: str) -> list[Limit]:
    """A measure's deadlines, in the order of the paper."""
    return sorted(
        (_limit(key, measure, whole.nodes[key]) for key in ends(whole, measure, "HAS_DEADLINE")),
        key=lambda limit: limit.start,
    )


def targets(whole: Network, measure: str) -> list[dict[str, Any]]:
    """A measure's targets as the graph has them, in the order of the paper."""
    return _sorted(whole, measure, "HAS_TARGET")


def liabilities(whole: Network, measure: str) -> list[dict[str, Any]]:
    """A measure's liability clauses as the graph has them, in the order of the paper."""
    return _sorted(whole, measure, "HAS_LIABILITY")


def citations(whole: Network, source: str) -> list[tuple[str, dict[str, Any]]]:
    """The documents that a measure or a document names, with span and kind, in the order of the paper."""
    found = [
        (key, link) for _, key, link in whole.out_edges(source, data=True) if link["type"] in {"CITES", "BASED_ON"}
    ]
    return sorted(found, key=lambda item: item[1]["start"] or 0)


def section_of(whole: Network, measure: str) -> str:
    """The id of the section that a measure stands in, "" when it stands in none."""
    parents = (parent for parent, _, link in whole.in_edges(measure, data=True) if link["type"] == "HAS_MEASURE")
    return next((parent for parent in parents if whole.nodes[parent]["label"] == "Section"), "")


def heading(node: dict[str, Any]) -> str:
    """Number and title of a section or measure, as printed."""
    return f"{node['number'] or ''}{node['title'] or ''}"


def _duty(whole: Network, unit: str, measure: str, link: dict[str, Any]) -> Duty:
    node = whole.nodes[unit]
    return Duty(
        unit,
        str(node["name"]),
        bool(node.get("group")),
        measure,
        link["type"],
        link["as_written"] or "",
        link["start"] or 0,
        link["end"] or 0,
        link["assignment_start"] or 0,
        link["assignment_end"] or 0,
        link["rule"] or "",
        bool(link["inferred"]),
        bool(link["implied"]),
        bool(link["open_ended"]),
        link["correction"] or "",
        link["part"] or 0,
    )


def _limit(key: str, measure: str, node: dict[str, Any]) -> Limit:
    span = node["start"] or 0, node["end"] or 0
    return Limit(
        key,
        measure,
        due_of(node),
        node["text"] or "",
        node["undertaking"] or "",
        node["start_on"],
        *span,
        node["rule"] or "",
    )


def _sorted(whole: Network, measure: str, kind: str) -> list[dict[str, Any]]:
    return sorted((whole.nodes[key] for key in ends(whole, measure, kind)), key=lambda node: node["start"] or 0)
