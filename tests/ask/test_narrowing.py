"""Words that narrow a question are used, or the question is refused: an answer without them would be wrong."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

import pytest

from graph_loader.stores.base import GraphStore
from queries.ask import ask
from queries.model import Answer
from queries.understand.meaning import understand

Graphs = Mapping[str, GraphStore]


def _zhangye(question: str, graphs: Graphs) -> Answer:
    return ask(question, graphs["zhangye"], today=date(2018, 1, 1))


@pytest.mark.parametrize(
    ("question", "measures"),
    [
        ("司法局牵头但法制办没有牵头的措施", ("(二十三)",)),
        ("责任单位不包括市直各部门的是哪条", ("(二十三)",)),
        ("第三部分里法制办牵头的", ("(三十)", "(三十二)")),
        ("保障机制包括哪几条", ("(二十九)", "(三十)", "(三十一)", "(三十二)")),
        ("2018年到期的一次性任务", ("(五)", "(十)", "(十三)", "(十八)", "(二十七)")),
        ("2018年到期的有哪些，每年重复的别算", ("(五)", "(十)", "(十三)", "(十八)", "(二十七)")),
        ("2017年第四季度到期的措施", ("(五)", "(九)", "(十四)", "(二十三)", "(三十)")),
        ("哪一条提到甘州区政府", ("(二十)",)),
        ("一线执法人员要达到60%是哪条说的", ("(十二)",)),
        ("哪条要求法制机构不少于5个人", ("(三十)",)),
        ("由四家单位牵头的有哪几条", ("(十八)", "(二十六)", "(三十)")),
        ("编办跟法制办都在牵头的有哪几条", ("(四)", "(十二)", "(三十)")),
        ("2017 年底 到期", ("(五)", "(九)", "(十四)", "(二十三)", "(三十)")),
        ("干不好要被约谈的是哪一条", ("(三十一)",)),
    ],
)
def test_measures(question: str, measures: tuple[str, ...], embedded_graphs: Graphs) -> None:
    assert _zhangye(question, embedded_graphs).measures == measures


@pytest.mark.parametrize(
    ("question", "units"),
    [
        ("法制办和编办谁牵头得多", ("市政府法制办",)),
        ("政府办和法制办哪家牵头少", ("市政府办",)),
        ("牵头任务第二多的是哪家", ("市政府办",)),
        ("牵头措施数排名第三的单位", ("市人社局",)),
        ("第十条现在最终该找谁负责", ("市司法局", "市政府办")),
        ("这个方案是谁发的", ("中共张掖市委", "张掖市人民政府")),
    ],
)
def test_units(question: str, units: tuple[str, ...], embedded_graphs: Graphs) -> None:
    assert sorted(_zhangye(question, embedded_graphs).units) == sorted(units)


def test_units_that_are_gone(embedded_graphs: Graphs) -> None:
    gone = set(_zhangye("牵头单位里有哪些已经撤销或改名了", embedded_graphs).units)
    assert {"市政府法制办", "市工商局", "市环保局", "市卫计委"} <= gone
    assert "市司法局" not in gone


@pytest.mark.parametrize(
    "question",
    [
        "北京市教育委员会牵头哪些任务",
        "哪几条不用各县区政府牵头也不用市直各部门负责",
        "第十条2018年谁牵头",
        "第二部分有哪些文件",
        "第三部分里比较法制办和司法局的任务",
        "最后一条措施是哪条",
        "张掖和清泽都有的牵头单位是哪些",
    ],
)
def test_what_cannot_be_used_is_not_passed_over(question: str, embedded_graphs: Graphs) -> None:
    assert ask(question, embedded_graphs["places"]).refused


def test_a_count_after_a_list_counts_that_list(embedded_graphs: Graphs) -> None:
    store = embedded_graphs["zhangye"]
    assert ask("一共有几条？", store, previous=ask("哪些措施没写时限", store)).count == 16


def test_a_place_named_once_holds_for_both_units(embedded_graphs: Graphs) -> None:
    meant = understand("河汐市市场监管局与市财政局，谁参与的任务多", embedded_graphs["places"])
    assert meant.reading is not None
    assert meant.reading.bound.params["others"] == ["河汐市/市财政局"]


def test_a_word_of_the_measures_is_no_place(embedded_graphs: Graphs) -> None:
    answer = ask("鸣沙县老城区排水管网改造什么时候完工", embedded_graphs["places"])
    assert answer.deadlines == ("2024-11-30",)
