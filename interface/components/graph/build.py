"""A View as pyvis nodes, edges and options: what the browser draws. pyvis's own pages are never made."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Mapping
from datetime import date
from hashlib import blake2s
from typing import Any

import networkx as nx
from pyvis.network import Network

from interface.components.graph.labels import cut, wrap
from interface.components.graph.layout import Point, positions, tree
from interface.components.graph.view import ROLE_OF, Edge, Key, View
from interface.states import state_of

OPTIONS = {
    "physics": {"enabled": False},
    "layout": {"improvedLayout": False},
    "interaction": {
        "hover": True,
        "keyboard": False,  # board.js walks from node to node instead
        "multiselect": False,
        "selectConnectedEdges": False,
        "hoverConnectedEdges": False,
        "tooltipDelay": 250,
    },
    "nodes": {"shape": "custom"},
    "edges": {"smooth": False, "selectionWidth": 0, "hoverWidth": 0, "arrows": {"to": {"scaleFactor": 0.6}}},
}
ROLE_ZH = {"lead": "牵头", "resp": "责任", "supp": "配合"}
_MARK_OF = {"HAS_DEADLINE": "deadline", "HAS_TARGET": "target", "HAS_LIABILITY": "liab"}
MARKS = frozenset(_MARK_OF.values())
"""Kinds of fact that hang on a measure in the picture."""


def node_name(graph: nx.MultiDiGraph, key: Key) -> str:
    """A node's name in one line: a unit's name, a measure's number and title, a document's title."""
    node = graph.nodes[key]
    if node["label"] == "Measure":
        return f"{node['number']}{node['title']}"
    return str(node["name"] if node["label"] == "Unit" else node["title"])


def node_heights(graph: nx.MultiDiGraph, marks: frozenset[str]) -> Any:
    """The room that each node needs in a column, by what stands on it."""

    def height(key: Key) -> float:
        if graph.nodes[key]["label"] == "Unit":
            return 40.0
        hanging = any(_MARK_OF.get(kind) in marks for _, _, kind in graph.out_edges(key, data="type"))
        return 26.0 + 15.0 * (len(wrap(node_name(graph, key))) - 1) + (20.0 if hanging else 0.0) + 14.0

    return height


def picture(
    graph: nx.MultiDiGraph,
    view: View,
    on: date,
    *,
    marks: frozenset[str] = MARKS,
    places: Mapping[Key, Point] | None = None,
) -> dict[str, Any]:
    """The data of the graph component: pyvis's nodes, edges and options, and the counts of the legend.

    on: the as-of day, for the states of deadlines. marks: kinds of fact to hang on measures. places: of nodes that stand
    elsewhere than the layout would put them (new ones around an opened node, pinned ones).
    """
    wide = {**positions(view, node_heights(graph, marks)), **(places or {})}
    narrow = tree(view)
    identity = {key: blake2s(repr(key).encode(), digest_size=6).hexdigest() for key in view.levels}
    inside = Counter(key for edge in view.edges for key in edge[:2] if key in view.hubs)
    net = Network(directed=True)
    net.set_options(json.dumps(OPTIONS))
    for key, level in view.levels.items():
        net.add_node(
            identity[key],
            **_node(graph, view, key, marks, on),
            level=level,
            **_place(wide[key], narrow[key], view, wide),
        )
    for edge in view.edges:
        hub = next((key for key in edge[:2] if inside[key] > 1), None)
        net.add_edge(
            identity[edge.source], identity[edge.target], **_edge(edge, view, identity), closed=identity.get(hub, "")
        )
    closed = sum(bool(edge["closed"]) for edge in net.edges)
    kinds = Counter(node["kind"] for node in net.nodes) + Counter(
        mark["k"] for node in net.nodes for mark in node["marks"]
    )
    return {
        "nodes": net.nodes,
        "edges": net.edges,
        "options": net.options,
        "centre": identity[view.centre] if view.centre is not None else "",
        "kinds": sorted(kinds),
        "lines": sorted({edge["line"] for edge in net.edges}),
        "summary": _summary(len(net.nodes), len(net.edges) - closed, closed, view.left_out),
    }


def _summary(nodes: int, edges: int, closed: int, left_out: int) -> str:
    more = f"，另 {closed} 条已收起" if closed else ""
    rest = f"；节点太多，还有 {left_out} 个没有画出，请缩小范围" if left_out else ""
    return f"{nodes} 个节点，{edges} 条关系{more}{rest}"


def _node(graph: nx.MultiDiGraph, view: View, key: Key, marks: frozenset[str], on: date) -> dict[str, Any]:
    node, name = graph.nodes[key], node_name(graph, key)
    label = node["label"]
    kind = {"Unit": "group" if node.get("group") else "unit", "Measure": "measure"}.get(label, "doc")
    load = sum(kind in ROLE_OF for _, _, kind in graph.out_edges(key, data="type")) if label == "Unit" else 0
    hanging = _marks(graph, key, marks, on) if label == "Measure" else []
    note = f"{view.hubs[key]} 条关系，已收起" if key in view.hubs else ""
    return {
        "label": name,
        "title": name if not note else f"{name}（{note}）",
        "shape": "custom",
        "kind": kind,
        "lines": wrap(name) if label != "Unit" else (cut(name, 12),),
        "line": cut(name, 16),
        "size": round(5 + min(7.0, load**0.5 * 1.3), 1),
        "marks": hanging,
        "note": note,
        "key": str(node["id"]),
        "type": label,
    }


def _marks(graph: nx.MultiDiGraph, measure: Key, marks: frozenset[str], on: date) -> list[dict[str, str]]:
    """What hangs on a measure: deadlines with their state and year, targets and liabilities as glyphs."""
    found: list[dict[str, str]] = []
    for _, target, kind in graph.out_edges(measure, data="type"):
        mark = _MARK_OF.get(kind, "")
        if mark not in marks:
            continue
        fact = graph.nodes[target]
        if mark != "deadline":
            found.append({"k": mark, "s": mark, "t": ""})
            continue
        state = state_of(fact["kind"], fact["due_on"], on)
        word = {"recurring": "周期", "ongoing": "长期"}.get(fact["kind"], str(fact["due_year"] or "待定"))
        found.append({"k": mark, "s": state, "t": word})
    return found


def _place(wide: Point, narrow: Point, view: View, every: Mapping[Key, Point]) -> dict[str, Any]:
    middle = every[view.centre][0] if view.centre is not None else 0.0
    return {"x": wide[0], "y": wide[1], "nx": narrow[0], "ny": narrow[1], "side": -1 if wide[0] < middle - 1 else 1}


def _edge(edge: Edge, view: View, identity: Mapping[Key, str]) -> dict[str, Any]:
    source, target = identity[edge.source], identity[edge.target]
    return {
        "id": f"{source}-{target}-{edge.line}",
        "line": edge.line,
        "inferred": edge.inferred,
        "rest": view.centre is not None and view.centre not in edge[:2],
        "arrows": "to" if edge.line in {"succ", "cites"} else "",
        "title": _edge_title(edge),
    }


def _edge_title(edge: Edge) -> str:
    word = {**ROLE_ZH, "succ": "承继", "member": "成员", "cites": "引用", "part": "所含措施"}[edge.line]
    sure = "（推断）" if edge.inferred else ""
    return f"{word}{sure}" + (f"：{edge.note}" if edge.note else "")
