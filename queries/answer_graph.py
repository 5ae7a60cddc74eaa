"""The graph of just one answer: what its rows say of each other, and nothing else."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from graph_loader.schema import ROLE_TYPES
from graph_loader.stores.base import GraphStore
from queries.directory import Directory, directory
from queries.graph import DEFAULT_CAP, GraphEdge, GraphNode, Subgraph
from queries.model import Answer
from queries.parameters import ROLE_NAMES

_ROLE_OF = {zh: ROLE_TYPES[role] for role, zh in ROLE_NAMES.items()}
_LABEL_OF = {
    "unit_id": "Unit",
    "group_id": "Unit",
    "other_id": "Unit",
    "successor_id": "Unit",
    "measure_id": "Measure",
    "second_measure_id": "Measure",
    "document_id": "Document",
    "cited_id": "Document",
    "section_id": "Section",
    "deadline_id": "Deadline",
    "target_id": "Target",
    "liability_id": "Liability",
}
"""What the id columns of the catalogue's rows point at."""
_FACTS = {
    "deadline_id": "HAS_DEADLINE",
    "target_id": "HAS_TARGET",
    "liability_id": "HAS_LIABILITY",
}

Record = Mapping[str, Any]


def answer_graph(store: GraphStore, answer: Answer, cap: int = DEFAULT_CAP) -> Subgraph:
    """Just what the rows of an answer say: the units, measures and facts in them, and the edges that tie them row by row."""
    records = [dict(zip(answer.columns, row, strict=True)) for row in answer.rows]
    labels: dict[str, str] = {}
    edges: dict[GraphEdge, None] = {}
    for record in records:
        for edge in _row_edges(record):
            edges[edge] = None
            if edge.from_id == record.get("document_id"):
                labels.setdefault(edge.from_id, "Document")
        for column, label in _LABEL_OF.items():
            if record.get(column) and column != "document_id":
                labels.setdefault(record[column], label)
        for measure_id in record.get("measure_ids") or ():
            labels.setdefault(measure_id, "Measure")
    linked = {end for edge in edges for end in (edge.from_id, edge.to_id)}
    for record in records:
        for column in ("measure_id", "section_id"):
            if (owned := record.get(column)) and owned not in linked and (document := record.get("document_id")):
                labels.setdefault(document, "Document")
                edges[GraphEdge("HAS_MEASURE" if column == "measure_id" else "HAS_SECTION", document, owned)] = None
        if record.get("document_id") and not any(record.get(column) for column in _LABEL_OF if column != "document_id"):
            labels.setdefault(record["document_id"], "Document")
    if any(record.get("measure_ids") for record in records):
        edges |= dict.fromkeys(_roles_between(store, labels))
    return _drawn(store, labels, edges, cap)


def _row_edges(record: Record) -> Iterator[GraphEdge]:
    """The edges that one row of a catalogue entry speaks of."""
    measure, certainty = record.get("measure_id"), record.get("certainty") or ""
    unit, group = record.get("unit_id"), record.get("group_id")
    if unit and group and group != unit:
        yield GraphEdge("MEMBER_OF", unit, group)
    for who, role in ((group or unit, record.get("role")), (record.get("other_id"), record.get("other_role"))):
        if who and measure and role in _ROLE_OF:
            yield GraphEdge(_ROLE_OF[role], who, measure, certainty)
    if (second := record.get("second_measure_id")) and (between := record.get("group_id")):
        yield GraphEdge(_ROLE_OF.get(record.get("second_role") or "", "RESPONSIBLE_FOR"), between, second)
    for column, type_ in _FACTS.items():
        if measure and record.get(column):
            yield GraphEdge(type_, measure, record[column])
    if unit and record.get("successor_id"):
        yield GraphEdge("SUCCEEDED_BY", unit, record["successor_id"])
    if (cited := record.get("cited_id")) and (citing := measure or record.get("document_id")):
        yield GraphEdge("BASED_ON" if record.get("relation") == "依据" and not measure else "CITES", citing, cited)
    if (section := record.get("section_id")) and measure:
        yield GraphEdge("HAS_MEASURE", section, measure)


def _roles_between(store: GraphStore, labels: Mapping[str, str]) -> Iterator[GraphEdge]:
    """Who does what among these units and measures: for rankings, whose rows name measures without roles."""
    statement = """MATCH (u:Unit)-[r:LEADS|RESPONSIBLE_FOR|SUPPORTS]->(m:Measure)
WHERE u.id IN $units AND m.id IN $measures
RETURN DISTINCT type(r) AS type, u.id AS unit, m.id AS measure ORDER BY unit, measure, type"""
    units = [node for node, label in labels.items() if label == "Unit"]
    measures = [node for node, label in labels.items() if label == "Measure"]
    for row in store.read(statement, {"units": units, "measures": measures}).rows:
        yield GraphEdge(*row)


def _drawn(store: GraphStore, labels: Mapping[str, str], edges: Iterable[GraphEdge], cap: int) -> Subgraph:
    shown = dict(list(labels.items())[:cap])
    captions = _captions(store, directory(store), shown)
    nodes = tuple(GraphNode(node, label, *captions.get(node, (node, ""))) for node, label in shown.items())
    kept = tuple(edge for edge in edges if edge.from_id in shown and edge.to_id in shown)
    return Subgraph(nodes, kept, len(labels) - len(shown))


def _captions(store: GraphStore, known: Directory, labels: Mapping[str, str]) -> dict[str, tuple[str, str]]:
    """Caption, and kind for units, of each node."""
    captions: dict[str, tuple[str, str]] = {}
    rest: defaultdict[str, list[str]] = defaultdict(list)
    for node, label in labels.items():
        if label == "Unit":
            unit = known.units.get(node)
            captions[node] = (known.unit_name(node), unit.kind if unit else "")
        elif label == "Measure" and node in known.measures:
            captions[node] = (known.measures[node].number + known.measures[node].title, "")
        elif label == "Document" and node in known.documents:
            captions[node] = (known.documents[node].title, "")
        else:
            rest[label].append(node)
    for label, ids in rest.items():
        name = "title" if label == "Section" else "text"
        statement = f"MATCH (n:{label}) WHERE n.id IN $ids RETURN n.id, n.{name}"
        captions |= {row[0]: (row[1], "") for row in store.read(statement, {"ids": ids}).rows}
    return captions
