"""Questions that tell in their own words what a measure is about."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from graph_loader.stores.base import GraphStore
from queries.ask import ask
from queries.understand.content.passages import Passages
from queries.understand.content.topics import MeasureText

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


def test_two_words_may_be_shortened_to_two_characters() -> None:
    near = PASSAGES.nearest("搞办条的", EVERY)
    assert near is not None
    assert near.measure.id == "b"
    assert PASSAGES.nearest("办条件的", EVERY).measure.id == "b"  # type: ignore[union-attr]


def test_nothing_is_found_where_nothing_is_told() -> None:
    assert PASSAGES.nearest("明天下雨", EVERY) is None
    assert PASSAGES.nearest("民告官", frozenset("b")) is None


@pytest.mark.parametrize(
    ("question", "field", "expected"),
    [
        ("市县两级统一的那个执法信息平台，几时之前要建起来", "deadlines", {"2018-12-31"}),
        ("管钱管采购的岗位得定期换人，这是哪一条的要求", "measures", {"(十八)"}),
        ("法治公园、法治长廊这些地方是哪些部门牵头弄的", "units", {"市委宣传部", "市政府法制办", "市司法局"}),
        ("辅警那些人怎么管，明确岗位职责这一条，谁牵头呢", "units", {"市政府法制办", "市财政局", "市公安局"}),
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


ENGLISH = Passages(
    [
        MeasureText(id, title, text, f"{title}\n{text}")
        for id, title, text in [
            ("a", "开展汽车保税存储", "允许进口汽车保税存储、展示。"),
            ("b", "整治消防车通道", "集中整治占用堵塞消防车通道。"),
            ("c", "新建幼儿园", "年内新建公办幼儿园3所。"),
        ]
    ]
)


@pytest.mark.parametrize(
    ("told", "meant"),
    [
        ("letting imported cars be stored under bond", "a"),
        ("blocked fire lanes", "b"),
        ("the new kindergartens", "c"),
    ],
)
def test_what_is_told_in_english_is_found_by_the_glossary(told: str, meant: str) -> None:
    near = ENGLISH.nearest(told, EVERY)
    assert near is not None
    assert near.sure
    assert near.measure.id == meant


def test_english_words_that_a_measure_lacks_count_against_it() -> None:
    near = ENGLISH.nearest("vaccine storage for tourism", EVERY)
    assert near is not None
    assert not near.sure


@pytest.mark.parametrize(
    ("question", "field", "expected"),
    [
        (
            "第十条里头点了名要严格执行的办法有哪些",
            "documents",
            {"甘肃省行政规范性文件管理办法", "张掖市行政规范性文件异议申请审查办法"},
        ),
        ("我们是搞行政复议的，哪条跟我们有关", "measures", {"(二十)"}),
    ],
)
def test_regulations_of_a_measure_and_a_trade_of_the_asker(
    embedded_graphs: Mapping[str, GraphStore], question: str, field: str, expected: set[str]
) -> None:
    assert set(getattr(ask(question, embedded_graphs["zhangye"]), field)) == expected


def test_documents_are_found_by_the_words_in_them(embedded_graphs: Mapping[str, GraphStore]) -> None:
    answer = ask("哪些文件提到了物业服务企业", embedded_graphs["places"])
    assert answer.understood is not None
    assert answer.understood.query == "documents-by-words"
    assert any("物业" in title for title in answer.documents)
