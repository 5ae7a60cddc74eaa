"""jionlp as a second opinion on plain dates, which both grammars have (it ends 2025年4月至10月 in April)."""

from __future__ import annotations

import pytest

from tests.extract_facts.reading import time_limits

jionlp = pytest.importorskip("jionlp", reason="jionlp is not installed")

ABSOLUTE = ["2027年", "2025年12月", "2025年9月30日", "2026年上半年", "2026年第二季度", "2025年5月1日至6月30日"]


@pytest.mark.parametrize("expression", ABSOLUTE)
def test_the_same_last_day(expression: str) -> None:
    (limit,) = time_limits(f"{expression}开展集中整治。")
    told = jionlp.parse_time(expression, time_base={"year": 2025, "month": 3, "day": 10})["time"]
    assert told[1][:10] == str(limit.end)
