"""Plain text, its encodings, | tables, and what is no text."""

from __future__ import annotations

import contextlib
import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph_loader.errors import ReadError
from graph_loader.readers import limits, read, read_bytes

PAPER = "关于印发某市实施方案的通知\n一、主要任务\n（一）推进政务公开。（牵头单位：市政府办，责任单位：市直各部门）\n"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16", "utf-16-le", "utf-16-be", "utf-32"])
def test_encodings_are_detected(encoding: str) -> None:
    assert read_bytes(PAPER.encode(encoding), "plan.txt").text == PAPER


def test_traditional_paper_in_big5() -> None:
    paper = "關於推動政府工作的實施方案\n一、由市政府負責。\n" * 5
    assert read_bytes(paper.encode("big5"), "plan.txt").text == paper


def test_line_ends_are_one_kind_and_page_breaks_stay() -> None:
    assert read_bytes("甲方案\r\n乙\r丙\f丁\u2028戊".encode(), "p.txt").text == "甲方案\n乙\n丙\f丁\n戊"


def test_invisible_characters_are_dropped() -> None:
    assert read_bytes("\ufeff市\u200b发\u00ad改委".encode(), "p.txt").text == "市发改委"


def test_radicals_of_pdf_files_become_characters() -> None:
    assert read_bytes("⼯作⽅案⻓效\uf9e4".encode(), "p.txt").text == "工作方案长效理"


def test_a_few_broken_bytes_are_a_notice_not_another_encoding() -> None:
    source = read_bytes((PAPER * 50).encode()[:-2] + b"\xff\xfe", "p.txt")
    assert source.text.startswith(PAPER)
    assert any("无法识别" in notice for notice in source.notices)


@pytest.mark.parametrize(
    "data",
    [random.Random(1).randbytes(50_000), b"\x7fELF" + bytes(range(256)) * 40, b"\x00" * 1000],
)
def test_binary_with_a_txt_name_is_refused(data: bytes) -> None:
    with pytest.raises(ReadError, match="不是文字"):
        read_bytes(data, "p.txt")


def test_empty_and_blank_files_are_refused() -> None:
    for data in (b"", b" \n\n\t "):
        with pytest.raises(ReadError, match="没有文字"):
            read_bytes(data, "p.txt")


def test_error_names_the_file_and_what_to_do(tmp_path) -> None:
    with pytest.raises(ReadError) as caught:
        read(tmp_path / "没有.txt")
    assert "没有.txt" in str(caught.value)
    assert caught.value.todo
    with pytest.raises(ReadError, match="不是文件"):
        read(tmp_path)


def test_the_limit_on_size_is_an_error(tmp_path, monkeypatch) -> None:
    monkeypatch.setattr(limits, "MAX_FILE_BYTES", 100)
    path = tmp_path / "p.txt"
    path.write_bytes(b"a" * 101)
    for attempt in (lambda: read(path), lambda: read_bytes(b"a" * 101, "p.txt")):
        with pytest.raises(ReadError, match="超过"):
            attempt()


def test_two_hundred_megabytes_are_refused_without_reading(tmp_path) -> None:
    path = tmp_path / "big.txt"
    with path.open("wb") as file:
        file.truncate(200 * limits.MIB)
    with pytest.raises(ReadError, match="128 MB"):
        read(path)


def test_upload_names_keep_no_folders() -> None:
    assert read_bytes(PAPER.encode(), "../../etc/plan.txt").name == "plan.txt"
    assert read_bytes(PAPER.encode(), "C:\\temp\\plan.txt").name == "plan.txt"


PARAGRAPHS = [
    "　　（一）推进政务公开。完善政务公开内容目录，加强政策解读，2020年底前实现重点领域信息公开全覆盖。（牵头单位：市政府办）",
    "　　（二）规范行政执法。落实行政执法公示制度、执法全过程记录制度，每年组织一次案卷评查。（牵头单位：市司法局）",
    "　　二、保障措施",
    "　　各级各部门要加强组织领导，健全工作机制，细化工作措施，确保各项任务落到实处、见到实效，按时完成本方案确定的各项目标。",
] * 3


@pytest.mark.parametrize("width", [24, 28, 36])
def test_lines_broken_at_a_fixed_width_are_mended(width: int) -> None:
    broken = "\n".join(line[start : start + width] for line in PARAGRAPHS for start in range(0, len(line), width))
    paged = broken.replace("\n　　二、保障", "\n— 3 —\n　　二、保障", 1)
    for text in (broken, paged):
        assert read_bytes(text.encode(), "p.txt").text == "\n".join(PARAGRAPHS)


PAGE_BREAKS = [
    "\n— 3 —\n\f\n",
    "\n\n                    — 3 —\n\f",
    "\f",
    "\n\n- 4 -\n\n",
    "\n7\n\f",
    "\n第 2 页 共 9 页\n\f\n",
]


@pytest.mark.parametrize("page_break", PAGE_BREAKS)
def test_a_page_break_inside_a_sentence_or_bracket_is_mended(page_break: str) -> None:
    for width in (26, 31):
        lines = [line[start : start + width] for line in PARAGRAPHS for start in range(0, len(line), width)]
        for place in range(1, len(lines)):
            if not lines[place].startswith("　"):
                paged = "\n".join(lines[:place]) + page_break + "\n".join(lines[place:])
                assert read_bytes(paged.encode(), "p.txt").text == "\n".join(PARAGRAPHS)
    for torn in (
        "（牵头单位：市发展|改革委、市财政局）",
        "（牵头单位：市发展改革委（市数据局）、|市财政局）",
        "（市司法局牵头，责任|单位：市民政局（社区办））",
        "\n　　牵头单位：市财|政局\n　　责任单位：市民政局",
        "\n　　牵头单|位：市财政局\n　　责任单位：市民政局",
        "\n牵头单位：市财政局，各县（市、区）|人民政府\n责任单位：市民政局",
    ):
        whole = torn.replace("|", "")
        text = f"（一）推进公开。{torn.replace('|', page_break)}\n（二）规范执法。严格程序。\n"
        assert read_bytes(text.encode(), "p.txt").text == f"（一）推进公开。{whole}\n（二）规范执法。严格程序。\n"


def test_a_margin_of_all_lines_is_no_indentation() -> None:
    lines = [line[start : start + 27] for line in PARAGRAPHS for start in range(0, len(line), 27)]
    paged = (
        "\n".join("   " + line for line in lines[:2])
        + "\n\n  - 2 -\n\n"
        + "\n".join("   " + line for line in lines[2:])
    )
    assert read_bytes(paged.encode(), "p.txt").text == "\n".join(PARAGRAPHS)


def test_heads_that_repeat_on_the_pages_go_with_the_page_break() -> None:
    text = "".join(
        f"（一）工作{word}。认真落实，抓好\n{place}\n\f白水县人民政府公报  2024年第3期\n各项任务。\n"
        for place, word in enumerate("甲乙丙")
    )
    assert read_bytes(text.encode(), "p.txt").text == "".join(
        f"（一）工作{word}。认真落实，抓好各项任务。\n" for word in "甲乙丙"
    )


def test_a_page_break_between_paragraphs_or_documents_stays() -> None:
    for before, after in (
        ("（责任单位：市司法局）", "　　（二）规范执法。"),
        ("三、保障措施、工作要求", "各部门要落实责任。"),
        ("抄送：市委办公室，市人大办公室，市政协办公室", "白水县人民政府办公室关于印发工作要点的通知"),
    ):
        text = f"一、任务\n{before}\n— 2 —\n\f\n{after}\n"
        assert read_bytes(text.encode(), "p.txt").text == f"一、任务\n{before}\n\f\n{after}\n"


def test_a_table_goes_on_behind_a_page_break() -> None:
    text = "| 序号 | 任务 | 牵头单位 |\n| 1 | 公开 | 市政府办 |\n— 2 —\n\f\n| 2 | 执法 | 市司法局 |\n"
    (table,) = read_bytes(text.encode(), "p.txt").tables
    assert [cell.row for cell in table.cells][-1] == 2


def test_lines_broken_without_indentation_go_by_their_numbers() -> None:
    plain = [line.strip() for line in PARAGRAPHS * 2 if "（" in line]
    broken = "\n".join(line[start : start + 30] for line in plain for start in range(0, len(line), 30))
    assert read_bytes(broken.encode(), "p.txt").text == "\n".join(plain)


def test_whole_paragraphs_and_short_lists_stay_as_they_are() -> None:
    for text in ("\n".join(PARAGRAPHS), "\n".join(["市发展改革委", "市财政局", "市教育局"] * 9), PAPER):
        assert read_bytes(text.encode(), "p.txt").text == text


def test_pipe_table_cells_point_into_the_text() -> None:
    text = "任务分解表\n| 序号 | 重点任务 | 牵头单位 |\n|---|:--|---|\n| 1 | 公开 | 市政府办 |\n| | 清理 | |\n\n完"
    source = read_bytes(text.encode(), "p.txt")
    assert source.text == text
    cells = {(cell.row, cell.column): cell.span.of(text) for cell in source.tables[0].cells}
    assert cells == {
        (0, 0): "序号", (0, 1): "重点任务", (0, 2): "牵头单位",
        (1, 0): "1", (1, 1): "公开", (1, 2): "市政府办",
        (2, 0): "", (2, 1): "清理", (2, 2): "",
    }  # fmt: skip


def test_a_row_of_one_cell_heads_the_rows_below() -> None:
    text = "| 任务 | 单位 |\n| 公开 | 市政府办 |\n| 二、清理 |\n| 规范 | 市司法局 |"
    for name in ("p.txt", "p.md"):
        source = read_bytes(text.encode(), name)
        heading = next(cell for cell in source.tables[0].cells if cell.row == 2)
        assert (heading.span.of(source.text), heading.columns) == ("二、清理", 2)


def test_table_of_tabs_is_a_table() -> None:
    source = read_bytes("清单\n序号\t任务\t责任单位\n1\t公开\t市政府办\n2\t审查\t\n".encode(), "p.txt")
    (table,) = source.tables
    assert [cell.span.of(source.text) for cell in table.cells if cell.column == 2] == ["责任单位", "市政府办", ""]


def test_bars_in_running_text_are_no_table() -> None:
    assert read_bytes("首页 | 政务公开\n某市方案正文。\n一、任务".encode(), "p.txt").tables == ()


@given(st.text())
def test_any_text_reads_or_is_refused(text: str) -> None:
    try:
        source = read_bytes(text.encode(errors="replace"), "p.txt")
    except ReadError:
        return
    for table in source.tables:
        for cell in table.cells:
            assert 0 <= cell.span.start <= cell.span.end <= len(source.text)


@given(st.binary(), st.sampled_from([".txt", ".md", ".html", ".docx", ".pdf", ".xlsx", ".csv", ".doc", ""]))
def test_any_bytes_read_or_are_refused(data: bytes, suffix: str) -> None:
    with contextlib.suppress(ReadError):
        assert read_bytes(data, "p" + suffix).text.strip()
