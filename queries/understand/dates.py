"""Dates and spans of time in a question, as of a given day: 2018年底前, 今年, 下个季度, 截至6月30日, by the end of 2018.

The grammar is that of questions, not of plans: it knows today (今年底, 上个月), and which side of a day is asked for.
"""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Literal

from graph_loader.extract import numerals
from queries.understand.found import Found, apart

Sense = Literal["in", "by", "before", "after", "from"]
"""Inside the span; no later than its end; earlier than its start; later than its end; from its start on."""
Days = tuple[date, date]


@dataclass(frozen=True, slots=True)
class When:
    """A span of time that a question names: first and last day, both inclusive, and which side of it is meant."""

    first: date
    last: date
    sense: Sense = "in"

    @property
    def bounds(self) -> tuple[date | None, date | None]:
        """First and last day that are asked for; None where that side is open."""
        day = timedelta(days=1)
        return {
            "in": (self.first, self.last),
            "by": (None, self.last),
            "before": (None, self.first - day),
            "after": (self.last + day, None),
            "from": (self.first, None),
        }[self.sense]

    def in_year(self, year: int) -> When:
        """The same days of another year."""
        turn = year - self.first.year
        return replace(self, first=_moved(self.first, turn), last=_moved(self.last, turn))


def _moved(day: date, years: int) -> date:
    """The same day so many years later; the last of February where it has no such day."""
    last = monthrange(day.year + years, day.month)[1]
    return day.replace(year=day.year + years, day=min(day.day, last))


def find(text: str, today: date) -> list[Found]:
    """Dates of a folded, lower-case question, in order: kind "date" with a When, or "month" with a tuple of months (1 to 12)
    where no year is meant (每年10月, 第一季度). An impossible day (2018年13月) is no date."""
    spans: list[Found] = []
    for pattern, read in _FORMS:
        for match in pattern.finditer(text):
            days = read(match, today)
            if days is not None:
                spans.append(Found("date", *match.span(), match[0], days))
    joined: list[Found] = []
    for span in apart(spans):
        if joined and _JOIN.fullmatch(text, joined[-1].end, span.start):
            first = joined.pop()
            days = (first.value[0], span.value[1])
            span = Found("date", first.start, span.end, text[first.start : span.end], days)
        joined.append(span)
    found = [_sided(text, span) for span in joined]
    return sorted([*found, *_months(text, found)], key=lambda item: item.start)


_DIGIT = "[0-9〇零一二两三四五六七八九十]"
_YEAR = (
    r"(?P<year>(?<![0-9])20[0-9]{2}|[二][〇零][〇零一二三四五六七八九]{2}|(?<![0-9])[0-3][0-9](?=年(?!内))"
    r"|今年|本年|当年(?!牵头|负责|归|由|是|定|写|谁|[^,，]{0,6}方案)|这一年|明年|下一?年|来年|后年|去年|上一?年|前年)年?度?的?"
)
_YEARS = {"明": 1, "下": 1, "来": 1, "后": 2, "去": -1, "上": -1, "前": -2}
_PART = (
    rf"(?:(?P<half>[上下])半年|第?(?P<quarter>[1-4一二三四])(?:个)?季度?"
    rf"|(?P<month>{_DIGIT}{{1,2}})月份?(?:(?P<day>{_DIGIT}{{1,3}})[日号]|(?:至|到|-|—)(?P<month2>{_DIGIT}{{1,2}})月份?)?)"
)
NO_YEAR = re.compile(rf"(?<![年0-9]){_PART}|(?<![年0-9])年(?=[底末终中初])")
"""A part of some year."""
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_EN_MONTH = rf"(?P<month>{'|'.join(_MONTHS)})[a-z]*"
_JOIN = re.compile(r"\s*(?:[-—~至到和与及]|and|to|through)+\s*")
_BEFORE = re.compile(
    r"(?P<by>截至|截止到?|(?<![\u4e00-\u9fff0-9日号月年底-])至|至迟|最迟|不晚于|到|"
    r"(?:by|until|as of|no later than)(?: the)?(?: end of)?|before the end of)\s*$"
    r"|(?P<before>早于|before|prior to)\s*$|(?P<after>晚于|after|later than)\s*$|(?P<from>从|自|since|from|starting)\s*$"
    r"|(?P<in>在|于|in|during|for)\s*$"
)
_REACHED = re.compile("(?:要|应|须|将|需|应当|必须)?(?:基本)?(?:实现|达到|建成)")
_FALLS_DUE = re.compile("的?(?:到期|截止|届满)")
"""Behind the end of a span: what falls due within it (2020年底到期的), not all that is due by then."""
_AFTER = re.compile(
    r"(?P<end>年?[底末终])?(?:(?P<before>(?:以|之)?前)|(?P<after>(?:以|之)?后)|(?P<from>以?来|起|开始)|(?P<by>为止|为准|止|时)"
    r"|(?P<in>期间|[以之]?内|当[年月天日]|份))?"
)


def _sided(text: str, span: Found) -> Found:
    """The span with the words before and after it that say which side of it is meant."""
    ahead, behind = _BEFORE.search(text[: span.start]), _AFTER.match(text, span.end)
    first, last = span.value
    sense: Sense = "in"
    before = ahead.lastgroup if ahead else None
    if before in ("by", "before", "after", "from"):
        sense = before  # type: ignore[assignment]
    start = ahead.start() if ahead and before else span.start
    if before == "by" and ahead and ahead["by"] == "到" and _REACHED.match(text, span.end) and span.text.endswith("年"):
        # 到2020年实现 is what plans write of an aim that falls due in that year.
        sense = "in"
    groups = {name for name, value in behind.groupdict().items() if value} if behind else set()
    end = behind.end() if behind else span.end
    to_end = "end" in groups or span.text.endswith(("底", "末", "终"))
    if "before" in groups:
        # 2018年底前 and 12月31日前 count that day in, 2018年前 ends before the year begins.
        sense = "by" if to_end or first == last else "before"
    elif groups & {"after", "from", "by"}:
        sense = next(name for name in ("after", "from", "by") if name in groups)
    elif to_end and sense == "in" and not _FALLS_DUE.match(text, end):
        sense = "by"
    return Found("date", start, end, text[start:end], When(first, last, sense))


def _months(text: str, found: list[Found]) -> list[Found]:
    months: list[Found] = []
    for match in _BARE.finditer(text):
        if any(item.start < match.end() and match.start() < item.end for item in found):
            continue
        if match["quarter"]:
            quarter = _int(match["quarter"])
            months.append(Found("month", *match.span(), match[0], tuple(range(3 * quarter - 2, 3 * quarter + 1))))
        elif match["month"] and 1 <= (month := _int(match["month"])) <= 12:
            behind = _YEARLY_END.match(text, match.end()) if text.endswith("每年", 0, match.start()) else None
            end = behind.end() if behind else match.end()
            months.append(Found("month", match.start(), end, text[match.start() : end], (month,)))
    return months


def _int(text: str) -> int:
    """The whole number that a form's pattern has matched; -1, which no calendar has, for a misshapen one (十十)."""
    value = numerals.whole(text)
    return -1 if value is None else value


def _span(first: date, months: int) -> Days:
    """From the first of a month, that many months."""
    index = first.year * 12 + first.month - 1 + months
    return first, date(index // 12, index % 12 + 1, 1) - timedelta(days=1)


def months_of(year: int, months: tuple[int, ...]) -> Days:
    """The days of neighbouring months of a year."""
    return _span(date(year, months[0], 1), len(months))


def _year(text: str, today: date) -> int:
    if text[0] in "0123456789〇零一二":
        value = _int(text)
        return value if value > 99 else 2000 + value
    return today.year + _YEARS.get(text[0], 0)


def _of_year(match: re.Match[str], today: date) -> Days | None:
    year = _year(match["year"], today)
    return _part(match, year)


def _this_year(match: re.Match[str], today: date) -> Days | None:
    """A day, half-year or month's end without its year is this year's; a bare month or quarter is no date (see _months)."""
    side = match.string[match.end() : match.end() + 2]
    dated = match["half"] or match["day"] or (match["month"] and side.startswith(("底", "末", "前", "之前", "以前")))
    return _part(match, today.year) if dated else None


def _part(match: re.Match[str], year: int) -> Days | None:
    try:
        if match["half"]:
            return _span(date(year, 1 if match["half"] == "上" else 7, 1), 6)
        if match["quarter"]:
            return _span(date(year, 3 * _int(match["quarter"]) - 2, 1), 3)
        if match["month"] and match["day"]:
            day = date(year, _int(match["month"]), _int(match["day"]))
            return day, day
        if match["month"]:
            first, last = _int(match["month"]), _int(match["month2"] or match["month"])
            return _span(date(year, first, 1), last - first + 1)
        return _span(date(year, 1, 1), 12)
    except ValueError:
        return None


def _iso(match: re.Match[str], today: date) -> Days | None:
    try:
        year, month = int(match["year"]), int(match["month"])
        day = date(year, month, int(match["day"] or 1))
        return (day, day) if match["day"] else _span(day, 1)
    except ValueError:
        return None


def _english(match: re.Match[str], today: date) -> Days | None:
    try:
        day = date(int(match["year"]), _MONTHS.index(match["month"]) + 1, int(match["day"] or match["day2"] or 1))
    except ValueError:
        return None
    return (day, day) if match["day"] or match["day2"] else _span(day, 1)


def _english_quarter(match: re.Match[str], today: date) -> Days:
    return _span(date(int(match["year"]), 3 * int(match["quarter"]) - 2, 1), 3)


def _turn(match: re.Match[str], today: date) -> Days:
    """This, last or next week, month, quarter or year."""
    turn = {"下": 1, "next": 1, "上": -1, "last": -1, "previous": -1}.get(match["turn"], 0)
    what = match["what"]
    if what in ("周", "星期", "week"):
        monday = today - timedelta(days=today.weekday()) + timedelta(weeks=turn)
        return monday, monday + timedelta(days=6)
    size = {"季": 3, "q": 3, "y": 12}.get(what[0], 1)
    index = (today.year * 12 + today.month - 1) // size * size + turn * size
    return _span(date(index // 12, index % 12 + 1, 1), size)


def _day(match: re.Match[str], today: date) -> Days:
    day = today + timedelta(days={"明": 1, "昨": -1}.get(match[0][0], 0))
    return day, day


def _ahead(match: re.Match[str], today: date) -> Days:
    """From today on, that many days, weeks, months or years."""
    count = _int(match["count"]) if match["count"] != "半" else 0.5
    days = {"天": 1, "日": 1, "d": 1, "周": 7, "w": 7, "月": 30.4375, "m": 30.4375, "年": 365.25, "y": 365.25}[
        match["unit"][0]
    ]
    return today, today + timedelta(days=round(count * days))


def _five_years(match: re.Match[str], today: date) -> Days:
    """The nth five-year plan: the thirteenth (十三五) ran from 2016 to 2020."""
    return _span(date(1951 + 5 * _int(match["nth"]), 1, 1), 60)


def _year_end(match: re.Match[str], today: date) -> Days:
    return _span(date(today.year, 1, 1), 12)


_FORMS: tuple[tuple[re.Pattern[str], Callable[[re.Match[str], date], Days | None]], ...] = (
    (re.compile(rf"{_YEAR}{_PART}?"), _of_year),
    (re.compile(rf"(?<![每0-9年]){_PART}"), _this_year),
    (re.compile(r"(?P<year>20[0-9]{2})[-/.](?P<month>[0-9]{1,2})(?:[-/.](?P<day>[0-9]{1,2}))?(?![0-9])"), _iso),
    (
        re.compile(rf"(?:(?P<day>[0-9]{{1,2}}) )?{_EN_MONTH}(?: (?P<day2>[0-9]{{1,2}}),?)? (?P<year>20[0-9]{{2}})"),
        _english,
    ),
    (re.compile(r"\bq(?P<quarter>[1-4]) (?P<year>20[0-9]{2})"), _english_quarter),
    (re.compile(r"(?P<turn>上|本|这|下)一?个?(?P<what>季度?|月份?|周|星期)"), _turn),
    (re.compile(r"\b(?P<turn>this|next|last|previous) (?P<what>quarter|month|week|year)\b"), _turn),
    (re.compile(r"今天|今日|明天|昨天|(?<=截至)目前|\btoday\b"), _day),
    (
        re.compile(rf"(?:未来|今后|接下来|往后)的?(?P<count>{_DIGIT}{{1,3}}|半)个?(?P<unit>天|日|周|月|年)(?:之?内)?"),
        _ahead,
    ),
    (
        re.compile(
            rf"(?:[自从](?:今[日天]|现在|即日)(?:起|开始)|再[有过]|还有|不出)?(?<![哪某那这同每几])(?P<count>{_DIGIT}{{1,3}}|半)(?:个|(?<=半)|(?!月))(?P<unit>天|日|周|月)"
            "(?:之?内|(?=[就便即将要]*到期))"
        ),
        _ahead,
    ),
    (re.compile(r"(?:within|next|in) (?:the next )?(?P<count>[0-9]{1,3}) (?P<unit>days|weeks|months)"), _ahead),
    (re.compile(r"[“\"]?(?P<nth>十[一二三四五六])五[”\"]?(?:规划)?(?:时期)?(?![项条个])"), _five_years),
    (
        re.compile(
            r"(?<![每年0-9今本当明去前后一二两三四五六七八九十])年(?=[底末终内])|year[- ]end|the end of the year"
        ),
        _year_end,
    ),
)
_YEARLY_END = re.compile("[底末初]?(?:之前|以前|前)?")
_BARE = re.compile(
    rf"(?:(?<![下上本这个0-9])[第头]?(?P<quarter>[1-4一二三四])个?季度|(?P<month>{_DIGIT}{{1,2}})月份?(?![0-9])(?!(?<=一月)一[^日号共次起些般]))"
)
