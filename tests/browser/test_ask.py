"""问答 in the browser."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from docx import Document
from openpyxl import load_workbook
from playwright.sync_api import Page, expect

from scripts.app_in_browser import settled
from tests.browser.driving import board, fits, saved, visit
from tests.browser.places import BOTH

pytestmark = [pytest.mark.browser, BOTH]
QUESTION = "市政府法制办牵头哪些措施"
AS_OF = "2018-11-30"


def test_a_question_typed_is_answered_in_one_sentence_with_its_proof(page: Page, app: str) -> None:
    visit(page, app, "ask", on=AS_OF)
    page.get_by_label("问题").fill(QUESTION)
    page.get_by_role("button", name="提问").click()
    expect(page.locator(".ansline")).to_contain_text("市政府法制办牵头18项措施")
    expect(page.locator(".st-key-rows tbody tr")).to_have_count(18)
    quotes = page.locator(".st-key-evidence blockquote")
    expect(quotes).to_have_count(18)
    expect(quotes.first).to_contain_text("推断")
    for words in quotes.locator("mark").all_text_contents():
        assert words == "市政府法制办"


def test_its_address_gives_the_same_answer_again(page: Page, app: str) -> None:
    visit(page, app, "ask", q=QUESTION, on=AS_OF)
    expect(page.locator(".st-key-rows tbody tr")).to_have_count(18)
    before = page.locator(".st-key-rows").inner_text()
    page.reload()
    settled(page)
    expect(page.locator(".st-key-rows tbody tr")).to_have_count(18)
    assert page.locator(".st-key-rows").inner_text() == before
    assert "2018-12-31" in before


def test_examples_can_be_clicked_and_are_answered(page: Page, app: str) -> None:
    visit(page, app, "ask")
    example = page.locator(".st-key-examples_0 a").first
    words = example.inner_text()
    example.click()
    expect(page.get_by_label("问题")).to_have_value(words)
    expect(page.locator(".ansline")).to_be_visible()
    expect(page.get_by_text("这个问题答不了")).to_have_count(0)


def test_a_question_that_the_papers_cannot_answer_is_refused_with_ones_that_they_can(page: Page, app: str) -> None:
    visit(page, app, "ask", q="谁收了钱")
    expect(page.get_by_text("这个问题答不了")).to_be_visible()
    expect(page.locator(".ansline")).to_have_count(0)
    page.locator(".st-key-also a").first.click()
    expect(page.locator(".ansline")).to_be_visible()


def test_a_row_brings_its_quote_to_the_top(page: Page, app: str) -> None:
    visit(page, app, "ask", q=QUESTION)
    row = page.locator(".st-key-rows tbody tr", has_text="(十三)")
    row.locator("td").first.click()
    expect(page.locator(".st-key-evidence blockquote.on")).to_contain_text("(十三)规范行政执法行为")
    expect(page.locator(".st-key-rows tr.on")).to_contain_text("(十三)")


def test_the_answer_can_be_taken_away_in_four_forms(page: Page, app: str, tmp_path: Path) -> None:
    visit(page, app, "ask", q=QUESTION)
    page.get_by_text("查询语句（Cypher）与复现").click()
    files = {name: saved(page, name, tmp_path) for name in ("表格 xlsx", "公文 docx", "表格 csv", "数据 json")}
    rows = load_workbook(files["表格 xlsx"])["答案"]
    assert rows.max_row >= 19
    words = "".join(part.text for part in Document(str(files["公文 docx"])).paragraphs)
    assert "市政府法制办牵头18项措施" in words
    assert "(牵头单位:市编办,市政府法制办,责任单位:市直各部门、各县区政府)" in words
    table = files["表格 csv"].read_bytes()
    assert table.startswith(b"\xef\xbb\xbf")
    assert len(table.decode("utf-8-sig").splitlines()) == 19
    assert len(json.loads(files["数据 json"].read_text("utf-8"))["measures"]) == 18


def test_the_graph_shows_the_answer_and_nothing_else(page: Page, app: str) -> None:
    visit(page, app, "ask", q=QUESTION)
    assert board(page, "board.nodes.get().filter((node) => node.kind === 'measure').length") == 18
    assert board(page, "board.edges.get().map((edge) => edge.line).filter((line) => line !== 'lead')") == []


def test_what_was_asked_in_this_tab_is_kept_and_what_was_asked_in_another_is_not(page: Page, app: str) -> None:
    visit(page, app, "ask", q=QUESTION)
    page.get_by_label("问题").fill("哪些措施没有时限")
    page.get_by_role("button", name="提问").click()
    expect(page.locator(".st-key-history a")).to_have_text([QUESTION])


def test_the_statement_behind_the_answer_is_there_to_copy(page: Page, app: str) -> None:
    visit(page, app, "ask", q=QUESTION)
    page.get_by_text("查询语句（Cypher）与复现").click()
    expect(page.locator(".stCode")).to_contain_text("MATCH")
    expect(page.locator(".st-key-reproduction")).to_contain_text("sha256")


def test_a_phone_shows_all_of_it_without_scrolling_sideways(phone: Page, app: str) -> None:
    visit(phone, app, "ask", q=QUESTION)
    expect(phone.locator(".st-key-rows tbody tr")).to_have_count(18)
    assert fits(phone)


def test_a_question_that_leans_on_the_one_before_becomes_a_whole_one_in_the_address(page: Page, app: str) -> None:
    visit(page, app, "ask", q="市司法局牵头哪些措施")
    expect(page.locator(".ansline")).to_contain_text("市司法局")
    page.get_by_label("问题").fill("那市编办呢")
    page.get_by_role("button", name="提问").click()
    expect(page.locator(".ansline")).to_contain_text("市编办牵头3项措施")
    page.reload()
    settled(page)
    expect(page.locator(".ansline")).to_contain_text("市编办牵头3项措施")
