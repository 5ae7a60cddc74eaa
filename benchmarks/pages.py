"""How long each page takes until it can be used, beside an empty Streamlit page in the same run and the same browser."""

from __future__ import annotations

import statistics
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import ExitStack, contextmanager
from dataclasses import replace
from pathlib import Path
from urllib.parse import urlencode

from playwright.sync_api import Browser

from benchmarks import Row, benchmark
from benchmarks.plans import city_plans
from graph_loader.loading import load_files
from graph_loader.settings import Settings
from graph_loader.stores import open_store
from interface.frame.links import PAGES
from scripts.app_in_browser import chromium, serve
from scripts.screenshots import AS_OF, ASKED, WIDE

_LEVELS = {1: 1.5, 40: 3.0}
"""How many times as long as the empty page a page may take, by the number of plans that are loaded."""
_TIMES = 5
_EMPTY = """import streamlit as st

st.set_page_config(layout="wide")
st.title("空")
"""
_READY = """part => document.querySelector('.stApp[data-test-script-state="notRunning"] .stHeading h1')
    && document.querySelector(part) && performance.now()"""


@benchmark
def pages() -> Iterator[Row]:
    """Milliseconds from the request until the title and the first table stand and no script runs; medians, in fresh tabs."""
    with ExitStack() as stack:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory()))
        browser = stack.enter_context(chromium())
        script = folder / "empty.py"
        script.write_text(_EMPTY, encoding="utf-8")
        empty = stack.enter_context(serve(Settings(), folder / "empty.log", script))
        apps = {number: stack.enter_context(_app(folder, number)) for number in _LEVELS}
        for number, app in apps.items():
            for name in PAGES:
                page = f"{app}/{name if name != 'overview' else ''}?{urlencode({'on': AS_OF, **ASKED.get(name, {})})}"
                times = _times(browser, {"h1": empty, ".d-root": page})
                what = f"{name}, {number} plan{'s' if number > 1 else ''}"
                bare, own = times["h1"], times[".d-root"]
                yield Row(what, own, "ms", f"empty page {bare:.0f} ms", own / bare, ("<=", _LEVELS[number]))


def _times(browser: Browser, addresses: Mapping[str, str]) -> dict[str, float]:
    """The median for each address, by the part that must stand. They take turns, so that a busy machine is busy
    for all; the first round is not counted."""
    taken: dict[str, list[float]] = {part: [] for part in addresses}
    for _ in range(_TIMES + 1):
        for part, address in addresses.items():
            context = browser.new_context(viewport=WIDE, locale="zh-CN")
            page = context.new_page()
            page.goto(address, wait_until="commit")
            taken[part].append(page.wait_for_function(_READY, arg=part, timeout=120_000).json_value())
            context.close()
    return {part: statistics.median(each[1:]) for part, each in taken.items()}


@contextmanager
def _app(folder: Path, number: int) -> Iterator[str]:
    """The address of the app on so many plans, loaded into an embedded store in the folder."""
    home = folder / str(number)
    home.mkdir()
    settings = replace(Settings(), graph=home / "graph.lbug")
    store = open_store(settings, write=True)
    store.prepare()
    load_files(list(city_plans(home, number)), store)
    store.close()
    with serve(settings, home / "log.txt") as address:
        yield address
