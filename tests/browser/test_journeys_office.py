"""A planner's day: who leads it, what my bureau must do, where the holes are, who is overloaded, a picture for the meeting."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from icalendar import Calendar
from openpyxl import load_workbook
from playwright.sync_api import Browser, Page, expect

from interface.records.states import HONEST
from scripts.screenshots import AS_OF, DOCUMENT
from tests.browser.driving import LEADER, board, middle, saved, settled, visit
from tests.browser.places import EMBEDDED, go

pytestmark = [pytest.mark.browser, EMBEDDED]


def test_who_leads_it_is_one_sentence_whose_link_can_be_forwarded(page: Page, app: str) -> None:
    visit(page, app, "ask", on=AS_OF)
    page.get_by_label("问题").fill("规范性文件清理谁牵头")
    page.keyboard.press("Enter")
    expect(page.locator(".ansline")).to_contain_text("牵头")
    sentence = page.locator(".ansline").inner_text()
    expect(page.locator(".st-key-evidence blockquote").first).to_contain_text("牵头单位")
    other = page.context.new_page()
    other.goto(page.url)
    settled(other)
    expect(other.locator(".ansline")).to_have_text(sentence.replace("\n", ""))


def test_what_must_my_bureau_do_this_year(page: Page, app: str, tmp_path: Path) -> None:
    go(page, app, "unit", id="张掖市/市司法局")
    expect(page.locator(".st-key-figures .fig b").first).to_have_text("4")
    expect(page.locator(".st-key-duties tbody tr")).to_have_count(4)
    page.get_by_role("radio", name=re.compile("责任")).click()
    expect(page.locator(".st-key-duties tbody")).to_contain_text("经由 市直各部门")
    page.get_by_role("radio", name=re.compile("时限")).click()
    expect(page.locator(".st-key-limits")).to_contain_text(HONEST)
    files = {name: saved(page, name, tmp_path) for name in ("表格 xlsx", "日历 ics")}
    book = load_workbook(files["表格 xlsx"])
    led = [row for row in book["职责"].iter_rows(min_row=2, values_only=True) if row[0] == "牵头"]
    assert len(led) == 4
    assert int(book["职责"].page_setup.paperSize) == 9  # A4
    events = Calendar.from_ical(files["日历 ics"].read_bytes()).walk("VEVENT")
    assert events
    assert all("DTSTART" in event for event in events)


def test_each_hole_is_a_click_from_its_sentence(page: Page, app: str) -> None:
    go(page, app, "overview")
    gap = page.locator(".st-key-gaps tr", has_text="处角色为推断")
    count = gap.locator("td").first.inner_text()
    gap.get_by_role("link").click()
    expect(page.locator(".ansline")).to_be_visible()
    expect(page.locator(".st-key-rows tbody tr")).to_have_count(int(count))
    page.locator(".st-key-evidence blockquote cite a").first.click()
    expect(page.locator(".clause .body")).to_be_visible()
    expect(page.locator(".reads")).to_contain_text("推断")


def test_who_is_overloaded_leads_to_what_they_must_do(page: Page, app: str) -> None:
    go(page, app, "overview")
    first = page.locator(".st-key-figures .bt tbody tr").first
    count = first.locator(".num").first.inner_text()
    name = first.get_by_role("link").inner_text()
    expect(page.locator(".stVegaLiteChart, [data-testid=stVegaLiteChart]")).to_be_visible()
    first.get_by_role("link").click()
    expect(page.locator(".stHeading h1")).to_contain_text(name)
    expect(page.locator(".st-key-duties tbody tr")).to_have_count(int(count))
    page.locator(".st-key-duties tbody a").first.click()
    expect(page.locator(".clause .body")).to_contain_text(name)


def test_a_picture_arranged_by_hand_opens_without_a_network(
    page: Page, app: str, browser: Browser, tmp_path: Path
) -> None:
    others = ["张掖市/市司法局", "张掖市/市公安局", "张掖市/市编办", "张掖市/市人社局"]
    visit(page, app, "graph", id=LEADER, to="|".join(others))
    bureaus = {LEADER, *others}
    keys = board(page, "board.nodes.get().map((node) => node.key)")
    assert bureaus <= set(keys)
    shared = set(keys) - bureaus
    assert f"{DOCUMENT}#(二十四)" in shared, "led by 市政府法制办 and 市司法局"
    assert f"{DOCUMENT}#(八)" not in shared, "led by only one of them"
    before = board(page, "board.network.getPositions()")
    for number, bureau in enumerate([LEADER, *others]):
        x, y = middle(page, f"each.key === {bureau!r}")
        page.mouse.move(x, y)
        page.mouse.down()
        page.mouse.move(x + 20 + 5 * number, y + 15, steps=4)
        page.mouse.up()
        settled(page)
    after = board(page, "board.network.getPositions()")
    assert len([key for key in before if before[key] != after[key]]) == 5, "not every bureau was moved"
    page.get_by_role("button", name="导出").click()
    picture = saved(page, "网页", tmp_path)
    context = browser.new_context(offline=True)
    alone = context.new_page()
    alone.goto(picture.as_uri())
    assert board(alone, "board.network.getPositions()") == after
    context.close()


def test_the_matrix_is_walked_with_the_arrow_keys_and_its_address_comes_back(
    page: Page, app: str, tmp_path: Path
) -> None:
    go(page, app, "matrix", measure=f"{DOCUMENT}#(二十七)")
    chosen = page.locator(".mx td.sel")
    chosen.focus()
    page.keyboard.press("ArrowRight")
    expect(chosen).to_have_attribute("aria-label", re.compile("市政府法制办，.二十八.*推断"))
    expect(page.locator(".cell blockquote mark")).to_have_text("市政府法制办")
    expect(page.locator(".cell")).to_contain_text("推断")
    page.reload()
    settled(page)
    expect(page.locator(".mx td.sel")).to_have_attribute("aria-label", re.compile("二十八"))
    page.get_by_role("radio", name="按名称").click()
    expect(page.locator(".mx tbody th a").first).not_to_have_text("市政府法制办")
    expect(page.locator(".mx tbody td .c-lead")).to_have_count(93)
    page.get_by_role("button", name=re.compile("责任")).click()
    expect(page.locator(".mx tbody td .c-resp")).to_have_count(0)
    assert load_workbook(saved(page, "表格 xlsx", tmp_path))["明细"].max_row >= 94
    page.locator(".mx thead a", has_text="二十八").click()
    expect(page.locator(".stHeading h1")).to_contain_text("(二十八)")
