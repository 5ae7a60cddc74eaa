"""LadybugDB's values as plain Python: its nodes, relationships and paths come as dicts with keys that start with "_"."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from graph_loader.stores.base import Value
from graph_loader.stores.values import node, path, plain, relationship

_Identity = tuple[int, int]


def ladybug_row(row: Sequence[Value]) -> tuple[Value, ...]:
    """A row in plain Python. A relationship's ends are told by the nodes that stand in the same row."""
    ids: dict[_Identity, str] = {}
    for value in row:
        _collect(value, ids)

    def convert(value: Value) -> Value | None:
        if not isinstance(value, dict):
            return None
        if "_NODES" in value:
            return path([convert(n) for n in value["_NODES"]], [convert(r) for r in value["_RELS"]])
        if "_SRC" in value:
            start, end = ids.get(_identity(value["_SRC"]), ""), ids.get(_identity(value["_DST"]), "")
            return relationship(value["_LABEL"], start, end, value)
        return node(value["_LABEL"], value) if "_LABEL" in value else None

    return tuple(plain(value, convert) for value in row)


def _collect(value: Value, ids: dict[_Identity, str]) -> None:
    if isinstance(value, dict):
        if "_LABEL" in value and "_SRC" not in value:
            ids[_identity(value["_ID"])] = value["id"]
            return
        for item in value.values():
            _collect(item, ids)
    elif isinstance(value, list):
        for item in value:
            _collect(item, ids)


def _identity(internal: Mapping[str, int]) -> _Identity:
    return internal["table"], internal["offset"]
