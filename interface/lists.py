"""What there is to choose from: jurisdictions, documents, units and measures of the loaded graph, with their names and links."""

from __future__ import annotations

from collections.abc import Iterator

import networkx as nx

from graph_loader.network import node_key
from interface import links

FINDABLE = ("Unit", "Measure", "Document")
"""Labels that a person can look up and that have a page, in the order in which they are offered."""
_PAGE = {"Unit": "unit", "Measure": "measure", "Document": "documents"}
_GLYPH = {"Unit": "●", "Measure": "■", "Document": "□"}


def of_label(graph: nx.MultiDiGraph, label: str) -> Iterator[tuple[str, dict[str, object]]]:
    """Id and properties of every node of a label, in the graph's order."""
    return ((node["id"], node) for _, node in graph.nodes(data=True) if node["label"] == label)


def places(graph: nx.MultiDiGraph) -> list[str]:
    """Names of the jurisdictions that loaded documents govern."""
    return sorted({str(node["jurisdiction"]) for _, node in _loaded(graph) if node["jurisdiction"]})


def documents(graph: nx.MultiDiGraph) -> dict[str, str]:
    """Title of each loaded document by its id."""
    return {key: str(node["title"]) for key, node in _loaded(graph)}


def findable(graph: nx.MultiDiGraph, labels: tuple[str, ...] = ("Unit", "Measure")) -> dict[str, str]:
    """What the search boxes offer: a line such as "● 市司法局 张掖市" by "Unit:id". Units with most work first."""
    found: dict[str, str] = {}
    several = len(places(graph)) > 1
    titles = documents(graph)
    for label in labels:
        nodes = list(of_label(graph, label))
        if label == "Unit":
            nodes.sort(key=lambda item: -graph.degree(node_key("Unit", item[0])))
        for key, node in nodes:
            name = (
                f"{node['number']}{node['title']}" if label == "Measure" else str(node.get("name") or node.get("title"))
            )
            where = node["jurisdiction"] if label == "Unit" else titles.get(str(node.get("document_id")), "")
            found[f"{label}:{key}"] = f"{_GLYPH[label]} {name}" + (f" {where}" if several and where else "")
    return found


def node_of(graph: nx.MultiDiGraph, choice: str) -> object | None:
    """The graph's node for "Unit:id", or for an id alone that a unit, measure or document has; None when there is none."""
    label, _, key = choice.partition(":")
    tries = [node_key(label, key)] if label in FINDABLE and key else [node_key(label, choice) for label in FINDABLE]
    return next((node for node in tries if node in graph), None)


def link_of(graph: nx.MultiDiGraph, choice: str) -> links.Link:
    """The page of a unit, measure or document given as "Unit:id"."""
    label, _, key = choice.partition(":")
    return links.to(_PAGE[label], id=key)


def _loaded(graph: nx.MultiDiGraph) -> Iterator[tuple[str, dict[str, object]]]:
    return ((key, node) for key, node in of_label(graph, "Document") if node["loaded"])
