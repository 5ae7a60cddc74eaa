"""Embedded graphs that stay open for all tests of understanding, which do not depend on the engine."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

import pytest

from graph_loader.loading import load_files
from graph_loader.settings import Settings
from graph_loader.stores import open_store
from graph_loader.stores.base import GraphStore
from tests.ask.test_questions import GRAPHS


@pytest.fixture(scope="session")
def embedded_graphs(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Mapping[str, GraphStore]]:
    """The graphs of GRAPHS by name."""
    folder = tmp_path_factory.mktemp("ask")
    stores = {}
    for name, paths in GRAPHS.items():
        store = stores[name] = open_store(Settings(graph=folder / f"{name}.lbug"), write=True)
        for file in load_files(paths, store).files:
            assert not file.error, f"{file.path}: {file.error}"
    yield stores
    for store in stores.values():
        store.close()
