"""Deadlines on a line of years, and as files."""

from __future__ import annotations

import io
from datetime import date

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st
from icalendar import Calendar

from interface.downloads import agenda, xlsx
from interface.downloads.agenda import Item
from interface.records.facts import Limit
from interface.records.states import Due
from interface.records.timeline import Window, bars, window

ON = date(2018, 11, 30)
ISSUED = date(2017, 4, 24)


def limit(kind: str, due: date | None = None, start: date | None = None, rrule: str = "") -> Limit:
    """A deadline with only what the line and the files look at."""
    return Limit(f"{kind}{due}{rrule}", "m", Due(kind, due, rrule), "原文", "要做的事", start, 0, 2, "before")


def test_the_window_holds_every_day_and_the_as_of_day() -> None:
    limits = [limit("by", date(2020, 12, 31)), limit("within", date(2017, 12, 31), date(2017, 1, 1))]
    assert window(limits, ON, [ISSUED]) == Window(2017, 2020)
    assert window([], ON) == Window(2018, 2018)
    assert window([limit("by", date(1949, 10, 1))], ON) == Window(1999, 2018)


def test_places_are_percent_of_the_window() -> None:
    shown = Window(2017, 2020)
    assert shown.at(date(2017, 1, 1)) == 0
    assert shown.at(date(2021, 1, 1)) == 100
    assert shown.at(date(2019, 1, 1)) == pytest.approx(50, abs=0.1)
    assert (shown.at(date(2001, 1, 1)), shown.at(date(2050, 1, 1))) == (0, 100)


def test_a_last_day_is_a_thin_line_parted_at_the_as_of_day() -> None:
    shown = Window(2017, 2020)
    past, rest = bars(limit("by", date(2020, 12, 31)), ON, shown, ISSUED)
    assert (past.form, past.passed, rest.passed) == ("by", True, False)
    assert past.left == shown.at(ISSUED)
    assert rest.left == shown.at(ON)
    assert [bar.passed for bar in bars(limit("by", date(2017, 12, 31)), ON, shown, ISSUED)] == [True]


@pytest.mark.parametrize(
    ("rrule", "count", "widths"),
    [
        ("FREQ=YEARLY", 4, {25.0}),
        ("FREQ=YEARLY;BYMONTH=10", 4, {2.1}),
        ("FREQ=YEARLY;BYMONTH=1,2,3", 4, {6.2}),
        ("FREQ=MONTHLY;INTERVAL=3", 16, {6.2, 6.3}),
        ("FREQ=WEEKLY", 0, set()),
    ],
)
def test_recurring_duties_are_boxes_at_their_months(rrule: str, count: int, widths: set[float]) -> None:
    found = bars(limit("recurring", rrule=rrule), ON, Window(2017, 2020), None)
    assert len(found) == count
    assert {bar.form for bar in found} <= {"oc"}
    for bar in found:
        assert min(abs(bar.width - width) for width in widths) < 0.15


def test_recurring_duties_begin_with_their_first_year() -> None:
    found = bars(limit("recurring", start=date(2019, 1, 1), rrule="FREQ=YEARLY"), ON, Window(2017, 2020), None)
    assert len(found) == 2


def test_without_a_day_nothing_is_drawn() -> None:
    assert bars(limit("relative"), ON, Window(2017, 2020), ISSUED) == []


@given(st.dates(date(1990, 1, 1), date(2060, 1, 1)), st.dates(date(1990, 1, 1), date(2060, 1, 1)))
def test_bars_stay_on_the_line(due: date, on: date) -> None:
    limits = [
        limit("by", due),
        limit("within", due, date(1995, 1, 1)),
        limit("recurring", rrule="FREQ=YEARLY;BYMONTH=12"),
    ]
    shown = window(limits, on)
    for each in limits:
        for bar in bars(each, on, shown, None):
            assert 0 <= bar.left <= 100
            assert bar.left + bar.width <= 100.1


def items() -> list[Item]:
    """Three deadlines: with a day, yearly in October, without a day."""
    limits = [
        limit("by", date(2018, 12, 31)),
        limit("recurring", start=date(2017, 1, 1), rrule="FREQ=YEARLY;BYMONTH=10"),
        limit("relative"),
    ]
    return [Item(each, "(九)", "加快推进政府立法", "某方案", "牵头") for each in limits]


def test_the_calendar_has_what_has_a_day() -> None:
    events = Calendar.from_ical(agenda.calendar("时限", items())).walk("VEVENT")
    assert [event.decoded("dtstart") for event in events] == [date(2018, 12, 31), date(2017, 10, 1)]
    assert str(events[0]["summary"]) == "〔牵头〕要做的事"
    assert "不表示没有完成" in str(events[0]["description"])


def test_the_sheet_has_every_deadline_with_its_state() -> None:
    page = openpyxl.load_workbook(io.BytesIO(xlsx.workbook([agenda.sheet(items(), ON, "来源")]))).active
    assert [row[2].value for row in page.iter_rows(min_row=2, max_row=4)] == ["即将到期", "长期", "待定"]


def test_a_rule_that_cannot_be_read_has_no_first_day() -> None:
    assert agenda.first_day("nonsense", ISSUED) is None
    assert agenda.first_day("FREQ=YEARLY;BYMONTH=10;BYMONTHDAY=1", ISSUED) == date(2017, 10, 1)
