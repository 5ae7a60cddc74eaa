"""Parameters from people, forms and the command line."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from graph_loader.errors import QueryError
from queries.catalogue import load
from queries.directory import Directory, KnownDocument, KnownMeasure, KnownUnit
from queries.parameters import convert


def unit(place: str, name: str, *aliases: str) -> KnownUnit:
    return KnownUnit(f"{place}/{name}", name, "", aliases, place, "government", "prefecture", "")


UNITS = (unit("甲市", "市司法局"), unit("乙市", "市司法局"), unit("甲市", "市政府办公室", "市政府办"))
DIRECTORY = Directory(
    {known.id: known for known in UNITS},
    {"方案/甲发1号": KnownDocument("方案/甲发1号", "方案", "甲发〔2020〕1号", "甲市", None, "0" * 64, True)},
    {"方案#(十一)": KnownMeasure("方案#(十一)", "方案/甲发1号", "(十一)", "加强监督", 0)},
    {},
)


def values(name: str, **given: Any) -> dict[str, Any]:
    return convert(load()[name], given, DIRECTORY)


@pytest.mark.parametrize(
    ("given", "ids"),
    [
        ("市司法局", ["甲市/市司法局", "乙市/市司法局"]),
        ("甲市/市司法局", ["甲市/市司法局"]),
        ("市政府办", ["甲市/市政府办公室"]),
        (["甲市/市司法局", "市政府办"], ["甲市/市司法局", "甲市/市政府办公室"]),
        ("甲市/市商务局", ["甲市/市商务局"]),
    ],
)
def test_units_by_id_or_name(given: object, ids: list[str]) -> None:
    assert values("unit-leads", units=given)["units"] == ids


@pytest.mark.parametrize("given", ["(十一)", "（十一）", "十一", "第十一条", "加强监督", "方案#(十一)"])
def test_measures_by_number_or_title(given: str) -> None:
    assert values("measure-leads", measures=given)["measures"] == ["方案#(十一)"]


@pytest.mark.parametrize("given", ["方案", "《方案》", "甲发〔2020〕1号", "方案/甲发1号"])
def test_documents_by_title_or_number(given: str) -> None:
    assert values("document-basis", documents=given)["documents"] == ["方案/甲发1号"]


@pytest.mark.parametrize("given", [date(2018, 12, 31), "2018-12-31", "2018年12月31日", " 2018-12-31 "])
def test_dates(given: object) -> None:
    assert values("deadlines-by-date", date=given)["date"] == date(2018, 12, 31)


def test_defaults_and_roles() -> None:
    found = values("unit-ledger", units="市政府办", roles=["牵头", "supporting"])
    assert found["roles"] == ["LEADS", "SUPPORTS"]
    assert (found["documents"], found["places"]) == ([], [])
    assert values("unit-ledger", units="市政府办")["roles"] == ["LEADS", "RESPONSIBLE_FOR", "SUPPORTS"]


@pytest.mark.parametrize(
    ("name", "given", "what"),
    [
        ("unit-leads", {}, "缺少参数 units（单位）"),
        ("unit-leads", {"units": []}, "缺少参数"),
        ("unit-leads", {"units": "市司法局", "unit": "x"}, "没有参数 unit"),
        ("unit-leads", {"units": "市没有局"}, "没有单位“市没有局”"),
        ("unit-leads", {"units": 3}, "不对"),
        ("measure-leads", {"measures": "(九十九)"}, "没有措施"),
        ("document-basis", {"documents": "别的方案"}, "没有文件"),
        ("deadlines-by-date", {"date": "2018-02-30"}, "不对"),
        ("deadlines-by-date", {"date": "年底"}, "不对"),
        ("deadlines-by-date", {"date": ["2018-01-01", "2018-01-02"]}, "只能给一个值"),
        ("deadlines-in-year", {"year": "18"}, "不对"),
        ("deadlines-in-year", {"year": 1200}, "不对"),
        ("recurring-in-month", {"month": "三"}, "不对"),
        ("recurring-in-month", {"month": True}, "不对"),
        ("unit-ledger", {"units": "市政府办", "roles": "领导"}, "不对"),
        ("measures-by-words", {"words": "  "}, "不对"),
    ],
)
def test_faults_are_told_in_chinese(name: str, given: dict[str, Any], what: str) -> None:
    with pytest.raises(QueryError, match=what):
        values(name, **given)
