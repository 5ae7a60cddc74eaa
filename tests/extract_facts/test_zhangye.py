"""The Zhangye plan: deadlines, targets, citations and liabilities are those of its annotation."""

from __future__ import annotations

import json
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

from graph_loader import readers
from graph_loader.extract import parse
from graph_loader.model import Deadline, Measure, Plan

ROOT = Path(__file__).resolve().parents[2]
PLAN = ROOT / "data" / "张掖市法治政府建设实施方案-2016-2020.txt"
GOLD = ROOT / "tests" / "gold" / "zhangye-2017.json"


@cache
def _plan() -> Plan:
    return parse(readers.read(PLAN))


@cache
def _gold() -> dict[str, Any]:
    return dict(json.loads(GOLD.read_text(encoding="utf-8")))


def _pairs() -> Iterator[tuple[Measure, dict[str, Any]]]:
    measures = {measure.number: measure for measure in _plan().measures}
    for row in _gold()["assignments"]:
        yield measures[row["number"]], row


def _shown(limit: Deadline) -> dict[str, str]:
    fields = {
        "text": limit.text,
        "undertaking": limit.undertaking,
        "kind": limit.kind,
        "start": limit.start.isoformat() if limit.start else "",
        "end": limit.end.isoformat() if limit.end else "",
        "rrule": limit.rrule,
    }
    return {name: value for name, value in fields.items() if value}


def test_deadlines() -> None:
    for measure, row in _pairs():
        assert [_shown(limit) for limit in measure.deadlines] == row["deadlines"], row["number"]


def test_targets() -> None:
    for measure, row in _pairs():
        found = [{"metric": aim.metric, "op": aim.op, "value": aim.value, "unit": aim.unit} for aim in measure.targets]
        assert found == row["targets"], row["number"]


def test_citations() -> None:
    for measure, row in _pairs():
        assert [citation.title for citation in measure.citations] == row["cites"], row["number"]
    basis = [
        {"title": each.title, "number": each.number} for each in _plan().document.citations if each.kind == "basis"
    ]
    assert basis == _gold()["document"]["based_on"]


def test_liabilities() -> None:
    found = [
        {"measure": measure.number, "subject": each.subject, "trigger": each.trigger}
        for measure in _plan().measures
        for each in measure.liabilities
    ]
    assert found == _gold()["liability"]


def test_no_time_limit_is_doubted() -> None:
    assert [warning for warning in _plan().warnings if any(sign in warning.text for sign in ("年", "月", "日"))] == []
