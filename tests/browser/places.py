"""Where the browser tests go: each page at the address of its picture in docs/, and which engines a module runs on."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page

from scripts.screenshots import AS_OF, ASKED
from tests.browser.driving import visit

EMBEDDED = pytest.mark.parametrize("engine", ["embedded"], indirect=True)
"""For modules about what is seen, which no engine changes: the embedded store alone, to save time."""
BOTH = pytest.mark.parametrize("engine", ["embedded", pytest.param("neo4j", marks=pytest.mark.neo4j)], indirect=True)
"""For modules that write."""


def go(page: Page, app: str, name: str, **more: str) -> None:
    """Open a page at its address in the pictures, as of AS_OF. more: further parameters, or others for the same names."""
    visit(page, app, "" if name == "overview" else name, **{"on": AS_OF, **ASKED.get(name, {}), **more})
