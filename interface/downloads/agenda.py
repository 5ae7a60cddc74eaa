"""Deadlines as files: a calendar for the office's client, a sheet for the spreadsheet."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time

from dateutil.rrule import rrulestr

from interface.downloads import ics, xlsx
from interface.records.facts import Limit, Network
from interface.records.states import HONEST, LOOKS, state_of, when


@dataclass(frozen=True, slots=True)
class Item:
    """A deadline with the clause that it stands in. role: the role that the reader has in it, "" when none was chosen."""

    limit: Limit
    number: str
    title: str
    document: str
    role: str = ""


def item(whole: Network, limit: Limit, role: str = "") -> Item:
    """A deadline of the graph as an item."""
    node = whole.nodes[limit.measure_id]
    return Item(limit, node["number"] or "", node["title"] or "", str(whole.nodes[node["document_id"]]["title"]), role)


def calendar(name: str, items: Sequence[Item]) -> bytes:
    """An .ics file of the items that have a day or a rule."""
    return ics.calendar(name, [entry for each in items if (entry := _entry(each)) is not None])


def sheet(items: Sequence[Item], on: date, source: str) -> xlsx.Sheet:
    """The items as a sheet, with their state on a day."""
    headings = ["到期日", "时限", "状态", "要做的事", "原文", "角色", "编号", "措施", "文件"]
    rows = [
        [
            each.limit.due.due_on,
            when(each.limit.due),
            LOOKS[state_of(each.limit.due.kind, each.limit.due.due_on, on)].zh,
            each.limit.undertaking,
            each.limit.text,
            each.role,
            each.number,
            each.title,
            each.document,
        ]
        for each in items
    ]
    return xlsx.Sheet("时限", headings, rows, source)


def first_day(rule: str, begin: date) -> date | None:
    """The first day that a recurrence rule names from a day on; None for a rule that names none or cannot be read."""
    start = datetime.combine(begin, time())
    try:
        first = rrulestr(rule, dtstart=start).after(start, inc=True)
    except ValueError:
        return None
    return first.date() if first else None


def _entry(each: Item) -> ics.Entry | None:
    limit = each.limit
    title = (f"〔{each.role}〕" if each.role else "") + (limit.undertaking or limit.text)
    about = f"{each.number}{each.title}\n《{each.document}》\n原文：{limit.text}\n{HONEST}"
    if limit.due.rrule:
        first = first_day(limit.due.rrule, limit.start_on or date(date.today().year, 1, 1))
        return ics.Entry(limit.id, title, about, first, limit.due.rrule, limit.due.due_on) if first else None
    return ics.Entry(limit.id, title, about, limit.due.due_on) if limit.due.due_on else None
