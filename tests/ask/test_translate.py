"""English questions in Chinese: the longest phrase, stems, numbers, and Chinese words in brackets in the place of the English ones."""

from __future__ import annotations

import pytest

from queries.understand.cues import amounts, ordinals, tidy
from queries.understand.wording.translate import glossed, in_chinese


@pytest.mark.parametrize(
    ("english", "chinese"),
    [
        ("which measures does 市司法局 lead", "哪些措施市司法局牵头"),
        ("which bodies are in charge of clause 12", "哪些单位牵头第12条"),
        ("what is led by 市审计局", "什么牵头市审计局"),
        ("which measures name just a single lead organisation", "哪些措施有只有一个牵头单位"),
        ("who leads more measures than anybody else", "谁牵头最多"),
        ("what must be done by the end of 2018", "什么到期 by the end of 2018"),
        ("who leads measure (十九)", "谁牵头措施(十九)"),
        ("who leads the harbour works", "谁牵头 harbour"),
        ("市司法局牵头哪些措施", "市司法局牵头哪些措施"),
    ],
)
def test_word_by_word(english: str, chinese: str) -> None:
    assert in_chinese(english) == chinese


def test_brackets_stand_for_what_is_before_them_up_to_the_word_that_governs_it() -> None:
    text = "who leads the work on lowering the cost of getting electricity (降低获得电力成本)"
    assert "cost" not in glossed(text)
    assert in_chinese(text) == "谁牵头降低获得电力成本"
    assert glossed("who leads measure (十九)") == "who leads measure (十九)"


@pytest.mark.parametrize(
    ("english", "least", "most"),
    [
        ("which units lead exactly one measure", 1, 1),
        ("which units lead at least five tasks", 5, None),
        ("measures led by 3 or more units", 3, None),
        ("measures with fewer than two lead units", None, 1),
        ("top 5 units", None, 5),
    ],
)
def test_amounts_in_english(english: str, least: int | None, most: int | None) -> None:
    amount = amounts(tidy(english))[0].value
    assert (amount.least, amount.most) == (least, most)


def test_places_in_an_order() -> None:
    for text in ("which unit leads the second most measures", "which unit comes 2nd", "runner-up"):
        assert [item.value for item in ordinals(tidy(text))] == [2], text
