"""Excel and CSV: sheets as tables, merged cells, encodings and separators, hostile workbooks."""

from __future__ import annotations

import datetime
import io
import zipfile

import openpyxl
import pytest

from graph_loader.errors import ReadError
from graph_loader.model import SourceText
from graph_loader.readers import limits, read_bytes

ROWS = [
    ["序号", "重点任务", "牵头单位", "完成时限"],
    [1, "推进公开", "市政府办\n市司法局", datetime.date(2017, 12, 31)],
    [2, None, "市公安局", "长期坚持"],
]


def saved(book) -> bytes:
    target = io.BytesIO()
    book.save(target)
    return target.getvalue()


def cells(source: SourceText, table: int = 0) -> dict[tuple[int, int], str]:
    return {(cell.row, cell.column): cell.span.of(source.text) for cell in source.tables[table].cells}


def edited(data: bytes, part: str, change) -> bytes:
    """A workbook with one part of the container changed."""
    target = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(target, "w") as new:
        for name in old.namelist():
            new.writestr(name, change(old.read(name)) if name == part else old.read(name))
    return target.getvalue()


def workbook():
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = "任务分解表"
    for row in ROWS:
        sheet.append(row)
    return book, sheet


def test_tabs_with_headings_between_the_rows() -> None:
    (table,) = read_bytes(
        "序号\t任务\t牵头单位\t时限\n一\t数据汇聚\n1\t编目录\t省厅\t9月底\n2\t归集\t省局\t12月底\n".encode(), "p.txt"
    ).tables
    assert [(cell.row, cell.column, cell.columns) for cell in table.cells if cell.row == 1] == [(1, 0, 1), (1, 1, 3)]


def test_sheet_is_a_table_with_merged_cells_and_readable_values() -> None:
    book, sheet = workbook()
    sheet.merge_cells("B2:B3")
    sheet.append([None, 0.5, 10000000.0, True])
    source = read_bytes(saved(book), "p.xlsx")
    table = source.tables[0]
    assert table.sheet == "任务分解表"
    got = cells(source)
    assert got[1, 0] == "1"
    assert got[1, 2] == "市政府办\n市司法局"
    assert got[1, 3] == "2017年12月31日"
    assert (2, 1) not in got
    assert next(cell.rows for cell in table.cells if (cell.row, cell.column) == (1, 1)) == 2
    assert [got[3, column] for column in range(4)] == ["", "0.5", "10000000", "TRUE"]


def test_empty_cells_under_a_filled_one_stay_empty() -> None:
    book, _ = workbook()
    assert cells(read_bytes(saved(book), "p.xlsx"))[2, 1] == ""


def test_all_visible_sheets_are_read_and_hidden_ones_named() -> None:
    book, _ = workbook()
    book.create_sheet("第二批")["C3"] = "市教育局"
    hidden = book.create_sheet("底稿")
    hidden["A1"] = "旧"
    hidden.sheet_state = "hidden"
    source = read_bytes(saved(book), "p.xlsx")
    assert [table.sheet for table in source.tables] == ["任务分解表", "第二批"]
    assert cells(source, 1)[2, 2] == "市教育局"
    assert source.notices == ("隐藏的工作表没有读入：底稿",)


def test_cells_far_apart_are_refused_before_the_gap_is_filled() -> None:
    book, sheet = workbook()
    sheet["XFD1048576"] = "远"
    with pytest.raises(ReadError, match="单元格超过"):
        read_bytes(saved(book), "p.xlsx")


def test_prefixed_and_unplaced_cells_are_counted_too() -> None:
    book, _ = workbook()
    row = b'<x:row r="1048576"><x:c r="XFD1048576" t="inlineStr"><x:is><x:t>a</x:t></x:is></x:c></x:row>'
    main = b"http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    sheet = b'<x:worksheet xmlns:x="%s"><x:sheetData><x:row r="1"><x:c><x:v>1</x:v></x:c></x:row>%s</x:sheetData></x:worksheet>'
    with pytest.raises(ReadError, match="单元格超过"):
        read_bytes(edited(saved(book), "xl/worksheets/sheet1.xml", lambda _: sheet % (main, row)), "p.xlsx")


def test_huge_merged_range_is_cut_to_what_is_filled() -> None:
    book, sheet = workbook()
    sheet.merge_cells("D3:E4")
    data = edited(saved(book), "xl/worksheets/sheet1.xml", lambda old: old.replace(b"D3:E4", b"D3:XFD1048576"))
    source = read_bytes(data, "p.xlsx")
    assert cells(source)[2, 3] == "长期坚持"
    assert max(cell.columns * cell.rows for cell in source.tables[0].cells) == 1


@pytest.mark.parametrize("part", ["xl/worksheets/sheet1.xml", "xl/styles.xml", "xl/workbook.xml"])
def test_doctype_in_any_part_is_refused(part: str) -> None:
    book, _ = workbook()
    bomb = b'<!DOCTYPE x [<!ENTITY a "aaaa">]>'
    with pytest.raises(ReadError, match="DOCTYPE"):
        read_bytes(
            edited(saved(book), part, lambda old: bomb + old[old.find(b"?>") + 2 if old.startswith(b"<?") else 0 :]),
            "p.xlsx",
        )


def test_bomb_and_damage_are_refused() -> None:
    book, _ = workbook()
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/workbook.xml", b"<workbook/>")
        archive.writestr("xl/worksheets/sheet1.xml", b"<a/>" * (10 * limits.MIB))
    with pytest.raises(ReadError, match="压缩炸弹"):
        read_bytes(target.getvalue(), "p.xlsx")
    with pytest.raises(ReadError):
        read_bytes(saved(book)[:3000], "p.xlsx")
    with pytest.raises(ReadError):
        read_bytes(edited(saved(book), "xl/worksheets/sheet1.xml", lambda _: b"<worksheet>"), "p.xlsx")


def test_a_sheet_of_a_hundred_thousand_rows() -> None:
    book = openpyxl.Workbook(write_only=True)
    sheet = book.create_sheet("表")
    for number in range(100_000):
        sheet.append([number, "推进公开", "市政府办"])
    assert len(read_bytes(saved(book), "p.xlsx").tables[0].cells) == 300_000


CSV = '序号,重点任务,牵头单位\n1,推进公开,"市政府办\n市司法局"\n2,"清理，规范",市公安局\n'


@pytest.mark.parametrize("encoding", ["utf-8-sig", "gb18030", "utf-16"])
def test_csv_in_office_encodings(encoding: str) -> None:
    source = read_bytes(CSV.encode(encoding), "p.csv")
    assert cells(source)[1, 2] == "市政府办\n市司法局"
    assert cells(source)[2, 1] == "清理，规范"


@pytest.mark.parametrize("separator", [",", "\t", ";", "|", "，"])
def test_csv_separators(separator: str) -> None:
    rows = [["序号", "重点任务", "牵头单位"], ["1", "公开", "市政府办、市司法局"], ["2", "清理", "市公安局"]]
    data = "\n".join(separator.join(row) for row in rows)
    assert cells(read_bytes(data.encode(), "p.csv"))[2, 2] == "市公安局"


def test_csv_with_an_endless_quote_is_an_error_or_one_cell() -> None:
    with pytest.raises(ReadError, match="CSV"):
        read_bytes(b'a,b\n"' + b"x" * 200_000, "p.csv")


def test_csv_of_a_hundred_thousand_rows() -> None:
    assert len(read_bytes("1,公开,市政府办\r\n".encode() * 100_000, "p.csv").tables[0].cells) == 300_000
