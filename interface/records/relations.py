"""Small questions to the whole graph: what a node's relationships lead to, in a fixed order."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import networkx as nx

from graph_loader.schema import ROLE_TYPES, relationship_type
from interface.records.states import Due

Graph = nx.MultiDiGraph  # of ids
ROLES = {name: relationship_type(name).zh for name in ROLE_TYPES.values()}
"""Relationship types that are roles, with their word, in the order in which they are shown."""
ROLE_KIND = {name: role for role, name in ROLE_TYPES.items()}
"""The role (model.Role), and so the kind of mark, of each of these types."""


def targets(whole: Graph[str], key: str, *types: str) -> list[str]:
    """The nodes that relationships of these types lead to from a node, each once."""
    return list(dict.fromkeys(b for _, b, found in whole.out_edges(key, data=True) if found["type"] in types))


def sources(whole: Graph[str], key: str, *types: str) -> list[str]:
    """The nodes from which relationships of these types lead to a node, each once."""
    return list(dict.fromkeys(a for a, _, found in whole.in_edges(key, data=True) if found["type"] in types))


def measures_of(whole: Graph[str], unit: str, role: str) -> list[str]:
    """The measures that a unit has in one role (a relationship type), in the order of their documents."""
    return sorted(targets(whole, unit, role), key=lambda key: place_of(whole.nodes[key]))


def role_count(whole: Graph[str], key: str) -> int:
    """The number of roles that a unit has in measures, each once for a measure."""
    return sum(len(targets(whole, key, role)) for role in ROLES)


def place_of(node: Mapping[str, Any]) -> tuple[str, int]:
    """Where a measure stands: its document and its position there."""
    return (node.get("document_id") or "", node.get("position") or 0)


def due_of(deadline: Mapping[str, Any]) -> Due:
    """As much of a deadline's node as its state depends on."""
    return Due(deadline["kind"], deadline.get("due_on"), deadline.get("rrule") or "")


def deadlines_of(whole: Graph[str], measure: str) -> list[Mapping[str, Any]]:
    """The deadline nodes of a measure."""
    return [whole.nodes[key] for key in targets(whole, measure, "HAS_DEADLINE")]


def due_years(whole: Graph[str]) -> list[int]:
    """The year of every deadline that has one, as often as it occurs, in order."""
    return sorted(node["due_year"] for _, node in whole.nodes(data=True) if node.get("due_year"))
