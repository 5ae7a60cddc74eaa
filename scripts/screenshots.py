"""Takes the pictures of docs/screenshots: python -m scripts.screenshots [NAME…]

Each page on the Zhangye plan as of 2018-11-30, at 1400 x 900 in light and dark and at 390 x 844. Needs Chromium and the packages of
requirements-dev.txt; what was in docs/screenshots under the same names is replaced.
"""

from __future__ import annotations

import io
import sys
import tempfile
from dataclasses import replace
from pathlib import Path
from urllib.parse import urlencode

from PIL import Image
from playwright.sync_api import Browser, ViewportSize

from graph_loader.loading import load_files
from graph_loader.settings import DATA, ROOT, Settings
from graph_loader.stores import open_store
from interface.frame.links import PAGES
from scripts.app_in_browser import chromium, serve, settled

PICTURES = ROOT / "docs" / "screenshots"
WIDE: ViewportSize = {"width": 1400, "height": 900}
NARROW: ViewportSize = {"width": 390, "height": 844}
_COLOURS = 256
"""Enough for ink, roles, states and their edges, at a third of the bytes. Chosen for coverage: a red figure stays red."""
UNIT = "张掖市/市政府法制办"
DOCUMENT = "张掖市法治政府建设实施方案(2016-2020年)/市委发[2017]23号"
AS_OF = "2018-11-30"
ASKED: dict[str, dict[str, str]] = {
    "ask": {"q": "市政府法制办牵头哪些措施"},
    "graph": {"id": UNIT},
    "unit": {"id": UNIT},
    "measure": {"id": f"{DOCUMENT}#(九)"},
    "matrix": {"unit": UNIT, "measure": f"{DOCUMENT}#(二十八)"},
    "trace": {"on": "2019-06-30"},
    "documents": {"id": DOCUMENT},
    "console": {
        "q": "MATCH (u:Unit)-[:LEADS]->(m:Measure) RETURN u.name AS unit, count(m) AS leads ORDER BY leads DESC, unit"
    },
}
"""Parameters with which a page shows more than at its bare address."""


def main(names: list[str]) -> None:
    """Take the pictures of these pages, of all when none is named."""
    PICTURES.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        settings = replace(Settings(), graph=Path(folder) / "graph.lbug")
        store = open_store(settings, write=True)
        store.prepare()
        load_files(sorted(DATA.glob("*.txt")), store, jobs=1)
        store.close()
        with serve(settings, Path(folder) / "log.txt") as address, chromium() as browser:
            for name in names or PAGES:
                query = urlencode({"on": AS_OF, **ASKED.get(name, {})})
                page = f"{address}/{'' if name == 'overview' else name}?{query}"
                _take(browser, page, f"{name}.png", WIDE)
                _take(browser, page, f"{name}.dark.png", WIDE, dark=True)
                _take(browser, page, f"{name}.390.png", NARROW)


def _take(browser: Browser, address: str, name: str, size: ViewportSize, *, dark: bool = False) -> None:
    context = browser.new_context(viewport=size, locale="zh-CN", color_scheme="dark" if dark else "light")
    page = context.new_page()
    page.goto(address)
    settled(page, quiet=2000)
    taken = page.screenshot(animations="disabled")
    context.close()
    with Image.open(io.BytesIO(taken)) as image:
        image.convert("RGB").quantize(_COLOURS, Image.Quantize.MAXCOVERAGE, dither=Image.Dither.NONE).save(
            PICTURES / name, optimize=True
        )


if __name__ == "__main__":
    main(sys.argv[1:])
