"""Calendars (RFC 5545) that office clients open: one all-day event for each deadline with a day, repeated by its rule."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from hashlib import sha256

from icalendar import Alarm, Calendar, Event, vRecur

_REMIND = timedelta(days=-30)
"""How long before the day the client reminds."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A deadline for a calendar. key: stable id. on: its day, or a recurring one's first. until: last day of a recurring one."""

    key: str
    title: str
    description: str
    on: date
    rrule: str = ""
    until: date | None = None


def calendar(name: str, entries: Sequence[Entry], *, stamp: datetime | None = None) -> bytes:
    """An .ics file. stamp: time of making (now when not given)."""
    made = stamp or datetime.now(UTC)
    result = Calendar()
    result.add("prodid", "-//Zeren//责任图谱//ZH")
    result.add("version", "2.0")
    result.add("x-wr-calname", name)
    for entry in entries:
        result.add_component(_event(entry, made))
    return bytes(result.to_ical())


def _event(entry: Entry, stamp: datetime) -> Event:
    event = Event()
    event.add("uid", f"{sha256(entry.key.encode()).hexdigest()[:32]}@zeren")
    event.add("dtstamp", stamp)
    event.add("dtstart", entry.on)
    event.add("dtend", entry.on + timedelta(days=1))
    event.add("summary", entry.title)
    event.add("description", entry.description)
    event.add("transp", "TRANSPARENT")
    if entry.rrule:
        rule = vRecur.from_ical(entry.rrule)
        if entry.until and "UNTIL" not in rule and "COUNT" not in rule:
            rule["UNTIL"] = [entry.until]
        event.add("rrule", rule)
    alarm = Alarm()
    alarm.add("action", "DISPLAY")
    alarm.add("description", entry.title)
    alarm.add("trigger", _REMIND)
    event.add_component(alarm)
    return event
