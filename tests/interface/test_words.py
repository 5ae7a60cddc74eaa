"""States of deadlines, words in Markdown, the docket's allow-list, answers as people read them."""

from __future__ import annotations

import re
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from interface.components.docket import el
from interface.downloads.answer import answer_csv
from interface.drawing import answers
from interface.frame import links
from interface.frame.markdown import plain
from interface.records.states import Due, every, nearest, state_of, when
from queries.directory import Directory
from queries.model import Answer, Column, Entry, Parameter, Understood

ON = date(2018, 11, 30)


@pytest.mark.parametrize(
    ("kind", "due_on", "state"),
    [
        ("by", date(2018, 11, 29), "overdue"),
        ("by", ON, "soon"),
        ("within", date(2019, 2, 28), "soon"),
        ("within", date(2019, 3, 1), "going"),
        ("recurring", date(2017, 12, 31), "long"),
        ("ongoing", None, "long"),
        ("relative", None, "wait"),
    ],
)
def test_the_state_of_a_deadline_depends_on_the_day(kind: str, due_on: date | None, state: str) -> None:
    assert state_of(kind, due_on, ON) == state


def test_the_nearest_deadline_is_the_next_one_then_the_last_one() -> None:
    past, last, coming = (Due("by", date(year, 12, 31)) for year in (2016, 2017, 2018))
    assert nearest([past, coming, last], ON) == coming
    assert nearest([past, last, Due("relative", None)], ON) == last
    assert nearest([Due("recurring", None, "FREQ=YEARLY")], ON) == Due("recurring", None, "FREQ=YEARLY")
    assert nearest([], ON) is None


@pytest.mark.parametrize(
    ("rrule", "word"),
    [
        ("FREQ=YEARLY;BYMONTH=10", "每年"),
        ("FREQ=MONTHLY;INTERVAL=3;BYMONTHDAY=20", "每季度"),
        ("FREQ=MONTHLY;BYMONTHDAY=28", "每月"),
        ("FREQ=MONTHLY;INTERVAL=6", "每半年"),
        ("FREQ=HOURLY", "周期"),
        ("", "周期"),
    ],
)
def test_recurrence_in_one_word(rrule: str, word: str) -> None:
    assert every(rrule) == word
    assert when(Due("recurring", None, rrule)) == word


@given(st.text("<img src=x onerror=y>![]()*_`#:red[]smile:\\&;$~^市局\n", max_size=40))
def test_markdown_shows_the_words_of_a_document_as_they_are(text: str) -> None:
    html = MarkdownIt("commonmark", {"html": True}).renderInline(plain(text))
    assert "<" not in html.replace("<br", "&lt;br")


def test_markdown_makes_no_pictures_of_short_codes() -> None:
    assert ":smile:" not in plain("市:smile:局").replace("\\", "")


@pytest.mark.parametrize("text", ["市http://a.example局", "HTTPS://a.example", "www.a.example", "a@b.example"])
def test_markdown_makes_no_links_of_addresses(text: str) -> None:
    shown = plain(text)
    assert not re.search(r"https?\\?:|www\\?\.|\\?@\w", shown, re.IGNORECASE)
    assert shown.replace("\\", "").replace("\u2060", "") == text


def test_a_docket_takes_only_what_is_allowed() -> None:
    with pytest.raises(ValueError, match="tag"):
        el("script", "x")  # type: ignore[arg-type]
    with pytest.raises(ValueError, match="attribute"):
        el("p", onclick="x")
    with pytest.raises(ValueError, match="style"):
        el("p", style={"background": "url(x)"})
    assert el("p", None, "", ["一", [el("b", "二")]]) == {"t": "p", "k": ["一", {"t": "b", "k": ["二"]}]}


def test_links_go_only_to_pages_that_there_are() -> None:
    assert links.to("ask", q="谁牵头", after=None) == {"page": "ask", "params": {"q": "谁牵头"}}
    with pytest.raises(KeyError):
        links.to("nowhere")


def an_answer(sentence: str, rows: tuple[tuple[object, ...], ...], units: list[str]) -> Answer:
    columns = (Column("number", "编号"), Column("title", "措施"), Column("document", "文件"), Column("measure_id", ""))
    parameters = (Parameter("units", "unit", "单位", None, True),)
    entry = Entry("unit-leads", "units", "单位牵头的措施", parameters, (), columns, "table", "", "", {}, "MATCH")
    names = tuple(column.name for column in columns)
    understood = Understood("unit-leads", {"units": units}, 1.0)
    return Answer("问", understood, entry, names, rows, sentence, measures=tuple(str(row[0]) for row in rows))


NOBODY = Directory({}, {}, {}, {})


def test_the_sentence_says_the_number_large_and_leaves_a_long_list_to_the_table() -> None:
    listed = "、".join(f"({n})" for n in "一二三四五六七八")
    answer = an_answer(f"市司法局牵头8项措施：{listed}。", (("(一)", "甲", "方案", "m1"),), ["张掖市/市司法局"])
    node = answers.sentence(answer, NOBODY)
    assert isinstance(node, dict)
    assert node["k"] == [
        {"t": "b", "k": ["市司法局"]},
        {"t": "span", "c": "role", "k": ["牵头"]},
        {"t": "b", "c": "big", "k": ["8"]},
        "项措施。",
    ]


def test_rows_that_read_the_same_are_shown_once_and_columns_that_do_not_differ_not_at_all() -> None:
    rows = (("(一)", "甲", "方案", "m1"), ("(一)", "甲", "方案", "m1"), ("(二)", "乙", "方案", "m2"))
    answer = an_answer("", rows, [])
    found = answers.records(answer)
    assert [record["measure_id"] for record in found] == ["m1", "m2"]
    assert answers.counted(answer, found) == "2 项措施"


def test_no_cell_of_a_file_is_a_formula() -> None:
    answer = an_answer("", (("=1+1", "+甲", "@方案", "m"),), [])
    text = answer_csv(answer).decode("utf-8-sig")
    assert all(not cell.startswith(("=", "+", "-", "@")) for cell in text.splitlines()[1].split(","))
