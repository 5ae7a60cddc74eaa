"""Where deadlines stand on a line of years: positions in percent, so that the line is as wide as the page lets it be."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from interface.records.facts import Limit


@dataclass(frozen=True, slots=True)
class Window:
    """The years that a line shows: from the first day of the first to the last day of the last."""

    first: int
    last: int

    @property
    def years(self) -> range:
        """Every year of the window."""
        return range(self.first, self.last + 1)

    def at(self, day: date) -> float:
        """A day's place in percent; days outside stand at the edge."""
        start, end = date(self.first, 1, 1), date(self.last + 1, 1, 1)
        return round(100 * min(max((day - start) / (end - start), 0.0), 1.0), 2)


@dataclass(frozen=True, slots=True)
class Bar:
    """A stretch of the line. form: CSS class: "by" a thin line to a last day, "wi" a period, "oc" one time of a recurring one.
    passed: it ends before the as-of day; now: the day is within it."""

    left: float
    width: float
    form: str
    passed: bool = False
    now: bool = False


def window(limits: Sequence[Limit], on: date, issued: Sequence[date] = ()) -> Window:
    """The years from the first issue or start to the last deadline and the as-of day; at most twenty."""
    days = [on, *issued, *(day for limit in limits for day in (limit.start_on, limit.due.due_on) if day)]
    last = max(day.year for day in days)
    return Window(max(min(day.year for day in days), last - 19), last)


def bars(limit: Limit, on: date, shown: Window, issued: date | None) -> list[Bar]:
    """The stretches of one deadline; empty when it has no place on a line."""
    due = limit.due
    if due.kind == "recurring":
        return [_bar(start, end, on, shown, "oc") for start, end in _times(due.rrule, limit, shown)]
    if due.due_on is None:
        return []
    begin = limit.start_on or issued or date(shown.first, 1, 1)
    form = "wi" if limit.start_on else "by"
    done = _bar(begin, min(on, due.due_on), on, shown, form)
    rest = _bar(max(begin, on), due.due_on, on, shown, form)
    return [Bar(done.left, done.width, form, passed=True)] * (done.width > 0) + [rest] * (due.due_on > on)


def _bar(start: date, end: date, on: date, shown: Window, form: str) -> Bar:
    left = shown.at(start)
    width = max(0.0, round(shown.at(end + timedelta(days=1)) - left, 2))
    return Bar(left, width, form, passed=form == "oc" and end < on, now=form == "oc" and start <= on <= end)


def _times(rrule: str, limit: Limit, shown: Window) -> Iterator[tuple[date, date]]:
    """Each time that a yearly or monthly rule asks for something, as the stretch of months that it names."""
    parts = dict(part.split("=", 1) for part in rrule.split(";") if "=" in part)
    months = sorted(int(month) for month in parts.get("BYMONTH", "").split(",") if month.isdigit())
    step = int(parts["INTERVAL"]) if parts.get("INTERVAL", "").isdigit() else 1
    for year in shown.years:
        if (limit.start_on and year < limit.start_on.year) or (limit.due.due_on and year > limit.due.due_on.year):
            continue
        if parts.get("FREQ") == "MONTHLY":
            for month in range(1, 13, max(step, 1)):
                yield date(year, month, 1), _last(year, min(month + step - 1, 12))
        elif parts.get("FREQ") == "YEARLY":
            yield date(year, months[0] if months else 1, 1), _last(year, months[-1] if months else 12)


def _last(year: int, month: int) -> date:
    return date(year + month // 12, month % 12 + 1, 1) - timedelta(days=1)
