"""Time limits of a clause: what must be done by when, how often, from when on.

`find` walks the time expressions of a region from left to right, reads each (absolute, recurrence, relative, fields),
drops those whose surroundings show that they limit nothing (lookalikes) and binds the rest to their clause (undertaking).
"""

from __future__ import annotations

import re
from dataclasses import replace

from graph_loader.extract import numerals
from graph_loader.extract.clauses import Names, clause_end
from graph_loader.extract.deadlines import absolute, fields, lookalikes, moments, recurrence, relative
from graph_loader.extract.deadlines.context import NOT_UNDERSTOOD, Reading, TimeContext
from graph_loader.extract.deadlines.undertaking import bind
from graph_loader.extract.fold import Folded
from graph_loader.model import Deadline, ParseWarning, Span

__all__ = ["TimeContext", "find"]

_COUNT = "[一二两三四五六七八九十半]"
_HINT = re.compile(
    r"(?=[ \d一二三四五六七八九十两半每按逐今本明后年“\"‘第前上下全满用经通元春清端中国汛供采开入完办整工落推时进(])"
    r"(?:(?P<label>(?:(?:完成|办理|整改|工作|落实|推进|时间|进度)(?:时限|时间|期限|节点|进度|要求)(?:要求|节点|安排)?|时限(?:要求)?):)"
    r"|(?P<every>每(?=[年季月半周星两二三四五六七八九十\d个学工日天隔])|[按逐](?=[月季周半])|[一半](?=[年季月周]度?一)|[两二三四五](?=年[一1][次届评考检审轮换更修]))"
    rf"|(?P<date>(?<!\d){moments.YEAR}(?= ?[年—\-~、至到和])|[今本明后]年|年(?:[底末内初中]|度内)"
    r"|[“\"‘]?十[一二三四五六七]五[”\"’期时末规]"
    r"|(?:前[二三23]|第? ?[一二三四1-4]) ?季度|[上下]半年|本世纪中叶|21世纪中叶"
    r"|(?<!\d)(?:\d{1,2}|十[一二]?|[一二三四五六七八九])(?: ?(?:-|—{1,2}|~|至|到|、|和) ?\d{1,2}){0,11} ?月)"
    rf"|(?P<whole>全年)"
    rf"|(?P<count>满|(?:用|经过|通过) ?(?=\d|{_COUNT})|(?:\d{{1,3}}|{_COUNT}{{1,3}})"
    rf"(?= ?(?:[-—~至到] ?(?:\d{{1,3}}|{_COUNT}{{1,3}}) ?)?(?:个|年|月|日|天|周|工作日|学年)))"
    r"|(?P<vague>(?:元旦|春节|清明|五一|端午|中秋|国庆|汛期?|供暖季?|采暖季?|开学|两会|入冬)[”节]?(?:来临|到来|结束|之|以)?前)"
    r"|(?P<ongoing>\((?=长期|持续|常态)))"
)
"""What a time expression may begin with; the class before the groups, of their first characters, passes over the rest quickly."""
_ABOUT_YEAR = re.compile(rf"(?:做好|抓好|落实|部署|推进|开展|明确|分解|下达)(?:好|全[国省市县区])?({moments.YEAR}) ?年")
_OPENING = 1_000
_SIGN = re.compile(r"[年月季每按逐日天周满五世前:(]")
_LABEL_ENDS, _ONGOING_STARTS = frozenset("限间点求度排"), frozenset("长持常")
_BACK, _AHEAD = 20, 24
# “十三五” is short; what stands in longer quotation marks is a name.
_SHORTEST_NAME = 5


def find(folded: Folded, region: Span, context: TimeContext) -> tuple[tuple[Deadline, ...], tuple[ParseWarning, ...]]:
    """The time limits in `region` of the folded text, in order, and warnings about those that another reading could contest.

    A label inside the region (完成时限:长期坚持) is read as a field by itself; context.field says that the region is a
    field's bare value, whose undertaking is context.undertaking. Spans point into the original text.
    """
    text = folded.text
    if context.year is None:
        context = replace(context, named=_named_year(text, region))
    short = context.field and region.end - region.start <= fields.MAX
    readings = fields.read(text, region, context) if short else _prose(text, region, context)
    deadlines: list[Deadline] = []
    warnings: list[ParseWarning] = []
    for reading, bound in _bound(text, region, context, readings):
        span = folded.span(reading.start, reading.end)
        if reading.doubt:
            warnings.append(ParseWarning(reading.doubt, span, span.of(folded.original), reading.other))
        if reading.rule == NOT_UNDERSTOOD:
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


def _named_year(text: str, region: Span) -> int | None:
    """The year that an undated document says it is about (为做好2020年工作), for dates that print none."""
    match = _ABOUT_YEAR.search(text, 0, min(_OPENING, region.start))
    return numerals.whole(match[1]) if match else None


def _bound(text: str, region: Span, context: TimeContext, readings: list[Reading]) -> list[tuple[Reading, Span]]:
    """Each reading with what it binds; the dates of a list (到2025年和2030年) bind what the last of them does.

    A length (用三年时间,到2027年底) that a date spells out is no limit of its own.
    """
    bounds: list[tuple[Reading, Span]] = []
    for number in range(len(readings) - 1, -1, -1):
        reading = readings[number]
        if reading.bound:
            bound = reading.bound
        elif context.field:
            bound = context.undertaking or Span(reading.start, reading.start)
        elif reading.rule == relative.UNDERSTOOD and bounds and 0 <= bounds[-1][0].start - reading.end <= 2:
            continue
        elif bounds and moments.JOINT.fullmatch(text, reading.end, bounds[-1][0].start):
            following, bound = bounds[-1]
            if reading.bare and following.kind == "by":
                reading = replace(reading, kind="by", first=None)
        else:
            floor = readings[number - 1].end if number else region.start
            bound = bind(text, region, reading.start, reading.date_end or reading.end, floor)
            if bounds and reading.end <= bound.start < bounds[-1][0].start < bound.end:
                bound = _up_to(text, bound, bounds[-1][0].start)
        bounds.append((reading, bound))
    return bounds[::-1]


def _up_to(text: str, bound: Span, following: int) -> Span:
    """The part of what is bound that stands before the time limit that follows in the same clause."""
    end = following
    while end > bound.start and text[end - 1] in " 、和及并于在到至":
        end -= 1
    return Span(bound.start, end) if end > bound.start else bound


def _prose(text: str, region: Span, context: TimeContext) -> list[Reading]:
    found: list[Reading] = []
    names: Names | None = None
    at = region.start
    while sign := _SIGN.search(text, at, region.end):
        # A cheap class of characters finds the few places where the costly pattern has to look.
        if not _is_promising(text, sign.start()):
            at = sign.end()
            continue
        hint = _HINT.search(text, max(at, sign.start() - _BACK), min(region.end, sign.end() + _AHEAD))
        if hint is None:
            at = sign.end()
            continue
        start, at = hint.start(), hint.end()
        if hint.lastgroup == "label":
            values = fields.labelled(text, region, start, hint.end(), context)
            found += values
            at = max([at, *(reading.end for reading in values)])
            continue
        if names is None:
            names = Names(text, region, shortest=_SHORTEST_NAME)
        name = names.holding(start)
        if name and not moments.is_plan(text, start, region.end):
            at = name.end
            continue
        reading = _read(text, region, hint, context, found[-1] if found else None)
        if reading:
            found.append(reading)
            at = max(at, reading.end)
            if reading.kind == "recurring" and hint.lastgroup == "date":
                at = max(at, _every_end(text, region, reading.end))
        elif hint.lastgroup == "count":
            at = max(at, relative.end(text, start, region.end))
        elif hint.lastgroup == "date" and (period := moments.read(text, start, region.end)):
            at = max(at, period.end)
    return found


def _is_promising(text: str, at: int) -> bool:
    """Whether the sign at `at` may belong to a time expression: most colons end no label, most brackets open no 长期坚持."""
    if text[at] == ":":
        return text[at - 1 : at] in _LABEL_ENDS
    return text[at] != "(" or text[at + 1 : at + 2] in _ONGOING_STARTS


def _read(text: str, region: Span, hint: re.Match[str], context: TimeContext, before: Reading | None) -> Reading | None:
    start = hint.start()
    if hint.lastgroup == "every":
        every = recurrence.read(text, start, region.end)
        if every is None:
            return None
        reading = Reading(start, every.end, "recurring", rrule=every.rrule, rule="recurring")
        return None if lookalikes.is_allowance(text, region, reading, every.unit) else reading
    if hint.lastgroup == "whole":
        return absolute.whole_year(text, region, start, hint.end(), context)
    if hint.lastgroup == "count":
        return relative.read(text, region, start, context)
    if hint.lastgroup == "vague":
        said = before is not None and before.end >= start - 1
        return None if said else lookalikes.vague(text, region, start, hint.end())
    if hint.lastgroup == "ongoing":
        return fields.bracketed(text, region, start)
    return absolute.read(text, region, start, context, before)


def _every_end(text: str, region: Span, at: int) -> int:
    """Behind the 每年 of the clause that begins at `at`, which belongs to the reading just made."""
    found = recurrence.search(text, at, clause_end(text, region, at + 1))
    return found.end if found else at
