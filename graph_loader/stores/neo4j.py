"""The store on a Neo4j server, through the official driver."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterator, Mapping
from contextlib import AbstractContextManager, contextmanager, nullcontext
from datetime import UTC, datetime
from functools import cached_property
from hashlib import sha256

import neo4j
from neo4j import NotificationMinimumSeverity, unit_of_work

from graph_loader.errors import StoreError
from graph_loader.stores.base import Change, GraphDump, GraphRows, Result, Value
from graph_loader.stores.dump import dump
from graph_loader.stores.faults import neo4j_faults
from graph_loader.stores.neo4j_values import neo4j_row
from graph_loader.stores.replace import remove_document, replace_document
from graph_loader.stores.statements import WRITER_LABEL, constraints

# The driver warns of each retry on standard error; what comes of them is said once, by our own errors.
logging.getLogger("neo4j").addHandler(logging.NullHandler())

_RETRY_SECONDS = 2.0
"""How long a transaction that another one stood in the way of is tried again, and how long a connection may take."""


class _Transaction:
    """A transaction, as replace.py and dump.py want it."""

    def __init__(self, transaction: neo4j.ManagedTransaction) -> None:
        self._transaction = transaction

    def run(self, statement: str, parameters: Mapping[str, Value] | None = None) -> list[tuple[Value, ...]]:
        return [neo4j_row(record.values()) for record in self._transaction.run(statement, dict(parameters or {}))]


class Neo4jStore:
    """A GraphStore on a server. write: may be changed through this object."""

    name = "neo4j"

    def __init__(self, uri: str, username: str, password: str, database: str, *, write: bool = False) -> None:
        self._uri = uri
        self._auth = (username, password)
        self._database = database
        self._write = write
        self._prepared = False

    @property
    def address(self) -> str:
        return self._uri

    @cached_property
    def _driver(self) -> neo4j.Driver:
        return neo4j.GraphDatabase.driver(
            self._uri,
            auth=self._auth,
            connection_timeout=_RETRY_SECONDS,
            connection_acquisition_timeout=30.0,
            max_transaction_retry_time=_RETRY_SECONDS,
            notifications_min_severity=NotificationMinimumSeverity.OFF,
            user_agent="zeren",
        )

    def prepare(self) -> None:
        with self._session() as session:
            for statement in constraints():
                session.run(statement).consume()
            session.run("CALL db.awaitIndexes(60)").consume()
        self._prepared = True

    def replace_document(self, rows: GraphRows) -> Change:
        now = datetime.now(UTC).isoformat()
        return self._change(lambda transaction: replace_document(transaction, rows, now))

    def remove_document(self, document_id: str) -> Change:
        return self._change(lambda transaction: remove_document(transaction, document_id))

    def batch(self) -> AbstractContextManager[None]:
        return nullcontext()

    def read(
        self,
        statement: str,
        parameters: Mapping[str, Value] | None = None,
        *,
        limit: int | None = None,
        seconds: float | None = None,
    ) -> Result:
        @unit_of_work(timeout=seconds)
        def work(transaction: neo4j.ManagedTransaction) -> Result:
            result = transaction.run(statement, dict(parameters or {}))
            rows: list[tuple[Value, ...]] = []
            for record in result:
                if limit is not None and len(rows) == limit:
                    return Result(tuple(result.keys()), tuple(rows), truncated=True)
                rows.append(neo4j_row(record.values()))
            return Result(tuple(result.keys()), tuple(rows))

        with self._session(reading=True, fetch_size=min(1000, limit + 1) if limit else 1000) as session:
            return session.execute_read(work)

    def reads_only(self, statement: str, parameters: Mapping[str, Value] | None = None) -> bool:
        with self._session(reading=True) as session:
            return session.run("EXPLAIN " + statement, dict(parameters or {})).consume().query_type == "r"

    def dump(self) -> GraphDump:
        with self._session() as session:
            return session.execute_read(lambda transaction: dump(_Transaction(transaction)))

    def state(self) -> str:
        found = self.read("MATCH (d:Document) WHERE d.loaded RETURN d.`id`, d.loaded_at ORDER BY d.`id`").rows
        return sha256(repr(found).encode()).hexdigest()[:16]

    def close(self) -> None:
        if "_driver" in self.__dict__:
            self._driver.close()
            del self._driver

    def _change(self, work: Callable[[_Transaction], Change]) -> Change:
        if not self._write:
            raise StoreError("图谱以只读方式打开，不能写入", where=self.address, todo="请用可写入的方式打开")
        if not self._prepared:
            self.prepare()

        def alone(transaction: neo4j.ManagedTransaction) -> Change:
            # What documents share is read and then written: writers take turns at a node that no other transaction ever sees.
            transaction.run(f"MERGE (w:{WRITER_LABEL} {{id: 1}})").consume()
            change = work(_Transaction(transaction))
            transaction.run(f"MATCH (w:{WRITER_LABEL}) DELETE w").consume()
            return change

        with self._session() as session:
            return session.execute_write(alone)

    @contextmanager
    def _session(self, *, reading: bool = False, fetch_size: int = 1000) -> Iterator[neo4j.Session]:
        with (
            neo4j_faults(self._uri, self._auth[0], self._database, reading=reading),
            self._driver.session(database=self._database, fetch_size=fetch_size) as session,
        ):
            yield session
