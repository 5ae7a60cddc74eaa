"""Points and periods of the calendar as papers print them: 2017年年底, 2025年第一季度, 9月30日, “十四五”期间, 2016年7月—12月."""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass, replace
from datetime import MAXYEAR, MINYEAR, date
from typing import Literal

from graph_loader.extract import numerals

Unit = Literal["century", "plan", "year", "half", "quarters", "quarter", "month", "day"]
Edge = Literal["", "start", "middle", "end"]

YEAR = r"(?:(?:19|20)\d\d|二[〇零][〇零一二三四五六七八九]{2})"
_DASH = r" ?(?:-|—{1,2}|~|起?[至到]) ?"
_MONTH = r"(?:1[0-2]|0?[1-9]|十[一二]?|[一二三四五六七八九])"
_DAY = r"(?:3[01]|[12]\d|0?[1-9]|三十一?|二?十[一二三四五六七八九]?|[一二三四五六七八九])"
# 初步, 底线, 末端 and their like begin another word.
_EDGE = r"(?:[底末](?![线层数图色部盘座稿端梢])|初(?![步级次始期创中审评衷心])|中(?=前|之前|[,。;、)\n]|$))"
_MONTH_DETAIL = (
    rf"(?P<month>{_MONTH}) ?月(?!龄)份?(?: ?(?P<day>{_DAY}) ?[日号](?: ?\d{{1,2}} ?[时点])?|"
    rf"(?P<third>[上中下])旬|(?P<medge>{_EDGE}))?"
)
_PART = (
    rf"(?:前(?P<front>[二三23])季度|第? ?(?P<quarter>[一二三四1-4]) ?季度(?P<qedge>{_EDGE})?|"
    rf"(?P<half>[上下])半年(?P<hedge>{_EDGE})?|{_MONTH_DETAIL})"
)
_DATED = re.compile(
    rf"(?<!\d)(?:(?P<year>{YEAR}) ?年度?|(?P<word>今年|本年度?|明年|后年))"
    rf"(?: ?(?:的 ?)?(?:{_PART}|年?(?P<yedge>{_EDGE})))?"
)
_UNDATED = re.compile(rf"(?<!\d)(?:(?<![\d一两几半多全每去往常])(?<!\d )年(?P<yedge>{_EDGE}|度?内)|{_PART})")
_PLAN = re.compile(
    r"[“\"‘]?十(?P<plan>[一二三四五六七])五[”\"’]?(?:规划)?(?P<tail>时期|期间|期末|末期|末|规划期末|规划期内|期内)"
)
_CENTURY = re.compile(r"(?:本世纪|21 ?世纪)中叶")
# Years and months whose unit is printed once, behind the last of them: 2025—2027年; 2018、2019年.
_RANGE_HEAD = re.compile(
    rf"(?<!\d)(?:(?P<year>{YEAR})(?={_DASH}{YEAR} ?年)|(?P<month>{_MONTH})(?={_DASH}{_MONTH} ?月))"
)
_LIST_HEAD = re.compile(
    rf"(?<!\d)(?:(?P<year>{YEAR})(?=(?: ?[、和] ?{YEAR}){{1,5}} ?年)|(?P<month>{_MONTH})(?=(?: ?[、和] ?{_MONTH}){{1,11}} ?月))"
)
_LIST_TAIL = re.compile(rf"(?: ?[、和] ?{YEAR} ?年?){{0,4}} ?[、和] ?(?P<year>{YEAR}) ?年")
JOINT = re.compile(r" ?[、和及] ?")
"""What stands between the dates of a list."""
_DAY_ONLY = re.compile(rf"(?P<day>{_DAY}) ?[日号]")
_NUMERIC = re.compile(
    r"(?<![\d.])(?P<year>20\d\d)(?P<sep>[-./])(?P<month>1[0-2]|0?[1-9])(?:(?P=sep)(?P<day>3[01]|[12]\d|0?[1-9]))?(?![\d%])"
)
_TO = re.compile(rf"{_DASH}(?:次年|翌年|第二年)?")

_RELATIVE_YEARS = {"今年": 0, "本年": 0, "本年度": 0, "明年": 1, "后年": 2}


@dataclass(frozen=True, slots=True)
class Moment:
    """A point or period of the calendar at [start, end) of the text; year None: not printed. number: of plan, half, quarter."""

    start: int
    end: int
    unit: Unit
    year: int | None = None
    later: int | None = None
    number: int = 0
    month: int = 0
    day: int = 0
    edge: Edge = ""
    inside: bool = False

    def in_year(self, default: int | None) -> Moment:
        """The moment with its year filled in: default where none is printed, 今年 and 明年 counted from it."""
        if self.year is not None or default is None:
            return self
        return replace(self, year=default + (self.later or 0))

    def days(self) -> tuple[date, date] | None:
        """First and last day, inclusive; None where the year is not known or the day does not exist."""
        if self.unit == "century":
            return date(2050, 1, 1), date(2050, 12, 31)
        if self.unit == "plan":
            first = 2001 + 5 * self.number
            return (date(first + 4, 1, 1) if self.edge == "end" else date(first, 1, 1)), date(first + 4, 12, 31)
        if self.year is None or not MINYEAR <= self.year <= MAXYEAR:
            return None
        months = {
            "year": (1, 12),
            "half": (6 * self.number - 5, 6 * self.number),
            "quarter": (3 * self.number - 2, 3 * self.number),
            "quarters": (1, 3 * self.number),
        }.get(self.unit, (self.month, self.month))
        if self.edge and self.unit in {"year", "half", "quarter"}:
            months = {"start": (months[0], months[0]), "middle": (6, 6), "end": (months[1], months[1])}[self.edge]
        last = monthrange(self.year, months[1])[1]
        if self.unit == "day":
            return (date(self.year, self.month, self.day),) * 2 if self.day <= last else None
        if self.unit == "month" and self.edge:
            thirds = {"start": (1, 10), "middle": (11, 20), "end": (21, last)}[self.edge]
            return date(self.year, self.month, thirds[0]), date(self.year, self.month, thirds[1])
        return date(self.year, months[0], 1), date(self.year, months[1], last)


@dataclass(frozen=True, slots=True)
class Period:
    """One moment, or a range from first to last."""

    first: Moment
    last: Moment

    @property
    def start(self) -> int:
        return self.first.start

    @property
    def end(self) -> int:
        return self.last.end

    @property
    def is_range(self) -> bool:
        return self.first is not self.last

    def days(self, default: int | None) -> tuple[date, date] | None:
        """First and last day with `default` for a year that is not printed; None when they cannot be known or are reversed."""
        first = self.first.in_year(default)
        if self.is_range:
            last = self.last.in_year(first.year)
            begin, end = first.days(), last.days()
            if begin and end and self.last.year is None and first.year and end[1] < begin[0]:
                end = replace(last, year=first.year + 1).days()
        else:
            begin = end = first.days()
        return (begin[0], end[1]) if begin and end and begin[0] <= end[1] else None


def read(text: str, at: int, limit: int) -> Period | None:
    """The moment or range that begins at `at`, reading no further than `limit`; None where none begins."""
    first = _first(text, at, limit)
    if first is None:
        return None
    dash = _TO.match(text, first.end, limit)
    if dash:
        last = _moment(text, dash.end(), limit) or _day_of(first, text, dash.end(), limit)
        if last and not last.inside:
            return Period(first, replace(last, end=last.end + text.startswith("止", last.end, limit)))
    return Period(first, first)


def listed(text: str, at: int, limit: int) -> Moment | None:
    """The year or month of a list (2018、2019年) that begins at `at`, its unit being printed once at the list's end."""
    match = _LIST_HEAD.match(text, at, limit)
    return _headless(match) if match else None


def list_end(text: str, head: Moment, limit: int) -> Moment | None:
    """The last year of the list (2025、2026、2027年) that `head` begins; None where it lists no years."""
    match = _LIST_TAIL.match(text, head.end, limit)
    return (
        Moment(match.start("year"), match.end(), "year", numerals.whole(match["year"]))
        if match and head.unit == "year" and not head.edge
        else None
    )


def is_plan(text: str, at: int, limit: int) -> bool:
    """Whether a five-year period (“十三五”期间) is named at `at`: its quotation marks quote no title."""
    return _PLAN.match(text, at, limit) is not None or _PLAN.match(text, at - 1, limit) is not None


def numeric(text: str, at: int, limit: int) -> Moment | None:
    """A date in figures (2025-12-31, 2025.12): read in time-limit fields only, elsewhere it may be any number."""
    match = _NUMERIC.match(text, at, limit)
    if not match:
        return None
    year, month, day = int(match["year"]), int(match["month"]), int(match["day"] or 0)
    return Moment(at, match.end(), "day" if day else "month", year, month=month, day=day)


def _first(text: str, at: int, limit: int) -> Moment | None:
    match = _RANGE_HEAD.match(text, at, limit)
    if match:
        return _headless(match)
    moment = _moment(text, at, limit)
    if moment and moment.unit == "year" and not moment.edge:
        months = _RANGE_HEAD.match(text, moment.end, limit)
        if months and months["month"]:
            return replace(moment, end=months.end(), unit="month", month=numerals.whole(months["month"]) or 0)
    return moment


def _headless(match: re.Match[str]) -> Moment:
    unit: Unit = "year" if match["year"] else "month"
    number = numerals.whole(match[0]) or 0
    return Moment(*match.span(), unit, number) if unit == "year" else Moment(*match.span(), unit, month=number)


def _moment(text: str, at: int, limit: int) -> Moment | None:
    if match := _PLAN.match(text, at, limit):
        number = numerals.whole(match["plan"]) or 0
        return Moment(at, match.end(), "plan", number=number, edge="end" if "末" in match["tail"] else "")
    if match := _CENTURY.match(text, at, limit):
        return Moment(at, match.end(), "century")
    if match := _DATED.match(text, at, limit):
        year = numerals.whole(match["year"]) if match["year"] else None
        later = _RELATIVE_YEARS.get(match["word"] or "")
        return _detailed(match, year, later)
    if match := _UNDATED.match(text, at, limit):
        return _detailed(match, None, None)
    return None


def _detailed(match: re.Match[str], year: int | None, later: int | None) -> Moment:
    start, end = match.span()
    if front := match["front"]:
        return Moment(start, end, "quarters", year, later, numerals.whole(front) or 0)
    if quarter := match["quarter"]:
        return Moment(start, end, "quarter", year, later, numerals.whole(quarter) or 0, edge=_edge(match["qedge"]))
    if half := match["half"]:
        return Moment(start, end, "half", year, later, 1 if half == "上" else 2, edge=_edge(match["hedge"]))
    if month := match["month"]:
        number, day = numerals.whole(month) or 0, numerals.whole(match["day"] or "") or 0
        if day:
            return Moment(start, end, "day", year, later, month=number, day=day)
        edge = _edge(match["medge"] or {"上": "初", "中": "中", "下": "底"}.get(match["third"] or ""))
        return Moment(start, end, "month", year, later, month=number, edge=edge)
    word = match["yedge"]
    return Moment(start, end, "year", year, later, edge=_edge(word), inside=word in {"内", "度内"})


def _edge(word: str | None) -> Edge:
    edges: dict[str | None, Edge] = {"底": "end", "末": "end", "初": "start", "中": "middle"}
    return edges.get(word, "")


def _day_of(first: Moment, text: str, at: int, limit: int) -> Moment | None:
    match = _DAY_ONLY.match(text, at, limit)
    if not match or first.unit != "day":
        return None
    return replace(first, start=at, end=match.end(), day=numerals.whole(match["day"]) or 0)
