"""Dates in questions, as of 15 August 2018."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from queries.understand import dates

TODAY = date(2018, 8, 15)


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("2018年底前", None, "2018-12-31"),
        ("2018年前", None, "2017-12-31"),
        ("2018年以前", None, "2017-12-31"),
        ("2018年12月31日之前", None, "2018-12-31"),
        ("截至2018年12月31日", None, "2018-12-31"),
        ("以2019年6月30日为准", None, "2019-06-30"),
        ("2017年年底前", None, "2017-12-31"),
        ("二〇一八年底", None, "2018-12-31"),
        ("18年底前", None, "2018-12-31"),
        ("到2018年底", None, "2018-12-31"),
        ("2018年到期的", "2018-01-01", "2018-12-31"),
        ("今年底前", None, "2018-12-31"),
        ("年底前要完成", None, "2018-12-31"),
        ("去年到期的", "2017-01-01", "2017-12-31"),
        ("明年年底", None, "2019-12-31"),
        ("下个季度", "2018-10-01", "2018-12-31"),
        ("上个月", "2018-07-01", "2018-07-31"),
        ("2018年第一季度", "2018-01-01", "2018-03-31"),
        ("2018年上半年", "2018-01-01", "2018-06-30"),
        ("2018年1月至6月", "2018-01-01", "2018-06-30"),
        ("2017年到2019年", "2017-01-01", "2019-12-31"),
        ("2018年1月1日之后", "2018-01-02", None),
        ("2018年以后", "2019-01-01", None),
        ("从2018年起", "2018-01-01", None),
        ("12月31日前", None, "2018-12-31"),
        ("12月底前", None, "2018-12-31"),
        ("十三五期间", "2016-01-01", "2020-12-31"),
        ("未来30天", "2018-08-15", "2018-09-14"),
        ("2018-06-30之前", None, "2018-06-30"),
        ("by the end of 2018", None, "2018-12-31"),
        ("before 2018", None, "2017-12-31"),
        ("due in 2020", "2020-01-01", "2020-12-31"),
        ("q1 2018", "2018-01-01", "2018-03-31"),
        ("by december 2018", None, "2018-12-31"),
        ("this year", "2018-01-01", "2018-12-31"),
    ],
)
def test_bounds(text: str, first: str | None, last: str | None) -> None:
    (found,) = dates.find(text, TODAY)
    assert found.value.bounds == tuple(day and date.fromisoformat(day) for day in (first, last))


@pytest.mark.parametrize(
    ("text", "months"),
    [
        ("每年10月要做什么", (10,)),
        ("每年第一季度", (1, 2, 3)),
        ("十月份", (10,)),
        ("10月到期的", (10,)),
        ("头一个季度", (1, 2, 3)),
        ("一季度的固定任务", (1, 2, 3)),
    ],
)
def test_months_of_every_year(text: str, months: tuple[int, ...]) -> None:
    (found,) = dates.find(text, TODAY)
    assert (found.kind, found.value) == ("month", months)


@pytest.mark.parametrize("text", ["2018年13月", "1年内发生多起", "第十条", "两年内", "现在由谁承接", "哪一天到期"])
def test_what_is_no_date(text: str) -> None:
    assert dates.find(text, TODAY) == []


@given(
    st.text(alphabet="0123456789年月日底前后到至第一二季度上下半今明去本周内十三五-/. ", max_size=24),
    st.dates(date(1990, 1, 1), date(2090, 12, 31)),
)
def test_any_text_is_read(text: str, today: date) -> None:
    for found in dates.find(text, today):
        assert text[found.start : found.end] == found.text
