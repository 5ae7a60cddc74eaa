"""Fixtures that every test may ask for.

store         an empty graph that may be written to. A test that asks for it runs once on each engine: `embedded`, `neo4j`
              (5.26 LTS) and, in the tests of the stores and of the catalogue, where a Java of 21 or newer is found,
              `neo4j-current`. One server serves the whole run and is wiped between tests, so never close it or start another.
graph_of      graph_of(path, …) -> a store that holds just these documents, for tests that only read. The graph is kept until a
              test needs another one, so asking again for the same paths costs nothing. Also once on each engine.
loaded_store  graph_of the Zhangye plan.
corpus        folder of real documents beside the checkout (ZEREN_CORPUS elsewhere); skips where it is absent. Never copy from it.

    def test_leads(loaded_store: GraphStore) -> None:
        assert loaded_store.read("MATCH (:Unit)-[r:LEADS]->(:Measure) RETURN count(r) AS n").rows == ((93,),)

What is missing is skipped with the reason; with ZEREN_REQUIRE=neo4j,browser,corpus (any of them) it fails instead. Tests that
need a browser call `tests.support.unavailable("browser", why)` in the same way.

Which Neo4j: NEO4J_URI (with NEO4J_USERNAME, NEO4J_PASSWORD, NEO4J_DATABASE) if it is set, else Maven Central, else Docker. A
server of yours is wiped by these tests: they refuse one that holds anything when they start.

With pytest-xdist (`-n 2 --dist loadgroup --no-loadscope-reorder`, as `make test` does) all tests of a server run in one worker,
those of a folder in one too, and what takes longest is begun first.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from graph_loader.stores.base import GraphStore
from tests import support
from tests.engines import Engine, Engines

ENGINES = (
    "embedded",
    pytest.param("neo4j", marks=pytest.mark.neo4j),
    pytest.param("neo4j-current", marks=pytest.mark.neo4j),
)

ON_CURRENT = ("stores", "queries")
"""Folders whose tests also run on the current line of Neo4j."""
LONGEST = ("neo4j", "browser", "stores", "neo4j-current", "readers")


@pytest.hookimpl(wrapper=True, tryfirst=True)
def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> Iterator[None]:
    """Leave out what need not run on the current line, and tell which tests belong into one worker, the longest first."""
    elsewhere = [item for item in items if _engine(item) == "neo4j-current" and item.path.parent.name not in ON_CURRENT]
    config.hook.pytest_deselected(items=elsewhere)
    items[:] = [item for item in items if item not in elsewhere]
    for item in items:
        item.add_marker(pytest.mark.xdist_group(_group(item)))
    yield
    items.sort(key=lambda item: LONGEST.index(_group(item)) if _group(item) in LONGEST else len(LONGEST))


def _engine(item: pytest.Item) -> str:
    return (
        item.callspec.params.get("engine", "")
        if isinstance(item, pytest.Function) and hasattr(item, "callspec")
        else ""
    )


def _group(item: pytest.Item) -> str:
    engine = _engine(item)
    return engine if engine.startswith("neo4j") else item.path.parent.name


@pytest.fixture(scope="session")
def engines(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Engines]:
    """The engines that were asked for so far."""
    with Engines(tmp_path_factory.mktemp("engines")) as opened:
        yield opened


@pytest.fixture(scope="session", params=ENGINES)
def engine(request: pytest.FixtureRequest, engines: Engines) -> Engine:
    """The engine behind `store` and `graph_of`, open for the whole run."""
    return engines(request.param)


@pytest.fixture
def store(engine: Engine) -> GraphStore:
    """An empty graph to write to, on each engine."""
    return engine.empty()


@pytest.fixture
def graph_of(engine: Engine) -> Callable[..., GraphStore]:
    """graph_of(path, …): a store that holds just these documents, on each engine. For reading only."""
    return engine.holding


@pytest.fixture
def loaded_store(engine: Engine) -> GraphStore:
    """The graph of the Zhangye plan, on each engine. For reading only."""
    return engine.holding(support.ZHANGYE)


@pytest.fixture(scope="session")
def corpus() -> Path:
    """The folder of real documents."""
    if not support.CORPUS.is_dir():
        support.unavailable("corpus", f"no real documents at {support.CORPUS}; set ZEREN_CORPUS")
    return support.CORPUS
