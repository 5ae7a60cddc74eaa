"""The whole graph in a fixed order, read on any engine."""

from __future__ import annotations

from graph_loader.schema import NODES, RELATIONSHIPS
from graph_loader.stores.base import GraphDump, NodeRow, RelationshipRow
from graph_loader.stores.replace import Transaction
from graph_loader.stores.statements import all_nodes, all_relationships


def dump(tx: Transaction) -> GraphDump:
    """Every node and relationship, in the order of schema.py, then of keys and identities. tx must give plain Python values."""
    nodes: list[NodeRow] = []
    for node in NODES:
        names = [p.name for p in node.properties]
        found = tx.run(all_nodes(node))
        rows = [NodeRow(node.label, dict(zip(names, values, strict=True))) for values in found]
        nodes += sorted(rows, key=lambda row: str(row.properties["id"]))
    relationships: list[RelationshipRow] = []
    for relationship in RELATIONSHIPS:
        names = [p.name for p in relationship.properties]
        rows_of_type = [
            RelationshipRow(relationship.type, start, from_id, end, to_id, dict(zip(names, values, strict=True)))
            for start, end in relationship.pairs
            for from_id, to_id, *values in tx.run(all_relationships(relationship, start, end))
        ]
        relationships += sorted(rows_of_type, key=_order)
    return GraphDump(tuple(nodes), tuple(relationships))


def _order(row: RelationshipRow) -> tuple[str, str, str, str, str]:
    return row.from_label, row.from_id, row.to_label, row.to_id, repr([(k, str(v)) for k, v in row.properties.items()])
