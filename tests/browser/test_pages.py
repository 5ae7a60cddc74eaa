"""Every page: readable by screen readers in both themes, whole on a phone, kept by its address; and what each does by itself."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from shutil import copytree

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, ViewportSize, expect

from graph_loader.settings import DATA
from interface.frame.links import PAGES
from scripts.app_in_browser import serve
from scripts.screenshots import DOCUMENT
from tests.browser.conftest import NARROW, WIDE
from tests.browser.driving import fits, saved, settled, visit
from tests.browser.places import EMBEDDED, go
from tests.engines import Engine
from tests.support import ZHANGYE

pytestmark = [pytest.mark.browser, EMBEDDED]
Tab = Callable[[ViewportSize], Page]


def faults(page: Page) -> list[str]:
    """What axe-core finds that keeps people from using the page."""
    found = Axe().run(page).response["violations"]
    return [
        f"{each['id']}: {each['nodes'][0]['html'][:200]}" for each in found if each["impact"] in {"serious", "critical"}
    ]


def english(page: Page) -> list[str]:
    """What of the names that screen readers say is an English word, of what is shown."""
    names: list[str] = page.evaluate(
        """() => [...document.querySelectorAll("[aria-label], [title], [alt]")]
            .filter((element) => element.checkVisibility())
            .flatMap((element) => ["aria-label", "title", "alt"].map((name) => element.getAttribute(name) ?? ""))"""
    )
    return [name for name in names if re.search("[A-Za-z]{3,}", name) and not re.search("[\u4e00-\u9fff]", name)]


@pytest.mark.parametrize("name", PAGES)
def test_a_page_is_readable_in_both_themes_and_whole_on_a_phone(tab: Tab, app: str, name: str) -> None:
    page = tab(WIDE)
    go(page, app, name)
    shown = page.locator(".d-root").all_inner_texts()
    wrong = {"light": faults(page)}
    page.emulate_media(color_scheme="dark")
    page.reload()
    settled(page)
    assert page.locator(".d-root").all_inner_texts() == shown, "the address does not keep the page"
    assert page.evaluate("getComputedStyle(document.querySelector('.stApp')).backgroundColor") == "rgb(18, 24, 30)"
    wrong["dark"] = faults(page)
    page.set_viewport_size(NARROW)
    settled(page)
    assert fits(page)
    assert not english(page)
    wrong["phone"] = faults(page)
    assert not any(wrong.values()), wrong


def test_each_figure_of_the_overview_leads_to_what_it_counts(page: Page, app: str) -> None:
    go(page, app, "overview")
    figures = [
        (figure.get_by_text(re.compile(r"^\d+$")).inner_text(), figure.get_attribute("href") or "")
        for figure in page.locator(".st-key-figures a.fig").all()
    ]
    gaps = [
        (row.locator("td").first.inner_text(), link.get_attribute("href") or "")
        for row in page.locator(".gaps tr").all()
        for link in row.get_by_role("link").all()
    ]
    ends = [(link.inner_text(), link.get_attribute("href") or "") for link in page.locator(".qt td a").all()]
    assert len(figures) == 6
    assert gaps
    assert len(ends) == 5
    for count, address in [*figures, *gaps, *ends[:3]]:
        page.goto(address)
        settled(page)
        counted = page.locator(".ansline, .st-key-rows .sec, .st-key-matrix_tools")
        expect(counted.filter(has_text=re.compile(rf"(?<!\d){count}(?!\d)")).first).to_be_visible()


def test_marks_are_switched_off_and_neighbours_are_a_click_away(page: Page, app: str) -> None:
    go(page, app, "measure", id=f"{DOCUMENT}#(五)")
    marks = page.locator(".clause .body mark")
    before = marks.count()
    page.get_by_role("button", name=re.compile("时限")).click()
    expect(page.locator(".clause .body .h-deadline")).to_have_count(0)
    assert 0 < marks.count() < before
    expect(page).to_have_url(re.compile("marks="))
    page.get_by_role("link", name=re.compile("下一项")).click()
    expect(page.locator(".stHeading h1")).to_contain_text("(六)")
    settled(page)
    page.get_by_role("link", name=re.compile("上一项")).click()
    expect(page.locator(".stHeading h1")).to_contain_text("(五)")


def test_deadlines_are_grouped_and_narrowed_to_a_unit(page: Page, app: str, tmp_path: Path) -> None:
    go(page, app, "deadlines")
    rows = page.locator(".tlw a.tr")
    expect(rows).to_have_count(20)
    for name, head in (("按措施", "(五)"), ("按牵头单位", "市政府法制办"), ("按月", "2018-12")):
        page.get_by_role("radio", name=name, exact=True).click()
        expect(page.locator(".tlw .gh", has_text=head).first).to_be_visible()
    page.get_by_role("radio", name="按状态").click()
    page.get_by_role("combobox", name="牵头单位").click()
    page.get_by_role("option", name="市司法局").click()
    expect(page).to_have_url(re.compile("unit="))
    expect(rows).not_to_have_count(20)
    assert saved(page, "日历 ics", tmp_path).read_bytes().startswith(b"BEGIN:VCALENDAR")


@pytest.mark.parametrize(
    "statement",
    ["MATCH (n) DETACH DELETE n", "CREATE (:Unit {id: 'x'})", "COPY (MATCH (u:Unit) RETURN u.id) TO 'x.csv'"],
)
def test_the_console_refuses_what_would_change_anything(page: Page, app: str, statement: str, engine: Engine) -> None:
    visit(page, app, "console", q=statement)
    expect(page.get_by_text("没有运行，图谱没有改动")).to_be_visible()
    assert engine.holding(ZHANGYE).read("MATCH (m:Measure) RETURN count(m) AS n").rows == ((29,),)


def test_the_console_runs_an_example_and_gives_its_rows(page: Page, app: str, tmp_path: Path) -> None:
    visit(page, app, "console")
    page.get_by_role("button", name="运行").click()
    expect(page.get_by_text("10 行")).to_be_visible()
    expect(page.get_by_role("table", name="结果").get_by_role("row").nth(1)).to_have_text("市政府法制办18")
    lines = saved(page, "表格 csv", tmp_path).read_text("utf-8-sig").splitlines()
    assert lines[0] == "unit,leads"
    assert lines[1] == "市政府法制办,18"


@pytest.fixture(scope="module")
def readonly(engine: Engine, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The app under ZEREN_READONLY=1, on the same graph."""
    engine.holding(ZHANGYE)
    folder = tmp_path_factory.mktemp("readonly")
    settings = replace(engine.settings, readonly=True, data=Path(copytree(DATA, folder / "data")))
    with serve(settings, folder / "log.txt") as address:
        yield address


def test_nothing_can_be_put_in_or_taken_out_where_only_reading_is_allowed(page: Page, readonly: str) -> None:
    visit(page, readonly, "documents")
    expect(page.get_by_text("可以查看，不能上传、更正或移除")).to_be_visible()
    expect(page.locator("input[type=file]")).to_have_count(0)
    visit(page, readonly, "documents", id=DOCUMENT)
    expect(page.get_by_role("button", name="移除这份文件")).to_have_count(0)
    visit(page, readonly, "ask", q="市政府法制办牵头哪些措施")
    expect(page.locator(".ansline")).to_contain_text("18")
