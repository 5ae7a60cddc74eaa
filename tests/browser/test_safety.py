"""On every page: words of documents never run, whatever they look like, nothing is fetched from anywhere, phones are served."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from interface.frame.links import PAGES
from scripts.app_in_browser import settled
from tests.browser.driving import fits, send, visit
from tests.browser.places import EMBEDDED
from tests.engines import Engine

pytestmark = [pytest.mark.browser, EMBEDDED]

PICTURE = "<img src=x onerror=window.ran=1>"
PLAN = f"""张掖市{PICTURE}工作实施方案

为做好有关工作，制定本方案。

一、主要任务

（一）推进{PICTURE}改革。2018年年底前，完成![图](http://pictures.example/a.png)清理，建立<script>window.ran=1</script>制度。（牵头单位：市{PICTURE}局、市:red[红]局，责任单位：市[链接](http://links.example)局、市财政局）

（二）加强javascript:window.ran=1管理。每年开展一次检查。（牵头单位：市司法局，责任单位：市{PICTURE}局）
"""


def safe(page: Page) -> None:
    """Nothing of the document ran, or became a picture or a link, and the page stands."""
    for frame in page.frames:
        assert frame.evaluate("window.ran") is None
        assert frame.locator("img[src='x'], a[href*='//links.example'], img[src*='pictures.example']").count() == 0
    expect(page.get_by_text("页面出了意外")).to_have_count(0)


@pytest.fixture
def plan(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A plan that is full of markup, under a name that is."""
    path: Path = tmp_path_factory.getbasetemp() / "hostile" / f"计划{PICTURE.replace('/', '')}.txt"
    path.parent.mkdir(exist_ok=True)
    path.write_text(PLAN, "utf-8")
    return path


@pytest.fixture
def hostile(engine: Engine, server: str, plan: Path) -> str:
    """The app on that plan."""
    engine.holding(plan)
    return server


@pytest.mark.parametrize("name", list(PAGES))
def test_no_page_runs_the_words_of_a_document(page: Page, hostile: str, name: str) -> None:
    visit(page, hostile, "" if name == "overview" else name)
    safe(page)


@pytest.mark.parametrize(("name", "label"), [("unit", "Unit"), ("measure", "Measure"), ("documents", "Document")])
def test_no_page_of_one_thing_runs_the_words_of_a_document(
    page: Page, hostile: str, engine: Engine, plan: Path, name: str, label: str
) -> None:
    ids = engine.holding(plan).read(f"MATCH (n:{label}) RETURN n.id AS id ORDER BY id").rows
    assert ids
    for (key,) in ids:
        visit(page, hostile, name, id=str(key))
        safe(page)


def test_no_review_runs_the_words_of_a_document(page: Page, hostile: str, plan: Path) -> None:
    visit(page, hostile, "documents")
    send(page, plan)
    expect(page.locator("[class*=st-key-review_]")).to_contain_text(plan.name)
    settled(page)
    safe(page)
    page.get_by_role("button", name="放弃").click()


@pytest.mark.parametrize(
    "question", ["哪些措施由市司法局牵头", "2018年要完成哪些措施", "哪些措施没有时限", f"市{PICTURE}局牵头哪些措施"]
)
def test_no_answer_runs_the_words_of_a_document(page: Page, hostile: str, question: str) -> None:
    visit(page, hostile, "ask", q=question)
    expect(page.locator(".ansline, .stAlert").first).to_be_visible()
    settled(page)
    safe(page)


@pytest.mark.parametrize("name", list(PAGES))
def test_every_page_speaks_chinese_and_fits_a_phone(phone: Page, app: str, name: str) -> None:
    visit(phone, app, "" if name == "overview" else name)
    expect(phone.locator("html")).to_have_attribute("lang", "zh-CN")
    settled(phone)
    assert fits(phone)
