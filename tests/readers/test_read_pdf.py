"""PDF: paragraphs mended, furniture dropped, ruled tables, and what has no text layer."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor

import pytest

from graph_loader.errors import ReadError
from graph_loader.readers import limits, read_bytes
from tests.tiny_pdf import Page, typeset, write

TITLE = "某市人民政府办公室关于印发某市法治政府建设实施方案的通知"
PARAGRAPHS = [
    "某政办发〔2020〕3号",
    "一、总体要求",
    "（一）依法履行法定职责。严格落实行政组织和行政程序法律制度，按照职权法定、权责一致原则，厘清责任，严格机构编制、人员管理和核查。（责任单位：市编办、市司法局）",
    "（二）优化公共服务。到2020年底前，建立基本公共服务清单，实现12项服务全覆盖，完成率达到100%。（牵头单位：市发改委）",
    "二、保障措施",
    "各部门要加强领导。",
] + [f"{number}.第{number}项任务，" + "推进工作落实，" * 12 + "完成。" for number in range(1, 25)]


def test_paragraphs_come_back_whole_over_lines_and_pages() -> None:
    text = read_bytes(typeset(TITLE, PARAGRAPHS, head="某市人民政府文件"), "p.pdf").text
    assert text.rstrip("\n").split("\n") == [TITLE, *PARAGRAPHS]


def test_ruled_table_with_a_merged_cell() -> None:
    table = [
        ["序号", "重点任务", "牵头单位", "完成时限"],
        ["1", "推进政务公开工作制度建设", "市政府办\n市司法局", "2017年12月底前"],
        ["2", "", "市公安局", "长期坚持"],
    ]
    source = read_bytes(typeset(TITLE, PARAGRAPHS[:3], table=table), "p.pdf")
    got = {(cell.row, cell.column, cell.rows): cell.span.of(source.text) for cell in source.tables[0].cells}
    assert got[1, 1, 2] == "推进政务公开工作制度建设"
    assert got[1, 2, 1] == "市政府办\n市司法局"
    assert got[1, 3, 1] == "2017年12月底前"
    assert got[2, 2, 1] == "市公安局"
    assert "表格由 PDF 的框线还原，请核对" in source.notices


def test_scan_is_refused_with_the_way_out() -> None:
    with pytest.raises(ReadError, match="扫描件") as caught:
        read_bytes(write([Page()]), "p.pdf")
    assert "OCR" in caught.value.todo


def test_a_scanned_page_among_others_is_a_notice() -> None:
    page = Page([(100, 700, 16, "某市方案正文")])
    assert read_bytes(write([page, Page(), page]), "p.pdf").notices == ("第 2 页没有文字，可能是扫描页，没有读入",)


@pytest.mark.parametrize(
    "damage", [lambda data: data[:300], lambda data: b"%PDF-1.7 " + b"x" * 5_000, lambda data: data[:9] + data[400:]]
)
def test_damaged_files_are_refused_or_read(damage) -> None:
    with pytest.raises(ReadError):
        read_bytes(damage(typeset(TITLE, PARAGRAPHS[:2])), "p.pdf")


def test_page_full_of_lines_is_a_drawing() -> None:
    page = Page([(100, 700, 16, "某市方案正文")], [(x / 50, 0, x / 50, 800) for x in range(25_000)])
    source = read_bytes(write([page]), "p.pdf")
    assert source.text == "某市方案正文\n"
    assert source.tables == ()


class Packed(Page):
    """A page with content of its own."""

    def content(self) -> bytes:
        return b"q " * limits.MIB


def test_packed_page_content_is_bounded(monkeypatch) -> None:
    monkeypatch.setattr(limits, "MAX_PDF_CONTENT", limits.MIB)
    with pytest.raises(ReadError, match="解压后超过"):
        read_bytes(write([Packed()]), "p.pdf")


def test_threads_take_turns() -> None:
    data = typeset(TITLE, PARAGRAPHS)
    with ThreadPoolExecutor(8) as pool:
        texts = set(pool.map(lambda _: read_bytes(data, "p.pdf").text, range(40)))
    assert len(texts) == 1
