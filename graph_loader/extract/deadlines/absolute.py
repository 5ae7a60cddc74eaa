"""Limits on the calendar: 到2020年, 2017年年底前, 2018年〔开展试点〕, 从2019年1月1日起, 2025—2027年每年…"""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, timedelta

from graph_loader.extract import numerals
from graph_loader.extract.clauses import clause_end
from graph_loader.extract.deadlines import lengths, lookalikes, moments, recurrence
from graph_loader.extract.deadlines.context import NOT_UNDERSTOOD, Reading, TimeContext
from graph_loader.model import Span

_BY = re.compile(r"(?:截至|截止到?|不晚于|不迟于|最迟|最晚|到|至) ?$")
_FROM = re.compile(r"(?:自|从) ?$")
_FROM_NOW = re.compile(r"(?:自|从)?(?:即日|今日|现在|印发之日|发布之日)起 ?,?$")
_BEFORE = re.compile(r" ?(?:之|以)?前(?!后)")
_WITHIN = re.compile(r" ?(?:之|以)?内|(?:期间|时期|全年)")
_SINCE = re.compile(r" ?(?:之日)?(?:起|开始|及以后|及其后)(?![草点步义诉因居])")
_LASTING = re.compile(
    rf"[, ]{{0,2}}(?:利用|用|实施|开展|为期|历时|持续|连续)? ?(?P<count>{numerals.COUNT}) ?(?P<unit>年|个月)(?:左右)?(?:的?时间)?"
    r"(?![前后期])"
)
_LENGTH_AT_END = re.compile(rf"(?<![\d为满近每第]) ?(?P<count>{numerals.COUNT}) ?(?P<unit>年|个月)$")
# A date listed behind one that limits nothing (2024年度和2025年度任务) limits nothing either.
_LISTED = re.compile(r"[年月日度] ?[、和及] ?$")
_EVERY_NEXT = re.compile(r"[, ]{0,2}(?=每|逐年)")
_SENTENCE_END = re.compile(r"[。\n]")


NO_YEAR = "时限未写明年份，文件年份不详"


def read(text: str, region: Span, at: int, context: TimeContext, before: Reading | None) -> Reading | None:
    """The calendar limit that begins at `at`; None where no date stands or where it limits nothing.

    before: the limit read last, from which a list (到2020年和2025年) takes its 到 and a date without year its year.
    """
    head = moments.listed(text, at, region.end)
    period = moments.Period(head, head) if head else moments.read(text, at, region.end)
    if period is None:
        return None
    if (tail := moments.list_end(text, period.last, region.end)) and recurrence.read(text, tail.end, region.end):
        period = moments.Period(period.first, tail)
    year, doubt = year_of(text, period, context, before)
    days = period.days(year)
    reading = kind_of(text, region, period, days)
    if reading.rule == "until" and (
        now := _FROM_NOW.search(text, max(region.start, reading.start - 16), reading.start)
    ):
        reading = replace(reading, start=now.start(), kind="within", first=context.issued_on, rule="from-now")
    if before and before.kind == "recurring" and _yearless(period) and not _SENTENCE_END.search(text, before.end, at):
        rule = recurrence.of_period(period)
        return Reading(reading.start, reading.end, "recurring", rrule=rule, rule="recurring")
    if before and before.kind in {"by", "within"} and reading.bare and moments.JOINT.fullmatch(text, before.end, at):
        first = None if before.kind == "by" else reading.first
        reading = replace(reading, kind=before.kind, first=first, bare=before.bare)
        return reading if days else None
    if reading.bare and _LISTED.search(text, max(region.start, at - 4), at):
        return None
    if doubt and not reading.doubt:
        reading = replace(reading, doubt=doubt, other="另一年份")
    if lookalikes.is_vague(text, reading):
        return replace(reading, rule=NOT_UNDERSTOOD, doubt=lookalikes.NO_DAY)
    if lookalikes.is_past(reading, context) or lookalikes.limits_nothing(text, region, reading):
        return None
    if days is None:
        return replace(reading, first=None, last=None, doubt=NO_YEAR, other="")
    return _lasting(text, region, period, reading)


def whole_year(text: str, region: Span, start: int, end: int, context: TimeContext) -> Reading | None:
    """全年 in running text: the document's year, where an undertaking follows (全年新增授信80亿元)."""
    moment = moments.Moment(start, end, "year").in_year(context.year)
    days = moment.days()
    first, last = days or (None, None)
    reading = Reading(start, end, "within", first, last, rule="whole-year", bare=True)
    if days is None or lookalikes.is_past(reading, context) or lookalikes.limits_nothing(text, region, reading):
        return None
    return reading if lookalikes.acts(text, end, region.end) else None


def kind_of(text: str, region: Span, period: moments.Period, days: tuple[date, date] | None) -> Reading:
    """The reading by the words around the period alone."""
    start, end = period.start, period.end
    first, last = days or (None, None)
    moment = period.last
    if match := _BEFORE.match(text, end, region.end):
        vague = moment.unit != "day" and moment.edge == ""
        return Reading(
            _reach(text, region, start, _BY),
            match.end(),
            "by",
            None,
            last,
            rule="before",
            doubt="“前”字可包含或不包含所写时段" if vague else "",
            other="所写时段开始之前" if vague else "",
        )
    if match := _SINCE.match(text, end, region.end):
        return Reading(_reach(text, region, start, _FROM), match.end(), "ongoing", first, None, rule="since")
    if period.is_range:
        return Reading(_reach(text, region, start, _FROM), end, "within", first, last, rule="range", bare=True)
    by = _BY.search(text, max(region.start, start - 5), start)
    if by:
        return Reading(by.start(), end, "by", None, last, rule="until")
    if moment.edge == "end":
        return Reading(start, end, "by", None, last, rule="period-end")
    if match := _WITHIN.match(text, end, region.end):
        return Reading(start, match.end(), "within", first, last, rule="during")
    return Reading(start, end, "within", first, last, rule="during", bare=not moment.inside)


def _reach(text: str, region: Span, start: int, pattern: re.Pattern[str]) -> int:
    match = pattern.search(text, max(region.start, start - 5), start)
    return match.start() if match else start


def year_of(text: str, period: moments.Period, context: TimeContext, before: Reading | None) -> tuple[int | None, str]:
    """The year of a date that prints none, that of a month named just before or the document's; and what is doubtful in it."""
    default = context.year
    if not _yearless(period):
        return default, ""
    if before and before.last and before.last.year != default and "月" in text[before.start : before.end]:
        days = period.days(before.last.year)
        if days and (default is None or days[1] >= before.last):
            return before.last.year, ""
    if default is None:
        return None, ""
    days = period.days(default)
    if days and context.issued_on and days[1] < context.issued_on:
        return default + 1, "时限未写明年份，按文件印发后的最近日期推算"
    return default, ""


def _yearless(period: moments.Period) -> bool:
    first = period.first
    return first.year is None and first.later is None and first.unit not in {"plan", "century"}


def _lasting(text: str, region: Span, period: moments.Period, reading: Reading) -> Reading:
    """A start or year that a length (实施三年) or a recurrence (每年) follows."""
    if reading.kind == "by" or reading.first is None:
        return reading
    limit = clause_end(text, region, reading.end + 1)
    if reading.rule == "since":
        near = _LASTING.match(text, reading.end, region.end)
        length = near or _LENGTH_AT_END.search(text, reading.end, limit)
        behind = lengths.later(reading.first, length["count"], length["unit"]) if length else None
        if behind:
            end, last = near.end() if near else reading.end, behind - timedelta(days=1)
            every = recurrence.search(text, end, limit)
            within = replace(reading, kind="within", end=end, last=last, rule="since-lasting", date_end=reading.end)
            return replace(within, kind="recurring", rrule=every.rrule) if every else within
    if period.first.unit not in {"year", "plan"} and reading.rule != "since":
        return reading
    every = recurrence.search(text, reading.end, limit)
    if every is None:
        return reading
    gap = _EVERY_NEXT.match(text, reading.end, region.end)
    end = every.end if gap and gap.end() == every.start and reading.rule == "since" else reading.end
    endless = reading.rule == "since" or (every.unit == "year" and not period.is_range and period.first.unit == "year")
    until = None if endless else reading.last
    return replace(reading, kind="recurring", end=end, last=until, rrule=every.rrule, rule="recurring-in-period")
