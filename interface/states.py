"""The state of a time limit on a day: what the paper asks by then, never whether it was done."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Literal, NamedTuple

State = Literal["overdue", "soon", "going", "long", "wait"]

SOON = timedelta(days=90)
"""How long before its last day a time limit counts as near."""

HONEST = "按文件所载时限计算，不表示没有完成"
"""Stands wherever 已过期 is shown."""


class Look(NamedTuple):
    """How a state is shown: its word, its glyph in plain text (all in GBK), its class in zeren.css is "sta-" and its name."""

    zh: str
    glyph: str


LOOKS: dict[State, Look] = {
    "overdue": Look("已过期", "×"),
    "soon": Look("即将到期", "△"),
    "going": Look("进行中", "○"),
    "long": Look("长期", "∞"),
    "wait": Look("待定", "?"),
}


def state_of(kind: str, due_on: date | None, on: date) -> State:
    """The state of a deadline of that kind (model.DeadlineKind) and last day, on the as-of day.

    Recurring and ongoing ones never end; one without a day that is known waits for it.
    """
    if kind in {"recurring", "ongoing"}:
        return "long"
    if due_on is None:
        return "wait"
    if due_on < on:
        return "overdue"
    return "soon" if due_on <= on + SOON else "going"
