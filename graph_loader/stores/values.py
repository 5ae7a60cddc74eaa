"""What engines return, as plain Python that is the same for both."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import timedelta
from decimal import Decimal
from uuid import UUID

from graph_loader.schema import node_type, relationship_type
from graph_loader.stores.base import NodeValue, RelationshipValue, Value


def plain(value: Value, convert: Callable[[Value], Value | None]) -> Value:
    """A value without anything of an engine's own. convert: the engine's graph and time values; None for all else.

    Maps lose their nulls: Neo4j's properties(n) has none either.
    """
    converted = convert(value)
    if converted is not None:
        return converted
    if isinstance(value, Mapping):
        return {key: plain(item, convert) for key, item in value.items() if item is not None}
    if isinstance(value, (list, tuple)):
        return [plain(item, convert) for item in value]
    if isinstance(value, Decimal):
        return float(value)
    if isinstance(value, (UUID, timedelta)):
        return str(value)
    return value


def node(label: str, values: Mapping[str, Value]) -> NodeValue:
    """A node with every property that its label declares, absent ones as None; of a label that is not ours all that it has."""
    try:
        declared = node_type(label).properties
    except KeyError:
        return NodeValue(label, dict(values))
    return NodeValue(label, {p.name: values.get(p.name) for p in declared})


def relationship(type: str, from_id: str, to_id: str, values: Mapping[str, Value]) -> RelationshipValue:
    """A relationship with every property that its type declares; of a type that is not ours all that it has."""
    try:
        declared = relationship_type(type).properties
    except KeyError:
        return RelationshipValue(type, from_id, to_id, dict(values))
    return RelationshipValue(type, from_id, to_id, {p.name: values.get(p.name) for p in declared})


def path(nodes: Sequence[Value], relationships: Sequence[Value]) -> list[Value]:
    """Nodes and relationships in turn, as the path has them."""
    steps = [nodes[0]]
    for between, following in zip(relationships, nodes[1:], strict=True):
        steps += [between, following]
    return steps
