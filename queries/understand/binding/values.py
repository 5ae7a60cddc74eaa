"""Parameters for roles, numbers and days."""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import Any

from queries.model import Parameter
from queries.understand import cues
from queries.understand.binding.draft import Draft
from queries.understand.dates import When
from queries.understand.question import Question
from queries.understand.roles.through_groups import THROUGH

_PAST_OR_COMING = {
    "date": re.compile(
        "过了?.{0,4}(?:[时期]限|日期|日子|截止日)|逾期|过期|超期|已经?到期|现在|目前|截至今|接下来|还有|往后|今后"
    ),
    "since": re.compile("接下来|下一个|下个|最近|往后|今后|眼下"),
}
_MONTHS = 186
"""Days of half a year."""


def bind_roles(draft: Draft) -> bool:
    """Roles by their words."""
    for slot in draft.slots("role"):
        roles = cues.roles(draft.question.text)
        if len(roles) > 1 and len(draft.of("unit")) > 1 and len(draft.slots("unit")) == 1:
            return False  # A牵头、B负责: each has a role of its own
        if roles:
            draft.params[slot.name] = list(roles) if slot.many else roles[0]
        elif slot.required:
            return False
    return True


def bind_numbers(draft: Draft) -> bool:
    """Amounts, places in a ranking, months, quarters and periods."""
    question = draft.question
    months, amounts, ordinals = (question.of(kind) for kind in ("month", "number", "ordinal"))
    for slot in draft.slots("number"):
        if slot.name == THROUGH:
            continue
        value: Any = None
        if slot.name in ("month", "quarter"):
            several = bool(months) and len(months[0].value) > 1
            if months and several == (slot.name == "quarter"):
                value = months[0].value[-1] // (3 if several else 1)
                draft.use(months)
        elif slot.name == "nth":
            value = ordinals[0].value if ordinals else None
            draft.use(ordinals)
        elif slot.name == "period":
            value = cues.period(question.text)
        elif slot.name == "fewest":
            value = int(cues.fewest(question.text))
        elif slot.name == "first_only":
            value = int(not amounts and cues.singular(question.text))
        elif amounts:
            amount: cues.Amount = amounts[0].value
            value = amount.least if slot.name == "at_least" else amount.most
            draft.use(amounts)
        if value is not None:
            draft.params[slot.name] = value
        elif slot.required:
            return False
    return True


def bind_times(draft: Draft) -> bool:
    """Days and years."""
    items = draft.of("date")
    whens: list[When] = [item.value for item in items]
    for slot in draft.slots("date", "year"):
        value = _time(slot, whens) if whens else _now(slot, draft.question)
        if value is not None:
            draft.params[slot.name] = value
            draft.use(items)
        elif slot.required:
            return False
    return True


def _now(slot: Parameter, question: Question) -> date | None:
    """The day of asking, where the question speaks of what is past or to come without naming a day."""
    if slot.type == "date" and slot.name in _PAST_OR_COMING and _PAST_OR_COMING[slot.name].search(question.text):
        return question.today
    return None


def _time(slot: Parameter, whens: list[When]) -> date | int | None:
    """The day or year that a slot asks of the question's spans: its name says which end."""
    first, last = whens[0].bounds if len(whens) == 1 else (whens[0].first, whens[-1].last)
    if slot.type == "year":
        when = whens[0]
        whole = (when.first, when.last) == (date(when.first.year, 1, 1), date(when.first.year, 12, 31))
        return when.first.year if whole and when.sense == "in" and len(whens) == 1 else None
    if slot.name in ("since", "from", "start"):
        return first
    if slot.name in ("until", "to", "end"):
        return last
    if last is not None:
        # 2020年完成的 are not all that are due by its end.
        return None if _within(whens) else last
    return first - timedelta(days=1) if first is not None else None


def _within(whens: list[When]) -> bool:
    """Whether one whole year is named, and no side of it."""
    when = whens[0]
    return len(whens) == 1 and when.sense == "in" and (when.last - when.first).days > _MONTHS
