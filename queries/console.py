"""Runs Cypher that a person wrote: guarded, for reading only, with a time limit and a row cap."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from graph_loader.errors import RefusedError
from graph_loader.rows import product_version
from graph_loader.stores.base import GraphStore, NodeValue, Result
from queries import cell
from queries.directory import directory
from queries.guard import check
from queries.jsonform import plain
from queries.model import Reproduction

ROW_CAP = 10_000
SECONDS = 10.0


@dataclass(frozen=True, slots=True)
class Console:
    """What a statement gave, all that another person needs for the same, and the ids of the nodes in it, for a graph."""

    result: Result
    reproduction: Reproduction
    node_ids: tuple[str, ...]

    def to_json(self) -> dict[str, Any]:
        """Columns and rows as plain values, with the reproduction."""
        return {
            "columns": list(self.result.columns),
            "rows": plain(self.result.rows),
            "truncated": self.result.truncated,
            "reproduction": plain(
                {
                    name: getattr(self.reproduction, name)
                    for name in ("cypher", "params", "store", "documents", "version")
                }
            ),
        }


def run_cypher(
    store: GraphStore,
    statement: str,
    params: Mapping[str, Any] | None = None,
    *,
    limit: int = ROW_CAP,
    seconds: float = SECONDS,
) -> Console:
    """Run one reading statement.

    Raises RefusedError for one that does more than read, QueryError for one that is no Cypher or that the engine does not take,
    TimeLimitError after `seconds`, and the store's errors.
    """
    text, values = check(statement), dict(params or {})
    if not store.reads_only(text, values):
        raise RefusedError("数据库判定这条语句不只是读取，没有运行", todo="这里只能读取")
    if store.name == "embedded":
        result = cell.read(Path(store.address), text, values, limit, seconds)
    else:
        result = store.read(text, values, limit=limit, seconds=seconds)
    documents = {document.id: document.sha256 for document in directory(store).loaded}
    reproduction = Reproduction(text, values, f"{store.name} {store.address}", documents, product_version())
    nodes = (value.properties.get("id") for row in result.rows for value in row if isinstance(value, NodeValue))
    return Console(result, reproduction, tuple(dict.fromkeys(str(node) for node in nodes if node)))
