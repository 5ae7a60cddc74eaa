"""Numbers, titles and what stands under what."""

from __future__ import annotations

import pytest

from tests.extract.reading import all_roles, plan_of, units

BY = "（责任单位：市教育局）"


@pytest.mark.parametrize(
    ("line", "number", "title"),
    [
        ("（一）深化改革。推进试点。", "（一）", "深化改革"),
        ("1．打造示范带。推进试点。", "1．", "打造示范带"),
        ("１、打造示范带。推进试点。", "１、", "打造示范带"),
        ("(3) 打造示范带。推进试点。", "(3)", "打造示范带"),
        ("①打造示范带。推进试点。", "①", "打造示范带"),
        ("第十二条　打造示范带。推进试点。", "第十二条", "打造示范带"),
        ("1.2 打造示范带。推进试点。", "1.2", "打造示范带"),
        ("一是打造示范带。推进试点。", "一是", "打造示范带"),
        ("“一核”：建设核心区。推进试点。", "“一核”", "建设核心区"),
        ("任务3：打造示范带。推进试点。", "任务3", "打造示范带"),
        ("打造示范带。推进试点。", "", "打造示范带"),
        ("——打造示范带。推进试点。", "", "打造示范带"),
        ("2.打造示范带", "2.", "打造示范带"),
        ("3.打造示范带：推进试点，开展活动。", "3.", "打造示范带"),
        (
            "4.研究制定实施方案，在全市范围内推开，分类推进改革，切实解决问题，并加强事中事后监管工作。",
            "4.",
            "研究制定实施方案，在全市范围内推开，分类推进改革，切实解决问题，并加强事中事后监管工作",
        ),
        (
            "4.在全市范围内全面推行工程建设项目审批制度改革，精简审批环节，压减审批时间，推动线上线下审批服务融合发展。",
            "4.",
            "在全市范围内全面推行工程建设项目审批制度改革，精简审批环节，压减审批时间",
        ),
        ("5.6月底前出台办法。", "5.", "6月底前出台办法"),
        ("5.2026年底前出台办法。", "5.", "2026年底前出台办法"),
        ("5.10月至12月开展检查。", "5.", "10月至12月开展检查"),
    ],
)
def test_number_and_title(line: str, number: str, title: str) -> None:
    (measure,) = plan_of(f"某市工作方案\n{line}{BY}").measures
    assert (measure.number, measure.title) == (number, title)


def test_numbers_may_restart_and_levels_may_be_skipped() -> None:
    first = f"一、甲\n（一）子。文。{BY}\n（二）丑。文。{BY}\n"
    second = f"二、乙\n1.寅。文。{BY}\n（一）卯。文。{BY}\n三、丙\n（一）辰。文。{BY}\n"
    plan = plan_of(first + second)
    assert [measure.number for measure in plan.measures] == ["（一）", "（二）", "1.", "（一）", "（一）"]
    headings = [plan.sections[measure.section].title for measure in plan.measures if measure.section is not None]
    assert headings == ["甲", "甲", "乙", "乙", "丙"]


def test_principles_and_headings_are_no_measures() -> None:
    plan = plan_of(
        f"一、总体要求\n（一）指导思想。以人为本。\n（二）基本原则。坚持创新。\n二、任务\n（三）加快发展。\n1.做强。文。{BY}\n2.做大。文。\n"
    )
    assert [measure.number for measure in plan.measures] == ["1.", "2."]
    assert [measure.assignments == () for measure in plan.measures] == [False, True]


def test_statement_behind_the_last_sub_item_is_the_clauses() -> None:
    text = f"一、任务\n1.甲事。文。{BY}\n2.乙事。\n（1）子。文。\n（2）丑。文。\n责任单位：市财政局\n"
    assert [measure.number for measure in plan_of(text).measures] == ["1.", "2."]


def test_paragraphs_under_a_heading_are_unnumbered_measures() -> None:
    plan = plan_of(f"一、任务\n加强领导。成立专班。{BY}\n强化督导。定期检查。（责任单位：市财政局）\n")
    assert [(measure.number, measure.title, measure.section) for measure in plan.measures] == [
        ("", "加强领导", 0),
        ("", "强化督导", 0),
    ]


def test_closing_words_and_signature_are_no_part_of_the_last_measure() -> None:
    text = f"某市方案\n一、任务\n1.甲事。文。{BY}\n本方案自2026年5月1日起施行。\n\n某市人民政府\n2026年3月1日\n（此件公开发布）\n"
    (measure,) = plan_of(text).measures
    assert measure.span.of(text).endswith(BY)
    assert measure.deadlines == ()


def test_text_behind_a_heading_that_carries_the_statement_belongs_to_it() -> None:
    first_clause = "（一）甲事（责任单位：市教育局）\n2025年底前，完成改造。\n"
    text = f"某市方案\n一、任务\n{first_clause}（二）乙事（责任单位：市财政局）\n建设平台。\n"
    first, second = plan_of(text).measures
    assert [str(each.end) for each in first.deadlines] == ["2025-12-31"]
    assert second.span.of(text).endswith("建设平台。")


def test_labelled_paragraphs_behind_the_units_belong_to_the_clause() -> None:
    text = (
        "某市整改方案\n一、落实要求不力。2019年，超出控制目标。\n责任单位：市教育局\n整改目标：2025年6月底前完成任务。\n"
        "整改措施：\n1.严格审查。\n2.每季度发布通报。\n二、治理不到位。有的返黑。\n责任单位：市财政局\n"
    )
    first, second = plan_of(text).measures
    assert [each.text for each in first.deadlines] == ["2025年6月底前", "每季度"]
    assert second.number == "二、"


@pytest.mark.parametrize(
    "line",
    [
        "季度目标：一季度，完成选址；二季度，主体完工。",
        "序时进度：一季度末完成选址，二季度末主体完工。",
        "一季度目标：完成选址。二季度目标：主体完工。",
    ],
)
def test_goals_of_the_quarters_behind_the_units_are_time_limits_of_the_clause(line: str) -> None:
    measures = plan_of(
        "某市2025年工作任务分解\n一、重点任务\n1.迁建文化馆。\n责任单位：市文旅局\n完成时限：2025年10月底前\n"
        f"{line}\n2.扩建图书馆。\n责任单位：市文旅局\n"
    ).measures
    assert [str(each.end) for each in measures[0].deadlines] == ["2025-03-31", "2025-06-30", "2025-10-31"]
    assert "完成选址" in measures[0].deadlines[0].undertaking


def test_paragraphs_of_several_statements_under_a_heading_are_measures_of_their_own() -> None:
    measures = plan_of(
        "某市工作方案\n一、重点工程\n完善运输网络。新建货站。（责任单位：市交通局）扩建专线。（责任单位：市发改委）\n"
        "培育经营主体。支持企业重组。（责任单位：市商务局、市国资委）鼓励联动发展。（责任单位：市工信局）\n"
    ).measures
    assert [(each.number, each.title, len(each.assignments)) for each in measures] == [
        ("", "完善运输网络", 2),
        ("", "培育经营主体", 2),
    ]


def test_steps_are_no_measures() -> None:
    plan = plan_of(
        f"一、任务\n（一）甲事。文。{BY}\n二、实施步骤\n（一）动员部署（2020年4月至5月）。制定方案，动员部署。\n"
    )
    assert [measure.title for measure in plan.measures] == ["甲事"]


def test_brackets_nest_and_mix() -> None:
    plan = plan_of(
        "一、任务\n1.甲事（试点（含乙地））。文。[牵头单位:市委组织部(市委人才办（筹）)；责任单位:市发展改革委〔市数据局〕]\n"
    )
    assert all_roles(plan) == [units("牵 市委组织部(市委人才办（筹）) | 责 市发展改革委〔市数据局〕")]
