"""Files into the graph: read, parse and resolve in worker processes, write in this one.

Files stream: only a few are on their way at any time, so memory does not grow with their number.
"""

from __future__ import annotations

import multiprocessing
import os
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass, field, replace
from functools import cache
from pathlib import Path

from graph_loader.errors import ZerenError
from graph_loader.extract import parse_all
from graph_loader.model import Plan, SourceText
from graph_loader.readers import read
from graph_loader.rows import graph_rows
from graph_loader.settings import DATA
from graph_loader.stores.base import GraphRows, GraphStore
from graph_loader.units import Correction, Registry, resolve_plan


@dataclass(frozen=True, slots=True)
class FileReport:
    """What became of one file. documents: ids of those in it. changed: the graph is another than before. error: "" when it
    was loaded, else why not (Chinese)."""

    path: Path
    documents: tuple[str, ...] = ()
    measures: int = 0
    assignments: int = 0
    warnings: int = 0
    changed: bool = False
    error: str = ""


@dataclass(frozen=True, slots=True)
class LoadReport:
    """What became of all files, in the order given."""

    files: tuple[FileReport, ...]

    @property
    def failed(self) -> tuple[FileReport, ...]:
        """The files that were not loaded."""
        return tuple(file for file in self.files if file.error)


@dataclass(frozen=True, slots=True)
class _Understood:
    """A file on its way from a worker to the store."""

    report: FileReport
    rows: tuple[GraphRows, ...] = field(default=(), repr=False)


def understand(source: SourceText, registry: Registry, corrections: Sequence[Correction] = ()) -> tuple[Plan, ...]:
    """The plans in a text, their units resolved and people's corrections applied. Raises ParseError."""
    return tuple(resolve_plan(plan, registry, corrections) for plan in parse_all(source))


def load_plans(path: Path, plans: Iterable[Plan], store: GraphStore) -> FileReport:
    """Write the plans of one file, each in a transaction. Raises StoreError."""
    return _write(_understood(path, plans), store)


def load_files(
    paths: Sequence[Path],
    store: GraphStore,
    *,
    data: Path = DATA,
    corrections: Sequence[Correction] = (),
    jobs: int = 0,
    on_progress: Callable[[FileReport], None] | None = None,
) -> LoadReport:
    """Load files; one that fails is reported, and the others are loaded.

    data: folder of the csv files of units. jobs: worker processes, 0 for one a core; one file, or jobs=1, is done in this
    process (as it must be under Streamlit, whose script a worker would run again). on_progress: called after each file.
    Raises StoreError when the store fails: then what was loaded before stays.
    """
    reports: list[FileReport] = []
    with store.batch():
        for understood in _understand_files(
            paths, data, tuple(corrections), min(jobs or os.cpu_count() or 1, len(paths))
        ):
            reports.append(_write(understood, store))
            if on_progress:
                on_progress(reports[-1])
    return LoadReport(tuple(reports))


def _understand_files(
    paths: Sequence[Path], data: Path, corrections: tuple[Correction, ...], jobs: int
) -> Iterator[_Understood]:
    if jobs <= 1:
        for path in paths:
            yield _understand_file(path, data, corrections)
        return
    waiting = deque(paths)
    while waiting:
        with _pool(jobs) as pool:
            running: deque[tuple[Path, Future[_Understood]]] = deque()
            try:
                while waiting or running:
                    while waiting and len(running) < 2 * jobs:
                        # A pool that is broken already refuses the file: then it stays in the queue.
                        running.append((waiting[0], pool.submit(_understand_file, waiting[0], data, corrections)))
                        waiting.popleft()
                    yield running[0][1].result()
                    running.popleft()
            except BrokenProcessPool:
                # A file killed its worker, and nobody knows which: those that were on their way get a worker each.
                for path, _ in running:
                    yield _understand_alone(path, data, corrections)
            finally:
                pool.shutdown(cancel_futures=True)


def _understand_alone(path: Path, data: Path, corrections: tuple[Correction, ...]) -> _Understood:
    with _pool(1) as pool:
        try:
            return pool.submit(_understand_file, path, data, corrections).result()
        except BrokenProcessPool:
            return _Understood(FileReport(path, error="读取这个文件的进程意外终止，文件没有载入"))


def _pool(jobs: int) -> ProcessPoolExecutor:
    return ProcessPoolExecutor(jobs, mp_context=multiprocessing.get_context("spawn"))


def _understand_file(path: Path, data: Path, corrections: tuple[Correction, ...]) -> _Understood:
    try:
        return _understood(path, understand(read(path), _registry(data), corrections))
    except ZerenError as error:
        return _Understood(FileReport(path, error=str(error)))
    except Exception as error:
        # A fault of ours in one file must not keep the others out.
        return _Understood(FileReport(path, error=f"程序内部错误（{type(error).__name__}：{error}）"))


def _understood(path: Path, plans: Iterable[Plan]) -> _Understood:
    plans = tuple(plans)
    rows = tuple(graph_rows(plan) for plan in plans)
    report = FileReport(
        path,
        documents=tuple(row.document_id for row in rows),
        measures=sum(len(plan.measures) for plan in plans),
        assignments=sum(len(measure.assignments) for plan in plans for measure in plan.measures),
        warnings=sum(len(plan.warnings) for plan in plans),
    )
    return _Understood(report, rows)


def _write(understood: _Understood, store: GraphStore) -> FileReport:
    changes = [store.replace_document(rows) for rows in understood.rows]
    return replace(understood.report, changed=any(change.changed for change in changes))


@cache
def _registry(data: Path) -> Registry:
    return Registry.load(data)
