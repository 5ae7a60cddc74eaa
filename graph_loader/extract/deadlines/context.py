"""What the time grammar has to know of the document, and what it hands on for each expression that it read."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from graph_loader.model import DeadlineKind, Span


@dataclass(frozen=True, slots=True)
class TimeContext:
    """What a time expression is resolved against.

    issued_on: day of issue. period: first and last year of the document's period. field: the region is the value of a
    time-limit field (完成时限: 长期坚持). undertaking: in the folded text, what a field's value binds. named: the year that an
    undated document names as its own, in its number or its words.
    """

    issued_on: date | None = None
    period: tuple[int, int] | None = None
    field: bool = False
    undertaking: Span | None = None
    named: int | None = None

    @property
    def year(self) -> int | None:
        """The document's year: that of its one-year period (a 2026 plan issued in December 2025), else of its issue."""
        if self.period and self.period[0] == self.period[1]:
            return self.period[0]
        return self.issued_on.year if self.issued_on else self.named

    @property
    def earliest(self) -> date | None:
        """What ended before this day is a past fact and no time limit."""
        if self.issued_on:
            return self.issued_on
        return date(self.period[0], 1, 1) if self.period else None


NOT_UNDERSTOOD = "not-understood"
"""The rule of a reading that is a warning only."""


@dataclass(frozen=True, slots=True)
class Reading:
    """A time expression as read, at [start, end) of the folded text.

    first, last: inclusive days. rule: identifier of the reading. doubt: Chinese message where another reading (other) could
    be meant. bare: a plain period without 到, 前, 内… whose words must stand where a time limit can stand. bound: what it
    binds, where the reading knows. date_end: where the date proper ends and what it binds may begin; 0 for `end`.
    """

    start: int
    end: int
    kind: DeadlineKind
    first: date | None = None
    last: date | None = None
    rrule: str = ""
    rule: str = ""
    doubt: str = ""
    other: str = ""
    bare: bool = False
    bound: Span | None = None
    date_end: int = 0
