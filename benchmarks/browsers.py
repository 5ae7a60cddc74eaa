"""Twenty browsers at once: each asks its own question, all answers are right, and the server's memory levels off."""

from __future__ import annotations

import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import quote, urlsplit

from playwright.sync_api import Page, expect

from benchmarks import Row, benchmark
from graph_loader.loading import load_files
from graph_loader.settings import Settings
from graph_loader.stores import open_store
from scripts.app_in_browser import chromium, serve, settled
from tests.support import ZHANGYE

_BROWSERS = 20
_ROUNDS = 5
_SEARCH_MS = 120_000
QUESTIONS = {
    "市政府法制办牵头哪些措施": "18 项措施",
    "市司法局牵头哪些措施": "4 项措施",
    "市政府办牵头哪些措施": "14 项措施",
    "市人社局牵头哪些措施": "6 项措施",
    "市委组织部牵头哪些措施": "5 项措施",
}
"""Questions on the Zhangye plan, with words that stand in the right answer and in none of the others."""


@benchmark
def browsers() -> Iterator[Row]:
    """Rounds of twenty pages opened together; a wrong answer or an error ends the run with an AssertionError."""
    with tempfile.TemporaryDirectory() as folder:
        settings = Settings(graph=Path(folder) / "graph.lbug")
        store = open_store(settings, write=True)
        store.prepare()
        load_files([ZHANGYE], store)
        store.close()
        with serve(settings, Path(folder) / "log.txt") as address, chromium() as browser:
            memory, taken = [], []
            for _ in range(_ROUNDS):
                pages = [browser.new_context().new_page() for _ in range(_BROWSERS)]
                started = time.perf_counter()
                _ask_together(address, pages)
                taken.append(time.perf_counter() - started)
                for page in pages:
                    page.context.close()
                memory.append(_resident(address))
    yield Row(
        f"{_BROWSERS} browsers, all answered, last round", taken[-1], "s", "the first round", taken[-1] / taken[0]
    )
    yield Row(
        f"memory after round {_ROUNDS}", memory[-1], "MB", "after round 2", memory[-1] / memory[1], level=("<=", 1.1)
    )


def _ask_together(address: str, pages: list[Page]) -> None:
    asked = list(QUESTIONS.items())
    for index, page in enumerate(pages):
        page.goto(f"{address}/ask?q={quote(asked[index % len(asked)][0])}", wait_until="commit")
    for index, page in enumerate(pages):
        expect(page.get_by_text(asked[index % len(asked)][1], exact=False).first).to_be_visible(timeout=_SEARCH_MS)
        settled(page)
        assert page.locator(".stAlert, .stException").count() == 0, "a page shows an error"


def _resident(address: str) -> float:
    """Megabytes of memory that the server at the address holds (VmRSS of its process)."""
    port = f"STREAMLIT_SERVER_PORT={urlsplit(address).port}"
    for process in Path("/proc").glob("[0-9]*"):
        try:
            if port in (process / "environ").read_bytes().decode("utf-8", "replace").split("\0"):
                status = (process / "status").read_text("ascii")
                return int(next(line for line in status.splitlines() if line.startswith("VmRSS")).split()[1]) / 1024
        except OSError:
            continue  # a process that ended meanwhile
    raise RuntimeError("the server's process was not found")
