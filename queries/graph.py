"""Pieces of the graph to draw: the neighbourhood of a node, and the way between two nodes.

Plain nodes and edges; whoever draws them decides on looks and positions.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Any

import networkx

from graph_loader.network import to_networkx
from graph_loader.rules import certainty
from graph_loader.schema import ROLE_TYPES, relationship_type
from graph_loader.stores.base import GraphStore
from queries.directory import StateCache

DEFAULT_CAP = 300
_ROLE_TYPES = frozenset(ROLE_TYPES.values())
_NOT_DRAWN = frozenset({"NAMES", "HAS_WARNING"})
_SHARED_BY_ALL = frozenset({"HAS_MEASURE", "HAS_SECTION", "ISSUED", "OF", "PART_OF", "CITES", "BASED_ON"})
"""Relationships through which everything of a document or a place hangs together: they say little about two nodes."""
_FACTS = frozenset({"Deadline", "Target", "Liability"})
_CAPTIONS: Mapping[str, tuple[str, ...]] = {
    "Measure": ("number", "title"),
    "Section": ("number", "title"),
    "Document": ("title",),
    "Unit": ("name",),
    "Jurisdiction": ("name",),
}
"""Properties that make a node's caption; the other labels have `text`."""


@dataclass(frozen=True, slots=True)
class GraphNode:
    """A node to draw. caption: what is written on it. kind: a unit's kind, else "". properties: the plain ones, without texts."""

    id: str
    label: str
    caption: str
    kind: str = ""
    properties: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class GraphEdge:
    """An edge to draw. certainty: 写明, 推断, 隐含 or 更正 for a role, else ""."""

    type: str
    from_id: str
    to_id: str
    certainty: str = ""

    @property
    def caption(self) -> str:
        """Chinese name of the relationship."""
        return relationship_type(self.type).zh


@dataclass(frozen=True, slots=True)
class Subgraph:
    """Nodes in the order in which they were reached, edges between them, and how many nodes the cap left out."""

    nodes: tuple[GraphNode, ...] = ()
    edges: tuple[GraphEdge, ...] = ()
    left_out: int = 0


@dataclass(frozen=True, slots=True)
class Filters:
    """What a neighbourhood keeps; an empty set keeps all. documents: ids. roles: relationship types. kinds: of units.
    labels: of nodes. years: of a measure's deadlines."""

    documents: frozenset[str] = frozenset()
    roles: frozenset[str] = frozenset()
    kinds: frozenset[str] = frozenset()
    labels: frozenset[str] = frozenset()
    years: frozenset[int] = frozenset()


_networks = StateCache(2)


def network(store: GraphStore) -> networkx.MultiDiGraph[str]:
    """The whole graph, kept until the store changes. Not to be altered."""
    return _networks.get(store, "network", lambda: to_networkx(store))


def neighbourhood(
    store: GraphStore,
    node_id: str,
    hops: int = 1,
    filters: Filters | None = None,
    cap: int = DEFAULT_CAP,
    *,
    hub: int | None = None,
    opened: Iterable[str] = (),
) -> Subgraph:
    """Everything within `hops` steps of a node, nearest first; empty for an id that the graph lacks.

    hub: a node with more neighbours than this is reached but not gone through, unless it is the first one. opened: nodes that
    show their neighbours too, whatever their distance and number, as long as they are reached.
    """
    whole = network(store)
    if node_id not in whole:
        return Subgraph()
    keep = _keeper(whole, filters or Filters())

    def beyond(node: str) -> list[str]:
        found = sorted(_neighbours(whole, node, keep))
        return [] if hub is not None and len(found) > hub and node != node_id else found

    reached: dict[str, None] = {node_id: None}
    frontier = [node_id]
    for _ in range(hops):
        found = {b: None for a in frontier for b in beyond(a) if b not in reached}
        reached |= found
        frontier = list(found)
    for node in opened:
        if node in reached:
            reached |= dict.fromkeys(sorted(_neighbours(whole, node, keep)))
    shown = list(reached)[:cap]
    nodes = tuple(_node(whole, node) for node in shown)
    return Subgraph(nodes, tuple(_edges_among(whole, shown, keep)), len(reached) - len(shown))


def between(store: GraphStore, node_ids: Iterable[str], cap: int = DEFAULT_CAP) -> Subgraph:
    """These nodes (those that the graph has) and every edge between two of them."""
    whole = network(store)
    found = [node for node in dict.fromkeys(node_ids) if node in whole]
    edges = _edges_among(whole, found[:cap], lambda _a, _b, data: data["type"] not in _NOT_DRAWN)
    return Subgraph(tuple(_node(whole, node) for node in found[:cap]), tuple(edges), max(0, len(found) - cap))


def shared(
    store: GraphStore, node_ids: Iterable[str], filters: Filters | None = None, cap: int = DEFAULT_CAP
) -> Subgraph:
    """These units, the measures in which two or more of them have a role, and what those measures ask for."""
    whole = network(store)
    found = [node for node in dict.fromkeys(node_ids) if node in whole]
    keep = _keeper(whole, filters or Filters())
    held = Counter(b for a in found for b in _neighbours(whole, a, keep) if whole.nodes[b]["label"] == "Measure")
    measures = sorted(measure for measure, units in held.items() if units > 1)
    facts = sorted({b for a in measures for b in _neighbours(whole, a, keep) if whole.nodes[b]["label"] in _FACTS})
    reached = list(dict.fromkeys([*found, *measures, *facts]))
    edges = tuple(_edges_among(whole, reached[:cap], keep))
    return Subgraph(tuple(_node(whole, node) for node in reached[:cap]), edges, max(0, len(reached) - cap))


def path(store: GraphStore, from_id: str, to_id: str) -> Subgraph:
    """A shortest way between two nodes: over roles, groups, successions and facts where there is one, else over anything."""
    whole = network(store)
    if from_id not in whole or to_id not in whole:
        return Subgraph()
    for hidden in (_NOT_DRAWN | _SHARED_BY_ALL, _NOT_DRAWN):
        view = _without(whole, hidden)
        try:
            way = networkx.shortest_path(view.to_undirected(as_view=True), from_id, to_id)
        except networkx.NetworkXNoPath:
            continue
        steps = {frozenset(step) for step in pairwise(way)}
        edges = (e for e in _edges_among(whole, way, lambda _a, _b, _d: True) if {e.from_id, e.to_id} in steps)
        return Subgraph(tuple(_node(whole, node) for node in way), tuple(e for e in edges if e.type not in hidden))
    return Subgraph()


def _without(whole: networkx.MultiDiGraph[str], hidden: frozenset[str]) -> networkx.MultiDiGraph[str]:
    """A view of the graph without the relationships of these types."""

    def shown(a: str, b: str, key: int) -> bool:
        return whole.edges[a, b, key]["type"] not in hidden

    view: networkx.MultiDiGraph[str] = networkx.subgraph_view(whole, filter_edge=shown)
    return view


Keeper = Callable[[str, str, Mapping[str, Any]], bool]


def _keeper(whole: networkx.MultiDiGraph[str], filters: Filters) -> Keeper:
    """Whether an edge, seen from a node already kept to the other, passes the filters."""

    def in_years(measure: str) -> bool:
        ends = (b for _, b, data in whole.out_edges(measure, data=True) if data["type"] == "HAS_DEADLINE")
        return any(whole.nodes[b].get("due_year") in filters.years for b in ends)

    def node_passes(node: str) -> bool:
        data = whole.nodes[node]
        label = data["label"]
        owner = node if label == "Document" else data.get("document_id")
        return (
            (not filters.labels or label in filters.labels)
            and (not filters.documents or owner is None or owner in filters.documents)
            and (not filters.kinds or label != "Unit" or data.get("kind") in filters.kinds)
            and (not filters.years or label != "Measure" or in_years(node))
            and (not filters.years or label != "Deadline" or data.get("due_year") in filters.years)
        )

    def passes(_from: str, to: str, data: Mapping[str, Any]) -> bool:
        type_ = data["type"]
        if type_ in _NOT_DRAWN or (filters.roles and type_ in _ROLE_TYPES and type_ not in filters.roles):
            return False
        return node_passes(to)

    return passes


def _neighbours(whole: networkx.MultiDiGraph[str], node: str, keep: Keeper) -> set[str]:
    out = {b for _, b, data in whole.out_edges(node, data=True) if keep(node, b, data)}
    return out | {a for a, _, data in whole.in_edges(node, data=True) if keep(node, a, data)}


def _edges_among(whole: networkx.MultiDiGraph[str], nodes: Iterable[str], keep: Keeper) -> Iterator[GraphEdge]:
    kept = whole.subgraph(nodes)
    found = (
        GraphEdge(data["type"], a, b, _certainty(data)) for a, b, data in kept.edges(data=True) if keep(a, b, data)
    )
    return iter(dict.fromkeys(sorted(found, key=lambda edge: (edge.type, edge.from_id, edge.to_id, edge.certainty))))


def _certainty(data: Mapping[str, Any]) -> str:
    if data["type"] not in _ROLE_TYPES:
        return ""
    return certainty(
        inferred=bool(data.get("inferred")), implied=bool(data.get("implied")), correction=data.get("correction") or ""
    )


def _node(whole: networkx.MultiDiGraph[str], node: str) -> GraphNode:
    data = whole.nodes[node]
    label = data["label"]
    parts = (data.get(name) or "" for name in _CAPTIONS.get(label, ("text",)))
    plain = {
        name: value for name, value in data.items() if name not in {"text", "label"} and value not in (None, "", [])
    }
    return GraphNode(node, label, "".join(parts) or node, (data.get("kind") or "") if label == "Unit" else "", plain)
