"""The embedded store: LadybugDB in one file.

The published file is never written to: a writer works on a copy under a lock and puts it in place by renaming when its work is
committed. So a reader always opens a whole graph, one that is killed while writing leaves the old graph, and a full disk costs
the copy only. (Opening LadybugDB's own file for reading while another process commits to it failed in 19 of 48 tries.)
"""

from __future__ import annotations

import os
import re
import threading
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from datetime import UTC, datetime
from hashlib import sha256
from pathlib import Path
from typing import Any

import ladybug

from graph_loader.errors import QueryError, StoreError
from graph_loader.stores.base import Change, GraphDump, GraphRows, Result, Value
from graph_loader.stores.dump import dump
from graph_loader.stores.faults import embedded_faults
from graph_loader.stores.ladybug_values import ladybug_row
from graph_loader.stores.publish import WriterLock, copy_file, publish, require_space
from graph_loader.stores.replace import remove_document, replace_document
from graph_loader.stores.statements import tables

_SCHEMA = "zeren_schema_" + sha256("\n".join(tables()).encode()).hexdigest()[:12]
"""Name of a macro that a file has when its tables are those of schema.py."""
_READ_MEMORY = 1 << 30
"""Bytes that questions may use: a runaway product of rows ends in an error, not in a machine without memory."""
_KEYWORD = re.compile(
    r"""'(?:\\.|[^'\\])*'|"(?:\\.|[^"\\])*"|`[^`]*`|//[^\n]*|/\*.*?\*/|(\.\s*)(end|on|group)\b""",
    re.DOTALL | re.IGNORECASE,
)
"""Properties of ours that LadybugDB takes only in backticks; texts, names in backticks and comments are left alone."""


class _Connection:
    """A connection, as the transactions of replace.py and dump.py want it."""

    def __init__(self, database: ladybug.Database) -> None:
        self._connection = ladybug.Connection(database)

    def run(self, statement: str, parameters: Mapping[str, Value] | None = None) -> list[tuple[Value, ...]]:
        return [tuple(row) for row in self.execute(statement, parameters)]

    def execute(self, statement: str, parameters: Mapping[str, Value] | None = None, milliseconds: int = 0) -> Any:
        self._connection.set_query_timeout(milliseconds)
        result = self._connection.execute(statement, dict(parameters or {}))
        if isinstance(result, list):
            raise QueryError("一次只能运行一条语句", todo="请去掉分号后面的语句")
        return result

    def close(self) -> None:
        self._connection.close()


class _Reader:
    """The published file, opened once, with a connection for each thread."""

    def __init__(self, path: Path, signature: str) -> None:
        self.signature = signature
        self._database = ladybug.Database(str(path), read_only=True, buffer_pool_size=_READ_MEMORY)
        self._local = threading.local()

    def connection(self) -> _Connection:
        found: _Connection | None = getattr(self._local, "connection", None)
        if found is None:
            found = self._local.connection = _Connection(self._database)
        return found


class EmbeddedStore:
    """A GraphStore in the file `path`. write: may be changed through this object. patience: seconds to wait for another writer."""

    name = "embedded"

    def __init__(self, path: Path, *, write: bool = False, patience: float = 5.0) -> None:
        self._path = path
        self._write = write
        self._patience = patience
        self._reader: _Reader | None = None
        self._opening = threading.Lock()
        self._session: _Session | None = None

    @property
    def address(self) -> str:
        return str(self._path)

    def prepare(self) -> None:
        with embedded_faults(self.address, reading=False):
            self._current()

    def replace_document(self, rows: GraphRows) -> Change:
        now = datetime.now(UTC).isoformat()
        return self._change(lambda connection: replace_document(connection, rows, now))

    def remove_document(self, document_id: str) -> Change:
        return self._change(lambda connection: remove_document(connection, document_id))

    @contextmanager
    def batch(self) -> Iterator[None]:
        with self._writing() as session:
            self._session = session
            try:
                yield
            finally:
                self._session = None

    def read(
        self,
        statement: str,
        parameters: Mapping[str, Value] | None = None,
        *,
        limit: int | None = None,
        seconds: float | None = None,
    ) -> Result:
        statement = _KEYWORD.sub(lambda m: f"{m[1]}`{m[2]}`" if m[2] else m[0], statement)
        with embedded_faults(self.address, reading=False):
            connection = self._current().connection()
        with embedded_faults(self.address, reading=True):
            result = connection.execute(statement, parameters, round(seconds * 1000) if seconds else 0)
            try:
                rows: list[tuple[Value, ...]] = []
                while result.has_next() and (limit is None or len(rows) < limit):
                    rows.append(ladybug_row(result.get_next()))
                return Result(tuple(result.get_column_names()), tuple(rows), truncated=result.has_next())
            finally:
                result.close()

    def reads_only(self, statement: str, parameters: Mapping[str, Value] | None = None) -> bool:
        return True

    def dump(self) -> GraphDump:
        with embedded_faults(self.address, reading=False):
            return dump(self._current().connection())

    def state(self) -> str:
        return _signature(self._path)

    def close(self) -> None:
        self._reader = None

    def _current(self) -> _Reader:
        """The reader of the file as it is now; opens it again when it was published anew."""
        signature = _signature(self._path)
        reader = self._reader
        if reader is not None and reader.signature == signature:
            return reader
        with self._opening:
            if not signature or not _fits(_Reader(self._path, signature).connection()):
                with self._writing(forced=True):
                    pass
            signature = _signature(self._path)
            self._reader = _Reader(self._path, signature)
            return self._reader

    def _change(self, work: Callable[[_Connection], Change]) -> Change:
        if self._session is not None:
            return self._session.run(work)
        with self._writing() as session:
            return session.run(work)

    @contextmanager
    def _writing(self, *, forced: bool = False) -> Iterator[_Session]:
        """A session on a copy, published at the end. forced: also when this store is for reading (its tables must be there)."""
        if not (self._write or forced):
            raise StoreError("图谱以只读方式打开，不能写入", where=self.address, todo="请用可写入的方式打开")
        with embedded_faults(self.address, reading=False), WriterLock(self._path, self._patience):
            session = _Session(self._path)
            try:
                yield session
            finally:
                session.finish()


class _Session:
    """Work on a copy of the file by the holder of the lock."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._copy = path.with_name(path.name + ".writing")
        self._connection: _Connection | None = None
        self._changed = False
        self._due = time.monotonic()
        self._one_at_a_time = threading.Lock()
        self._open()

    def run(self, work: Callable[[_Connection], Change]) -> Change:
        """Do the work in a transaction. In a long session the file is published every now and then, so that little is lost."""
        with self._one_at_a_time:
            connection = self._connection or self._open()
            require_space(self._path)
            try:
                connection.run("BEGIN TRANSACTION")
                change = work(connection)
                connection.run("COMMIT")
            except BaseException:
                self._undo(connection)
                raise
            self._changed |= change.changed
            if self._changed and time.monotonic() >= self._due:
                self.finish()
            return change

    def finish(self) -> None:
        """Publish what was committed."""
        connection, database = self._connection, self._database
        self._connection = None
        if connection is None:
            return
        started = time.monotonic()
        try:
            if self._changed:
                connection.run("CHECKPOINT")
        finally:
            connection.close()
            database.close()
        if self._changed:
            publish(self._copy, self._path)
        self._changed = False
        self._discard()
        self._due = time.monotonic() + max(2.0, 20 * (time.monotonic() - started))

    def _open(self) -> _Connection:
        self._discard()
        require_space(self._path)
        if self._path.exists():
            copy_file(self._path, self._copy)
        self._database = ladybug.Database(str(self._copy))
        connection = self._connection = _Connection(self._database)
        if not _fits(connection):
            for statement in (*tables(), f"CREATE MACRO {_SCHEMA}(x) AS x"):
                connection.run(statement)
            self._changed = True
        return connection

    def _undo(self, connection: _Connection) -> None:
        try:
            connection.run("ROLLBACK")
        except RuntimeError:
            # What cannot be rolled back is not published: the work since the last publication is lost, the graph is whole.
            self._changed = False

    def _discard(self) -> None:
        for left in self._path.parent.glob(self._copy.name + "*"):
            left.unlink(missing_ok=True)


def _fits(connection: _Connection) -> bool:
    try:
        connection.run(f"RETURN {_SCHEMA}(0)")
    except RuntimeError:
        return False
    return True


def _signature(path: Path) -> str:
    """What changes with every publication; "" when there is no file."""
    try:
        found = os.stat(path)
    except FileNotFoundError:
        return ""
    return f"{found.st_ino:x}-{found.st_mtime_ns:x}-{found.st_size:x}"
