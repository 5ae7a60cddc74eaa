"""What the parser gets right on annotated papers: our own plans, the Zhangye plan, and the corpus where it is there.

A level that was reached is never given up: falling below one fails. Run with -s for the table of every document.
"""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path

import pytest

from graph_loader.extract import parse
from graph_loader.extract.jsonform import plan_to_json
from graph_loader.readers import read
from tests import support
from tests.gold.score import Score, score

GOLD = Path(__file__).parent / "gold"
PLANS = sorted((GOLD / "plans").glob("*.json"))
CORPUS = sorted((GOLD / "corpus").glob("*.json"))

EXACT, HEADINGS, DEADLINES = 1.0, 0.98, 0.97


@cache
def scored(annotation: Path, folder: Path) -> Score:
    """The score of one document; its file has the annotation's name and another extension."""
    gold = json.loads(annotation.read_text(encoding="utf-8"))
    document = next(path for path in sorted(folder.glob(f"{annotation.stem}.*")) if path.suffix != ".json")
    return score(gold, json.loads(json.dumps(plan_to_json(parse(read(document))))))


def check(name: str, scores: dict[str, Score]) -> None:
    """Print the table of a set of documents and hold it against the levels."""
    total = Score()
    print(f"\n{name:<34}exact      headings  deadline F1  silent")
    for document, one in scores.items():
        total.add(one)
        print(_line(document, one), *one.faults, sep="\n    ")
    print(_line("all", total))
    figures = total.figures()
    assert figures["silent_errors"] == 0, total.faults
    assert figures["exact_rate"] == EXACT, total.faults
    assert (figures["heading_rate"] or 0) >= HEADINGS, total.faults
    assert (figures["deadline_f1"] or 0) >= DEADLINES, total.faults


def _line(name: str, one: Score) -> str:
    figures = one.figures()
    headings, deadlines = str(figures["heading_rate"]), str(figures["deadline_f1"])
    return f"{name:<34}{one.exact:>3} of {one.assignments:<3} {headings:>8}  {deadlines:>11}  {one.silent:>6}"


def test_our_own_plans() -> None:
    check("own plans", {path.stem: scored(path, GOLD / "plans") for path in PLANS})


def test_zhangye_plan() -> None:
    gold = json.loads((GOLD / "zhangye-2017.json").read_text(encoding="utf-8"))
    check("Zhangye", {"zhangye-2017": score(gold, json.loads(json.dumps(plan_to_json(parse(read(support.ZHANGYE))))))})


@pytest.mark.corpus
def test_corpus() -> None:
    if not support.CORPUS.is_dir():
        support.unavailable("corpus", f"no corpus of real documents at {support.CORPUS}")
    check("corpus", {path.stem: scored(path, support.CORPUS) for path in CORPUS})


@pytest.mark.parametrize(
    "annotation", [path for path in PLANS if not json.loads(path.read_text(encoding="utf-8"))["assignments"]]
)
def test_a_paper_without_assignments_gets_none_and_says_so(annotation: Path) -> None:
    document = next(path for path in annotation.parent.glob(f"{annotation.stem}.*") if path.suffix != ".json")
    plan = parse(read(document))
    assert not any(measure.assignments for measure in plan.measures)
    assert plan.warnings
