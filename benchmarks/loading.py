"""How fast rows reach a store, beside one MERGE a row on the same store; and files by the number of worker processes."""

from __future__ import annotations

import tempfile
import time
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from benchmarks import Row, benchmark
from benchmarks.stores import each_store
from graph_loader.loading import load_files, understand
from graph_loader.readers import read
from graph_loader.rows import graph_rows
from graph_loader.schema import node_type
from graph_loader.settings import DATA
from graph_loader.stores.base import Change, GraphRows, GraphStore
from graph_loader.stores.embedded import EmbeddedStore
from graph_loader.stores.statements import merge_nodes, to_row
from graph_loader.units import Registry
from tests.support import ZHANGYE

_DOCUMENTS = 4
_COPIES = 10
"""The Zhangye plan so often in each document: 290 measures, about 5,000 rows."""
_SINGLE = 400
"""Rows that are merged one by one: enough to tell the rate, few enough to wait for."""


@benchmark
def loading() -> Iterator[Row]:
    """Rows (nodes and relationships) a second of whole documents, each in its own transaction."""
    documents = list(_documents())
    with each_store() as stores:
        for name, store in stores.items():
            store.replace_document(documents[0])
            started = time.perf_counter()
            with store.batch():
                changes = [store.replace_document(rows) for rows in documents[1:]]
            rate = sum(change.nodes + change.relationships for change in changes) / (time.perf_counter() - started)
            single = _one_by_one(store, documents[0])
            yield Row(f"{name}: replace_document", rate, "rows/s", "one MERGE a row", rate / single)


@benchmark
def files() -> Iterator[Row]:
    """Files a second through load_files with one process and with two."""
    text = read(ZHANGYE).text
    with tempfile.TemporaryDirectory() as folder:
        paths = [Path(folder) / f"{index}.txt" for index in range(40)]
        for index, path in enumerate(paths):
            # A hundred thousand characters each, and a number of its own, so that none takes another's place.
            path.write_text(text.replace("23号", f"{index + 100}号") + "\f".join([""] + [text] * 3), encoding="utf-8")
        rates = {}
        for jobs in (1, 2):
            store = EmbeddedStore(Path(folder) / f"{jobs}.lbug", write=True)
            started = time.perf_counter()
            load_files(paths, store, jobs=jobs)
            rates[jobs] = len(paths) / (time.perf_counter() - started)
        yield Row("load_files, 2 processes", rates[2], "files/s", "1 process", rates[2] / rates[1])


def _documents() -> Iterator[GraphRows]:
    source = read(ZHANGYE)
    (plan,) = understand(replace(source, text=source.text * _COPIES), Registry.load(DATA))
    for index in range(_DOCUMENTS + 1):
        yield graph_rows(replace(plan, document=replace(plan.document, title=f"{plan.document.title}之{index}")))


def _one_by_one(store: GraphStore, rows: GraphRows) -> float:
    """Nodes a second with a statement and a transaction each: what a script without UNWIND does."""
    nodes = [node for node in rows.nodes if node.label != "Document"]
    nodes = (nodes * (_SINGLE // len(nodes) + 1))[:_SINGLE]
    if isinstance(store, EmbeddedStore):
        nodes = nodes[: _SINGLE // 10]
    change = store._change  # type: ignore[attr-defined]  # no way to write single rows is part of the interface
    started = time.perf_counter()
    with store.batch():
        for node in nodes:
            declared = node_type(node.label)
            row = to_row(declared.properties, node.properties)

            def merge(
                transaction: object, statement: str = merge_nodes(declared), row: dict[str, object] = row
            ) -> Change:
                transaction.run(statement, {"rows": [row]})  # type: ignore[attr-defined]
                return Change(False, 1, 0)

            change(merge)
    return len(nodes) / (time.perf_counter() - started)
