"""Questions that combine conditions on roles: two units each with its own, one role and not another, nobody in some role."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from graph_loader.loading import load_files
from graph_loader.settings import Settings
from graph_loader.stores import open_store
from graph_loader.stores.base import GraphStore
from queries.ask import ask
from queries.understand.roles import clauses
from tests.ask.test_questions import GOLD

_PLANS = (
    "ningzhou-shi-zhuanjing.txt",
    "xishan-sheng-shuiwang.txt",
    "pinghu-sheng-keji.txt",
    "tongshan-qu-xiaofang.txt",
)


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[GraphStore]:
    folder = tmp_path_factory.mktemp("conditions")
    store = open_store(Settings(graph=folder / "graph.lbug"), write=True)
    load_files([GOLD / "plans" / name for name in _PLANS], store)
    yield store
    store.close()


@pytest.mark.parametrize(
    ("question", "measures"),
    [
        ("平瀚省科技厅牵头、财政厅负责的是哪几项", ("（二）", "（四）")),
        ("宁州市工信局列为责任单位而市大数据局也是责任单位的条款", ("九、",)),
        ("平瀚省科技成果转化的意见里省科技厅牵头但没有省教育厅的", ("（二）", "（四）", "（五）")),
        ("平瀚省科技厅和教育厅一个都没牵头的是哪几条", ("（六）", "（七）")),
        ("宁州市哪些任务市工信局只是配合，不牵头？", ("七、", "八、")),
        ("西杉省财政厅在哪些任务里是责任单位而不是牵头单位", ("（二）", "（四）")),
        ("宁州方案里没有牵头单位只写了责任单位的有哪些", ("五、", "六、", "九、", "十、")),
        ("宁州市哪几条既有牵头单位又有配合单位", ("七、", "八、")),
        ("宁州市哪些条只有一家单位、没有别的单位", ("一、", "六、")),
        ("西杉省哪些任务没写谁来配合", ("（一）", "（二）", "（四）")),
        ("平瀚省哪几条落到市州头上", ("（五）",)),
        ("在宁州十条里市工信局和市科技局联合牵头的是哪条", ("三、",)),
    ],
)
def test_measures_by_several_conditions(question: str, measures: tuple[str, ...], store: GraphStore) -> None:
    assert ask(question, store).measures == measures


@pytest.mark.parametrize(
    ("question", "units"),
    [
        ("宁州市发改委配合的那条是谁牵头", {"国网宁州供电公司"}),
        ("西杉省谁给省财政厅打配合", {"国家开发银行西杉省分行", "农业发展银行西杉省分行"}),
        ("西杉省（三）除了省水利厅还有谁参与", {"省气象局", "省水文局", "中国电信西杉公司"}),
        ("除市工信局外，宁州市还有谁当过牵头单位", {"国网宁州供电公司", "市商务局", "市科技局", "市财政局"}),
        ("宁州市牵头数仅次于工信局的是哪些单位", {"国网宁州供电公司", "市商务局", "市科技局", "市财政局"}),
        ("西杉省水价改革那条，财政厅是牵头还是责任", {"省财政厅"}),
        ("平瀚省建设概念验证中心那条，牵头的是科技厅还是财政厅", {"省科技厅"}),
        ("清理消防车通道，区城管局算不算牵头的", {"区城管局"}),
    ],
)
def test_units_by_several_conditions(question: str, units: set[str], store: GraphStore) -> None:
    assert set(ask(question, store).units) == units


def test_the_question_says_on_which_day_it_is_asked(store: GraphStore) -> None:
    answer = ask("今天是2024年2月1号，桐山区2023年冬春火灾防控工作方案那三项，哪些已经过了期限？", store)
    assert answer.measures == ("1、", "2、")


def test_a_clause_takes_what_it_lacks_from_the_one_before() -> None:
    said = clauses.read("U列为责任单位而U未列的是哪一条")
    assert [(clause.units, sorted(clause.roles), clause.no) for clause in said] == [
        ([0], ["responsible"], False),
        ([1], ["responsible"], True),
    ]


def test_nobody_is_told_from_not_this_one() -> None:
    (_, nobody) = clauses.read("U牵头、没有配合单位的")
    (_, not_this) = clauses.read("U负责、不是牵头单位的")
    assert nobody.anybody
    assert not not_this.anybody
    assert not_this.units == [0]


def test_what_is_not_of_roles_is_not_composed() -> None:
    assert clauses.understood("U牵头、U配合的任务")
    assert not clauses.understood("U牵头、U配合的时限")
    assert not clauses.understood("U牵头、U报名的任务")
