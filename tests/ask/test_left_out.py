"""What a question leaves out, what stands beside the last answer's measure, and clauses of papers that are not loaded."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from graph_loader.stores.base import GraphStore
from queries.ask import ask

Graphs = Mapping[str, GraphStore]


@pytest.mark.parametrize(
    ("question", "measures"),
    [
        ("除了第二十三条，市司法局还牵了哪几条？", ("(二十二)", "(二十四)", "(三十二)")),
        ("除第四条和第十二条外，市编办还牵头哪些", ("(三十)",)),
        ("第三十一条除外，市委组织部牵头的有哪些", ("(二十五)", "(二十六)", "(二十七)", "(三十)")),
        ("市编办牵头哪几条？第四条不算", ("(十二)", "(三十)")),
    ],
)
def test_measures_that_are_excepted(question: str, measures: tuple[str, ...], embedded_graphs: Graphs) -> None:
    assert ask(question, embedded_graphs["zhangye"]).measures == measures


@pytest.mark.parametrize(
    ("before", "question", "units"),
    [
        ("(十九)的牵头单位是谁？", "下一条呢", ("市政府法制办",)),
        ("(二十一)由谁牵头", "上一项的牵头单位呢", ("市政府法制办",)),
        ("(二十二)讲了什么", "往下一条谁牵头", ("市司法局",)),
        ("Who leads measure 20?", "and number 23?", ("市司法局",)),
    ],
)
def test_the_measure_beside(before: str, question: str, units: tuple[str, ...], embedded_graphs: Graphs) -> None:
    store = embedded_graphs["zhangye"]
    assert ask(question, store, previous=ask(before, store)).units == units


def test_behind_the_last_measure_stands_none(embedded_graphs: Graphs) -> None:
    store = embedded_graphs["zhangye"]
    answer = ask("下一条呢", store, previous=ask("(三十二)由谁牵头", store))
    assert answer.units == ()
    assert "没有" in answer.answer


def test_a_clause_of_a_paper_that_is_only_cited_is_no_clause_of_another(embedded_graphs: Graphs) -> None:
    store = embedded_graphs["zhangye"]
    assert ask("《甘肃省法治政府建设实施方案》的第八条是省里哪个厅牵头？", store).refused
    assert ask("《张掖市法治政府建设实施方案》的第八条谁牵头？", store).units


def test_what_others_lead_too_is_taken_away(embedded_graphs: Graphs) -> None:
    store = embedded_graphs["zhangye"]
    before = ask("人社局和组织部共同牵头的措施有哪些？", store)
    assert ask("里面把法制办也牵头的刨掉", store, previous=before).measures == ("(二十五)",)


@pytest.mark.parametrize(
    ("question", "documents"),
    [
        ("本实施方案系以哪份文件为依据制定？", ("甘肃省法治政府建设实施方案(2016-2020年)",)),
        ("哪些文件以《甘肃省法治政府建设实施方案(2016-2020年)》为依据", ("张掖市法治政府建设实施方案(2016-2020年)",)),
    ],
)
def test_which_paper_is_the_basis_of_which(question: str, documents: tuple[str, ...], embedded_graphs: Graphs) -> None:
    assert ask(question, embedded_graphs["zhangye"]).documents == documents


def test_papers_of_an_open_span(embedded_graphs: Graphs) -> None:
    answer = ask("印发日期在2023年1月1日之后的文件有哪些？", embedded_graphs["places"])
    assert set(answer.documents) == {"2024年重点工作责任分解方案", "星河市2025年民生实事任务清单"}
    assert ask("2019年以前印发的有几份文件", embedded_graphs["places"]).count == 2
