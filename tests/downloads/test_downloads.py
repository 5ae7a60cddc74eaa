"""Files that people take away, opened again by other libraries than the ones that wrote them."""

from __future__ import annotations

import io
from datetime import UTC, date, datetime

import openpyxl
import pytest
from docx import Document
from hypothesis import given
from hypothesis import strategies as st
from icalendar import Calendar

from interface.downloads.docx import Chapter, Grid, Quote, document
from interface.downloads.ics import Entry, calendar
from interface.downloads.xlsx import Sheet, workbook

FORMULAS = ["=1+1", "+cmd", "-2", "@SUM(A1)", "\t=1", "\r=1"]


def test_workbook_keeps_types_and_sets_up_the_sheet() -> None:
    made = workbook(
        [
            Sheet(
                "单位/时限",
                ["单位", "截止", "项数"],
                [["市信息化工作办公室", date(2018, 12, 31), 4], ["市编办", None, 3]],
                "来源",
            )
        ]
    )
    page = openpyxl.load_workbook(io.BytesIO(made)).active
    assert page.title == "单位时限"
    assert [cell.value for cell in page[1]] == ["单位", "截止", "项数"]
    assert page["B2"].value.date() == date(2018, 12, 31)
    assert page["B2"].number_format == "yyyy-mm-dd"
    assert page["C2"].value == 4
    assert page.freeze_panes == "A2"
    assert page.auto_filter.ref == "A1:C3"
    assert page.column_dimensions["A"].width > page.column_dimensions["C"].width >= 8
    assert (page.page_setup.orientation, page.page_setup.paperSize) == ("landscape", 9)
    assert page["A5"].value == "来源"


@pytest.mark.parametrize("text", FORMULAS)
def test_no_cell_starts_a_formula(text: str) -> None:
    made = workbook([Sheet("表", [text], [[text]], text)])
    page = openpyxl.load_workbook(io.BytesIO(made)).active
    for row in page.iter_rows():
        for cell in row:
            assert cell.data_type != "f"
            assert cell.value is None or str(cell.value).startswith("'")


@given(st.lists(st.text(max_size=40), min_size=1, max_size=6))
def test_any_sheet_names_are_taken(names: list[str]) -> None:
    made = workbook([Sheet(name, ["列"], []) for name in names])
    assert len(openpyxl.load_workbook(io.BytesIO(made)).sheetnames) == len(names)


def test_document_has_headings_quotes_and_tables() -> None:
    chapters = [
        Chapter("一、牵头的措施", ["共 1 项。", Quote("(牵头单位:市编办)", "(四)，第 1171–1204 字")]),
        Chapter("二、名单", [Grid(["单位", "日期"], [["市编办", None]])]),
    ]
    paper = Document(io.BytesIO(document("市编办\x0b", chapters, caption="截至 2018-11-30")))
    texts = [paragraph.text for paragraph in paper.paragraphs]
    assert texts[:3] == ["市编办", "截至 2018-11-30", "一、牵头的措施"]
    assert paper.paragraphs[2].style.name == "Heading 1"
    assert paper.paragraphs[4].style.name == "Quote"
    assert [[cell.text for cell in row.cells] for row in paper.tables[0].rows] == [["单位", "日期"], ["市编办", "—"]]


def test_calendar_opens_again_with_days_rules_and_stable_ids() -> None:
    entries = [
        Entry("a", "设立立法联系点", "(九)加快推进政府立法，\n第二行；含逗号,分号;", date(2017, 12, 31)),
        Entry("b", "征集立法项目", "(九)", date(2017, 10, 31), "FREQ=YEARLY;BYMONTH=10", date(2020, 12, 31)),
    ]
    stamp = datetime(2026, 1, 1, tzinfo=UTC)
    made = calendar("市政府法制办", entries, stamp=stamp)
    assert made == calendar("市政府法制办", entries, stamp=stamp)
    assert all(len(line) <= 75 for line in made.split(b"\r\n"))
    events = Calendar.from_ical(made).walk("VEVENT")
    assert [str(event["summary"]) for event in events] == ["设立立法联系点", "征集立法项目"]
    assert events[0].decoded("dtstart") == date(2017, 12, 31)
    assert str(events[0]["description"]) == entries[0].description
    assert events[1]["rrule"]["FREQ"] == ["YEARLY"]
    assert events[1]["rrule"]["UNTIL"] == [date(2020, 12, 31)]
