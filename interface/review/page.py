"""A plan as a page to check by eye: the paper on the left, what was read beside it, what is unsure in front.

The page is a file of its own: style inside, no script from elsewhere, all text escaped by the template engine.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined, select_autoescape

from graph_loader.model import ROLES, Assignment, Deadline, Measure, Mention, ParseWarning, Plan, Span
from graph_loader.rules import rule_name
from interface.drawing.marks import Run, runs
from interface.words import ROLE_ZH, deadline_words, target_words

_HERE = Path(__file__).parent
_TEMPLATES = Environment(
    loader=FileSystemLoader(_HERE),
    autoescape=select_autoescape(default=True),
    undefined=StrictUndefined,
    trim_blocks=True,
)
_STYLE = _HERE.parent / "assets" / "zeren.css"


@dataclass(frozen=True, slots=True)
class Block:
    """A stretch of the document: a measure's clause with its readings, or text between (measure is None)."""

    paragraphs: tuple[tuple[Run, ...], ...]
    measure: Measure | None
    index: int
    warnings: tuple[tuple[int, ParseWarning], ...]


def review_html(plans: Sequence[Plan]) -> str:
    """The page for the plans of one file, as HTML text."""
    return _TEMPLATES.get_template("template.html").render(
        sheets=[_sheet(plan, place) for place, plan in enumerate(plans, start=1)],
        title="、".join(plan.document.title or plan.source.name for plan in plans),
        style=_STYLE.read_text(encoding="utf-8"),
        roles=[(role, ROLE_ZH[role]) for role in ROLES],
        rule_name=rule_name,
        deadline_words=deadline_words,
        target_words=target_words,
    )


def _sheet(plan: Plan, place: int) -> dict[str, Any]:
    text = plan.source.text
    return {
        "place": place,
        "plan": plan,
        "document": plan.document,
        "blocks": _blocks(plan),
        "counts": _counts(plan),
        "rules": _rule_counts(plan),
        "warnings": [
            (number, text.count("\n", 0, warning.span.start) + 1, warning)
            for number, warning in enumerate(plan.warnings, start=1)
        ],
    }


def _counts(plan: Plan) -> list[tuple[str, int]]:
    measures = plan.measures
    assignments = [assignment for measure in measures for assignment in measure.assignments]
    return [
        ("措施", len(measures)),
        *((ROLE_ZH[role], sum(len(assignment.of(role)) for assignment in assignments)) for role in ROLES),
        ("时限", sum(len(measure.deadlines) for measure in measures)),
        ("目标", sum(len(measure.targets) for measure in measures)),
        ("问责", sum(len(measure.liabilities) for measure in measures)),
        ("待核对", len(plan.warnings)),
    ]


def _rule_counts(plan: Plan) -> list[tuple[str, int]]:
    rules = Counter(assignment.rule for measure in plan.measures for assignment in measure.assignments)
    return [(rule_name(rule), count) for rule, count in rules.most_common()]


def _blocks(plan: Plan) -> list[Block]:
    text = plan.source.text
    marks = sorted(_marks(plan))
    cuts = [(measure.span, measure) for measure in sorted(plan.measures, key=lambda measure: measure.span)]
    blocks: list[Block] = []
    position = 0
    for index, (span, measure) in enumerate(cuts, start=1):
        start = max(span.start, position)
        if text[position:start].strip():
            blocks.append(_block(plan, Span(position, start), None, 0, marks))
        if start < span.end:
            blocks.append(_block(plan, Span(start, span.end), measure, index, marks))
        position = max(position, span.end)
    if text[position:].strip():
        blocks.append(_block(plan, Span(position, len(text)), None, 0, marks))
    return blocks


def _block(plan: Plan, span: Span, measure: Measure | None, index: int, marks: list[tuple[int, int, str]]) -> Block:
    inside = [mark for mark in marks if mark[0] < span.end and mark[1] > span.start]
    paragraphs: list[tuple[Run, ...]] = []
    start = span.start
    for line in span.of(plan.source.text).split("\n"):
        end = start + len(line)
        if line.strip():
            paragraphs.append(tuple(runs(line, [(a - start, b - start, kind) for a, b, kind in inside])))
        start = end + 1
    numbered = enumerate(plan.warnings, start=1)
    warnings = tuple((number, warning) for number, warning in numbered if span.start <= warning.span.start < span.end)
    return Block(tuple(paragraphs), measure, index, warnings)


def _marks(plan: Plan) -> list[tuple[int, int, str]]:
    marks: list[tuple[int, int, str]] = [(*warning.span, "warning") for warning in plan.warnings]
    marks += [(*citation.span, "citation") for citation in plan.document.citations]
    for measure in plan.measures:
        marks += measure_marks(measure)
    return marks


def measure_marks(measure: Measure) -> list[tuple[int, int, str]]:
    """Every reading of a measure as (start, end, kind), offsets into the source text."""
    marks: list[tuple[int, int, str]] = []
    for assignment in measure.assignments:
        marks += [(*mention.span, role) for role in ROLES for mention in _printed(assignment, role)]
    for deadline in measure.deadlines:
        marks += _deadline_marks(deadline)
    marks += [(*target.span, "target") for target in measure.targets]
    marks += [(*citation.span, "citation") for citation in measure.citations]
    for liability in measure.liabilities:
        marks += [(*liability.trigger_span, "trigger"), (*liability.consequence_span, "consequence")]
    return marks


def _deadline_marks(deadline: Deadline) -> list[tuple[int, int, str]]:
    return [(*deadline.span, "deadline"), (*deadline.undertaking_span, "undertaking")]


def _printed(assignment: Assignment, role: str) -> list[Mention]:
    return [mention for mention in assignment.of(role) if not mention.implied]  # type: ignore[arg-type]
