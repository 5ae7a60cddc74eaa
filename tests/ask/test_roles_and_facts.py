"""Yes-or-no questions, questions about one fact of a measure, and words that only look like something else."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from graph_loader.stores.base import GraphStore
from queries.ask import ask


@pytest.mark.parametrize(
    ("question", "measures"),
    [
        ("市司法局是不是牵头(二十三)", ("(二十三)",)),
        ("市司法局牵头行政复议吗", ()),
        ("甘州区政府是(二十三)的责任单位吗", ("(二十三)",)),
    ],
)
def test_yes_or_no(question: str, measures: tuple[str, ...], embedded_graphs: Mapping[str, GraphStore]) -> None:
    answer = ask(question, embedded_graphs["zhangye"])
    assert answer.refused is None
    assert answer.measures == measures


def test_a_fact_is_found_and_not_its_whole_measure(embedded_graphs: Mapping[str, GraphStore]) -> None:
    answer = ask("中介服务清理什么时候搞完", embedded_graphs["zhangye"])
    assert answer.deadlines == ("2017-12-31",)


@pytest.mark.parametrize("question", ["三公经费公开由谁牵头", "新闻发言人制度由谁牵头"])
def test_a_word_inside_the_words_of_a_measure_refuses_nothing(
    question: str, embedded_graphs: Mapping[str, GraphStore]
) -> None:
    assert ask(question, embedded_graphs["zhangye"]).units == ("市政府办", "市政务服务中心")


def test_money_is_still_refused(embedded_graphs: Mapping[str, GraphStore]) -> None:
    assert ask("法制办的办公经费有多少", embedded_graphs["zhangye"]).refused


def test_three_units_lead_together_only_where_all_do(embedded_graphs: Mapping[str, GraphStore]) -> None:
    answer = ask("市发改委、市卫计委、市环保局一起牵头的措施", embedded_graphs["zhangye"])
    assert answer.measures == ("(十二)",)


def test_another_citys_plan_is_not_taken_for_a_loaded_one(embedded_graphs: Mapping[str, GraphStore]) -> None:
    assert (
        ask("武威市法治政府建设方案的依据是什么", embedded_graphs["zhangye"]).refused == "已载入的文件中没有武威市的。"
    )


def test_a_numbered_question_without_a_place_says_that_several_answer(
    embedded_graphs: Mapping[str, GraphStore],
) -> None:
    notes = ask("第三条谁牵头", embedded_graphs["places"]).notes
    assert any("没有指明地方" in note for note in notes)
