"""A View as pyvis nodes, edges and options: what the browser draws. pyvis's own pages are never made."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable, Collection, Mapping
from datetime import date
from hashlib import blake2s
from typing import Any

import networkx as nx
from pyvis.network import Network

from interface.components.graph.labels import cut, em, wrap
from interface.components.graph.layout import Point, positions, tree
from interface.components.graph.view import Edge, View, lines_closed, name_of
from interface.records.relations import due_of, role_count
from interface.records.states import state_of, when

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
LINE_ZH = {
    "lead": "牵头",
    "resp": "责任",
    "supp": "配合",
    "succ": "承继",
    "member": "成员",
    "cites": "引用",
    "part": "所含措施",
}


def node_heights(whole: nx.MultiDiGraph[str], view: View) -> Callable[[str], float]:
    """The room that each node needs in a column, by what stands on it."""

    def height(key: str) -> float:
        node = whole.nodes[key]
        if node["label"] == "Unit":
            return 40.0
        return 26.0 + 15.0 * (len(wrap(name_of(node))) - 1) + (20.0 if key in view.facts else 0.0) + 14.0

    return height


def picture(
    whole: nx.MultiDiGraph[str],
    view: View,
    on: date,
    places: Mapping[str, Point] | None = None,
    pinned: Collection[str] = (),
) -> dict[str, Any]:
    """The data of the graph component: pyvis's nodes, edges and options, and the words of the legend.

    on: the as-of day, for the states of deadlines. places: where the nodes stand, when that is not what the layout says.
    pinned: nodes that cannot be moved.
    """
    wide = places or positions(view, node_heights(whole, view))
    narrow = tree(view)
    left, right = _sides(view, wide)
    short = {key: blake2s(key.encode(), digest_size=6).hexdigest() for key in view.levels}
    net = Network(directed=True)
    net.set_options(json.dumps(OPTIONS))
    for key, level in view.levels.items():
        (x, y), (nx_, ny) = wide[key], narrow[key]
        place = {
            "x": x,
            "y": y,
            "nx": nx_,
            "ny": ny,
            "side": 1 if x >= right else -1 if x <= left else 0,
            "level": level,
        }
        net.add_node(short[key], **_node(whole, view, key, on), **place, fixed=key in pinned)
    closed = lines_closed(view)
    for edge in view.edges:
        hub = short.get(closed.get(edge, ""), "")
        net.add_edge(short[edge.source], short[edge.target], **_edge(edge, view), closed=hub, id=_id(short, edge))
    kinds = Counter(node["kind"] for node in net.nodes) + Counter(
        mark["k"] for node in net.nodes for mark in node["marks"]
    )
    return {
        "nodes": net.nodes,
        "edges": net.edges,
        "options": net.options,
        "centre": short.get(view.centre, ""),
        "kinds": sorted(kinds),
        "lines": sorted({edge.line for edge in view.edges}),
        "summary": _summary(len(net.nodes), len(net.edges) - len(closed), len(closed), view.left_out),
    }


def _sides(view: View, wide: Mapping[str, Point]) -> tuple[float, float]:
    """Bounds between which a unit's name stands below it; left of them it stands at the left, right of them at the right."""
    if view.centre:
        middle = wide[view.centre][0]
        return middle - 1, middle - 0.5
    places = [x for x, _ in wide.values()]
    return min(places), max(places)


def _summary(nodes: int, edges: int, closed: int, left_out: int) -> str:
    more = f"，另 {closed} 条已收起" if closed else ""
    rest = f"；节点太多，还有 {left_out} 个没有画出，请缩小范围" if left_out else ""
    return f"{nodes} 个节点，{edges} 条关系{more}{rest}"


def _node(whole: nx.MultiDiGraph[str], view: View, key: str, on: date) -> dict[str, Any]:
    node = whole.nodes[key]
    name, label = name_of(node), node["label"]
    kind = {"Unit": "group" if node.get("group") else "unit", "Measure": "measure", "Section": "measure"}.get(
        label, "doc"
    )
    load = role_count(whole, key)
    lines = [cut(name, 12)] if label == "Unit" else list(wrap(name))
    shown = "".join(lines)
    note = f"{view.hubs[key]} 条关系，已收起" if key in view.hubs else ""
    return {
        "label": name,
        "name": f"{name}（{note}）" if note else name,
        **({} if shown == name else {"title": name}),
        "shape": "custom",
        "kind": kind,
        "lines": lines,
        "line": cut(name, 17),
        "reach": round(13 * min(em(name), 12.0)) if label == "Unit" else 70,
        "size": round(5 + min(7.0, load**0.5 * 1.3), 1),
        "marks": [_mark(whole.nodes[fact], mark, on) for fact, mark in view.facts.get(key, ())],
        "note": note,
        "key": key,
    }


def _mark(fact: Mapping[str, Any], mark: str, on: date) -> dict[str, str]:
    """What hangs on a measure: a deadline with its state and year, a target or liability as its glyph."""
    if mark != "deadline":
        return {"k": mark, "s": mark, "t": ""}
    due = due_of(fact)
    return {"k": mark, "s": state_of(due.kind, due.due_on, on), "t": str(fact.get("due_year") or "") or when(due)}


def _id(short: Mapping[str, str], edge: Edge) -> str:
    return f"{short[edge.source]}-{short[edge.target]}-{edge.line}"


def _edge(edge: Edge, view: View) -> dict[str, Any]:
    return {
        "line": edge.line,
        "inferred": edge.inferred,
        "rest": bool(view.centre) and view.centre not in edge[:2],
        "arrows": "to" if edge.line in {"succ", "cites"} else "",
        "title": LINE_ZH[edge.line] + ("（推断）" if edge.inferred else ""),
    }
