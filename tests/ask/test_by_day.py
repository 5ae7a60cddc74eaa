"""Which of a measure's deadlines a question means, by the clause around each date."""

from __future__ import annotations

import pytest

from queries.understand.content.by_day import _clauses, times_told

TITLE = "排查管网隐患"
TEXT = "3.排查管网隐患，建立台账。完成时限：2023年10月底前完成排查，2024年6月底前完成整改"
TIMES = [(time, TEXT.index(time)) for time in ("2023年10月底前", "2024年6月底前")]
PHASES = "6.入户安检。第一阶段（2023年9月—11月）完成县城用户；第二阶段（2023年12月—2024年5月）完成乡镇用户"
PHASE_TIMES = [(time, PHASES.index(time)) for time in ("2023年9月—11月", "2023年12月—2024年5月")]


@pytest.mark.parametrize(
    ("question", "times"),
    [
        ("整改到哪天截止", ["2024年6月底前"]),
        ("管网隐患排查到什么时候", ["2023年10月底前"]),
        ("管网隐患那条的时限", []),
        ("排查和整改分别到什么时候", []),
        ("整改那条的两个时间节点", []),
        ("第三条的完成时限是什么", []),
    ],
)
def test_a_deadline_is_told_by_its_own_clause(question: str, times: list[str]) -> None:
    assert times_told(question, _clauses(TITLE, TEXT, TIMES)) == times


def test_phases_are_told_by_what_is_done_in_them() -> None:
    clauses = _clauses("入户安检", PHASES, PHASE_TIMES)
    assert times_told("乡镇用户入户安检最晚到什么时候", clauses) == ["2023年12月—2024年5月"]
    assert times_told("入户安检什么时候完成", clauses) == []
