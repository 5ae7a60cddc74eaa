"""What is drawn of a piece of the graph: nodes with their distance from the centre, lines, hubs kept closed, facts hung on measures."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, NamedTuple

import networkx as nx

from interface.records.relations import role_count
from queries.graph import GraphEdge, Subgraph

HUB = 15
"""A node other than the centre with more edges than this is drawn closed."""

ROLE_OF = {"LEADS": "lead", "RESPONSIBLE_FOR": "resp", "SUPPORTS": "supp"}
LINE_OF = {
    **ROLE_OF,
    "SUCCEEDED_BY": "succ",
    "MEMBER_OF": "member",
    "CITES": "cites",
    "BASED_ON": "cites",
    "ISSUED": "cites",
    "HAS_MEASURE": "part",
    "HAS_SECTION": "part",
}
"""Line in the look of each relationship type that is drawn as one."""
MARK_OF = {"HAS_DEADLINE": "deadline", "HAS_TARGET": "target", "HAS_LIABILITY": "liab"}
"""Facts are no nodes of the picture: they hang on their measure, as this mark."""
DRAWN = ("Unit", "Section", "Measure", "Document")
"""Labels that are nodes of the picture, in the order of its columns when it has no centre."""


class Edge(NamedTuple):
    """A line between two nodes. inferred: a rule concluded it, at every place where it was read."""

    source: str
    target: str
    line: str
    inferred: bool


@dataclass(frozen=True, slots=True)
class View:
    """levels: distance from the centre, or the column, by node id, in a fixed order. hubs: their number of edges in the graph.

    facts: ids of the facts that hang on each measure, with their mark.
    """

    levels: dict[str, int]
    edges: tuple[Edge, ...]
    centre: str = ""
    hubs: dict[str, int] = field(default_factory=dict)
    facts: dict[str, tuple[tuple[str, str], ...]] = field(default_factory=dict)
    left_out: int = 0


def view_of(
    whole: nx.MultiDiGraph[str], piece: Subgraph, *, centre: str = "", opened: tuple[str, ...] = (), chain: bool = False
) -> View:
    """The view of a piece of the whole graph.

    centre: the node in the middle, "" for columns by kind. opened: nodes that are not kept closed. chain: the piece is a way
    from its first node to its last, one column a step.
    """
    labels = {node.id: node.label for node in piece.nodes if node.label in DRAWN}
    edges = _edges(piece.edges, labels)
    plain = nx.Graph([edge[:2] for edge in edges])
    start = centre if centre in plain else (next(iter(labels)) if chain and labels else "")
    if start in plain:
        steps = nx.single_source_shortest_path_length(plain, start)
        levels = {key: min(steps.get(key, 2), 2 if centre else len(labels)) for key in labels}
    else:
        levels = {key: DRAWN.index(label) for key, label in labels.items()}
    if not chain:
        own = labels.get(centre, "")
        levels = dict(
            sorted(levels.items(), key=lambda item: (item[1], labels[item[0]] == own, *_order(whole, item[0])))
        )
    degrees = {key: role_count(whole, key) for key in labels}
    return View(
        levels,
        edges,
        centre if centre in labels else "",
        {
            key: n
            for key, n in degrees.items()
            if n > HUB and key != centre and key not in opened and not chain and centre
        },
        _facts(piece.edges, labels),
        piece.left_out,
    )


def _order(whole: nx.MultiDiGraph[str], key: str) -> tuple[int, str, int, str]:
    """Measures in the order of their document, units with the most measures first."""
    node = whole.nodes[key]
    return (
        DRAWN.index(node["label"]),
        node.get("document_id") or "",
        node.get("position") or -role_count(whole, key),
        key,
    )


def _edges(found: tuple[GraphEdge, ...], labels: Mapping[str, str]) -> tuple[Edge, ...]:
    """The edges between drawn nodes, parallel ones as one: written wins over inferred."""
    merged: dict[tuple[str, str, str], Edge] = {}
    for edge in found:
        line = LINE_OF.get(edge.type, "")
        if not line or edge.from_id not in labels or edge.to_id not in labels:
            continue
        place = (edge.from_id, edge.to_id, line)
        known = merged.get(place)
        if known is None or known.inferred:
            merged[place] = Edge(*place, edge.certainty in {"推断", "隐含"})
    return tuple(merged.values())


def _facts(found: tuple[GraphEdge, ...], labels: Mapping[str, str]) -> dict[str, tuple[tuple[str, str], ...]]:
    facts: dict[str, dict[tuple[str, str], None]] = {}
    for edge in found:
        if edge.type in MARK_OF and edge.from_id in labels:
            facts.setdefault(edge.from_id, {})[edge.to_id, MARK_OF[edge.type]] = None
    return {measure: tuple(hung) for measure, hung in facts.items()}


def lines_closed(view: View) -> dict[Edge, str]:
    """The lines that stay hidden until their hub is chosen: those of a hub with several, but for the one to the centre."""
    inside: Counter[str] = Counter(key for edge in view.edges for key in edge[:2] if key in view.hubs)
    closed = {
        edge: next((key for key in edge[:2] if inside[key] > 1), "")
        for edge in view.edges
        if not view.centre or view.centre not in edge[:2]
    }
    return {edge: hub for edge, hub in closed.items() if hub}


def name_of(node: Mapping[str, Any]) -> str:
    """A node's name in one line: a unit's name, a measure's or section's number and title, a document's title."""
    match node["label"]:
        case "Unit":
            return str(node["name"])
        case "Measure" | "Section":
            return f"{node.get('number') or ''}{node.get('title') or ''}"
        case _:
            return str(node.get("title") or node.get("text") or "")
