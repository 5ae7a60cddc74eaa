"""The state of a time limit on a day: what the paper asks by then, never whether it was done."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Literal, NamedTuple

State = Literal["overdue", "soon", "going", "long", "wait"]
UNENDING: tuple[State, ...] = ("long", "wait")
"""States of what has no last day, or none that is known."""

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


class Due(NamedTuple):
    """As much of a deadline as its state depends on."""

    kind: str
    due_on: date | None
    rrule: str = ""


def when(due: Due) -> str:
    """When, in one word: a day, 每年, 每季度, 长期, 待定."""
    if due.kind == "recurring":
        return every(due.rrule)
    if due.kind == "ongoing":
        return "长期"
    return due.due_on.isoformat() if due.due_on else "待定"


def every(rrule: str) -> str:
    """How often a recurrence rule (RFC 5545) comes round: 每年, 每半年, 每季度, 每月… 周期 for a rule of another kind."""
    parts = dict(part.split("=", 1) for part in rrule.split(";") if "=" in part)
    step = int(parts.get("INTERVAL", "1")) if parts.get("INTERVAL", "1").isdigit() else 1
    known = {("YEARLY", 1): "每年", ("MONTHLY", 6): "每半年", ("MONTHLY", 3): "每季度", ("MONTHLY", 1): "每月"}
    known |= {("WEEKLY", 1): "每周", ("DAILY", 1): "每天", ("YEARLY", 2): "每两年"}
    return known.get((parts.get("FREQ", ""), step), "周期")


def nearest(deadlines: Sequence[Due], on: date) -> Due | None:
    """The deadline to show when there is room for one: the next one due, else the last one past, else one without a day."""
    dated = [due for due in deadlines if due.due_on and due.kind not in {"recurring", "ongoing"}]
    coming = [due for due in dated if due.due_on and due.due_on >= on]
    if coming:
        return min(coming, key=lambda due: due.due_on or on)
    return max(dated, key=lambda due: due.due_on or on) if dated else next(iter(deadlines), None)
