"""The app in a real browser: one `streamlit run` and one Chromium for the whole run of an engine.

app     the address of an app on a graph that holds the Zhangye plan. Once on each engine, as `store` in tests/conftest.py.
page    a fresh tab of it, 1400 x 900, in Chinese. Any request to another machine, and any error of a script, fails the test.
phone   the same at 390 x 844.

A failing test leaves a picture in tests/browser/failures. Nothing here waits for a fixed time: `settled` waits for the run of
the script, Playwright's expect() for what should be seen.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from dataclasses import replace
from pathlib import Path
from shutil import copytree
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, ViewportSize, expect

from graph_loader.settings import DATA
from scripts.app_in_browser import chromium, serve
from tests.engines import Engine
from tests.support import ZHANGYE, unavailable

FAILURES = Path(__file__).parent / "failures"
WIDE: ViewportSize = {"width": 1400, "height": 900}
NARROW: ViewportSize = {"width": 390, "height": 844}
expect.set_options(timeout=30_000)
_LOCAL = {"127.0.0.1", "localhost", ""}


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Chromium, once a run."""
    with ExitStack() as stack:
        try:
            running = stack.enter_context(chromium())
        except FileNotFoundError as error:
            unavailable("browser", str(error))
        yield running


@pytest.fixture(scope="session")
def server(engine: Engine, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of `streamlit run` on the engine's graph, with a copy of data/ that it may write corrections to."""
    folder = tmp_path_factory.mktemp("streamlit")
    settings = replace(engine.settings, data=Path(copytree(DATA, folder / "data")))
    with serve(settings, folder / "log.txt") as address:
        yield address


@pytest.fixture
def app(engine: Engine, server: str) -> str:
    """The app on the Zhangye plan alone."""
    engine.holding(ZHANGYE)
    return server


@pytest.fixture
def tab(browser: Browser, request: pytest.FixtureRequest) -> Iterator[Callable[[ViewportSize], Page]]:
    """tab(size): a fresh tab of that size."""
    contexts: list[BrowserContext] = []
    wrong: list[str] = []

    def open_tab(size: ViewportSize) -> Page:
        context = browser.new_context(viewport=size, locale="zh-CN", accept_downloads=True)
        contexts.append(context)
        context.on("request", lambda sent: _is_local(sent.url) or wrong.append(f"a request left: {sent.url}"))
        page = context.new_page()
        page.on("pageerror", lambda error: wrong.append(f"a script failed: {error}"))
        return page

    yield open_tab
    if request.node.stash.get(_FAILED, False):
        FAILURES.mkdir(exist_ok=True)
        for number, context in enumerate(contexts):
            for page in context.pages:
                page.screenshot(path=FAILURES / f"{request.node.name.replace('/', '_')}-{number}.png")
    for context in contexts:
        context.close()
    assert not wrong, wrong


@pytest.fixture
def page(tab: Callable[[ViewportSize], Page]) -> Page:
    """A fresh tab of the size of an office screen."""
    return tab(WIDE)


@pytest.fixture
def phone(tab: Callable[[ViewportSize], Page]) -> Page:
    """A fresh tab of the size of a phone."""
    return tab(NARROW)


_FAILED = pytest.StashKey[bool]()


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item: pytest.Item, call: pytest.CallInfo[None]) -> Iterator[None]:
    """Remember that a test failed, for the picture that its tab takes."""
    report = yield
    if report.failed:
        item.stash[_FAILED] = True
    return report


def _is_local(url: str) -> bool:
    parts = urlsplit(url)
    return parts.scheme in {"data", "blob", "about"} or (parts.hostname or "") in _LOCAL
