"""Questions that tell in their own words what a measure is about."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from graph_loader.stores.base import GraphStore
from queries.ask import ask
from queries.understand.passages import Passages
from queries.understand.topics import MeasureText

MEASURES = [
    ("a", "健全行政应诉机制", "被诉行政机关负责人应当出庭应诉。"),
    ("b", "改善办学条件", "年内新增公办幼儿园学位3000个。"),
    ("c", "充实一线", "从事一线工作的人员达到60%以上。"),
]
PASSAGES = Passages([MeasureText(id, title, text, f"{title}\n{text}") for id, title, text in MEASURES])
EVERY = frozenset("abc")


@pytest.mark.parametrize(
    ("told", "meant"),
    [
        ("民告官的时候当官的得自己上法庭", "a"),
        ("多出三千个学位", "b"),
        ("干一线的要占六成往上", "c"),
        ("百分之六十在一线", "c"),
    ],
)
def test_what_is_told_is_found_by_official_words_and_by_value(told: str, meant: str) -> None:
    near = PASSAGES.nearest(told, EVERY)
    assert near is not None
    assert near.measure.id == meant


def test_nothing_is_found_where_nothing_is_told() -> None:
    assert PASSAGES.nearest("明天下雨", EVERY) is None
    assert PASSAGES.nearest("民告官", frozenset("b")) is None


@pytest.mark.parametrize(
    ("question", "field", "expected"),
    [
        ("市县两级统一的那个执法信息平台，几时之前要建起来", "deadlines", {"2018-12-31"}),
        ("管钱管采购的岗位得定期换人，这是哪一条的要求", "measures", {"(十八)"}),
        ("法治公园、法治长廊这些地方是哪些部门牵头弄的", "units", {"市委宣传部", "市政府法制办", "市司法局"}),
        ("法律顾问队伍这块，组织部要牵头的是哪一条", "measures", {"(三十)"}),
        ("干得不行就约谈的规定是哪一条里的", "measures", {"(三十一)"}),
    ],
)
def test_a_measure_told_of_is_answered_for(
    embedded_graphs: Mapping[str, GraphStore], question: str, field: str, expected: set[str]
) -> None:
    answer = ask(question, embedded_graphs["zhangye"])
    assert answer.refused is None
    assert set(getattr(answer, field)) == expected


@pytest.mark.parametrize(
    "question",
    [
        "公务员诚信档案建成了吗",
        "执法信息平台花了多少钱",
        "以案释法制度实际是哪天落实的",
        "执法信息平台什么时候升级换代",
        "张掖仲裁委员会的专家是怎么选的",
        "哪一条的局长被约谈过",
    ],
)
def test_what_else_is_asked_of_it_is_refused(embedded_graphs: Mapping[str, GraphStore], question: str) -> None:
    assert ask(question, embedded_graphs["zhangye"]).refused is not None
