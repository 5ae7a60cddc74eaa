"""An inspector's day: what was due, who answers, who took over, how sure it is, what follows, the file, and honest refusals."""

from __future__ import annotations

import json
import re
from datetime import date
from pathlib import Path

import pytest
from docx import Document
from playwright.sync_api import Page, expect

from interface.terminal import run
from scripts.screenshots import DOCUMENT
from tests.browser.driving import LEADER, saved, settled, visit
from tests.browser.places import EMBEDDED, go
from tests.engines import Engine
from tests.support import ZHANGYE

pytestmark = [pytest.mark.browser, EMBEDDED]
DAY = "2018-12-31"


def test_what_should_have_been_done_by_a_day_each_with_its_proof(page: Page, app: str, engine: Engine) -> None:
    store = engine.holding(ZHANGYE)
    due = store.read(
        "MATCH (d:Deadline) WHERE d.due_on <= $day AND d.kind <> 'recurring' RETURN count(d) AS n",
        {"day": date.fromisoformat(DAY)},
    ).rows[0][0]
    go(page, app, "trace", on=DAY)
    lines = page.locator(".undertakings button")
    expect(lines).to_have_count(due)
    for index in (0, due // 2, due - 1):
        lines.nth(index).click()
        expect(page.locator(".undertakings button.on")).to_have_count(1)
        settled(page)
        expect(page.locator(".finding")).to_contain_text(lines.nth(index).locator(".b6").inner_text())
        expect(page.locator(".step .ev .h-deadline").first).to_be_visible()
        expect(page.locator(".step .ev").first).to_contain_text(re.compile(r"第 \d+–\d+ 字"))
    expect(page.get_by_text("系统不作责任认定")).to_be_visible()


def test_who_took_over_from_a_unit_that_is_gone(page: Page, app: str) -> None:
    go(page, app, "unit")
    passing = page.locator(".passing")
    expect(passing).to_contain_text("市司法局")
    expect(passing).to_contain_text(re.compile(r"\d{4}-\d{2}-\d{2}"))
    expect(passing).to_contain_text("依据")
    expect(passing).to_contain_text("通行规则")
    passing.get_by_role("link", name="市司法局").click()
    expect(page.locator(".stHeading h1")).to_contain_text("市司法局")
    expect(page.locator(".passing")).to_contain_text("市政府法制办")


def test_an_inferred_lead_is_told_apart_from_a_written_one(page: Page, app: str) -> None:
    go(page, app, "measure", id=f"{DOCUMENT}#(二十八)")
    expect(page.locator(".reads .inf").first).to_be_visible()
    expect(page.locator(".reads .role-inf").first).to_have_text("牵头")
    expect(page.locator(".reads")).to_contain_text("规则")
    go(page, app, "measure", id=f"{DOCUMENT}#(四)")
    expect(page.locator(".reads .role").first).to_be_visible()
    expect(page.locator(".reads .inf, .reads .role-inf")).to_have_count(0)


def test_what_the_paper_says_happens_if_it_is_not_done(page: Page, app: str) -> None:
    go(page, app, "trace", on=DAY)
    step = page.locator(".step", has_text="后果条款")
    expect(step.locator("blockquote").first).to_contain_text("对象：")
    expect(step.locator(".h-cons").first).to_be_visible()
    expect(step.locator(".h-trig").first).to_be_visible()


def test_a_file_with_a_remark_is_exported_and_verifies(page: Page, app: str, engine: Engine, tmp_path: Path) -> None:
    go(page, app, "trace", on=DAY)
    page.get_by_test_id("stCheckbox").get_by_text("列入证据包").click()
    expect(page.get_by_role("button", name="导出证据包 docx（1 项）")).to_be_visible()
    page.get_by_role("button", name="备注").click()
    page.get_by_label("备注（随证据包导出）").fill("请核对=原件<b>")
    page.get_by_role("button", name="记下备注").click()
    expect(page.get_by_role("button", name="备注（已写）")).to_be_visible()
    page.locator(".undertakings button").nth(1).click()
    expect(page.locator(".undertakings button.on")).to_have_count(1)
    settled(page)
    page.get_by_test_id("stCheckbox").get_by_text("列入证据包").click()
    expect(page.get_by_role("button", name="导出证据包 docx（2 项）")).to_be_visible()
    files = {}
    for kind, name in (("docx", "导出证据包 docx（2 项）"), ("json", "同一份 json")):
        files[kind] = saved(page, name, tmp_path)
    words = "\n".join(part.text for part in Document(str(files["docx"])).paragraphs)
    assert "请核对=原件<b>" in words
    assert "校验值" in words
    pack = json.loads(files["json"].read_text("utf-8"))
    assert len(pack["findings"]) == 2
    store = ["--store", str(engine.settings.graph)]
    assert run(["verify", str(files["json"]), *store]) == 0
    pack["findings"][0]["sentence"]["text"] += "。"
    files["json"].write_text(json.dumps(pack, ensure_ascii=False), "utf-8")
    assert run(["verify", str(files["json"]), *store]) == 1


@pytest.mark.parametrize("question", ["谁收了钱", "局长是谁"])
def test_what_cannot_be_known_is_refused_with_what_can(page: Page, app: str, question: str) -> None:
    visit(page, app, "ask", q=question)
    expect(page.get_by_text("这个问题答不了")).to_be_visible()
    expect(page.locator(".ansline")).to_have_count(0)
    expect(page.locator(".st-key-also a").first).to_be_visible()


def test_a_finding_is_chosen_without_a_mouse(page: Page, app: str) -> None:
    go(page, app, "trace", on=DAY)
    first = page.locator(".undertakings button").first
    for _ in range(40):
        page.keyboard.press("Tab")
        if first.evaluate("line => line === document.activeElement"):
            break
    expect(first).to_be_focused()
    page.keyboard.press("Tab")
    second = page.locator(".undertakings button").nth(1)
    words = second.locator(".b6, span span").first.inner_text()
    page.keyboard.press("Enter")
    settled(page)
    expect(page.locator(".finding")).to_have_text(words)
    for _ in range(60):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.type === 'checkbox'"):
            break
    page.keyboard.press("Space")
    expect(page.locator(".undertakings .on")).to_contain_text("已列入证据包")


def test_a_question_is_asked_and_followed_without_a_mouse(page: Page, app: str) -> None:
    visit(page, app, "ask")
    box = page.get_by_label("问题")
    for _ in range(30):
        page.keyboard.press("Tab")
        if box.evaluate("box => box === document.activeElement"):
            break
    page.keyboard.type("市政府法制办牵头哪些措施")
    page.keyboard.press("Enter")
    expect(page.locator(".ansline")).to_contain_text("18")
    settled(page)
    for _ in range(60):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.matches('.st-key-rows td a')"):
            break
    page.keyboard.press("Enter")
    expect(page.locator(".clause .body")).to_contain_text(LEADER.partition("/")[2])
