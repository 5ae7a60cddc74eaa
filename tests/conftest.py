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

With pytest-xdist (`-n 3 --no-loadscope-reorder`, as `make test` does) all tests of a server run in one worker,
those of a folder in one too, and what takes longest is begun first.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings
from xdist.scheduler import LoadScopeScheduling

from graph_loader.stores.base import GraphStore
from tests import support
from tests.engines import Engine, Engines

# A slow machine is no fault of what is tested.
settings.register_profile("any-speed", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("any-speed")

ENGINES = (
    "embedded",
    pytest.param("neo4j", marks=pytest.mark.neo4j),
    pytest.param("neo4j-current", marks=pytest.mark.neo4j),
)

ON_CURRENT = ("stores", "queries")
"""Folders whose tests also run on the current line of Neo4j."""
LONGEST = ("neo4j", "browser", "stores", "neo4j-current", "readers")
_SERVER = re.compile(r"\[(?:.*-)?(neo4j-current|neo4j)[-\]]")


def _group(nodeid: str) -> str:
    """Which tests belong into one worker: those of one server, or of one folder."""
    server = _SERVER.search(nodeid)
    return server[1] if server else nodeid.partition("::")[0].split("/")[-2]


class Groups(LoadScopeScheduling):
    """Gives each worker a group at a time, so that a run starts each server once."""

    def _split_scope(self, nodeid: str) -> str:
        return _group(nodeid)


def pytest_xdist_make_scheduler(config: pytest.Config, log: object) -> Groups:
    """How pytest-xdist parts the tests. (Its own marker for groups does nothing with this version of pytest.)"""
    return Groups(config, log)


@pytest.hookimpl(wrapper=True)
def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> Iterator[None]:
    """Leave out what need not run on the current line; begin with what takes longest."""
    yield
    elsewhere = [i for i in items if _group(i.nodeid) == "neo4j-current" and i.path.parent.name not in ON_CURRENT]
    config.hook.pytest_deselected(items=elsewhere)
    left_out = set(elsewhere)
    items[:] = [item for item in items if item not in left_out]
    items.sort(key=lambda i: LONGEST.index(_group(i.nodeid)) if _group(i.nodeid) in LONGEST else len(LONGEST))


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
