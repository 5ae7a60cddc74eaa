"""Many files into the graph: each is reported, none keeps the others out, and they stream."""

from __future__ import annotations

import os
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from pathlib import Path
from typing import Any

import pytest

from graph_loader.errors import StoreError
from graph_loader.loading import FileReport, load_files, load_plans, understand
from graph_loader.readers import read
from graph_loader.settings import DATA
from graph_loader.stores.base import GraphStore
from graph_loader.stores.embedded import EmbeddedStore
from graph_loader.units import Registry
from tests.stores.test_replace import known
from tests.support import ROOT, ZHANGYE


def paper(folder: Path, name: str, clauses: int = 3) -> Path:
    path = folder / f"{name}.txt"
    lines = [f"青河市{name}实施方案", "一、主要任务"]
    lines += [
        f"（{n}）推进第{n}项工作。到2020年完成清理。（牵头单位：市财政局，责任单位：市直各部门）"
        for n in range(1, clauses + 1)
    ]
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return path


def test_zhangye_plan_is_whole(loaded_store: GraphStore) -> None:
    statement = (
        "MATCH (u:Unit)-[r:{}]->(m:Measure) RETURN count(r) AS r, count(DISTINCT u) AS u, count(DISTINCT m) AS m"
    )
    assert loaded_store.read(statement.format("LEADS")).rows == ((93, 32, 29),)
    assert loaded_store.read(statement.format("RESPONSIBLE_FOR")).rows[0][0] == 57
    assert loaded_store.read("MATCH (m:Measure) RETURN count(m) AS n").rows == ((29,),)


def test_report_and_progress(store: GraphStore, tmp_path: Path) -> None:
    paths = [paper(tmp_path, "甲"), tmp_path / "missing.txt", paper(tmp_path, "乙", 2)]
    seen: list[FileReport] = []
    report = load_files(paths, store, jobs=1, on_progress=seen.append)
    assert [file.path for file in report.files] == paths
    assert tuple(seen) == report.files
    first, missing, last = report.files
    assert (first.measures, first.assignments, first.changed, first.error) == (3, 3, True, "")
    assert (last.measures, last.documents) == (2, ("青河市乙实施方案",))
    assert report.failed == (missing,)
    assert missing.error
    assert not missing.changed
    again = load_files(paths, store, jobs=1)
    assert not any(file.changed for file in again.files)


def test_worker_processes_give_the_same_graph_in_the_same_order(tmp_path: Path) -> None:
    paths = [paper(tmp_path, name, clauses) for clauses, name in enumerate("甲乙丙丁戊己庚", start=1)]
    paths.insert(3, tmp_path / "missing.txt")
    dumps = []
    for jobs in (1, 3):
        store = EmbeddedStore(tmp_path / f"{jobs}.lbug", write=True)
        report = load_files(paths, store, jobs=jobs)
        assert [file.path for file in report.files] == paths
        assert [file.path.name for file in report.failed] == ["missing.txt"]
        dumps.append(known(store.dump()))
    assert dumps[0] == dumps[1]


def test_file_that_kills_its_worker_is_reported(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The workers import a reader that dies over one file, as a fault in a C library would."""
    deadly = tmp_path / "sitecustomize.py"
    deadly.write_text(
        "import os, sys\n"
        "def watch(event, args):\n"
        "    if event == 'open' and str(args[0]).endswith('deadly.txt'):\n"
        "        os._exit(9)\n"
        "sys.addaudithook(watch)\n",
        encoding="utf-8",
    )
    paths = [paper(tmp_path, name) for name in ("甲", "deadly", "乙", "丙", "丁")]
    monkeypatch.setenv("PYTHONPATH", str(tmp_path))
    store = EmbeddedStore(tmp_path / "graph.lbug", write=True)
    report = load_files(paths, store, jobs=2)
    assert [file.path.stem for file in report.files] == ["甲", "deadly", "乙", "丙", "丁"]
    assert [file.path.stem for file in report.failed] == ["deadly"]
    assert "意外终止" in report.failed[0].error
    assert store.read("MATCH (d:Document) WHERE d.loaded RETURN count(d) AS n").rows == ((4,),)


def test_no_file_is_lost_when_the_workers_die_before_it_is_handed_over(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Pool(ThreadPoolExecutor):
        """Workers that live through two files."""

        handed_over = 0

        def submit(self, *args: Any, **kwargs: Any) -> Any:
            self.handed_over += 1
            if self.handed_over > 2:
                raise BrokenProcessPool
            return super().submit(*args, **kwargs)

    paths = [paper(tmp_path, name) for name in "甲乙丙丁戊"]
    store = EmbeddedStore(tmp_path / "graph.lbug", write=True)
    monkeypatch.setattr("graph_loader.loading._pool", Pool)
    report = load_files(paths, store, jobs=2)
    assert [file.path for file in report.files] == paths
    assert not report.failed


def test_fault_of_ours_in_one_file_keeps_no_other_out(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def parse_all(source: object) -> None:
        raise ZeroDivisionError("oops")

    monkeypatch.setattr("graph_loader.loading.parse_all", parse_all)
    report = load_files([paper(tmp_path, "甲")], EmbeddedStore(tmp_path / "graph.lbug", write=True))
    assert report.files[0].error == "程序内部错误（ZeroDivisionError：oops）"


def test_store_that_fails_ends_the_load(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="只读"):
        load_files([paper(tmp_path, "甲")], EmbeddedStore(tmp_path / "graph.lbug"))


def test_plans_that_a_person_has_reviewed(store: GraphStore) -> None:
    plans = understand(read(ZHANGYE), Registry.load(DATA))
    assert load_plans(ZHANGYE, plans, store).changed
    assert not load_files([ZHANGYE], store).files[0].changed


MEASURED = """
import resource, sys
from pathlib import Path
from graph_loader.loading import load_files
from graph_loader.stores.embedded import EmbeddedStore
if __name__ == "__main__":
    folder, count = Path(sys.argv[1]), int(sys.argv[2])
    text = (folder / "paper.txt").read_text(encoding="utf-8")
    paths = []
    for index in range(count):
        paths.append(folder / f"{index}.txt")
        # The same paper again and again: what grows is not the graph.
        paths[-1].write_text(text + "\\n" * (index % 7), encoding="utf-8")
    load_files(paths, EmbeddedStore(folder / "graph.lbug", write=True), jobs=2)
    print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024)
"""


def test_memory_does_not_grow_with_the_number_of_files(tmp_path: Path) -> None:
    peaks = []
    for count in (4, 20):
        folder = tmp_path / str(count)
        folder.mkdir()
        paper(folder, "paper", clauses=400)
        script = folder / "measured.py"
        script.write_text(MEASURED, encoding="utf-8")
        done = subprocess.check_output(
            [sys.executable, str(script), str(folder), str(count)],
            env={**os.environ, "PYTHONPATH": str(ROOT)},
            text=True,
        )
        peaks.append(int(done))
    # The parsed plans of 16 more files would take more than this.
    assert peaks[1] < peaks[0] + 40, f"{peaks} MB"
