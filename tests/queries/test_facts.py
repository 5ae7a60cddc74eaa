"""Facts of the Zhangye plan that were counted by hand, asked of the catalogue on each engine."""

from __future__ import annotations

from typing import Any

import pytest

from graph_loader.stores.base import GraphStore
from queries.catalogue import load
from queries.model import Answer
from queries.run import run

LEGAL_OFFICE_LEADS = (
    *("(四)", "(五)", "(八)", "(九)", "(十)", "(十二)", "(十三)", "(十四)", "(十五)", "(十七)", "(二十)", "(二十二)"),
    *("(二十四)", "(二十六)", "(二十七)", "(二十八)", "(三十)", "(三十二)"),
)


def ask(store: GraphStore, name: str, counting: bool = False, **params: Any) -> Answer:
    return run(store, load()[name], params, counting=counting)


def test_counts(loaded_store: GraphStore) -> None:
    answer = ask(loaded_store, "counts")
    row = dict(zip(answer.columns, answer.rows[0], strict=True))
    assert {
        name: row[name] for name in ("documents", "measures", "leads", "lead_units", "responsible", "supports", "units")
    } == {
        "documents": 1,
        "measures": 29,
        "leads": 93,
        "lead_units": 32,
        "responsible": 57,
        "supports": 0,
        "units": 34,
    }


def test_what_the_legal_office_leads(loaded_store: GraphStore) -> None:
    answer = ask(loaded_store, "unit-leads", units="市政府法制办")
    assert answer.measures == LEGAL_OFFICE_LEADS
    assert answer.answer.startswith("市政府法制办牵头18项措施：(四)、(五)")
    assert answer.count is None
    assert answer.units == ()
    counted = ask(loaded_store, "unit-leads", counting=True, units="市政府法制办")
    assert (counted.count, counted.measures) == (18, ())


def test_names_of_one_body_are_one_unit(loaded_store: GraphStore) -> None:
    short, full = (ask(loaded_store, "unit-leads", units=name) for name in ("市政府办", "市政府办公室"))
    assert short.rows == full.rows
    assert {"(十四)", "(二十九)", "(三十一)", "(五)"} <= set(short.measures)
    assert len(short.measures) == 14


def test_the_inferred_lead_is_told_apart(loaded_store: GraphStore) -> None:
    answer = ask(loaded_store, "measure-leads", measures="二十八")
    assert answer.units == ("市政府办", "市政府法制办")
    assert [evidence.inferred for evidence in answer.evidence] == [True]
    assert answer.evidence[0].rule
    assert any("推断" in note for note in answer.notes)
    written = ask(loaded_store, "measure-leads", measures="(十三)")
    assert [evidence.inferred for evidence in written.evidence] == [False]
    assert ask(loaded_store, "inferred-assignments").measures == ("(二十八)",)


def test_responsibility_through_a_group_is_told_apart(loaded_store: GraphStore) -> None:
    answer = ask(loaded_store, "unit-responsible", units="市教育局")
    via = {row[answer.columns.index("via")] for row in answer.rows}
    assert via == {"经由市直各部门"}
    assert len(answer.measures) == 28
    assert "(二十三)" not in answer.measures
    assert all("市直各部门" in evidence.text for evidence in answer.evidence)
    assert any("没有逐一点名" in note for note in answer.notes)


def test_evidence_is_the_bracket_with_the_unit_marked(loaded_store: GraphStore) -> None:
    evidence = ask(loaded_store, "measure-leads", measures="(二十三)").evidence[0]
    assert evidence.text == "(牵头单位:市司法局,责任单位:各县区政府)"
    assert [(evidence.text[mark.start : mark.end], mark.kind) for mark in evidence.marks] == [("市司法局", "lead")]
    assert (evidence.measure, evidence.measure_title) == ("(二十三)", "加强人民调解工作")


@pytest.mark.parametrize(
    ("name", "params", "measures"),
    [
        ("deadlines-in-year", {"year": 2017}, {"(五)", "(九)", "(十四)", "(二十三)", "(三十)"}),
        ("deadlines-in-year", {"year": 2018}, {"(五)", "(十)", "(十三)", "(十八)", "(二十七)"}),
        ("deadlines-by-date", {"date": "2018-12-30"}, {"(五)", "(九)", "(十四)", "(二十三)", "(三十)"}),
        ("recurring-in-month", {"month": 10}, {"(九)"}),
        ("recurring-in-month", {"month": 2}, {"(二十九)"}),
        ("measures-one-lead", {}, {"(十三)", "(二十)", "(二十三)", "(二十九)"}),
        ("unit-leads-alone", {"units": "市政府法制办"}, {"(十三)", "(二十)"}),
        ("measures-most-leads", {}, {"(十二)"}),
        ("units-lead-together", {"units": "市委组织部", "others": "市人社局"}, {"(二十五)", "(二十六)", "(二十七)"}),
        ("measures-by-words", {"words": "仲裁"}, {"(二十二)", "(二十三)"}),
        ("liabilities", {}, {"(十一)", "(十九)", "(二十九)", "(三十一)"}),
        ("measures-by-cited-document", {"words": "政府信息公开条例"}, {"(十六)"}),
        ("measures-without-lead", {}, set()),
    ],
)
def test_measures(loaded_store: GraphStore, name: str, params: dict[str, Any], measures: set[str]) -> None:
    assert set(ask(loaded_store, name, **params).measures) == measures


def test_due_by_a_date_includes_that_day_and_says_what_it_knows(loaded_store: GraphStore) -> None:
    answer = ask(loaded_store, "due-as-of", date="2017-12-31")
    assert set(answer.measures) == {"(五)", "(九)", "(十四)", "(二十三)", "(三十)"}
    assert answer.deadlines == ("2017-12-31",)
    assert "这些文件没有记载" in answer.answer
    assert ask(loaded_store, "due-as-of", date="2017-12-30").rows == ()
    by_unit = ask(loaded_store, "due-as-of", date="2017-12-31", units="市司法局", roles=["牵头"])
    assert by_unit.measures == ("(二十三)",)


def test_deadline_evidence_marks_the_time_and_what_it_binds(loaded_store: GraphStore) -> None:
    evidence = ask(loaded_store, "measure-deadlines", measures="(十八)").evidence[0]
    marked = {mark.kind: evidence.text[mark.start : mark.end] for mark in evidence.marks}
    assert marked == {"deadline": "2018年年底前", "undertaking": "建立公务员诚信档案"}


def test_successor_with_its_basis(loaded_store: GraphStore) -> None:
    answer = ask(loaded_store, "unit-successor", units="市政府法制办")
    assert answer.units == ("市司法局",)
    assert "国务院机构改革方案" in answer.answer
    assert any("市司法局承接" in note for note in ask(loaded_store, "unit-leads", units="市政府法制办").notes)


def test_the_basis_of_the_plan(loaded_store: GraphStore) -> None:
    answer = ask(loaded_store, "document-basis", documents="张掖市法治政府建设实施方案(2016-2020年)")
    assert answer.documents == ("甘肃省法治政府建设实施方案(2016-2020年)",)
    assert "根据《甘肃省法治政府建设实施方案" in answer.evidence[0].text


def test_nothing_is_an_answer(loaded_store: GraphStore) -> None:
    answer = ask(loaded_store, "unit-leads", units="张掖市/市商务局")
    assert answer.answer == "在已载入的文件中，没有市商务局牵头的措施。"
    assert (answer.rows, answer.evidence, answer.measures) == ((), (), ())


def test_reproduction_is_complete(loaded_store: GraphStore) -> None:
    answer = ask(loaded_store, "deadlines-by-date", date="2018-12-31")
    again = answer.to_json()["reproduction"]
    assert again["params"]["date"] == "2018-12-31"
    assert again["cypher"] == load()["deadlines-by-date"].statement
    assert [len(digest) for digest in again["documents"].values()] == [64]
    assert again["version"]
    assert loaded_store.name in again["store"]
