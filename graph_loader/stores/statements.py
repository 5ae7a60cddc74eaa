"""Every statement that writes or dumps the graph, generated from schema.py: one set for both engines.

Values travel as parameters, UNWIND over batches of rows. Dates travel as ISO text and figures through toInteger and toFloat,
since LadybugDB types a column of nulls as text (it gets these functions as macros, see `MACROS`).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date

from graph_loader.schema import NODES, RELATIONSHIPS, NodeType, Property, PropertyType, RelationshipType
from graph_loader.stores.base import Value

BATCH = 2000
"""Rows to a statement: where both engines were fastest."""

WRITER_LABEL = "ZerenWriter"
"""Label of the node at which Neo4j's writers take turns; it is gone before the transaction ends."""

_LADYBUG_TYPES: Mapping[PropertyType, str] = {
    "STRING": "STRING",
    "INTEGER": "INT64",
    "FLOAT": "DOUBLE",
    "BOOLEAN": "BOOL",
    "DATE": "DATE",
    "STRINGS": "STRING[]",
}
_FROM_ROW: Mapping[PropertyType, str] = {
    "STRING": "{}",
    "INTEGER": "toInteger({})",
    "FLOAT": "toFloat({})",
    "BOOLEAN": "{}",
    "DATE": "date({})",
    "STRINGS": "{}",
}
MACROS = {
    "type": "type(x) AS label(x)",
    "toString": "toString(x) AS CAST(x AS STRING)",
    "elementId": "elementId(x) AS CAST(id(x) AS STRING)",
    "toInteger": "toInteger(x) AS CAST(x AS INT64)",
    "toFloat": "toFloat(x) AS CAST(x AS DOUBLE)",
}
"""Functions of Neo4j that LadybugDB is given; toUpper and toLower it has."""


def tables() -> Iterator[str]:
    """LadybugDB's tables and macros, one statement each; columns and pairs that an older file lacks are added."""
    for node in NODES:
        columns = ", ".join(f"`{p.name}` {_LADYBUG_TYPES[p.type]}" for p in node.properties)
        yield f"CREATE NODE TABLE IF NOT EXISTS `{node.label}` ({columns}, PRIMARY KEY (`id`))"
        yield from _additions(node.label, node.properties)
    for relationship in RELATIONSHIPS:
        pairs = [f"FROM `{start}` TO `{end}`" for start, end in relationship.pairs]
        columns = ", ".join([*pairs, *(f"`{p.name}` {_LADYBUG_TYPES[p.type]}" for p in relationship.properties)])
        yield f"CREATE REL TABLE IF NOT EXISTS `{relationship.type}` ({columns})"
        for pair in pairs:
            yield f"ALTER TABLE `{relationship.type}` ADD IF NOT EXISTS {pair}"
        yield from _additions(relationship.type, relationship.properties)
    for name, macro in MACROS.items():
        yield f"DROP MACRO IF EXISTS {name}"
        yield f"CREATE MACRO {macro}"


def constraints() -> Iterator[str]:
    """Neo4j's uniqueness constraint on every key, and the indexes that writing looks things up by."""
    for node in NODES:
        yield f"CREATE CONSTRAINT `{node.label}_id` IF NOT EXISTS FOR (n:`{node.label}`) REQUIRE n.`id` IS UNIQUE"
    yield f"CREATE CONSTRAINT `{WRITER_LABEL}_id` IF NOT EXISTS FOR (n:`{WRITER_LABEL}`) REQUIRE n.`id` IS UNIQUE"
    looked_up = [(node.label, "document_id") for node in NODES if node.owned]
    for label, name in [*looked_up, ("Document", "title_key"), ("Unit", "jurisdiction"), ("Unit", "name")]:
        yield f"CREATE INDEX `{label}_{name}` IF NOT EXISTS FOR (n:`{label}`) ON (n.`{name}`)"


def merge_nodes(node: NodeType) -> str:
    """Puts $rows (a map of every property of the label each) in place."""
    values = ", ".join(f"n.`{p.name}` = {_from_row(p)}" for p in node.properties if p.name != "id")
    return f"UNWIND $rows AS row MERGE (n:`{node.label}` {{`id`: row.`id`}}) SET {values}"


def create_relationships(relationship: RelationshipType, start: str, end: str) -> str:
    """Makes a relationship for each of $rows (its properties, and `from` and `to` as ids) between two labels."""
    values = ", ".join(f"`{p.name}`: {_from_row(p)}" for p in relationship.properties)
    return (
        f"UNWIND $rows AS row MATCH (a:`{start}` {{`id`: row.`from`}}), (b:`{end}` {{`id`: row.`to`}}) "
        f"CREATE (a)-[:`{relationship.type}`{f' {{{values}}}' if values else ''}]->(b)"
    )


def all_nodes(node: NodeType) -> str:
    """Every node of a label, its properties in the order of the schema."""
    return f"MATCH (n:`{node.label}`) RETURN {_properties('n', node.properties)} ORDER BY n.`id`"


def all_relationships(relationship: RelationshipType, start: str, end: str) -> str:
    """Every relationship of a type between two labels: the ids of its ends, then its properties."""
    values = _properties("r", relationship.properties)
    return (
        f"MATCH (a:`{start}`)-[r:`{relationship.type}`]->(b:`{end}`) "
        f"RETURN a.`id` AS `from`, b.`id` AS `to`{', ' + values if values else ''}"
    )


def to_row(properties: Sequence[Property], values: Mapping[str, Value]) -> dict[str, Value]:
    """The parameters of one row: every declared property, dates as ISO text."""
    row = {p.name: values.get(p.name) for p in properties}
    return {name: value.isoformat() if isinstance(value, date) else value for name, value in row.items()}


def batches(rows: Iterable[dict[str, Value]]) -> Iterator[list[dict[str, Value]]]:
    """The rows in lists of at most BATCH; nothing for no rows (LadybugDB cannot type an empty list)."""
    batch: list[dict[str, Value]] = []
    for row in rows:
        batch.append(row)
        if len(batch) == BATCH:
            yield batch
            batch = []
    if batch:
        yield batch


def _additions(table: str, properties: Sequence[Property]) -> Iterator[str]:
    for p in properties:
        yield f"ALTER TABLE `{table}` ADD IF NOT EXISTS `{p.name}` {_LADYBUG_TYPES[p.type]}"


def _from_row(p: Property) -> str:
    return _FROM_ROW[p.type].format(f"row.`{p.name}`")


def _properties(variable: str, properties: Sequence[Property]) -> str:
    return ", ".join(f"{variable}.`{p.name}` AS `{p.name}`" for p in properties)
