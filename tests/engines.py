"""The engines that the tests run on, each opened once a run (or once a worker of pytest-xdist): what the fixtures of conftest.py
hand out."""

from __future__ import annotations

import shutil
import subprocess
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import replace
from pathlib import Path
from typing import Self

import pytest

from graph_loader.errors import StoreUnavailableError
from graph_loader.loading import load_files
from graph_loader.settings import Settings, from_environment
from graph_loader.stores import open_store
from graph_loader.stores.base import GraphStore
from scripts.neo4j_server import CURRENT, LTS, Server, ServerError, find_java
from tests.support import unavailable

Skipped, Failed = pytest.skip.Exception, pytest.fail.Exception
_PASSWORD = "zeren-tests"


class Engine:
    """An engine with one graph. settings: how another process reaches it. name: "embedded", "neo4j" or "neo4j-current"."""

    def __init__(self, name: str, settings: Settings) -> None:
        self.name = name
        self.settings = settings
        self._store = open_store(settings, write=True)
        self._holds: tuple[Path, ...] | None = None
        self._kept: dict[tuple[Path, ...], Path] = {}

    def empty(self) -> GraphStore:
        """The store with nothing in it."""
        self._holds = None
        self._wipe()
        return self._store

    def holding(self, *paths: Path) -> GraphStore:
        """The store with just these documents in it."""
        if self._holds == paths:
            return self._store
        self.empty()
        if paths in self._kept:
            shutil.copy(self._kept[paths], self.settings.graph)
        else:
            for file in load_files(paths, self._store, jobs=1).files:
                assert not file.error, f"{file.path}: {file.error}"
            if self.name == "embedded":
                kept = self.settings.graph.parent.with_name(f"kept-{len(self._kept)}.lbug")
                self._kept[paths] = Path(shutil.copy(self.settings.graph, kept))
        self._holds = paths
        return self._store

    def close(self) -> None:
        """Leave an empty graph behind."""
        self._wipe()
        self._store.close()

    def _wipe(self) -> None:
        if self.name == "embedded":
            self._store.close()
            shutil.rmtree(self.settings.graph.parent)
            self.settings.graph.parent.mkdir()
            self._store = open_store(self.settings, write=True)
        else:
            wipe(self.settings)


class Engines:
    """Engines by name, each opened at its first use; a context manager that closes them."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._stack = ExitStack()
        self._open: dict[str, Engine | Skipped | Failed] = {}

    def __call__(self, name: str) -> Engine:
        """The named engine; skips the test when it cannot be had, without trying again."""
        if name not in self._open:
            try:
                self._open[name] = self._stack.enter_context(open_engine(name, self._folder / name))
            except (Skipped, Failed) as outcome:
                self._open[name] = outcome
        found = self._open[name]
        if isinstance(found, Engine):
            return found
        raise found

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._stack.close()


@contextmanager
def open_engine(name: str, folder: Path) -> Iterator[Engine]:
    """The named engine; skips the test when it cannot be had."""
    with ExitStack() as stack:
        if name == "embedded":
            settings = Settings(graph=folder / "graph" / "graph.lbug")
            settings.graph.parent.mkdir(parents=True)
        else:
            settings = stack.enter_context(_server(name, folder))
        engine = Engine(name, settings)
        stack.callback(engine.close)
        yield engine


@contextmanager
def _server(name: str, folder: Path) -> Iterator[Settings]:
    release = CURRENT if name == "neo4j-current" else LTS
    given = from_environment()
    if given.neo4j_uri and release is LTS:
        yield _unused(replace(Settings(), **{k: getattr(given, k) for k in given.__slots__ if k.startswith("neo4j")}))
        return
    if release is CURRENT and find_java(release) is None:
        unavailable("neo4j-current", f"Neo4j {release.version} needs Java {release.java.start} or newer")
    try:
        with Server(folder, release=release, password=_PASSWORD) as server:
            yield Settings(neo4j_uri=server.uri, neo4j_password=server.password)
    except ServerError as error:
        if not _docker_runs():
            unavailable("neo4j", f"{error}; NEO4J_URI is not set and Docker does not answer")
        with _container(release.version) as settings:
            yield settings


def _unused(settings: Settings) -> Settings:
    """The settings of a server that somebody gave us, if it is empty: what is there may be dear to them."""
    store = open_store(settings)
    try:
        nodes = store.read("MATCH (n) RETURN count(n) AS n").rows[0][0]
    except StoreUnavailableError as error:
        unavailable("neo4j", f"NEO4J_URI is set, but: {error}")
    finally:
        store.close()
    if nodes:
        unavailable(
            "neo4j", f"{settings.neo4j_uri} holds {nodes} nodes, and these tests would wipe them: give an empty one"
        )
    return settings


def wipe(settings: Settings) -> None:
    """Delete every node on a server that belongs to the tests."""
    import neo4j

    auth = (settings.neo4j_username, settings.neo4j_password)
    with neo4j.GraphDatabase.driver(settings.neo4j_uri, auth=auth) as driver:
        driver.execute_query("MATCH (n) DETACH DELETE n", database_=settings.neo4j_database)


def _docker_runs() -> bool:
    docker = shutil.which("docker")
    return docker is not None and subprocess.run([docker, "info"], capture_output=True, check=False).returncode == 0


@contextmanager
def _container(version: str) -> Iterator[Settings]:
    image = f"neo4j:{version}-community"
    run = ["docker", "run", "--rm", "--detach", "-p", "127.0.0.1::7687", "-e", f"NEO4J_AUTH=neo4j/{_PASSWORD}", image]
    started = subprocess.run(run, capture_output=True, text=True, check=False)
    if started.returncode:
        unavailable("neo4j", f"Docker could not start {image}: {started.stderr.strip()}")
    container = started.stdout.strip()
    try:
        port = subprocess.check_output(["docker", "port", container, "7687"], text=True).split(":")[-1].strip()
        settings = Settings(neo4j_uri=f"bolt://127.0.0.1:{port}", neo4j_password=_PASSWORD)
        _wait_for(settings)
        yield settings
    finally:
        subprocess.run(["docker", "stop", container], capture_output=True, check=False)


def _wait_for(settings: Settings) -> None:
    store = open_store(settings)
    deadline = time.monotonic() + 120
    while True:
        try:
            store.read("RETURN 1 AS one")
        except StoreUnavailableError:
            if time.monotonic() > deadline:
                raise
            time.sleep(0.5)
        else:
            store.close()
            return
