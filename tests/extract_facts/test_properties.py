"""What must hold for any text: no exception, spans that slice to what they claim, dates in order, rules that parse, linear time."""

from __future__ import annotations

import time
from collections.abc import Callable
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graph_loader.extract import citations, deadlines, liabilities, numerals, targets
from graph_loader.extract.deadlines import TimeContext
from graph_loader.extract.fold import Folded, fold
from graph_loader.model import Span

PIECES = [
    *(
        "到",
        "至",
        "从",
        "自",
        "2025年",
        "2026",
        "年底",
        "年",
        "前",
        "内",
        "起",
        "12月",
        "31日",
        "30日",
        "第一季度",
        "上半年",
        "今年",
        "“十四五”期间",
    ),
    *(
        "每年",
        "每季度末",
        "每月",
        "28日",
        "3年",
        "三年",
        "30",
        "个工作日",
        "印发之日",
        "本意见",
        "满",
        "后",
        "完成时限：",
        "长期坚持",
        "立行立改",
    ),
    *(
        "完成",
        "建成",
        "市政府",
        "应当",
        "力争",
        "覆盖率",
        "达到",
        "不少于",
        "80%",
        "5个",
        "以上",
        "3—5",
        "翻一番",
        "全覆盖",
        "万",
        "百分之五",
    ),
    *(
        "《",
        "》",
        "办法",
        "国发〔2019〕3号",
        "（",
        "）",
        "同时废止",
        "根据",
        "对",
        "工作不力",
        "的",
        "单位",
        "约谈",
        "通报",
        "追究",
        "责任",
        "一票否决",
    ),
    *("，", "。", "；", "、", "：", "\n", " ", "—", "-", "“", "”", "責任", "(fā)", "０", "\u200b"),
]
TEXTS = st.one_of(st.lists(st.sampled_from(PIECES), max_size=40).map("".join), st.text(max_size=60))
CONTEXTS = st.builds(
    TimeContext,
    st.one_of(st.none(), st.dates(date(1, 1, 1), date(9999, 12, 31))),
    st.sampled_from([None, (2025, 2025), (2021, 2025)]),
    st.booleans(),
)


def _whole(folded: Folded) -> Span:
    return Span(0, len(folded.text))


@settings(deadline=None)
@given(TEXTS, CONTEXTS)
def test_deadlines_are_whole(text: str, context: TimeContext) -> None:
    folded = fold(text)
    found, warnings = deadlines.find(folded, _whole(folded), context)
    for limit in found:
        assert limit.span.of(text) == limit.text != ""
        assert limit.undertaking_span.of(text) == limit.undertaking
        assert not limit.start or not limit.end or limit.start <= limit.end
        assert bool(limit.rrule) == (limit.kind == "recurring")
    for warning in warnings:
        assert warning.span.of(text) == warning.text
        assert warning.message


@settings(deadline=None)
@given(TEXTS, CONTEXTS)
def test_recurrence_rules_parse(text: str, context: TimeContext) -> None:
    rrule = pytest.importorskip("dateutil.rrule")
    folded = fold(text)
    for limit in deadlines.find(folded, _whole(folded), context)[0]:
        if limit.rrule:
            assert rrule.rrulestr(limit.rrule, dtstart=None) is not None


@settings(deadline=None)
@given(TEXTS)
def test_other_facts_are_whole(text: str) -> None:
    folded = fold(text)
    region = _whole(folded)
    for aim in targets.find(folded, region)[0]:
        assert aim.metric in text
        assert 0 <= aim.span.start < aim.span.end <= len(text)
        assert aim.value_to is None or aim.value_to > aim.value
    for citation in citations.find(folded, region, opening=True)[0]:
        assert citation.title in citation.span.of(text)
        assert citation.number in citation.span.of(text)
    for liability in liabilities.find(folded, region)[0]:
        assert liability.trigger_span.of(text) == liability.trigger
        assert liability.consequence_span.of(text) == liability.consequence
        assert liability.subject is None or liability.subject in liability.span.of(text)


@settings(deadline=None)
@given(TEXTS, CONTEXTS)
def test_the_width_of_punctuation_does_not_matter(text: str, context: TimeContext) -> None:
    narrow, wide = str.maketrans("，；：（）％", ",;:()%"), str.maketrans(",;:()%", "，；：（）％")

    def facts(shown: str) -> list[object]:
        folded = fold(shown)
        region = _whole(folded)
        limits = [
            (each.kind, each.start, each.end, each.rrule, each.span, each.undertaking_span)
            for each in deadlines.find(folded, region, context)[0]
        ]
        counted = [(each.op, each.value, each.unit, each.span) for each in targets.find(folded, region)[0]]
        named = [(each.kind, each.span) for each in citations.find(folded, region)[0]]
        held = [(each.trigger_span, each.consequence_span) for each in liabilities.find(folded, region)[0]]
        return [limits, counted, named, held]

    assert facts(text.translate(narrow)) == facts(text.translate(wide))


@settings(deadline=None)
@given(TEXTS)
def test_a_region_is_not_left(text: str) -> None:
    folded = fold(text + "，到2027年建成5个。")
    region = Span(0, len(fold(text).text))
    for limit in deadlines.find(folded, region, TimeContext())[0]:
        assert limit.span.end <= len(text)
        assert limit.undertaking_span.end <= len(text)


@settings(deadline=None)
@given(st.floats(0, 1e12, allow_nan=False).map(lambda value: round(value, 2)))
def test_numbers_are_read_back(value: float) -> None:
    assert numerals.parse(f"{value:.2f}") == pytest.approx(value)
    assert numerals.parse(f"{value:,.2f}万") == pytest.approx(value * 10_000)


FINDERS: dict[str, Callable[[Folded, Span], object]] = {
    "deadlines": lambda folded, region: deadlines.find(folded, region, TimeContext(date(2025, 3, 10))),
    "targets": targets.find,
    "citations": citations.find,
    "liabilities": liabilities.find,
}


@pytest.mark.parametrize("finder", FINDERS)
@pytest.mark.parametrize(
    "seed",
    [
        *(
            "年",
            "2025年",
            "每年",
            "3年内",
            "12月(",
            "1-",
            "1、",
            "以及",
            "《a》2025年",
            "《a法》",
            "(国发[2019]3号",
            "5%",
            "达到5%、",
            "较2与",
        ),
        *(
            "的",
            "对的",
            "由",
            "对通报按照的将",
            "对工作不力的,约谈",
            "追究责任",
            "完成时限:",
            "“十四五”期间",
            "((",
            "“",
            "\n",
        ),
    ],
)
def test_time_is_linear_in_the_text(finder: str, seed: str) -> None:
    """Eight times the text takes eight times the time; thirty times would be half-way to quadratic (64).

    One run of three may do: the collector of a long test run can pause any of them.
    """

    def seconds(length: int) -> float:
        text = (seed * (length // len(seed) + 1))[:length]
        folded = Folded(text, text)
        started = time.process_time()
        FINDERS[finder](folded, Span(0, length))
        return time.process_time() - started

    short = min(seconds(1_500) for _ in range(2))
    assert any(seconds(12_000) <= 30 * max(short, 0.002) for _ in range(3))
