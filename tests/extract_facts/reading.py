"""Short ways to run the finders on one made-up sentence, as a plan issued on 10 March 2025 would have it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from graph_loader.extract import citations, deadlines, liabilities, targets
from graph_loader.extract.deadlines import TimeContext
from graph_loader.extract.fold import fold
from graph_loader.model import Citation, Deadline, Liability, ParseWarning, Span, Target

CONTEXT = TimeContext(issued_on=date(2025, 3, 10))


def time_limits(sentence: str, context: TimeContext = CONTEXT) -> tuple[Deadline, ...]:
    """The deadlines of a sentence."""
    return time_reading(sentence, context)[0]


def time_reading(
    sentence: str, context: TimeContext = CONTEXT
) -> tuple[tuple[Deadline, ...], tuple[ParseWarning, ...]]:
    """The deadlines of a sentence and the warnings."""
    folded = fold(sentence)
    return deadlines.find(folded, Span(0, len(folded.text)), context)


def field_value(value: str, context: TimeContext = CONTEXT) -> tuple[tuple[Deadline, ...], tuple[ParseWarning, ...]]:
    """The deadlines of a time-limit field's value and the warnings."""
    return time_reading(value, replace(context, field=True))


def aims(sentence: str) -> tuple[Target, ...]:
    """The targets of a sentence."""
    folded = fold(sentence)
    return targets.find(folded, Span(0, len(folded.text)))[0]


def named(sentence: str, *, opening: bool = False, own: tuple[str, ...] = ()) -> tuple[Citation, ...]:
    """The citations of a sentence."""
    folded = fold(sentence)
    return citations.find(folded, Span(0, len(folded.text)), opening=opening, own=own)[0]


def held(sentence: str) -> tuple[Liability, ...]:
    """The liabilities of a sentence."""
    folded = fold(sentence)
    return liabilities.find(folded, Span(0, len(folded.text)))[0]
