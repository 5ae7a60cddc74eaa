"""Statements about several clauses at once."""

from __future__ import annotations

import pytest

from tests.extract.reading import all_roles, plan_of, units

THREE = "某市任务分工\n一、任务\n1．完善制度。健全机制。\n2．办好大会。打造品牌。\n3．建设平台。扩大覆盖。\n"


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (
            "以上两项由市教育局牵头，市财政局配合。",
            {"2．": "牵 市教育局 | 配 市财政局", "3．": "牵 市教育局 | 配 市财政局"},
        ),
        ("（以上三项，责任单位：市教育局、市财政局）", dict.fromkeys(("1．", "2．", "3．"), "责 市教育局 市财政局")),
        ("上述各项任务均由市教育局负责。", dict.fromkeys(("1．", "2．", "3．"), "责 市教育局")),
        ("第2—3项由市教育局、市财政局按职责分工负责。", dict.fromkeys(("2．", "3．"), "责 市教育局 市财政局")),
        ("1、3项牵头单位为市教育局。", dict.fromkeys(("1．", "3．"), "牵 市教育局")),
        (
            "1—3项，责任单位分别为：市教育局；市财政局；市公安局、市司法局。",
            {"1．": "责 市教育局", "2．": "责 市财政局", "3．": "责 市公安局 市司法局"},
        ),
        ("以上两项分别由市教育局、市财政局负责。", {"2．": "责 市教育局", "3．": "责 市财政局"}),
    ],
)
def test_one_statement_for_several_clauses(words: str, expected: dict[str, str]) -> None:
    plan = plan_of(f"{THREE}{words}\n二、保障\n4．加强宣传。及时报道。（责任单位：市委宣传部）\n")
    found = {measure.number: measure.assignments for measure in plan.measures}
    assert all_roles(plan) == [*map(units, expected.values()), units("责 市委宣传部")]
    assert [number for number, held in found.items() if held] == [*expected, "4．"]
    assert all(assignment.text in words for number in expected for assignment in found[number])


@pytest.mark.parametrize(
    "words",
    [
        "以上五项由市教育局负责。",
        "第7—9项由市教育局负责。",
        "1—3项，责任单位分别为：市教育局；市财政局。",
        "以上任务由财政资金保障，不得挪用。",
    ],
)
def test_a_statement_whose_clauses_or_units_cannot_be_told_is_warned_of(words: str) -> None:
    plan = plan_of(f"{THREE}{words}\n")
    assert all_roles(plan) == []
    assert any(warning.text in words for warning in plan.warnings)
