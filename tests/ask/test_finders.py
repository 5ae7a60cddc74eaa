"""Small finders: numbers of measures, amounts, what is asked for, and completing follow-ups."""

from __future__ import annotations

import pytest

from queries.directory import KnownMeasure
from queries.understand import cues
from queries.understand.cues import Amount
from queries.understand.found import apart
from queries.understand.measures import Numbers, number_value
from queries.understand.wording.sound import sounds
from queries.understand.wording.words import tokens

NUMBERS = Numbers(
    [
        *(KnownMeasure(f"a#{n}", "a", f"({n})", "", 0) for n in ("三", "四", "十", "十一", "二十")),
        *(KnownMeasure(f"b#{n}", "b", f"{n}.", "", 0) for n in (3, 4)),
    ]
)

ARTICLES = Numbers(
    [
        KnownMeasure("c#二", "c", "第二条", "", 0),
        KnownMeasure("c#②", "c", "②", "", 0),
        KnownMeasure("d#②", "d", "②", "", 0),
    ]
)


@pytest.mark.parametrize(("text", "ids"), [("第二条谁牵头", ("c#二", "d#②")), ("第2项谁牵头", ("c#二", "c#②", "d#②"))])
def test_circled_numbers_are_numbers(text: str, ids: tuple[str, ...]) -> None:
    (found,) = apart(ARTICLES.find(text))
    assert found.value == ids


@pytest.mark.parametrize(
    ("text", "ids"),
    [
        ("谁牵头第十条", ("a#十",)),
        ("27条 时限", ()),
        ("序号为十的措施", ("a#十",)),
        ("第（四）项的牵头单位".replace("（", "(").replace("）", ")"), ("a#四",)),
        ("第四条", ("a#四", "b#4")),
        ("(二十)牵头单位", ("a#二十",)),
        ("措施十一谁牵头", ("a#十一",)),
        ("第20条谁牵头", ("a#二十",)),
        ("第十、十一条", ("a#十", "a#十一")),
        ("谁牵头措施20", ("a#二十",)),
        ("第一百条谁牵头", ()),
        ("第三条到第四条谁牵头", ("a#三", "b#3", "a#四", "b#4")),
        ("第（十）至（十一）项".replace("（", "(").replace("）", ")"), ("a#十", "a#十一")),
    ],
)
def test_measures_by_number(text: str, ids: tuple[str, ...]) -> None:
    (found,) = apart(item for item in NUMBERS.find(text) if item.kind == "measure")
    assert found.value == ids


@pytest.mark.parametrize("text", ["牵头哪几条", "前三个单位", "三项以上", "这一条谁牵头", "第一季度", "有几项"])
def test_what_is_no_number_of_a_measure(text: str) -> None:
    assert NUMBERS.find(text) == []


@pytest.mark.parametrize(
    ("number", "value"),
    [("(四)", 4), ("4.", 4), ("四、", 4), ("第四条", 4), ("１２．", 12), ("“一核”", None), ("", None)],
)
def test_values_of_printed_numbers(number: str, value: int | None) -> None:
    assert number_value(number) == value


@pytest.mark.parametrize(
    ("text", "amount"),
    [
        ("牵头最多的前三个单位", Amount(None, 3)),
        ("任务最重的5个单位", Amount(None, 5)),
        ("牵头三项以上", Amount(3, None)),
        ("超过两项", Amount(3, None)),
        ("只有一项", Amount(1, 1)),
        ("至多2项", Amount(None, 2)),
        ("四个及四个以上牵头单位", Amount(4, None)),
        ("四项以上(含四项)", Amount(4, None)),
        ("五家(含)以上", Amount(5, None)),
        ("top 3 units", Amount(None, 3)),
        ("at least 2 leads", Amount(2, None)),
    ],
)
def test_amounts(text: str, amount: Amount) -> None:
    (found,) = cues.amounts(cues.tidy(text))
    assert found.value == amount


def test_what_counts_is_told_from_what_lists() -> None:
    assert [cues.counting(cues.tidy(text)) for text in ("牵头几项", "有多少项措施", "how many")] == [True] * 3
    assert [cues.counting(text) for text in ("牵头哪几项", "发文字号是多少", "第几条")] == [False] * 3


def test_politeness_is_left_out() -> None:
    assert cues.tidy("请问一下,市司法局牵头啥呀?") == "市司法局牵头什么"
    assert cues.tidy("？？？") == ""


def test_words_that_ask_the_same_come_to_one_form() -> None:
    assert tokens("U领衔哪几项任务") == tokens("U牵头的是哪些措施")
    assert tokens("M的截止日期") == ["M", "时限"]


def test_names_are_compared_by_sound() -> None:
    assert sounds("法治办") == sounds("法制办")
    assert sounds("司法局") != sounds("财政局")
