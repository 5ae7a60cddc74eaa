"""Where the browser tests go: each page at an address that fills it, and which engines a module runs on."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page

from tests.browser.driving import LEADER, visit

EMBEDDED = pytest.mark.parametrize("engine", ["embedded"], indirect=True)
"""For modules about what is seen, which no engine changes: the embedded store alone, to save time."""
BOTH = pytest.mark.parametrize("engine", ["embedded", pytest.param("neo4j", marks=pytest.mark.neo4j)], indirect=True)
"""For modules that write."""

AS_OF = "2018-11-30"
DOCUMENT = "张掖市法治政府建设实施方案(2016-2020年)/市委发[2017]23号"
QUESTION = "市政府法制办牵头哪些措施"
PLACES: dict[str, dict[str, str]] = {
    "overview": {},
    "ask": {"q": QUESTION},
    "graph": {"id": LEADER},
    "unit": {"id": LEADER},
    "measure": {"id": f"{DOCUMENT}#(二十八)"},
    "deadlines": {},
    "matrix": {"unit": LEADER, "measure": f"{DOCUMENT}#(五)"},
    "trace": {},
    "documents": {"id": DOCUMENT},
    "console": {
        "q": "MATCH (u:Unit)-[:LEADS]->(m:Measure) RETURN u.name AS unit, count(m) AS leads ORDER BY leads DESC, unit"
    },
}
"""Parameters with which a page shows all that it has, on the Zhangye plan."""


def go(page: Page, app: str, name: str, **more: str) -> None:
    """Open a page at its address here, as of AS_OF. more: further parameters, or others for the same names."""
    visit(page, app, "" if name == "overview" else name, **{"on": AS_OF, **PLACES[name], **more})
