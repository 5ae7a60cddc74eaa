"""Takes the pictures of docs/images: python -m scripts.screenshots [NAME…]

Each page on the Zhangye plan as of 2018-11-30, at 1400 x 900 in light and dark and at 390 x 844. Needs Chromium and the packages of
requirements-dev.txt; what was in docs/images under the same names is replaced.
"""

from __future__ import annotations

import sys
import tempfile
from dataclasses import replace
from pathlib import Path
from urllib.parse import urlencode

from playwright.sync_api import Browser, ViewportSize

from graph_loader.loading import load_files
from graph_loader.settings import DATA, ROOT, Settings
from graph_loader.stores import open_store
from interface.links import PAGES
from scripts.app_in_browser import chromium, serve, settled

IMAGES = ROOT / "docs" / "images"
WIDE: ViewportSize = {"width": 1400, "height": 900}
NARROW: ViewportSize = {"width": 390, "height": 844}
UNIT = "张掖市/市政府法制办"
AS_OF = {"on": "2018-11-30"}
ASKED: dict[str, dict[str, str]] = {
    "ask": {"q": "市政府法制办牵头哪些措施"},
    "graph": {"id": UNIT},
    "unit": {"id": UNIT},
    "trace": {"on": "2019-06-30"},
}
"""What a page shows in its picture, where its bare address would show less."""


def main(names: list[str]) -> None:
    """Take the pictures of these pages, of all when none is named."""
    IMAGES.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        settings = replace(Settings(), graph=Path(folder) / "graph.lbug")
        store = open_store(settings, write=True)
        store.prepare()
        load_files(sorted(DATA.glob("*.txt")), store, jobs=1)
        store.close()
        with serve(settings, Path(folder) / "log.txt") as address, chromium() as browser:
            for name in names or PAGES:
                query = urlencode({**AS_OF, **ASKED.get(name, {})})
                page = f"{address}/{'' if name == 'overview' else name}?{query}"
                _take(browser, page, f"{name}.png", WIDE)
                _take(browser, page, f"{name}.dark.png", WIDE, dark=True)
                _take(browser, page, f"{name}.390.png", NARROW)


def _take(browser: Browser, address: str, name: str, size: ViewportSize, *, dark: bool = False) -> None:
    context = browser.new_context(viewport=size, locale="zh-CN", color_scheme="dark" if dark else "light")
    page = context.new_page()
    page.goto(address)
    settled(page, quiet=2000)
    page.screenshot(path=IMAGES / name, animations="disabled")
    context.close()


if __name__ == "__main__":
    main(sys.argv[1:])
