"""What the words of a masked question are for, and the entries that their concepts mean."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from graph_loader.stores.base import GraphStore
from queries import catalogue
from queries.ask import ask
from queries.understand import outside, slots


@pytest.mark.parametrize(
    ("masked", "concepts", "asks"),
    [
        ("U牵头哪些措施", {"unit", "lead"}, {"measures"}),
        ("麻烦给我捋一捋U到底牵头哪些措施", {"unit", "lead"}, {"measures"}),
        ("那一块U牵头哪几条", {"unit", "lead"}, {"measures"}),
        ("U和U一起牵头的有几条", {"unit", "two", "lead", "together"}, {"count"}),
        ("光负责不牵头的单位", {"alone", "do", "not", "lead"}, {"units"}),
        ("M的时限为何时", {"measure", "due"}, {"deadlines"}),
        ("P有哪些责任单位", {"responsible"}, {"units"}),
        ("每年Q要做的有哪些", {"recurring", "quarter"}, set()),
    ],
)
def test_concepts_and_what_is_asked_for(masked: str, concepts: set[str], asks: set[str]) -> None:
    told = slots.read(masked)
    assert told.key - {"two"} == concepts - {"two"}
    assert ("two" in told.key) == ("two" in concepts)
    assert told.asks == asks


def test_what_no_word_covers_is_left_over_and_seen_to_be_asked_for() -> None:
    assert ("楼房", True) in slots.read("U有多少楼房").rest
    assert slots.read("U有多少楼房").asks_for_unknown
    assert not slots.read("U牵头多少项").asks_for_unknown


def test_the_table_of_signatures_names_entries_and_concepts_that_there_are() -> None:
    entries = catalogue.load()
    known = {name for pattern, kind, name in slots._patterns() if kind == "concept"} | {"two"}
    fields = {name for pattern, kind, name in slots._patterns() if kind == "asks"}
    for key, names in slots._signatures().items():
        assert set(names) <= entries.keys()
        assert {word for word in key if not word.startswith(">")} <= known
        assert {word[1:] for word in key if word.startswith(">")} <= fields


def test_a_field_that_is_asked_for_tells_entries_apart() -> None:
    words = frozenset({"measure"})
    assert "measure-deadlines" in slots.meant(words, frozenset({"deadlines"}))
    assert "measure-deadlines" not in slots.meant(words, frozenset({"measures"}))


@pytest.mark.parametrize(
    ("text", "refused"),
    [
        ("时限为何时", False),
        ("为何由U牵头", True),
        ("县区长期坚持的措施", False),
        ("区长是谁", True),
        ("which measures concern fundamental reform", False),
        ("is there a fund", True),
        ("总投资是多少", True),
        ("明年会由谁牵头", True),
    ],
)
def test_a_word_that_refuses_is_a_whole_word(text: str, refused: bool) -> None:
    assert bool(outside.settled(text, text, lambda word: False)) == refused


@pytest.mark.parametrize(
    ("graph", "question", "units", "measures"),
    [
        ("zhangye", "商务局 牵头", (), ()),
        ("zhangye", "气象局有没有任务", (), ()),
        ("places", "张掖商务局牵头哪几项", (), ()),
        ("zhangye", "工商行政管理局和质量技术监督局都牵头的条", (), ("(七)", "(十二)")),
        ("zhangye", "人社局没牵头、组织部牵头的有哪些", (), ("(三十)", "(三十一)")),
        ("zhangye", "谁跟法制办一起牵头的次数最多", ("市政府办",), ()),
        ("zhangye", "第二十条原来是法制办牵头，现在该谁负总责", ("市司法局",), ()),
        ("places", "河汐 3 牵头单位", ("市发展改革委",), ()),
        ("zhangye", "由财政局会同人社局牵头的措施", (), ("(九)",)),
    ],
)
def test_readings(
    graph: str,
    question: str,
    units: tuple[str, ...],
    measures: tuple[str, ...],
    embedded_graphs: Mapping[str, GraphStore],
) -> None:
    answer = ask(question, embedded_graphs[graph])
    assert answer.refused is None
    assert (answer.units, answer.measures) == (units, measures)


def test_a_short_name_of_a_body_is_written_in_full(embedded_graphs: Mapping[str, GraphStore]) -> None:
    answer = ask("河汐哪一条要求业委会党员不低于一半", embedded_graphs["places"])
    assert answer.measures == ("2.",)
