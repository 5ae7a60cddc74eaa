"""Offices of one body as what is asked for, papers by what they hold and by their year, and who carries most."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import pytest

from graph_loader.loading import load_files
from graph_loader.settings import Settings
from graph_loader.stores import open_store
from graph_loader.stores.base import GraphStore
from queries.ask import ask
from tests.ask.test_questions import GOLD

_PLANS = (
    "ningzhou-shi-zhuanjing.txt",
    "pingyang-qu-zhiben.txt",
    "qingpuling-jiaoyu.txt",
    "donggang-shi-yihao.txt",
    "yucheng-qu-zhongdian.xlsx",
)
DAY = date(2026, 11, 22)


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[GraphStore]:
    folder = tmp_path_factory.mktemp("papers")
    store = open_store(Settings(graph=folder / "graph.lbug"), write=True)
    load_files([GOLD / "plans" / name for name in _PLANS], store)
    yield store
    store.close()


@pytest.mark.parametrize(
    ("question", "units"),
    [
        ("集团化办学，是哪个科挑头的？", ("基教科",)),
        ("完善心理健康服务体系由哪些科室负责", ("基教科", "思政科", "职成科")),
        ("集团化办学配合科室是谁", ("市教科院", "组织人事科", "财务科")),
        ("青浦岭要点第9条，除了资助管理中心还有哪个科室管", ("安全稳定科",)),
        ("规范民办义务教育谁管", ("基教科", "民办教育管理科")),
        ("宁州十条里谁的事最多", ("市工信局",)),
        ("平阳治本攻坚方案里牵头最多的单位", ("区应急局",)),
    ],
)
def test_units(question: str, units: tuple[str, ...], store: GraphStore) -> None:
    assert tuple(sorted(ask(question, store, today=DAY).units)) == units


@pytest.mark.parametrize("question", ["青浦岭教育局有几个科室", "哪个科室的科长叫什么", "哪些企业已经领到了技改补助"])
def test_what_no_paper_tells_is_refused(question: str, store: GraphStore) -> None:
    assert ask(question, store, today=DAY).refused


@pytest.mark.parametrize(
    ("question", "measures"),
    [
        ("宁州十条里写明了牵头单位但牵头的并非市工信局的是哪几条", ("七、", "八、")),
        ("宁州十条里有市工信局没有市财政局牵头的", ("一、", "三、")),
        ("区应急局与区消防救援大队均列为责任单位的条款", ("3.", "8.")),
        ("东港台账里点了市公安局名的有哪两项？", ("4.", "7.")),
        ("2024年方案里区应急局牵头的措施", ("1.", "7.")),
        ("青浦岭要点里半年一报的是第几条", ("3.",)),
    ],
)
def test_measures(question: str, measures: tuple[str, ...], store: GraphStore) -> None:
    assert ask(question, store, today=DAY).measures == measures


@pytest.mark.parametrize(
    ("question", "titles"),
    [
        ("哪份文件中有由供电公司牵头的措施？", ("宁州市扶持",)),
        ("哪几份文件含有2023年10月到期的事项", ("渔城区2023",)),
        ("哪份文件没有配合单位", ("渔城区2023",)),
        ("哪份文件印发得最早", ("青浦岭市教育局",)),
        ("措施最多的是哪份文件", ("平阳区",)),
    ],
)
def test_papers(question: str, titles: tuple[str, ...], store: GraphStore) -> None:
    answer = ask(question, store, today=DAY)
    assert answer.refused is None
    assert len(answer.documents) == len(titles)
    assert all(title.startswith(start) for title, start in zip(answer.documents, titles, strict=True))


@pytest.mark.parametrize(
    ("before", "question", "measures"),
    [
        ("渔城区分解表里2023年10月到期的任务是哪项？", "那11月的呢？", ("2",)),
        ("渔城区分解表里2023年10月底前到期的任务有哪些", "11月底呢", ("7", "1", "2")),
    ],
)
def test_a_follow_up_keeps_the_year(before: str, question: str, measures: tuple[str, ...], store: GraphStore) -> None:
    answer = ask(question, store, previous=ask(before, store, today=DAY), today=DAY)
    assert answer.measures == measures


def test_a_follow_up_by_number_stays_in_the_paper(store: GraphStore) -> None:
    before = ask("青浦岭要点第5条的配合单位有哪些", store, today=DAY)
    answer = ask("第7条又是哪些单位", store, previous=before, today=DAY)
    assert answer.understood is not None
    assert answer.understood.query == "measure-supports"


@pytest.mark.parametrize(
    ("question", "day"),
    [
        ("现在都2023年12月了，渔城区分解表里哪些过期了", "2023-12-01"),
        ("眼看都年底了，哪些任务已经过期", "2026-11-22"),
    ],
)
def test_the_time_that_is_remarked(question: str, day: str, store: GraphStore) -> None:
    answer = ask(question, store, today=DAY)
    assert answer.understood is not None
    assert str(answer.understood.params["date"]) == day
