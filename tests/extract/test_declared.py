"""Rules that a document declares once (census rows 4-6, 17, 18)."""

from __future__ import annotations

import pytest

from tests.extract.reading import all_roles, mentions, plan_of, units

FIRST = [
    "列第一位的为牵头单位，下同",
    "排在第一位的部门为牵头部门，下同",
    "列第一位者为牵头单位，以下同",
    "第一责任单位为牵头单位，下同",
    "首位为牵头单位，下同",
    "排名第一的为牵头单位，下同",
    "第一个单位为牵头单位，下同",
]


def _two(first: str, second: str, notice: str = "") -> str:
    return f"某市工作方案\n{notice}\n一、任务\n1.做好甲事。开展活动。{first}\n2.做好乙事。开展活动。{second}\n"


@pytest.mark.parametrize("rule", FIRST)
@pytest.mark.parametrize("mark", ["，", "。", "；"])
def test_first_listed_leads_in_every_later_list(rule: str, mark: str) -> None:
    plan = plan_of(_two(f"（责任单位：市教育局、市财政局{mark}{rule}）", "（责任单位：市人社局，市公安局）"))
    assert all_roles(plan) == [units("牵 市教育局 | 责 市财政局"), units("牵 市人社局 | 责 市公安局")]
    leads = [each for each in mentions(plan) if each.rule == "first-listed"]
    assert len(leads) == 2
    assert all(each.inferred for each in leads)


@pytest.mark.parametrize("rule", FIRST[:3])
def test_first_listed_in_verb_style(rule: str) -> None:
    plan = plan_of(_two(f"（税务总局、财政部负责，{rule}）", "（海关总署负责）"))
    assert all_roles(plan) == [units("牵 税务总局 | 责 财政部"), units("牵 海关总署")]


def test_first_listed_in_the_cover_notice() -> None:
    plan = plan_of(
        _two(
            "（责任单位：市教育局、市财政局）",
            "（牵头单位：市人社局，责任单位：市公安局）",
            "责任单位中排第一位的为牵头单位。",
        )
    )
    assert all_roles(plan) == [units("牵 市教育局 | 责 市财政局"), units("牵 市人社局 | 责 市公安局")]


def test_first_listed_behind_all_items() -> None:
    text = (
        _two("（责任单位：市教育局、市财政局）", "（责任单位：市人社局）")
        + "注：列首位的为牵头单位，其余为配合单位。\n"
    )
    assert all_roles(plan_of(text)) == [units("牵 市教育局 | 配 市财政局"), units("牵 市人社局")]


def test_first_listed_does_not_reach_back() -> None:
    plan = plan_of(
        _two("（责任单位：市教育局、市财政局）", "（责任单位：市人社局、市公安局。列第一位的为牵头单位，下同）")
    )
    assert all_roles(plan) == [units("责 市教育局 市财政局"), units("牵 市人社局 | 责 市公安局")]


def test_before_the_first_comma() -> None:
    plan = plan_of(
        _two(
            "（责任单位：市教育局、市财政局，各县区政府。第一个逗号前为牵头单位，下同）",
            "（责任单位：市人社局、市公安局）",
        )
    )
    assert all_roles(plan) == [units("牵 市教育局 市财政局 | 责 各县区政府"), units("牵 市人社局 市公安局")]


@pytest.mark.parametrize("sign", ["*", "★", "▲"])
def test_declared_sign(sign: str) -> None:
    plan = plan_of(
        _two(f"（责任单位：市教育局、{sign}市财政局）", "（责任单位：市人社局）", f"注：标“{sign}”的为牵头单位。")
    )
    assert all_roles(plan) == [units("牵 市财政局 | 责 市教育局"), units("责 市人社局")]
    assert not any(each.inferred for each in mentions(plan))


def test_no_lead_means_the_responsible_lead() -> None:
    plan = plan_of(
        _two(
            "（责任单位：市教育局）",
            "（牵头单位：市人社局；责任单位：市公安局）",
            "无牵头单位的，责任单位即为牵头单位。",
        )
    )
    assert all_roles(plan) == [units("牵 市教育局"), units("牵 市人社局 | 责 市公安局")]
    assert mentions(plan)[0].rule == "no-lead"


@pytest.mark.parametrize(
    "rule",
    [
        "以下均需各区政府、开发区管委会落实，不再列出",
        "以下均涉及各区政府、开发区管委会，不再重复列出",
        "各区政府、开发区管委会均为责任单位，以下不再一一列出",
    ],
)
def test_implied_units_of_every_later_item(rule: str) -> None:
    plan = plan_of(_two(f"（责任单位：市教育局，各区政府、开发区管委会。{rule}）", "（责任单位：市人社局）"))
    assert all_roles(plan) == [units("责 市教育局 各区政府 开发区管委会"), units("责 市人社局")]
    implied = [each for each in mentions(plan) if each.implied]
    assert [each.as_written for each in implied] == ["各区政府", "开发区管委会"]
    assert all(each.span.of(plan.source.text) == each.as_written and each.inferred for each in implied)


def test_a_rule_printed_in_each_bracket_holds_for_it_alone() -> None:
    plan = plan_of(
        _two(
            "（责任单位：市教育局、市财政局，列首位的为牵头单位）",
            "（责任单位：市人社局、市公安局，列首位的为牵头单位）",
        )
    )
    assert all_roles(plan) == [units("牵 市教育局 | 责 市财政局"), units("牵 市人社局 | 责 市公安局")]


def test_leads_told_by_type_face_are_warned_of() -> None:
    plan = plan_of(_two("（责任单位：市教育局、市财政局）", "（责任单位：市人社局）", "责任单位中加粗的为牵头单位。"))
    assert any("字体" in warning.message for warning in plan.warnings)
