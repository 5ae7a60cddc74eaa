"""What must hold of any text: nothing raises, every span slices to its words, and looks change nothing but looks."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from opencc import OpenCC

from graph_loader.extract import parse, parse_all
from graph_loader.extract.fold import fold
from graph_loader.model import Plan, SourceText
from tests.extract.reading import Roles, all_roles, mentions, plan_of

UNITS = [
    "市教育局",
    "市财政局",
    "市委组织部（人才办）",
    "各县（市、区）政府",
    "市直各部门",
    "市发展和改革委员会",
    "市住房和城乡建设局",
    "县公安局",
    "有关部门",
]
unit_lists = st.lists(st.sampled_from(UNITS), min_size=1, max_size=4, unique=True).map("、".join)
statements = st.one_of(
    st.builds("（牵头单位：{}，责任单位：{}）".format, unit_lists, unit_lists),
    st.builds("（责任单位：{}）".format, unit_lists),
    st.builds("（{}牵头，{}配合）".format, unit_lists, unit_lists),
    st.builds("（{}按职责分工负责）".format, unit_lists),
    st.builds("\n牵头单位：{}\n配合单位：{}\n完成时限：2025年12月底".format, unit_lists, unit_lists),
)
bodies = st.sampled_from(
    ["加强领导。", "开展活动。2025年底前，完成改造。", "健全机制。覆盖率达到95%以上。", "落实《政府采购法》。"]
)
numbers = ["一是", "1.", "（一）", "一、", "（1）", "第一条 ", ""]
clauses = st.builds("{}做好第{}项工作。{}{}".format, st.sampled_from(numbers), st.integers(1, 99), bodies, statements)
plans = st.builds(
    "{}市关于{}的实施方案\n{}政办发〔2025〕{}号\n一、总体要求\n认真落实。\n二、重点任务\n{}\n".format,
    st.sampled_from(["东山", "西河"]),
    st.sampled_from(["优化环境", "深化改革"]),
    st.sampled_from(["东", "西"]),
    st.integers(1, 99),
    st.lists(clauses, min_size=1, max_size=5).map("\n".join),
)
PIECES = [
    "（",
    "）",
    "(",
    ")",
    "〔",
    "〕",
    "[",
    "【",
    "】",
    "责任单位",
    "牵头单位：",
    "：",
    "、",
    "，",
    "；",
    "。",
    "\n",
    "\n\n",
    "\f",
    " ",
    "　",
    "等",
    "和",
    "*",
]
PIECES += [
    "负责",
    "牵头",
    "配合",
    "市教育局",
    "各县（市、区）政府",
    "一、",
    "（一）",
    "1.",
    "①",
    "完成时限：",
    "2025年12月底",
    "《",
    "》",
    "下同",
    "第一位的为牵头单位",
]
PIECES += [
    "以下均需",
    "不再列出",
    "第一个逗号前为牵头单位",
    "發(fā)",
    "责 任 单 位",
    "\t",
    "|",
    "附件1",
    "“一核”：",
    "每年",
    "不少于10人",
    "\u200b",
    "\ud800",
    "🙂",
]
scraps = st.lists(st.one_of(st.sampled_from(PIECES), st.text(max_size=4)), max_size=60).map("".join)


def _slices(plan: Plan) -> None:
    text = plan.source.text
    for measure in plan.measures:
        assert 0 <= measure.span.start <= measure.span.end <= len(text)
        assert all(each.span.of(text) == each.text for each in measure.deadlines)
        assert all(each.undertaking_span.of(text) == each.undertaking for each in measure.deadlines)
        assert all(each.span.of(text) == each.text for each in measure.assignments)
    assert all(each.span.of(text) == each.as_written for each in mentions(plan))
    assert all(each.span.of(text) == each.text for each in plan.warnings)
    for section in plan.sections:
        assert section.span.of(text).startswith(section.number)


@given(scraps)
@example("（（（（责任单位：")
@example("责任单位：")
@example("\f\f")
@settings(max_examples=400, deadline=None)
def test_any_text_parses_and_its_spans_slice(text: str) -> None:
    for plan in parse_all(SourceText("any.txt", "txt", "0" * 64, text)):
        _slices(plan)


@given(plans)
@settings(max_examples=150, deadline=None)
def test_measures_follow_each_other(text: str) -> None:
    plan = plan_of(text)
    _slices(plan)
    assert plan.measures
    assert all(before.span.end <= after.span.start for before, after in pairwise(plan.measures))


def _signature(plan: Plan) -> list[tuple[str, str, list[Roles], list[tuple[str, str]]]]:
    """What was read, in folded words and without spans."""
    return [
        (
            fold(measure.number).text,
            fold(measure.title).text,
            [
                {role: ["".join(fold(name).text.split()) for name in names] for role, names in roles.items()}
                for roles in all_roles(Plan(plan.source, plan.document, measures=(measure,)))
            ],
            [(each.kind, str(each.end)) for each in measure.deadlines],
        )
        for measure in plan.measures
    ]


WIDE = str.maketrans("（）：，；〔〕*１", "():,;[]＊1")


@given(plans)
@settings(max_examples=100, deadline=None)
def test_width_of_punctuation_changes_nothing(text: str) -> None:
    assert _signature(plan_of(text)) == _signature(plan_of(text.translate(WIDE)))


@given(plans, st.sampled_from([" ", "　", "\t", "  "]))
@settings(max_examples=100, deadline=None)
def test_spaces_at_line_ends_change_nothing(text: str, space: str) -> None:
    assert _signature(plan_of(text)) == _signature(plan_of(text.replace("\n", f"{space}\n")))


@given(plans)
@settings(max_examples=50, deadline=None)
def test_carriage_returns_change_nothing(text: str) -> None:
    assert _signature(plan_of(text)) == _signature(plan_of(text.replace("\n", "\r\n")))


@given(plans)
@settings(max_examples=100, deadline=None)
def test_traditional_characters_change_nothing(text: str) -> None:
    traditional = OpenCC("s2t").convert(text)
    assert len(traditional) == len(text)
    assert _signature(plan_of(text)) == _signature(plan_of(traditional))


@given(plans, plans)
@settings(max_examples=100, deadline=None)
def test_two_documents_parted_by_a_page_break_are_both_read(first: str, second: str) -> None:
    both = parse_all(SourceText("both.txt", "txt", "0" * 64, f"{first}\f{second}"))
    assert [_signature(plan) for plan in both] == [_signature(plan_of(first)), _signature(plan_of(second))]
    assert [plan.document.title for plan in both] == [plan_of(first).document.title, plan_of(second).document.title]


@pytest.mark.parametrize(
    "page", ["附件：某市任务分工方案\n一、任务", "（三）继续推进。（责任单位：市教育局）", "第二页的文字。"]
)
def test_a_page_break_inside_a_document_parts_nothing(page: str) -> None:
    text = f"某市工作方案\n某政发〔2025〕1号\n一、任务\n（一）加强领导。抓好落实。（责任单位：市财政局）\n\f{page}"
    assert len(parse_all(SourceText("one.txt", "txt", "0" * 64, text))) == 1


def test_parsing_twice_gives_the_same() -> None:
    source = SourceText("a.txt", "txt", "0" * 64, "一、任务\n（一）加强领导。抓好落实。（市财政局牵头，市教育局配合）")
    assert parse(source) == parse(source)
