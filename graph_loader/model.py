"""The dataclasses that readers, extraction, units and stores speak in. Plain facts, no behaviour beyond slicing and JSON.

Spans are half-open [start, end) character offsets into `SourceText.text`, 0-based. Dates are `datetime.date`.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal, NamedTuple

Role = Literal["lead", "responsible", "supporting"]
DeadlineKind = Literal["by", "within", "recurring", "ongoing", "relative"]
TargetOp = Literal[">=", "<=", "=", "range", "change"]
GroupKind = Literal["", "departments", "listed", "open"]
"""A group's members: "" no group; all departments of its jurisdiction that are known; the links given; not to be known."""
CitationKind = Literal["basis", "cited", "superseded"]

ROLES: tuple[Role, ...] = ("lead", "responsible", "supporting")


class Span(NamedTuple):
    """Half-open range of characters of the source text."""

    start: int
    end: int

    def of(self, text: str) -> str:
        """The characters that the span covers."""
        return text[self.start : self.end]


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell of a table, merged cells once, with the grid area that it covers (0-based row and column)."""

    row: int
    column: int
    span: Span
    rows: int = 1
    columns: int = 1


@dataclass(frozen=True, slots=True)
class Table:
    """A table of the document; its cells' texts stand in the source text at their spans."""

    span: Span
    cells: tuple[Cell, ...]
    sheet: str = ""


@dataclass(frozen=True, slots=True)
class SourceText:
    """What a reader gets out of a file: text, and where each table stood.

    name: file name without folders. format: "txt", "html", "docx"… sha256: of the file's bytes, hex. text: line ends are
    "\\n"; paragraphs are lines; cells of a table row are parted by "\\t", rows by "\\n" (a cell may hold "\\n" itself, so
    tables are read by their cells, never by splitting the text). notices: what the reader had to leave out or guess, Chinese.
    """

    name: str
    format: str
    sha256: str
    text: str
    tables: tuple[Table, ...] = ()
    notices: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class UnitName:
    """A unit as the registry knows it: identity is (jurisdiction, normal name).

    id: "张掖市/市司法局" (jurisdiction, slash, normal name; "国家/…" for the centre). name: display name. kind: one of the kinds of
    data/unit_names.csv ("government", "party", "group"…). level: "national", "provincial", "prefecture", "county",
    "township" or "". aliases: other forms seen or known.
    """

    id: str
    name: str
    full_name: str
    jurisdiction: str
    kind: str = ""
    level: str = ""
    aliases: tuple[str, ...] = ()
    group: GroupKind = ""


@dataclass(frozen=True, slots=True)
class UnitLink:
    """A relation between two units that comes from data, not from the document's words.

    type: MEMBER_OF (a group's member) or SUCCEEDED_BY (a reform). rule: "general" (the reform's or grammar's general rule) or
    "local" (a source of that very place). scope: what was taken over. basis: the document that says so. source: where our row
    comes from.
    """

    type: Literal["MEMBER_OF", "SUCCEEDED_BY"]
    from_id: str
    to_id: str
    rule: str
    source: str
    on: date | None = None
    basis: str = ""
    scope: str = ""


@dataclass(frozen=True, slots=True)
class Jurisdiction:
    """An administrative division. id: GB/T 2260 code where known, else the name. parent_id: "" at the top."""

    id: str
    name: str
    level: str
    parent_id: str = ""


@dataclass(frozen=True, slots=True)
class Mention:
    """A unit named in an assignment.

    unit: normal name (equal to as_written until units.resolve has run). as_written: the characters of the document at `span`.
    inferred: the role was concluded by `rule`, not written. implied: the unit is not printed here but declared elsewhere for
    this clause (span then points at that declaration). rule: what made it, an identifier such as "label" or "first-listed".
    """

    as_written: str
    span: Span
    unit: str
    unit_id: str = ""
    inferred: bool = False
    implied: bool = False
    rule: str = ""
    correction: str = ""


@dataclass(frozen=True, slots=True)
class Assignment:
    """One statement of who is responsible, as printed in one place. open_ended: 等, 有关部门… leave the list open."""

    text: str
    span: Span
    rule: str
    lead: tuple[Mention, ...] = ()
    responsible: tuple[Mention, ...] = ()
    supporting: tuple[Mention, ...] = ()
    open_ended: bool = False

    def of(self, role: Role) -> tuple[Mention, ...]:
        """The mentions in one role."""
        return {"lead": self.lead, "responsible": self.responsible, "supporting": self.supporting}[role]


@dataclass(frozen=True, slots=True)
class Deadline:
    """A time limit and the undertaking that it binds. start and end are inclusive days; rrule is RFC 5545 without "RRULE:"."""

    text: str
    undertaking: str
    kind: DeadlineKind
    span: Span
    undertaking_span: Span
    start: date | None = None
    end: date | None = None
    rrule: str = ""
    rule: str = ""


@dataclass(frozen=True, slots=True)
class Target:
    """A measurable aim: metric op value unit ("range": from value to value_to)."""

    metric: str
    op: TargetOp
    value: float
    unit: str
    span: Span
    value_to: float | None = None
    rule: str = ""


@dataclass(frozen=True, slots=True)
class Citation:
    """Another document named in this one: title without 《》, number (发文字号) where printed."""

    title: str
    number: str
    kind: CitationKind
    span: Span


@dataclass(frozen=True, slots=True)
class Liability:
    """What happens if it is not done: on which trigger, to whom (None where the sentence names nobody), which consequence."""

    trigger: str
    subject: str | None
    consequence: str
    span: Span
    trigger_span: Span
    consequence_span: Span
    rule: str = ""


@dataclass(frozen=True, slots=True)
class Section:
    """A heading over measures. parent: index into Plan.sections, None at the top. span: the heading's line."""

    number: str
    title: str
    span: Span
    parent: int | None = None


@dataclass(frozen=True, slots=True)
class Measure:
    """A clause with something to do. number as printed ("(四)", "1."); section: index into Plan.sections or None."""

    number: str
    title: str
    span: Span
    section: int | None = None
    assignments: tuple[Assignment, ...] = ()
    deadlines: tuple[Deadline, ...] = ()
    targets: tuple[Target, ...] = ()
    citations: tuple[Citation, ...] = ()
    liabilities: tuple[Liability, ...] = ()


@dataclass(frozen=True, slots=True)
class DocumentInfo:
    """What the document says of itself. period: ISO years or dates as printed, ("2016", "2020"). jurisdiction: "张掖市", "国家"…"""

    title: str
    number: str = ""
    issuers: tuple[str, ...] = ()
    issued_on: date | None = None
    jurisdiction: str = ""
    period: tuple[str, str] | None = None
    citations: tuple[Citation, ...] = ()


@dataclass(frozen=True, slots=True)
class ParseWarning:
    """Something that a person should look at: not understood, or contestable (other: the other reading, Chinese)."""

    message: str
    span: Span
    text: str
    other: str = ""


@dataclass(frozen=True, slots=True)
class Plan:
    """A document as understood: everything that goes into the graph, and everything that a person should check."""

    source: SourceText
    document: DocumentInfo
    sections: tuple[Section, ...] = ()
    measures: tuple[Measure, ...] = ()
    warnings: tuple[ParseWarning, ...] = ()
    units: tuple[UnitName, ...] = ()
    links: tuple[UnitLink, ...] = ()
    jurisdictions: tuple[Jurisdiction, ...] = ()
