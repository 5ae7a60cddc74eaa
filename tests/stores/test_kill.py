"""A loader that is killed in the middle leaves the old graph or the new one, whole."""

from __future__ import annotations

import json
import random
import subprocess
import sys
import time
from dataclasses import asdict, replace
from pathlib import Path

from graph_loader.loading import load_files
from graph_loader.stores.base import GraphDump, GraphStore
from tests.engines import Engine

LOADER = """
import json, sys
from pathlib import Path
from graph_loader.loading import load_files
from graph_loader.settings import Settings
from graph_loader.stores import open_store
given = json.loads(sys.argv[1])
store = open_store(Settings(**{**given, "graph": Path(given["graph"]), "data": Path(given["data"])}), write=True)
print("ready", flush=True)
while True:
    for path in sys.argv[2:]:
        load_files([Path(path)], store)
        print("loaded", flush=True)
"""
ROUNDS = 3


def test_killed_loader_leaves_a_whole_graph(engine: Engine, tmp_path: Path) -> None:
    store = engine.empty()
    texts = [_paper(40, "市财政局"), _paper(25, "市教育局")]
    paths = [tmp_path / name for name in ("first.txt", "second.txt")]
    whole = []
    for path, text in zip(paths, texts, strict=True):
        path.write_text(text, encoding="utf-8")
        whole.append(_loaded(store, path))
    random.seed(20171231)
    for _ in range(ROUNDS):
        _kill_one(engine, paths, random.uniform(0, 1.2))
        assert _settled(store) in whole
    # Nothing that a killed loader left behind stands in the way of the next.
    assert _loaded(store, paths[0]) == whole[0]


def _kill_one(engine: Engine, paths: list[Path], seconds: float) -> None:
    settings = {name: str(value) for name, value in asdict(engine.settings).items() if name != "readonly"}
    command = [sys.executable, "-c", LOADER, json.dumps(settings), *map(str, paths)]
    loader = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
    assert loader.stdout is not None
    try:
        for _ in range(2):
            assert loader.stdout.readline()
        time.sleep(seconds)
        assert loader.poll() is None
    finally:
        loader.kill()
        loader.wait()
        loader.stdout.close()


def _loaded(store: GraphStore, path: Path) -> GraphDump:
    assert not load_files([path], store).failed
    return _settled(store)


def _settled(store: GraphStore) -> GraphDump:
    """The graph once the server has noticed that its client is gone: two dumps in a row that are equal."""
    last = store.dump()
    while (now := store.dump()) != last:
        last = now
        time.sleep(0.1)
    nodes = tuple(replace(node, properties={**node.properties, "loaded_at": ""}) for node in now.nodes)
    return GraphDump(nodes, now.relationships)


def _paper(clauses: int, unit: str) -> str:
    """One title, so that one file's load replaces the other's."""
    lines = ["青河市政务公开实施方案", "一、主要任务"]
    lines += [
        f"（{n}）推进第{n}项工作。到2020年完成清理，覆盖率达到95%以上。（牵头单位：{unit}，责任单位：市直各部门、各县区政府）"
        for n in range(1, clauses + 1)
    ]
    return "\n".join(lines) + "\n"
