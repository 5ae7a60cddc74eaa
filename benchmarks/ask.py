"""How long a question takes to be understood and to be answered, with forty plans loaded."""

from __future__ import annotations

import json
import statistics
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from benchmarks import Row, benchmark, seconds
from benchmarks.plans import city_plans
from graph_loader.loading import load_files
from graph_loader.settings import ROOT, Settings
from graph_loader.stores import open_store
from graph_loader.stores.base import GraphStore
from queries.ask import ask as answer
from queries.understand.meaning import understand

_PLANS = 40
_EVERY = 7
"""One in so many of the questions that have an answer is asked."""
_QUESTIONS = ROOT / "tests" / "gold" / "questions.jsonl"


@benchmark
def ask() -> Iterator[Row]:
    """Medians over questions of the question set, as they stand (every city is searched), on the embedded store."""
    with tempfile.TemporaryDirectory() as folder:
        store = open_store(Settings(graph=Path(folder) / "graph.lbug"), write=True)
        store.prepare()
        load_files(list(city_plans(Path(folder), _PLANS)), store)
        questions = list(_questions())
        understood = [
            1000 * seconds(lambda text=text: understand(text, store), clock=time.process_time) for text in questions
        ]
        answered = [1000 * seconds(lambda text=text: answer(text, store)) for text in questions]
        bare = [_bare(text, store) for text in questions]
        store.close()
    share = statistics.median(own / whole for own, whole in zip(bare, answered, strict=True))
    yield Row(f"understood, median of {len(questions)}", statistics.median(understood), "ms", level=("<=", 10))
    yield Row("answered", statistics.median(answered), "ms", level=("<=", 50))
    bare_median = statistics.median(bare)
    yield Row("the same statements, bare", bare_median, "ms", "answered", statistics.median(answered) / bare_median)
    yield Row("the store's share of an answer", 100 * share, "%")


def _questions() -> Iterator[str]:
    rows = [json.loads(line) for line in _QUESTIONS.read_text(encoding="utf-8").splitlines()]
    asked = [
        row for row in rows if row["graph"] == "zhangye" and "previous" not in row and "refused" not in row["expect"]
    ]
    yield from (row["question"] for row in asked[::_EVERY])


def _bare(text: str, store: GraphStore) -> float:
    reproduction = answer(text, store).reproduction
    if reproduction is None:
        return 0.0
    return 1000 * seconds(lambda: store.read(reproduction.cypher, reproduction.params))
