"""The app in a real browser: one `streamlit run` and one Chromium for the whole run of an engine.

app     the address of an app on a graph that holds the Zhangye plan. Once on each engine, as `store` in tests/conftest.py.
page    a fresh tab of it, 1400 x 900, in Chinese. Any request to another machine, and any error of a script, fails the test.
phone   the same at 390 x 844.

A failing test leaves a picture in tests/browser/failures. Nothing here waits for a fixed time: `settled` waits for the run of
the script, Playwright's expect() for what should be seen.
"""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Callable, Iterator
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, ViewportSize, expect, sync_playwright

from graph_loader.settings import Settings
from tests.engines import Engine
from tests.support import ROOT, ZHANGYE, unavailable

FAILURES = Path(__file__).parent / "failures"
CHROMIUM_ARGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
WIDE: ViewportSize = {"width": 1400, "height": 900}
NARROW: ViewportSize = {"width": 390, "height": 844}
expect.set_options(timeout=30_000)
_LOCAL = {"127.0.0.1", "localhost", ""}


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Chromium, once a run."""
    path = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    if path is None:
        unavailable("browser", "no Chromium on this machine")
    with sync_playwright() as playwright:
        running = playwright.chromium.launch(executable_path=path, args=CHROMIUM_ARGS)
        yield running
        running.close()


@pytest.fixture(scope="session")
def server(engine: Engine, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of `streamlit run` on the engine's graph."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    log = tmp_path_factory.mktemp("streamlit") / "log.txt"
    command = [sys.executable, "-m", "streamlit", "run", "app.py", "--server.port", str(port)]
    with log.open("wb") as out:
        process = subprocess.Popen(command, cwd=ROOT, env=_environment(engine.settings), stdout=out, stderr=out)
    address = f"http://127.0.0.1:{port}"
    try:
        _wait_for(address, process, log)
        yield address
    finally:
        process.terminate()
        process.wait()


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


def _environment(settings: Settings) -> dict[str, str]:
    return os.environ | {
        "NEO4J_URI": settings.neo4j_uri,
        "NEO4J_USERNAME": settings.neo4j_username,
        "NEO4J_PASSWORD": settings.neo4j_password,
        "NEO4J_DATABASE": settings.neo4j_database,
        "ZEREN_GRAPH": str(settings.graph),
    }


def _wait_for(address: str, process: subprocess.Popen[bytes], log: Path) -> None:
    deadline = time.monotonic() + 60
    while time.monotonic() < deadline:
        if process.poll() is not None:
            break
        try:
            with urllib.request.urlopen(f"{address}/_stcore/health"):
                return
        except OSError:
            time.sleep(0.1)
    pytest.fail(f"the app did not start: {log.read_text('utf-8', 'replace')}")


def _is_local(url: str) -> bool:
    parts = urlsplit(url)
    return parts.scheme in {"data", "blob", "about"} or (parts.hostname or "") in _LOCAL
