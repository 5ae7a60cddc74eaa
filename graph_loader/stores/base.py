"""What every store can do, and the plain tables that travel in and out. Nothing here knows an engine or a document format."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass, field
from typing import Any, Protocol

Value = Any
"""A property or parameter: str, int, float, bool, date, list of str, or None; in results also NodeValue and RelationshipValue."""


@dataclass(frozen=True, slots=True)
class NodeRow:
    """A node to write: label, and its properties by name (every one that schema.py declares for the label)."""

    label: str
    properties: Mapping[str, Value]


@dataclass(frozen=True, slots=True)
class RelationshipRow:
    """A relationship to write between two nodes given by label and id."""

    type: str
    from_label: str
    from_id: str
    to_label: str
    to_id: str
    properties: Mapping[str, Value] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class GraphRows:
    """One document as rows. document_id: the document that is replaced by them."""

    document_id: str
    nodes: tuple[NodeRow, ...]
    relationships: tuple[RelationshipRow, ...]


@dataclass(frozen=True, slots=True)
class Change:
    """What a write did. changed is False when the graph was equal before and after."""

    changed: bool
    nodes: int
    relationships: int


@dataclass(frozen=True, slots=True)
class NodeValue:
    """A whole node in a result."""

    label: str
    properties: Mapping[str, Value]


@dataclass(frozen=True, slots=True)
class RelationshipValue:
    """A whole relationship in a result; from_id and to_id are the `id` properties of its nodes where the engine tells, else ''."""

    type: str
    from_id: str
    to_id: str
    properties: Mapping[str, Value]


@dataclass(frozen=True, slots=True)
class Result:
    """Rows of a reading statement, in the order of its RETURN. truncated: more rows were there than the cap let through."""

    columns: tuple[str, ...]
    rows: tuple[tuple[Value, ...], ...]
    truncated: bool = False

    def records(self) -> list[dict[str, Value]]:
        """The rows as dicts by column."""
        return [dict(zip(self.columns, row, strict=True)) for row in self.rows]


@dataclass(frozen=True, slots=True)
class GraphDump:
    """The whole graph in a fixed order, the same for both engines: what exports and comparisons are made of."""

    nodes: tuple[NodeRow, ...]
    relationships: tuple[RelationshipRow, ...]


class GraphStore(Protocol):
    """A graph store. All methods raise StoreUnavailableError when the engine does not answer, StoreError for other faults."""

    @property
    def name(self) -> str:
        """ "embedded" or "neo4j"."""

    @property
    def address(self) -> str:
        """Path or URI, without credentials."""

    def prepare(self) -> None:
        """Create tables, constraints and macros where they are missing. Safe to repeat."""

    def replace_document(self, rows: GraphRows) -> Change:
        """Put the document in place of what was there of it, in one transaction: all of it or nothing."""

    def remove_document(self, document_id: str) -> Change:
        """Take out a document and what only it held, in one transaction."""

    def batch(self) -> AbstractContextManager[None]:
        """Many replacements and removals in a row, each still whole or not there: readers may see them a little later, and the
        store need not start anew for each."""

    def read(
        self,
        statement: str,
        parameters: Mapping[str, Value] | None = None,
        *,
        limit: int | None = None,
        seconds: float | None = None,
    ) -> Result:
        """Run one reading statement. limit: row cap. seconds: time limit, after which TimeLimitError is raised and the
        engine stops working on it. Raises QueryError for a statement that the engine does not take."""

    def reads_only(self, statement: str, parameters: Mapping[str, Value] | None = None) -> bool:
        """Whether the engine itself takes the statement for one that only reads, without running it. Neo4j is asked by EXPLAIN;
        the embedded file is opened read-only for questions, so that its answer is always yes."""

    def dump(self) -> GraphDump:
        """Every node and relationship, sorted by label or type and key."""

    def state(self) -> str:
        """A short string that changes when the graph has changed: a key for caches."""

    def close(self) -> None:
        """Let go of files, locks and connections."""


def group_by_label(nodes: Sequence[NodeRow]) -> dict[str, list[NodeRow]]:
    """Nodes by label, in the order in which labels first occur."""
    groups: dict[str, list[NodeRow]] = {}
    for node in nodes:
        groups.setdefault(node.label, []).append(node)
    return groups
