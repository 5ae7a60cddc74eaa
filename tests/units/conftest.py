"""The registry of the project's own data, read once."""

from __future__ import annotations

import pytest

from graph_loader.settings import DATA
from graph_loader.units import Registry


@pytest.fixture(scope="session")
def registry() -> Registry:
    return Registry.load(DATA)
