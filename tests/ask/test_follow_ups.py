"""A question goes on from what the one before it was about, and not from the words that it was asked in."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

import pytest

from graph_loader.stores.base import GraphStore
from queries.ask import ask
from queries.model import Answer
from queries.understand.dialogue.anaphora import resolved
from queries.understand.found import Found

Graphs = Mapping[str, GraphStore]
DAY = date(2018, 6, 1)


def _after(before: str, question: str, store: GraphStore) -> Answer:
    return ask(question, store, previous=ask(before, store, today=DAY), today=DAY)


@pytest.mark.parametrize(
    ("graph", "before", "question", "units"),
    [
        ("places", "星河市建设社区食堂谁牵头？", "配合的呢", ("各县区政府", "市市场监管局")),
        ("places", "清泽市公布市县两级权责清单的时限是哪天？", "由谁来牵头", ("市政府法制办", "市编办")),
        ("places", "Which item does 市财政局 support in 星河市?", "Who leads it?", ("市卫生健康委",)),
        ("places", "星河市市民政局牵头什么？", "还有谁跟它一起牵头", ("市商务局",)),
        ("places", "双溪市企业开办便利化由谁牵头？", "提升纳税服务那项呢", ("市税务局",)),
        ("places", "清泽市强化行政复议监督由谁牵头？", "它现在的职责由哪家承接？", ("市司法局",)),
        ("zhangye", "市安监局的职责现在由谁承接？", "质监局又归了谁", ("市市场监管局",)),
    ],
)
def test_units(graph: str, before: str, question: str, units: tuple[str, ...], embedded_graphs: Graphs) -> None:
    assert tuple(sorted(_after(before, question, embedded_graphs[graph]).units)) == units


@pytest.mark.parametrize(
    ("before", "question", "measures"),
    [
        ("时限在2018年的措施有哪些？", "这里面归市委组织部牵头的是哪一条？", ("(二十七)",)),
        ("只有一个牵头单位的措施是哪些？", "里头市司法局的是哪一条", ("(二十三)",)),
        ("保障机制这一章有哪些措施？", "去掉市政府法制办牵头的，还剩哪些", ("(二十九)", "(三十一)")),
        ("市发改委牵头哪几项？", "只看跟市环保局共同牵头的", ("(五)", "(十二)")),
        ("市财政局牵头了哪些措施？", "换成市委政法委再查一遍", ("(八)", "(九)", "(二十一)", "(二十四)")),
    ],
)
def test_measures_of_a_list(before: str, question: str, measures: tuple[str, ...], embedded_graphs: Graphs) -> None:
    assert _after(before, question, embedded_graphs["zhangye"]).measures == measures


def test_a_count_counts_the_list_that_was_narrowed(embedded_graphs: Graphs) -> None:
    store = embedded_graphs["zhangye"]
    narrowed = _after("保障机制这一章有哪些措施？", "其中市政府法制办牵头的", store)
    assert ask("一共几条？", store, previous=narrowed).count == len(narrowed.measures) == 2


def test_a_question_stays_in_the_document_of_the_one_before(embedded_graphs: Graphs) -> None:
    answer = _after("双溪市优化营商环境方案里写了时限的措施有哪些？", "哪一项最早到期？", embedded_graphs["places"])
    assert answer.measures == ("（二）",)


def test_deadlines_are_not_narrowed_by_the_measures_that_have_them(embedded_graphs: Graphs) -> None:
    answer = _after("2018年到期的措施有哪些？", "其中最早到期的是哪项", embedded_graphs["zhangye"])
    assert answer.understood is None or not answer.understood.params.get("within")


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("法制办都没了,它那摊子事现在找谁", "法制办那摊子事现在找谁"),
        ("法制办牵头,除了它,责任单位是谁", "法制办牵头,责任单位是谁"),
        ("谁牵头,它呢", "谁牵头,它呢"),
    ],
)
def test_it_stands_for_the_unit_named_before(text: str, told: str) -> None:
    def find(part: str) -> list[Found]:
        at = part.find("法制办")
        return [Found("unit", at, at + 3, "法制办", ("法制办",))] if at >= 0 else []

    assert resolved(text, find) == told


@pytest.mark.parametrize(
    ("graph", "question", "measures"),
    [
        ("places", "河汐市财政局不牵头、光当责任单位的是哪个任务", ("5.",)),
        ("zhangye", "2018年内到期而市政府法制办并不牵头的措施是哪一项？", ("(十八)",)),
        ("zhangye", "责任单位中不包含市直各部门的措施是哪一项？", ("(二十三)",)),
        ("places", "清泽 每半年", ("（六）",)),
        ("zhangye", "每年10月份要向社会征集立法项目，这事儿记在哪条里呀", ("(九)",)),
    ],
)
def test_conditions_together(graph: str, question: str, measures: tuple[str, ...], embedded_graphs: Graphs) -> None:
    assert ask(question, embedded_graphs[graph], today=DAY).measures == measures


def test_a_place_that_is_left_out_needs_another_that_is_named(embedded_graphs: Graphs) -> None:
    store = embedded_graphs["places"]
    assert ask("清泽的法制办总共牵头几条？别把张掖的算进来", store).count == 4
    answer = ask("法制办总共牵头几条？别把张掖的算进来", store)
    assert answer.refused or answer.count == 4


def test_who_again_asks_the_same_of_another_measure(embedded_graphs: Mapping[str, GraphStore]) -> None:
    store = embedded_graphs["zhangye"]
    answer = ask("第22项又是谁？", store, previous=ask("第21项谁牵头？", store))
    assert set(answer.units) == {"市政府法制办", "市司法局"}
