"""Values of time-limit fields and columns: 完成时限, 时限要求."""

from __future__ import annotations

from dataclasses import replace

import pytest

from graph_loader.extract.deadlines import find
from graph_loader.extract.fold import fold
from graph_loader.model import Span
from tests.extract_facts.reading import CONTEXT, field_value

VALUES = [
    ("长期坚持", [("ongoing", None)]),
    ("持续推进", [("ongoing", None)]),
    ("常态化推进", [("ongoing", None)]),
    ("立行立改", [("relative", None)]),
    ("立即整改并长期坚持", [("relative", None), ("ongoing", None)]),
    ("立行立改，长期坚持", [("relative", None), ("ongoing", None)]),
    ("2025年12月底", [("by", "2025-12-31")]),
    ("2025年12月底前", [("by", "2025-12-31")]),
    ("2025年12月", [("by", "2025-12-31")]),
    ("2025年", [("by", "2025-12-31")]),
    ("2025 年 6 月", [("by", "2025-06-30")]),
    ("2025.12", [("by", "2025-12-31")]),
    ("2025.12.31", [("by", "2025-12-31")]),
    ("2025-12-31", [("by", "2025-12-31")]),
    ("2025/6/30", [("by", "2025-06-30")]),
    ("6月30日前", [("by", "2025-06-30")]),
    ("第三季度", [("by", "2025-09-30")]),
    ("2024—2026年", [("within", "2026-12-31")]),
    ("“十四五”期间", [("within", "2025-12-31")]),
    ("全年", [("within", "2025-12-31")]),
    ("年内持续推进", [("within", "2025-12-31")]),
    ("全年推进", [("within", "2025-12-31")]),
    ("6月底前取得阶段性进展，年内持续推进", [("by", "2025-06-30"), ("within", "2025-12-31")]),
    ("每季度", [("recurring", None)]),
    ("印发后30日内", [("relative", "2025-04-09")]),
    ("按省要求时限完成", [("relative", None)]),
    ("2025年6月底前完成，长期坚持", [("by", "2025-06-30"), ("ongoing", None)]),
    ("2025年底前，此后持续推进", [("by", "2025-12-31"), ("ongoing", None)]),
    ("持续至2027年12月底", [("by", "2027-12-31")]),
    ("2026年及以后", [("ongoing", None)]),
    ("2024年12月底前", [("by", "2024-12-31")]),
    ("5月底前完成方案制定；11月底前完成整改", [("by", "2025-05-31"), ("by", "2025-11-30")]),
]


@pytest.mark.parametrize(("value", "expected"), VALUES)
def test_value(value: str, expected: list[tuple[str, str | None]]) -> None:
    limits, warnings = field_value(value)
    assert [(limit.kind, limit.end.isoformat() if limit.end else None) for limit in limits] == expected
    assert warnings == ()


@pytest.mark.parametrize("value", ["", "-", "/", "——", "无", "已完成"])
def test_nothing_is_stated(value: str) -> None:
    assert field_value(value) == ((), ())


@pytest.mark.parametrize("value", ["待定", "尽快", "近期"])
def test_what_is_not_understood_is_a_warning(value: str) -> None:
    limits, (warning,) = field_value(value)
    assert limits == ()
    assert warning.text == value


def test_a_bare_length_is_counted_from_the_issue_and_contestable() -> None:
    (limit,), (warning,) = field_value("3个月")
    assert (limit.kind, str(limit.end)) == ("relative", "2025-06-10")
    assert warning.other


def test_the_field_binds_what_its_caller_says() -> None:
    text = "建设数据平台\t2025年底前"
    folded = fold(text)
    (limit,), _ = find(folded, Span(7, len(text)), replace(CONTEXT, field=True, undertaking=Span(0, 6)))
    assert (limit.undertaking, limit.undertaking_span) == ("建设数据平台", Span(0, 6))
