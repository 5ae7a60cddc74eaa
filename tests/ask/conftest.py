"""Embedded graphs that stay open for all tests of understanding, which do not depend on the engine."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest

from graph_loader.loading import load_files
from graph_loader.settings import Settings
from graph_loader.stores import open_store
from graph_loader.stores.base import GraphStore
from tests.ask.test_questions import GRAPHS


class Loaded(dict[str, GraphStore]):
    """Graphs of GRAPHS by name, each loaded when a test first asks for it."""

    def __init__(self, folder: Path) -> None:
        super().__init__()
        self._folder = folder

    def __missing__(self, name: str) -> GraphStore:
        store = self[name] = open_store(Settings(graph=self._folder / f"{name}.lbug"), write=True)
        for file in load_files(GRAPHS[name], store, jobs=1).files:
            assert not file.error, f"{file.path}: {file.error}"
        return store


@pytest.fixture(scope="session")
def embedded_graphs(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Mapping[str, GraphStore]]:
    """The graphs of GRAPHS by name."""
    stores = Loaded(tmp_path_factory.mktemp("ask"))
    yield stores
    for store in stores.values():
        store.close()
