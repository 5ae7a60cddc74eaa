"""Which day lies a printed length of time (3年, 半年, 15个工作日) behind another."""

from __future__ import annotations

from calendar import monthrange
from datetime import MAXYEAR, date, timedelta

from graph_loader.extract import numerals

_MONTHS = {"年": 12, "学年": 12, "季度": 3, "月": 1}
_DAYS = {"周": 7, "星期": 7, "天": 1, "日": 1, "自然日": 1}
_HALVES = {"年": (6, 0), "月": (0, 15)}


def later(first: date, count: str, unit: str) -> date | None:
    """The day `count` units behind `first`; None where that is no length or lies behind the year 9999.

    unit: as printed (年, 个月, 日, 个工作日, 小时…). Working days leave out weekends, public holidays are not known.
    """
    unit = unit.removeprefix("个")
    if count == "半":
        months, days = _HALVES.get(unit, (0, 0))
        number = 1
    else:
        number = numerals.whole(count) or 0
        months, days = _MONTHS.get(unit, 0) * number, _DAYS.get(unit, 0) * number
    try:
        if unit == "工作日":
            return _working_days_later(first, number)
        if unit == "小时":
            days = -(-number // 24)
        return months_later(first, months) + timedelta(days=days) if months or days else None
    except OverflowError:
        return None


def months_later(first: date, months: int) -> date:
    """The same day so many months later, or the last of its month. Raises OverflowError behind the year 9999."""
    year, month = divmod(first.year * 12 + first.month - 1 + months, 12)
    if year > MAXYEAR:
        raise OverflowError(year)
    return date(year, month + 1, min(first.day, monthrange(year, month + 1)[1]))


def _working_days_later(first: date, count: int) -> date:
    weeks, rest = divmod(count, 5)
    day = first + timedelta(weeks=weeks)
    while rest or day.weekday() >= 5:
        day += timedelta(days=1)
        rest -= bool(rest) and day.weekday() < 5
    return day
