"""Which part of the graph is drawn: a neighbourhood, an answer or a path, narrowed by filters and capped. Pure functions."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Any, NamedTuple

import networkx as nx

CAP = 300
"""Most nodes that are drawn at once: above it nobody reads a graph."""
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
}
"""Line in the look of each relationship type that the graph draws. HAS_MEASURE is drawn as "part"."""
DRAWN = ("Unit", "Measure", "Document")
"""Labels that are nodes of the picture; deadlines, targets and liabilities hang on their measure."""

Key = Any
"""A node of the networkx graph."""


@dataclass(frozen=True, slots=True)
class Filter:
    """What may be shown. lines: of ROLE_OF's values. labels: of DRAWN. unit_kinds, documents, years: empty for all.

    years keeps measures with a deadline due in one of them.
    """

    lines: frozenset[str] = frozenset(ROLE_OF.values())
    labels: frozenset[str] = frozenset({"Unit", "Measure"})
    unit_kinds: frozenset[str] = frozenset()
    documents: frozenset[str] = frozenset()
    years: frozenset[int] = frozenset()


class Edge(NamedTuple):
    """A relationship as drawn. inferred: a rule concluded it, for every place where it was read."""

    source: Key
    target: Key
    line: str
    inferred: bool
    note: str


@dataclass(frozen=True, slots=True)
class View:
    """Nodes with their distance from the centre, the edges between them, hubs with the number of edges kept closed."""

    levels: dict[Key, int]
    edges: tuple[Edge, ...]
    centre: Key | None = None
    hubs: dict[Key, int] = field(default_factory=dict)
    left_out: int = 0


def neighbourhood(
    graph: nx.MultiDiGraph, centre: Key, hops: int, wanted: Filter, *, opened: Iterable[Key] = ()
) -> View:
    """The nodes within `hops` of the centre and the neighbours of each opened node, nearest first, at most CAP of them.

    A hub is not gone through unless it is the centre or opened.
    """
    levels: dict[Key, int] = {centre: 0}
    left_out = 0
    queue = [centre]
    opened = tuple(key for key in opened if key in graph)
    for key in queue:
        near = list(
            dict.fromkeys(edge.target if edge.source == key else edge.source for edge in edges_at(graph, key, wanted))
        )
        if key != centre and (levels[key] >= hops or len(near) > HUB):
            continue
        left_out += _add(levels, queue, near, levels[key] + 1)
    for key in opened:
        if key in levels:
            near = [edge.target if edge.source == key else edge.source for edge in edges_at(graph, key, wanted)]
            left_out += _add(levels, [], near, levels[key] + 1)
    return _view(graph, levels, wanted, centre, left_out, frozenset(opened))


def among(graph: nx.MultiDiGraph, keys: Iterable[Key], wanted: Filter, *, centre: Key | None = None) -> View:
    """The given nodes and what is between them: the graph of an answer."""
    every = [key for key in dict.fromkeys(keys) if key in graph and graph.nodes[key]["label"] in DRAWN]
    if centre is not None and centre in every:
        every.remove(centre)
        every.insert(0, centre)
    kept = every[:CAP]
    if centre in kept and (between := _between(graph, kept, wanted)).has_node(centre):
        near = nx.single_source_shortest_path_length(between, centre, cutoff=2)
        levels = {key: near.get(key, 2) for key in kept}
    else:
        centre = None
        levels = {key: DRAWN.index(graph.nodes[key]["label"]) for key in kept}
    return _view(graph, levels, wanted, centre, len(every) - len(kept), frozenset(kept))


def paths(graph: nx.MultiDiGraph, start: Key, end: Key, wanted: Filter) -> View | None:
    """Every shortest chain from start to end, at most 30 of them; None when there is none. Levels are steps from the start."""
    plain = _between(graph, [key for key, label in graph.nodes(data="label") if label in DRAWN], wanted)
    if start not in plain or end not in plain or not nx.has_path(plain, start, end):
        return None
    levels: dict[Key, int] = {}
    steps: set[frozenset[Key]] = set()
    for number, chain in enumerate(nx.all_shortest_paths(plain, start, end)):
        if number == 30:
            break
        levels |= {key: step for step, key in enumerate(chain)}
        steps |= {frozenset(pair) for pair in pairwise(chain)}
    view = _view(graph, levels, wanted, None, 0, frozenset(levels))
    return View(levels, tuple(edge for edge in view.edges if frozenset(edge[:2]) in steps))


def edges_at(graph: nx.MultiDiGraph, key: Key, wanted: Filter) -> Iterator[Edge]:
    """The edges of a node that the filter lets through, parallel ones as one, in the order in which the graph has them."""
    merged: dict[tuple[Key, Key, str], Edge] = {}
    if not _shown(graph, key, wanted, here=True):
        return
    for source, target, found in [*graph.out_edges(key, data=True), *graph.in_edges(key, data=True)]:
        line = "part" if found["type"] == "HAS_MEASURE" else LINE_OF.get(found["type"], "")
        if not line or (line in ROLE_OF.values() and line not in wanted.lines):
            continue
        if not _shown(graph, target if source == key else source, wanted):
            continue
        inferred = (
            bool(found.get("inferred")) or line == "member" or (line == "succ" and found.get("rule") == "general")
        )
        edge = Edge(source, target, line, inferred, str(found.get("basis") or ""))
        known = merged.get((source, target, line))
        merged[source, target, line] = edge if known is None or known.inferred else known
    yield from merged.values()


def _add(levels: dict[Key, int], queue: list[Key], near: Iterable[Key], level: int) -> int:
    """Take the nodes in as long as there is room; the number of those left out."""
    left_out = 0
    for key in near:
        if key in levels:
            continue
        if len(levels) >= CAP:
            left_out += 1
            continue
        levels[key] = level
        queue.append(key)
    return left_out


def _view(
    graph: nx.MultiDiGraph,
    levels: dict[Key, int],
    wanted: Filter,
    centre: Key | None,
    left_out: int,
    opened: frozenset[Key],
) -> View:
    edges: dict[Edge, None] = {}
    hubs: dict[Key, int] = {}
    degree: Counter[Key] = Counter()
    for key in levels:
        for edge in edges_at(graph, key, wanted):
            degree[key] += 1
            if edge.source in levels and edge.target in levels:
                edges[edge] = None
    for key, count in degree.items():
        if key != centre and key not in opened and count > HUB:
            hubs[key] = count
    return View(levels, tuple(edges), centre, hubs, left_out)


def _between(graph: nx.MultiDiGraph, keys: Iterable[Key], wanted: Filter) -> nx.Graph:
    plain = nx.Graph()
    chosen = dict.fromkeys(keys)
    for key in chosen:
        for edge in edges_at(graph, key, wanted):
            if edge.source in chosen and edge.target in chosen:
                plain.add_edge(edge.source, edge.target)
    return plain


def _shown(graph: nx.MultiDiGraph, key: Key, wanted: Filter, *, here: bool = False) -> bool:
    """Whether the filter lets a node through. here: it is the one that was asked for, of whatever kind."""
    node = graph.nodes[key]
    label = node["label"]
    if label not in DRAWN:
        return False
    if here:
        return True
    if label not in wanted.labels:
        return False
    if label == "Unit":
        return not wanted.unit_kinds or node["kind"] in wanted.unit_kinds
    if label == "Measure":
        if wanted.documents and node["document_id"] not in wanted.documents:
            return False
        return not wanted.years or bool(wanted.years & due_years(graph, key))
    return not wanted.documents or node["id"] in wanted.documents


def due_years(graph: nx.MultiDiGraph, measure: Key) -> set[int]:
    """The years in which a measure's deadlines fall due."""
    facts = (graph.nodes[target] for _, target, kind in graph.out_edges(measure, data="type") if kind == "HAS_DEADLINE")
    return {fact["due_year"] for fact in facts if fact.get("due_year")}
