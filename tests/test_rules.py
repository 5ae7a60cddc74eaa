"""Every rule that reads or infers something has a Chinese name, which is what people are told."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from graph_loader.loading import understand
from graph_loader.model import Plan
from graph_loader.readers import read
from graph_loader.rules import RULES, certainty, rule_name
from graph_loader.settings import DATA, ROOT
from graph_loader.units import Registry

PLANS = sorted(path for path in (ROOT / "tests/gold/plans").iterdir() if path.suffix not in {".json", ".py"})


@pytest.fixture(scope="module")
def registry() -> Registry:
    """The registry of data/."""
    return Registry.load(DATA)


@pytest.mark.parametrize("path", PLANS, ids=lambda path: path.name)
def test_rules_of_a_plan_are_named(path: Path, registry: Registry) -> None:
    for plan in understand(read(path), registry):
        assert {rule for rule in _rules(plan) if rule} <= RULES.keys()


def test_names_are_chinese_and_distinct() -> None:
    assert all(re.search(r"[\u4e00-\u9fff]", name) for name in RULES.values())
    assert len(set(RULES.values())) == len(RULES)
    assert rule_name("label、first-listed") == f"{RULES['label']}、{RULES['first-listed']}"
    assert rule_name("") == ""


@pytest.mark.parametrize(
    ("known", "word"),
    [
        ({"inferred": False, "implied": False}, "写明"),
        ({"inferred": True, "implied": False}, "推断"),
        ({"inferred": False, "implied": True}, "隐含"),
        ({"inferred": True, "implied": True}, "隐含"),
        ({"inferred": True, "implied": True, "correction": "张三，2026-11-22"}, "更正"),
    ],
)
def test_a_correction_goes_before_what_is_implied_and_that_before_what_is_inferred(
    known: dict[str, Any], word: str
) -> None:
    assert certainty(**known) == word


def _rules(plan: Plan) -> Iterator[str]:
    yield from (link.rule for link in plan.links)
    for measure in plan.measures:
        for assignment in measure.assignments:
            yield assignment.rule
            yield from (
                mention.rule for role in ("lead", "responsible", "supporting") for mention in assignment.of(role)
            )
        yield from (fact.rule for fact in (*measure.deadlines, *measure.targets, *measure.liabilities))
