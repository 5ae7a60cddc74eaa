"""Time limits of a clause: what must be done by when, how often, from when on.

`find` walks the time expressions of a region from left to right, reads each (calendar.moments, recurrence, relative, fields),
drops those whose surroundings show that they limit nothing (lookalikes) and binds the rest to their clause (undertaking).
"""

from __future__ import annotations

import re
from dataclasses import replace

from graph_loader.extract.deadlines import fields, lookalikes, moments, recurrence, relative
from graph_loader.extract.deadlines.absolute import read as read_absolute
from graph_loader.extract.deadlines.context import Reading, TimeContext
from graph_loader.extract.deadlines.undertaking import bind, clause_end
from graph_loader.extract.fold import Folded
from graph_loader.model import Deadline, ParseWarning, Span

__all__ = ["TimeContext", "find"]

_HINT = re.compile(
    r"(?P<label>(?:完成|办理|整改|工作|落实|推进|时间|进度)(?:时限|时间|期限|节点|要求)(?:要求)?:|时限(?:要求)?:)"
    r"|(?P<every>每(?=[年季月半周星两二三四五六七八九十\d个学工日天隔])|[按逐](?=[月季周半]))"
    rf"|(?P<date>(?<!\d){moments.YEAR}(?= ?[年—\-~、至到和])|[今本明后]年|年[底末内初中]|[“\"‘]?十[一二三四五六七]五[”\"’期时末规]"
    r"|第? ?[一二三四1-4] ?季度|[上下]半年|(?<!\d)(?:\d{1,2}|十[一二]?|[一二三四五六七八九])(?: ?(?:-|—{1,2}|~|至|到|、|和) ?\d{1,2})? ?月|本世纪中叶|21世纪中叶)"
    r"|(?P<count>满|(?:用|经过|通过) ?(?=[\d一二两三四五六七八九十])|(?:\d{1,3}|[一二两三四五六七八九十半]{1,3})(?= ?(?:[-—~至到] ?[\d一二两三四五六七八九十]{1,3} ?)?(?:个|年|月|日|天|周|工作日|小时|学年)))"
    r"|(?P<ongoing>\((?=长期|持续|常态))"
)


def find(folded: Folded, region: Span, context: TimeContext) -> tuple[tuple[Deadline, ...], tuple[ParseWarning, ...]]:
    """The time limits in `region` of the folded text, in order, and warnings about those that another reading could contest.

    A label inside the region (完成时限:长期坚持) is read as a field by itself; context.field says that the region is a
    field's bare value, whose undertaking is context.undertaking. Spans point into the original text.
    """
    readings = _field(folded.text, region, context) if context.field else _prose(folded.text, region, context)
    deadlines: list[Deadline] = []
    warnings: list[ParseWarning] = []
    for reading, bound in readings:
        span = folded.span(reading.start, reading.end)
        if reading.doubt:
            warnings.append(ParseWarning(reading.doubt, span, span.of(folded.original), reading.other))
        if reading.rule == "not-understood":
            continue
        target = folded.span(*bound)
        deadlines.append(
            Deadline(
                text=span.of(folded.original),
                undertaking=target.of(folded.original),
                kind=reading.kind,
                span=span,
                undertaking_span=target,
                start=reading.first,
                end=reading.last,
                rrule=reading.rrule,
                rule=reading.rule,
            )
        )
    return tuple(deadlines), tuple(warnings)


def _field(text: str, region: Span, context: TimeContext) -> list[tuple[Reading, Span]]:
    bound = context.undertaking or Span(region.start, region.start)
    return [(reading, bound) for reading in fields.read(text, region, context)]


def _prose(text: str, region: Span, context: TimeContext) -> list[tuple[Reading, Span]]:
    found: list[tuple[Reading, Span]] = []
    names: list[tuple[int, int]] | None = None
    before: Reading | None = None
    at = region.start
    while hint := _HINT.search(text, at, region.end):
        start, at = hint.start(), hint.end()
        if hint.lastgroup == "label":
            value = fields.value(text, region, hint.end())
            bound = fields.undertaking(text, region, start)
            found += [(reading, bound) for reading in fields.read(text, value, replace(context, field=True))]
            at = max(at, value.end)
            before = None
            continue
        if names is None:
            names = lookalikes.enclosed(text, region)
        inner = next((name for name in names if name[0] <= start < name[1]), None)
        if inner and not moments.is_plan(text, start, region.end):
            at = inner[1]
            continue
        if hint.lastgroup == "every":
            reading = _recurring(text, region, start)
        elif hint.lastgroup == "count":
            reading = relative.read(text, region, start, context)
        elif hint.lastgroup == "ongoing":
            reading = fields.bracketed(text, region, start)
        else:
            reading = read_absolute(text, region, start, context, before)
            if reading is None:
                period = moments.read(text, start, region.end)
                at = max(at, period.end if period else at)
        if reading is None:
            continue
        at = max(at, reading.end)
        before = reading
        if reading.rule != "dropped":
            found.append((reading, bind(text, region, reading.start, reading.end)))
            if reading.kind == "recurring" and hint.lastgroup == "date":
                at = max(at, reading.end, _every_end(text, region, reading.end))
    return found


def _recurring(text: str, region: Span, start: int) -> Reading | None:
    every = recurrence.read(text, start, region.end)
    if every is None:
        return None
    reading = Reading(start, every.end, "recurring", rrule=every.rrule, rule="recurring")
    if lookalikes.is_allowance(text, region, reading, every.unit):
        return None
    return reading


def _every_end(text: str, region: Span, at: int) -> int:
    """Behind the 每年 of the clause that begins at `at`, which belongs to the reading just made."""
    found = recurrence.search(text, at, clause_end(text, region, at + 1))
    return found.end if found else at
