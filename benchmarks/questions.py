"""How long each question of the catalogue takes on each engine."""

from __future__ import annotations

import statistics
from collections.abc import Iterator

from benchmarks import Row, benchmark, seconds
from benchmarks.stores import each_store
from graph_loader.loading import load_files
from graph_loader.stores.base import GraphStore
from queries.catalogue import load
from queries.directory import directory
from queries.model import Entry
from queries.parameters import convert
from queries.run import run
from tests.queries.samples import PLANS, parameter_sets

_TIMES = 3


@benchmark
def questions() -> Iterator[Row]:
    """Milliseconds to a proven answer, over the Zhangye plan and the project's own plans."""
    entries = load()
    with each_store() as stores:
        for store in stores.values():
            load_files(PLANS, store)
        taken = {
            name: {entry: _answered(store, one) for entry, one in entries.items()} for name, store in stores.items()
        }
        bare = [_bare(stores["embedded"], entry) for entry in entries.values()]
        for name in entries:
            here = taken["embedded"][name]
            there = taken.get("neo4j", {}).get(name)
            yield Row(name, here, "ms", f"neo4j {there:.3g} ms" if there else "", here / there if there else None)
        for store_name, times in taken.items():
            yield Row(
                f"median of {len(times)}, {store_name}", statistics.median(times.values()), "ms", level=("<=", 50)
            )
        own = statistics.median(bare)
        share = statistics.median(taken["embedded"].values()) / own
        yield Row("the bare statements, embedded", own, "ms", "a proven answer takes", share)


def _answered(store: GraphStore, entry: Entry) -> float:
    params = parameter_sets(entry)[0]
    return 1000 * seconds(lambda: run(store, entry, params), times=_TIMES)


def _bare(store: GraphStore, entry: Entry) -> float:
    values = convert(entry, parameter_sets(entry)[0], directory(store))
    return 1000 * seconds(lambda: store.read(entry.statement, values), times=_TIMES)
