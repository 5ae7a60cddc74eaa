"""Values of time-limit fields and columns (完成时限, 时限要求): 2025年12月底, 长期坚持, 立行立改, 每季度末."""

from __future__ import annotations

import re
from dataclasses import replace

from graph_loader.extract.deadlines import absolute, moments, recurrence, relative
from graph_loader.extract.deadlines.context import NOT_UNDERSTOOD, Reading, TimeContext
from graph_loader.model import Span

_ONGOING = re.compile(
    r"(?:长期|持续|常态|常年|经常|不断|始终|一直|滚动|动态|贯穿|按(?=时序|进度|计划))(?:性|化)?(?![至到])[^,。;、()\s\d]{0,14}|即时|实时|随时|日常"
)
# The limit stands in another paper or plan.
_ELSEWHERE = re.compile(r"(?:根据|按照?|结合|适时|依|随|与)[^,。;、()\s\d]{0,16}")
_LENGTH = re.compile(r"\d{1,3} ?(?:年|个?月|天|日|周)|[一二两三四五六七八九十半]{1,3} ?(?:年|个?月|天|日|周)")
_AT_ONCE = re.compile(
    r"(?:立行立改|即知即改|立知立改|边查边改|即行即改|立即|马上|即刻|即日起?)(?:(?!并|长期|持续|常态)[^,。;、()\s\d]){0,6}"
)
_WHOLE_YEAR = re.compile(r"全年")
_EMPTY = re.compile(r"(?:[-—/\s无]|已完成|完成)*")
_VALUE_END = re.compile(r"[)\]。;\n]|,? ?(?:牵头|责任|配合|主办|协办|承办|主责)[^:,。;]{0,6}:")
"""A label's value ends with its bracket or sentence, or where the next label begins."""
_ROLE_LABEL = re.compile(r"(?:牵头|责任|配合|主办|协办|承办|主责|实施|落实)[^:,。;\n]{0,8}:")
_BRACKETED = re.compile(r"\((?P<value>(?:长期|持续|常态化?)[^()。;,\n\d]{0,10})\)")
MAX = 200
"""Characters of a field's value; a longer one is running text."""


def read(text: str, region: Span, context: TimeContext) -> list[Reading]:
    """Every limit that the field states, in order; one reading of the rule "not-understood" where it states something else."""
    found: list[Reading] = []
    at = region.start
    before: Reading | None = None
    while at < region.end and len(found) < MAX:
        reading = _at(text, region, at, context, before)
        if reading is None:
            at += 1
            continue
        if not _goes_on_within(before, reading):
            found.append(reading)
        before, at = reading, max(reading.end, at + 1)
    if not found and not _EMPTY.fullmatch(text, region.start, region.end):
        return [Reading(region.start, region.end, "by", rule=NOT_UNDERSTOOD, doubt="时限栏的内容未能识别，请人工核对")]
    return found


def _goes_on_within(before: Reading | None, reading: Reading) -> bool:
    """Whether 持续推进 only says how the span of time right before it is used: 年内持续推进."""
    return bool(before and before.kind == "within" and reading.kind == "ongoing" and reading.start == before.end)


def labelled(text: str, region: Span, label: int, at: int, context: TimeContext) -> list[Reading]:
    """The limits of a labelled value in running text (完成时限:2025年12月底), whose label begins at `label` and ends at `at`."""
    limit = min(region.end, at + MAX)
    stop = _VALUE_END.search(text, at, limit)
    value = Span(at, stop.start() if stop else limit)
    bound = _before_label(text, region, label)
    return [replace(reading, bound=bound) for reading in read(text, value, context)]


def _before_label(text: str, region: Span, label: int) -> Span:
    """What a label binds: the sentence before it, or before the bracket or line of labels that it stands in."""
    low = max(region.start, label - MAX)
    line = max(low, text.rfind("\n", low, label) + 1, text.rfind("(", low, label))
    role = _ROLE_LABEL.search(text, line, label)
    end = role.start() if role else label
    while end > low and text[end - 1] in " \n\t,。;([":
        end -= 1
    start = max(low, *(text.rfind(stop, low, end) + 1 for stop in "。;\n"))
    while start < end and text[start] == " ":
        start += 1
    return Span(start, end)


def bracketed(text: str, region: Span, at: int) -> Reading | None:
    """A bracket that says nothing but that the work goes on: (长期坚持)."""
    match = _BRACKETED.match(text, at, region.end)
    return Reading(match.start("value"), match.end("value"), "ongoing", rule="ongoing") if match else None


def _at(text: str, region: Span, at: int, context: TimeContext, before: Reading | None) -> Reading | None:
    every = recurrence.read(text, at, region.end)
    if every:
        return Reading(at, every.end, "recurring", rrule=every.rrule, rule="recurring")
    numeric = moments.numeric(text, at, region.end)
    period = moments.Period(numeric, numeric) if numeric else moments.read(text, at, region.end)
    if period:
        return _dated(text, region, period, context, before)
    if counted := relative.read(text, region, at, context):
        return counted
    if match := _WHOLE_YEAR.match(text, at, region.end):
        days = moments.Moment(at, match.end(), "year").in_year(context.year).days()
        first, last = days or (None, None)
        return Reading(at, match.end(), "within", first, last, rule="whole-year")
    if match := _ONGOING.match(text, at, region.end):
        return Reading(at, match.end(), "ongoing", rule="ongoing")
    if match := _AT_ONCE.match(text, at, region.end):
        return Reading(at, match.end(), "relative", rule="at-once")
    if match := _ELSEWHERE.match(text, at, region.end):
        return Reading(at, match.end(), "relative", rule="set-elsewhere")
    if at == region.start and (match := _LENGTH.fullmatch(text, at, region.end)):
        return relative.lasting(text, at, match.end(), context)
    return None


def _dated(text: str, region: Span, period: moments.Period, context: TimeContext, before: Reading | None) -> Reading:
    """A field says when the work is to be completed: a plain 2025年12月 is its last day."""
    year, doubt = absolute.year_of(text, period, context, before)
    days = period.days(year)
    reading = absolute.kind_of(text, region, period, days)
    if reading.bare and not period.is_range and period.first.unit != "plan":
        reading = replace(reading, kind="by", first=None, rule="field")
    if days is None:
        doubt = absolute.NO_YEAR
    return replace(reading, bare=False, doubt=reading.doubt or doubt)
