"""The Neo4j driver's values as plain Python."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from neo4j.graph import Node, Path, Relationship
from neo4j.time import Date, DateTime, Duration, Time

from graph_loader.stores.base import Value
from graph_loader.stores.values import node, path, plain, relationship


def neo4j_row(row: Sequence[Value]) -> tuple[Value, ...]:
    """A row in plain Python. A relationship's ends are told by the nodes that stand in the same row."""
    ids: dict[str, str] = {}
    for value in row:
        _collect(value, ids)

    def convert(value: Value) -> Value | None:
        if isinstance(value, Path):
            return path([convert(n) for n in value.nodes], [convert(r) for r in value.relationships])
        if isinstance(value, Relationship):
            start, end = (ids.get(one.element_id, "") if one else "" for one in value.nodes)
            return relationship(value.type, start, end, _native(value))
        if isinstance(value, Node):
            return node(next(iter(value.labels), ""), _native(value))
        if isinstance(value, (Date, DateTime, Time)):
            return value.to_native()
        return str(value) if isinstance(value, Duration) else None

    return tuple(plain(value, convert) for value in row)


def _native(entity: Node | Relationship) -> Mapping[str, Value]:
    return {
        key: value.to_native() if isinstance(value, (Date, DateTime, Time)) else value for key, value in entity.items()
    }


def _collect(value: Value, ids: dict[str, str]) -> None:
    if isinstance(value, Node):
        ids[value.element_id] = value.get("id", "")
    elif isinstance(value, Path):
        _collect(list(value.nodes), ids)
    elif isinstance(value, Mapping) and not isinstance(value, Relationship):
        for item in value.values():
            _collect(item, ids)
    elif isinstance(value, list):
        for item in value:
            _collect(item, ids)
