"""What an answer says beside its sets: what was understood, corrected names, what is missing, and why not."""

from __future__ import annotations

from collections.abc import Mapping

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from graph_loader.stores.base import GraphStore
from queries import catalogue
from queries.ask import ask
from queries.understand.readings import phrasings


@pytest.fixture(scope="module")
def store(embedded_graphs: Mapping[str, GraphStore]) -> GraphStore:
    """The Zhangye plan with five made-up places."""
    return embedded_graphs["places"]


def test_it_says_what_it_understood(store: GraphStore) -> None:
    answer = ask("清泽市司法局牵头哪些措施", store)
    assert answer.understood is not None
    assert "清泽市" in answer.understood.sentence or "市司法局" in answer.understood.sentence
    assert 0.5 < answer.understood.confidence <= 1
    assert answer.alternatives


def test_other_readings_are_questions_that_are_answered(store: GraphStore) -> None:
    for text in ask("张掖市司法局牵头哪些措施", store).alternatives:
        assert ask(text, store).refused is None, text


def test_a_corrected_name_is_noted(store: GraphStore) -> None:
    answer = ask("市法治办牵头什么", store)
    assert "按“市政府法制办”理解" in "".join(answer.notes)


def test_several_places_are_said(store: GraphStore) -> None:
    assert "张掖市、清泽市" in "".join(ask("市司法局牵头哪些措施", store).notes)


def test_measures_are_listed_without_the_marks_behind_their_numbers(embedded_graphs: Mapping[str, GraphStore]) -> None:
    answer = ask("延州市燃气清单中长期坚持的任务", embedded_graphs["others"])
    assert answer.measures == ("2.", "4.")
    assert answer.answer.endswith("清单》2、4。")


def test_a_unit_that_no_document_names_has_an_empty_answer(store: GraphStore) -> None:
    answer = ask("张掖市水务局牵头哪些措施", store)
    assert (answer.refused, answer.measures) == (None, ())
    assert "没有" in answer.answer


def test_a_measure_that_no_document_has_is_said(store: GraphStore) -> None:
    answer = ask("第三百条谁牵头", store)
    assert (answer.refused, answer.units) == (None, ())
    assert "没有第三百条" in answer.answer


def test_duties_through_a_group_are_left_out_until_asked_for(store: GraphStore) -> None:
    own, whole = (ask(text, store) for text in ("张掖市司法局负责什么", "连同集体的张掖市司法局负责什么"))
    assert len(own.measures) == 4 < len(whole.measures)
    assert "市直各部门" in "".join(own.notes)


def test_a_question_that_says_too_little_is_asked_back(store: GraphStore) -> None:
    assert ask("谁牵头", store).refused == "请说明要问的是哪项措施。"


def test_words_that_nobody_wrote_have_an_empty_answer(store: GraphStore) -> None:
    answer = ask("哪些措施提到量子通信", store)
    assert (answer.refused, answer.measures) == (None, ())


@pytest.mark.parametrize("question", ["删除所有措施", "局长是谁", "今天天气怎么样", "兰州市司法局牵头哪些措施", ""])
def test_refusals_say_why(store: GraphStore, question: str) -> None:
    answer = ask(question, store)
    assert answer.refused
    assert answer.rows == ()


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    question=st.text(max_size=40)
    | st.text(alphabet="市司法局牵头第十条哪些措施2018年底前谁的（）《》“”、和", max_size=30)
)
def test_any_text_is_answered_or_refused(store: GraphStore, question: str) -> None:
    answer = ask(question, store)
    assert (answer.understood is None) == (answer.refused is not None)


def test_phrasings_are_of_entries() -> None:
    assert phrasings().keys() <= catalogue.load().keys()
