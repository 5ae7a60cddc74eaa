"""A new plan arrives: uploaded, reviewed, one name corrected, loaded, asked about; again next week; and who changed what."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from docx import Document
from playwright.sync_api import Page, expect

from graph_loader.settings import DATA
from tests.browser.driving import send, settled, visit
from tests.browser.places import BOTH
from tests.engines import Engine
from tests.support import ZHANGYE

pytestmark = [pytest.mark.browser, BOTH]

TITLE = "松原县河道清理工作方案"
PLAN = f"""{TITLE}

松政办发〔2024〕7号

为做好河道清理，制定本方案。

一、主要任务

（一）清理河道垃圾。2024年10月底前，完成全县河道垃圾清理。（牵头单位：县水务局，责任单位：县住建局）

（二）管好采砂。每年开展一次采砂检查。（牵头单位：县水务局、县公安局）
"""


@pytest.fixture
def held(engine: Engine, app: str) -> Iterator[str]:
    """The app on the Zhangye plan, which this test may change."""
    yield app
    engine.empty()


def upload(page: Page, app: str, folder: Path, text: str) -> None:
    """Write the text as a docx, put it into the upload box and have it read."""
    document = Document()
    for line in text.splitlines():
        document.add_paragraph(line)
    path = folder / "河道方案.docx"
    document.save(str(path))
    visit(page, app, "documents")
    send(page, path)
    expect(page.locator("[class*=st-key-review_]")).to_contain_text("河道方案.docx")
    settled(page)


def test_a_new_plan_is_reviewed_corrected_loaded_and_asked(page: Page, held: str, tmp_path: Path) -> None:
    upload(page, held, tmp_path, PLAN)
    review = page.locator("[class*=st-key-review_0]")
    expect(review).to_contain_text("措施 2，牵头 3，责任 1")
    expect(review).to_contain_text("还没有写入图谱")
    page.get_by_text("逐处核对").click()
    expect(page.frame_locator("iframe").get_by_text("完成全县河道垃圾清理").first).to_be_visible()

    page.get_by_role("button", name="更正单位名称").click()
    page.get_by_label("读出的单位").click()
    page.get_by_role("option", name="县住建局").click()
    for label, words in (("应为", "县综合执法局"), ("更正人", "王某"), ("理由", "三定方案的名称")):
        page.get_by_label(label, exact=True).fill(words)
    page.get_by_role("button", name="更正", exact=True).click()
    expect(page.get_by_text("已更正：县住建局 改为 县综合执法局")).to_be_visible()
    page.get_by_role("button", name="载入图谱").click()
    expect(page.get_by_text("已载入 河道方案.docx")).to_be_visible()

    visit(page, held, "ask", q="县综合执法局负责哪些措施")
    expect(page.locator(".ansline")).to_contain_text("1项措施")
    quote = page.locator(".st-key-evidence blockquote").first
    expect(quote).to_contain_text("县住建局")
    expect(quote).to_contain_text(re.compile("经人工更正：.*王某.*三定方案的名称"))

    again = PLAN.replace("全县河道垃圾", "全县河道、水库垃圾")
    upload(page, held, tmp_path, again)
    expect(page.locator("[class*=st-key-review_0]")).to_contain_text("载入后整份替换")
    page.get_by_role("button", name="载入图谱").click()
    expect(page.get_by_text("有变化")).to_be_visible()
    visit(page, held, "ask", q="县综合执法局负责哪些措施")
    expect(page.locator(".ansline")).to_contain_text("1项措施")


def test_a_document_is_removed_only_after_a_second_yes(page: Page, held: str) -> None:
    visit(page, held, "documents")
    page.locator(".st-key-documents tbody a").first.click()
    page.get_by_role("button", name="移除这份文件").click()
    dialog = page.get_by_role("dialog")
    expect(dialog).to_contain_text("将从图谱里移除")
    dialog.get_by_role("button", name="不移除").click()
    expect(dialog).to_have_count(0)
    page.get_by_role("button", name="移除这份文件").click()
    page.get_by_role("dialog").get_by_role("button", name="移除", exact=True).click()
    expect(page.get_by_text("已移除《张掖市法治政府建设实施方案")).to_be_visible()
    expect(page.get_by_text("还没有载入文件")).to_be_visible()


def test_a_file_that_cannot_be_read_is_refused_in_words(page: Page, held: str, tmp_path: Path) -> None:
    broken = tmp_path / "坏.docx"
    broken.write_bytes(b"PK\x03\x04 no such archive")
    visit(page, held, "documents")
    send(page, broken, ZHANGYE)
    expect(page.get_by_text("没有读成：坏.docx")).to_be_visible()
    expect(page.get_by_text("措施 29")).to_be_visible()
    assert not (DATA / "corrections.csv").exists() or "王某" not in (DATA / "corrections.csv").read_text("utf-8")
