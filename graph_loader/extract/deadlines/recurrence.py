"""Duties that come again: 每年10月份, 每季度末月20日前, 每月28日前, 每半年 -> RFC 5545 recurrence rules."""

from __future__ import annotations

import re
from dataclasses import dataclass

from graph_loader.extract import numerals
from graph_loader.extract.deadlines import moments

_EVERY = re.compile(
    r"每(?:隔)?(?P<count>[两二三四五六七八九十\d]{1,2})? ?个?"
    r"(?P<unit>半年度?|季度|年度|年|季|月|星期|周|学年|学期|工作日|日|天)(?:份)?"
)
_DUTY = (
    r"(?:调度|通报|报[送告]|上报|汇总|公[布示]|分析|考核|评[估比]|统计|更新|研判|督[导查]|梳理|排名|小结|总结|会商|检查|例会|点评|"
    r"盘点|清单|述职|反馈|晾晒)"
)
# 按月调度, 一季一通报, 半年一小结.
_BY_PERIOD = re.compile(
    rf"(?:[按逐](?P<unit>月|季度|季|周|半年)(?=(?:进行|开展|组织)?{_DUTY})|(?P<each>一?年|半年|一?季度?|一?月|一?周)一(?={_DUTY}))"
)
_EVERY_SO_MANY = re.compile(r"(?P<count>[一二两三四五])年(?:一|1)(?:次|届|评|考|检|审|轮|换|更新|修订)")
"""两年一届, 三年一评."""
_SIGN = re.compile(r"[每按逐一半]")
_BEFORE = r"(?:之?前|以前|内|之内|以内)?"
_QUARTER_DETAIL = re.compile(
    rf" ?的?(?:(?P<which>首|第一个|第二个|中间|最后一个|末|第三个|次)个?月)? ?(?:(?P<day>[0-3]?\d) ?[日号]|(?P<edge>末|底))?{_BEFORE}"
)
# Days counted from the quarter's end: 每季度结束后10日内, 每季度末10日内, but not 每季度末20日前.
_QUARTER_AFTER = re.compile(
    r"(?:(?:结束|终了|末)?(?:后|次月)|末(?= ?\d{1,2} ?(?:个工作)?[日天](?:之|以)?内))的?(?:首月)? ?"
    rf"(?P<day>[0-3]?\d) ?(?:个工作)?[日天号]{_BEFORE}"
)
_MONTH_DETAIL = re.compile(
    rf" ?的?(?:(?P<day>[0-3]?\d) ?[日号]|(?P<edge>月?[底末])|(?P<third>[上中下])旬|月?初){_BEFORE}"
)
_WEEK_DETAIL = re.compile(rf"(?P<weekday>[一二三四五六日]){_BEFORE}")
_YEAR_EDGE = re.compile(r"年?([底末初])")
_OF = re.compile(r" ?的? ?")
_AND = re.compile(r"(?:之?前)? ?[、和及] ?")
_BEFORE_WORD = re.compile(r"(?:之|以)?[前内]|期间")

_WEEKDAYS = dict(zip("一二三四五六日", ("MO", "TU", "WE", "TH", "FR", "SA", "SU"), strict=True))
_QUARTER_MONTHS = {
    "首": (1, 4, 7, 10),
    "第一个": (1, 4, 7, 10),
    "次": (1, 4, 7, 10),
    "第二个": (2, 5, 8, 11),
    "中间": (2, 5, 8, 11),
}
_QUARTER_ENDS = (3, 6, 9, 12)
_MAX_LISTED = 12


@dataclass(frozen=True, slots=True)
class Recurrence:
    """A recurrence rule read from [start, end) of the text. unit: year, quarter, month, week or day."""

    start: int
    end: int
    rrule: str
    unit: str


def read(text: str, at: int, limit: int) -> Recurrence | None:
    """The recurring period that begins at `at` (每年…, 按月调度, 一季一通报); None where none does."""
    match = _EVERY.match(text, at, limit)
    if match is None and (often := _EVERY_SO_MANY.match(text, at, limit)):
        return Recurrence(at, often.end(), _rule("YEARLY", numerals.whole(often["count"]) or 1), "year")
    if match is None:
        match = _BY_PERIOD.match(text, at, limit)
        if match is None:
            return None
        count, unit = 1, match["unit"] or match["each"].removeprefix("一")
    else:
        count, unit = (numerals.whole(match["count"]) or 1) if match["count"] else 1, match["unit"]
    end = match.end()
    if unit in {"年", "年度", "学年"}:
        return _yearly(text, at, end, limit, count)
    if unit in {"半年", "半年度", "学期"}:
        return Recurrence(at, end, _rule("MONTHLY", 6 * count), "half")
    if unit in {"季度", "季"}:
        return _quarterly(text, at, end, limit, count)
    if unit == "月":
        return _monthly(text, at, end, limit, count)
    if unit in {"周", "星期"}:
        detail = _WEEK_DETAIL.match(text, end, limit)
        if detail and detail["weekday"]:
            return Recurrence(at, detail.end(), _rule("WEEKLY", count, BYDAY=_WEEKDAYS[detail["weekday"]]), "week")
        return Recurrence(at, end, _rule("WEEKLY", count), "week")
    if unit == "工作日":
        return Recurrence(at, end, _rule("WEEKLY", 1, BYDAY="MO,TU,WE,TH,FR"), "day")
    return Recurrence(at, end, _rule("DAILY", count), "day")


def of_period(period: moments.Period) -> str:
    """The yearly rule of a period without a year (每年年初…,〔年末〕…)."""
    return _rule("YEARLY", 1, BYMONTH=_numbers(sorted(set(_months_of(period)))), BYMONTHDAY=_day(period))


def search(text: str, at: int, limit: int) -> Recurrence | None:
    """The first recurring period in [at, limit)."""
    for match in _SIGN.finditer(text, at, limit):
        if found := read(text, match.start(), limit):
            return found
    return None


def _rule(frequency: str, interval: int = 1, **parts: str) -> str:
    shown = [f"FREQ={frequency}"]
    if interval > 1:
        shown.append(f"INTERVAL={interval}")
    return ";".join(shown + [f"{name}={value}" for name, value in parts.items() if value])


def _numbers(values: tuple[int, ...] | range | list[int]) -> str:
    return ",".join(map(str, values))


def _yearly(text: str, at: int, end: int, limit: int, count: int) -> Recurrence:
    months, day, end = _months(text, end, limit)
    return Recurrence(at, end, _rule("YEARLY", count, BYMONTH=_numbers(months), BYMONTHDAY=day), "year")


def _months(text: str, end: int, limit: int) -> tuple[list[int], str, int]:
    """Months of the year and day of the month that follow 每年, and where they end."""
    months: list[int] = []
    day = ""
    at = _skip(_OF, text, end, limit)
    edge = _YEAR_EDGE.match(text, at, limit)
    if edge:
        months, day = ([1], "") if edge[1] == "初" else ([12], "-1")
        end = edge.end()
        return months, day, _skip(_BEFORE_WORD, text, end, limit)
    for _ in range(_MAX_LISTED):
        head = moments.listed(text, at, limit)
        period = None if head else moments.read(text, at, limit)
        if head and head.unit == "month":
            months.append(head.month)
            end = head.end
        elif period and period.first.year is None and period.first.unit in {"half", "quarter", "month", "day"}:
            months += _months_of(period)
            end = period.end
            day = _day(period)
        else:
            break
        joint = _AND.match(text, end, limit)
        if not joint:
            break
        at = joint.end()
    return sorted(set(months)), day, _skip(_BEFORE_WORD, text, end, limit) if months else end


def _months_of(period: moments.Period) -> list[int]:
    days = period.days(2001)
    if days is None:
        return []
    first, last = days
    return [
        (first.month - 1 + step) % 12 + 1
        for step in range(12 * (last.year - first.year) + last.month - first.month + 1)
    ]


def _day(period: moments.Period) -> str:
    if period.is_range:
        return ""
    moment = period.first
    if moment.unit == "day":
        return str(moment.day)
    if moment.edge == "end":
        return "-1"
    return ""


def _quarterly(text: str, at: int, end: int, limit: int, count: int) -> Recurrence:
    after = _QUARTER_AFTER.match(text, end, limit)
    if after:
        rule = _rule("MONTHLY", 1, BYMONTH="1,4,7,10", BYMONTHDAY=_month_day(after["day"]))
        return Recurrence(at, after.end(), rule, "quarter")
    detail = _QUARTER_DETAIL.match(text, end, limit)
    if detail and (detail["which"] or detail["day"] or detail["edge"]):
        months = _QUARTER_MONTHS.get(detail["which"] or "末", _QUARTER_ENDS)
        day = "-1" if detail["edge"] else _month_day(detail["day"])
        return Recurrence(at, detail.end(), _rule("MONTHLY", 1, BYMONTH=_numbers(months), BYMONTHDAY=day), "quarter")
    return Recurrence(at, end, _rule("MONTHLY", 3 * count), "quarter")


def _monthly(text: str, at: int, end: int, limit: int, count: int) -> Recurrence:
    detail = _MONTH_DETAIL.match(text, end, limit)
    if not detail:
        return Recurrence(at, end, _rule("MONTHLY", count), "month")
    if detail["day"]:
        day = _month_day(detail["day"])
    elif detail["third"]:
        day = {"上": "10", "中": "20", "下": "-1"}[detail["third"]]
    else:
        day = "-1" if detail["edge"] else "1"
    return Recurrence(at, detail.end(), _rule("MONTHLY", count, BYMONTHDAY=day), "month")


def _month_day(printed: str | None) -> str:
    day = int(printed or 0)
    return str(day) if 1 <= day <= 31 else ""


def _skip(pattern: re.Pattern[str], text: str, at: int, limit: int) -> int:
    match = pattern.match(text, at, limit)
    return match.end() if match else at
