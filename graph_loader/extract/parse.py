"""SourceText to Plan: outline, statements of responsibility, task tables, metadata, and the facts of each clause."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace

from graph_loader.extract import citations, deadlines, liabilities, measures, metadata, targets
from graph_loader.extract.assignments import shared, statements
from graph_loader.extract.assignments.apply import apply
from graph_loader.extract.assignments.brackets import Brackets
from graph_loader.extract.assignments.reading import Doubt, Name, Reading
from graph_loader.extract.deadlines import TimeContext
from graph_loader.extract.documents import documents
from graph_loader.extract.fold import Folded, fold
from graph_loader.extract.measures import Clause
from graph_loader.extract.outline import Node, outline, title
from graph_loader.extract.tables import TaskTable, task_table
from graph_loader.model import (
    Assignment,
    Citation,
    Deadline,
    DocumentInfo,
    Liability,
    Measure,
    Mention,
    ParseWarning,
    Plan,
    Role,
    Section,
    SourceText,
    Span,
    Target,
)

_NOTHING = "本文件没有写明责任分工：没有读出牵头单位、责任单位，条文只作章节保存"


def parse_all(source: SourceText) -> tuple[Plan, ...]:
    """Read every document of a source: a text may hold several, parted by page breaks."""
    return tuple(parse(part) for part in documents(source))


def parse(source: SourceText) -> Plan:
    """Read one document. Never raises on any text; what is doubtful is in Plan.warnings. Time is linear in the text."""
    folded = fold(source.text)
    text = folded.text
    nodes = outline(text)
    brackets = Brackets(text, frozenset(node.start for node in nodes))
    tables = [each for table in source.tables if (each := task_table(folded, table, brackets.closing))]
    skip = _between_headings(tables)
    if skip:
        nodes = outline(text, skip)
    jointly, unread = shared.find(text, nodes, brackets.closing, skip)
    skip = sorted({*skip, *((each.start, each.end) for each in jointly), *((each.start, each.end) for each in unread)})
    found = statements.find(text, brackets, skip, frozenset(node.start for node in nodes))
    found.readings += jointly
    rows = [row.reading for table in tables for row in table.rows if row.reading]
    readings = sorted([*found.readings, *rows], key=lambda reading: reading.start)
    declarations = sorted(
        [*found.declarations, *(each for table in tables for each in table.declarations)], key=lambda each: each.start
    )
    doubts = [*found.doubts, *unread, *(doubt for table in tables for doubt in table.doubts)]
    doubts += apply(text, readings, declarations, brackets.closing)
    last = max((reading.end for reading in readings), default=0)
    heading = metadata.read(folded, _first_clause(nodes, readings), last)
    clauses = measures.clauses(text, nodes, found.readings, heading.body_end, tables)
    builder = _Builder(folded, nodes, heading.info)
    plan = builder.plan(source, clauses)
    doubts += [doubt for reading in readings for doubt in reading.doubts]
    warnings = [*builder.warnings, *_warnings(folded, doubts)]
    if not readings:
        warnings.append(_nothing(folded, heading.info))
    return replace(plan, warnings=tuple(sorted(warnings, key=lambda warning: warning.span)))


def _between_headings(tables: Sequence[TaskTable]) -> list[tuple[int, int]]:
    """The stretches of task tables without their heading rows, which belong to the outline."""
    skip: list[tuple[int, int]] = []
    for table in sorted(tables, key=lambda each: each.start):
        start = table.start
        for heading in table.headings:
            skip.append((start, heading[0]))
            start = heading[1]
        skip.append((start, table.end))
    return [(start, end) for start, end in skip if start < end]


def _first_clause(nodes: Sequence[Node], readings: Sequence[Reading]) -> int:
    first = [nodes[0].start] if nodes else []
    return min([*first, *(reading.start for reading in readings[:1])], default=0)


def _warnings(folded: Folded, doubts: Sequence[Doubt]) -> list[ParseWarning]:
    """One warning for each message and wording: the same doubt about the same words is said once."""
    said: dict[tuple[str, str], ParseWarning] = {}
    for doubt in doubts:
        span = folded.span(doubt.start, doubt.end)
        words = span.of(folded.original)
        said.setdefault((doubt.message, words), ParseWarning(doubt.message, span, words, doubt.other))
    return list(said.values())


def _nothing(folded: Folded, info: DocumentInfo) -> ParseWarning:
    place = folded.text.find(info.title) if info.title else -1
    span = folded.span(place, place + len(info.title)) if place >= 0 else Span(0, 0)
    return ParseWarning(_NOTHING, span, span.of(folded.original))


def _prose(clause: Clause, region: Span) -> list[Span]:
    """Where a clause's facts stand: its text without its statements, or the cells that it names."""
    if clause.prose is not None:
        return [Span(*each) for each in clause.prose]
    parts: list[Span] = []
    start = max(region.start, clause.number[1])
    for reading in clause.readings:
        parts.append(Span(start, min(reading.start, region.end)))
        start = reading.end
    parts.append(Span(start, region.end))
    return [part for part in parts if part.start < part.end]


def _is_within(limit: Deadline, stated: Sequence[Deadline]) -> bool:
    """Whether a plain year in a table's task says no more than the row's time-limit field: 2025年泵站全部开工 | 2025年10月底前."""
    return limit.rule == "during" and any(
        each.kind == "by" and each.end and limit.end and each.end.year == limit.end.year and each.end <= limit.end
        for each in stated
    )


def _sentence_before(text: str, low: int, end: int) -> tuple[int, int]:
    while end > low and text[end - 1] in " \t\n。;,":
        end -= 1
    low = max(low, end - 400)
    return max(low, text.rfind("。", low, end) + 1, text.rfind("\n", low, end) + 1), end


class _Builder:
    """Turns clauses into measures of the plan, in offsets of the original text."""

    def __init__(self, folded: Folded, nodes: Sequence[Node], info: DocumentInfo) -> None:
        self.folded, self.nodes, self.info = folded, nodes, info
        self.warnings: list[ParseWarning] = []
        period = info.period
        years = (int(period[0][:4]), int(period[1][:4])) if period else None
        numbered = re.search(r"(?:19|20)\d{2}", info.number)
        self.context = TimeContext(info.issued_on, years, named=int(numbered[0]) if numbered else None)

    def plan(self, source: SourceText, clauses: Sequence[Clause]) -> Plan:
        sections, index = self._sections(clauses)
        built = []
        for place, clause in enumerate(clauses):
            following = clauses[place + 1].start if place + 1 < len(clauses) else len(self.folded.text)
            built.append(self._measure(clause, min(clause.end, following), index))
        first = clauses[0].start if clauses else len(self.folded.text)
        info = replace(self.info, citations=self._citations(Span(0, first), opening=True))
        return Plan(source, info, sections, tuple(built))

    def _citations(self, region: Span, *, opening: bool = False) -> tuple[Citation, ...]:
        found, warnings = citations.find(self.folded, region, opening=opening, own=(self.info.title,))
        self.warnings += warnings
        return found

    def _measure(self, clause: Clause, end: int, sections: dict[int, int]) -> Measure:
        folded = self.folded
        region = Span(clause.start, max(clause.start, end))
        limits: list[Deadline] = []
        aims: list[Target] = []
        duties: list[Liability] = []
        cites: list[Citation] = []
        for part in _prose(clause, region):
            found, warnings = deadlines.find(folded, part, self.context)
            limits += found
            counted, more = targets.find(folded, part)
            aims += counted
            held, others = liabilities.find(folded, part)
            duties += held
            self.warnings += (*warnings, *more, *others)
            cites += self._citations(part)
        stated: list[Deadline] = []
        for time, bound in self._time_fields(clause):
            context = replace(self.context, field=True, undertaking=bound)
            found, warnings = deadlines.find(folded, Span(*time), context)
            stated += found
            self.warnings += warnings
        if clause.prose is not None:
            limits = [limit for limit in limits if not _is_within(limit, stated)]
        limits += stated
        return Measure(
            number=folded.span(*clause.number).of(folded.original),
            title=self._words(clause.title),
            span=folded.span(region.start, region.end),
            section=self._section_of(clause, sections),
            assignments=tuple(self._assignment(reading) for reading in clause.readings),
            deadlines=tuple(self._bound(limit, clause) for limit in limits),
            targets=tuple(aims),
            citations=tuple(cites),
            liabilities=tuple(duties),
        )

    def _bound(self, limit: Deadline, clause: Clause) -> Deadline:
        """A limit in a bracket of its own binds the whole clause: its title says what."""
        if limit.undertaking or not clause.title:
            return limit
        span = self.folded.span(*clause.title[-1])
        return replace(limit, undertaking=span.of(self.folded.original), undertaking_span=span)

    def _time_fields(self, clause: Clause) -> Iterator[tuple[tuple[int, int], Span]]:
        """Values of time-limit fields, and what each binds: the clause by its title, else the sentence before the field."""
        title = clause.title[-1] if clause.title else None
        for time, bound in clause.times:
            yield time, Span(*(bound or title or time))
        for reading in clause.readings:
            for time in reading.times:
                yield time, Span(*(title or _sentence_before(self.folded.text, clause.start, reading.start)))

    def _words(self, parts: Sequence[tuple[int, int]]) -> str:
        """The words of a title as printed, on one line."""
        texts = (self.folded.span(*part).of(self.folded.original) for part in parts)
        return " ".join(" ".join(text.split()) for text in texts)

    def _assignment(self, reading: Reading) -> Assignment:
        span = self.folded.span(reading.start, reading.end)

        def mentions(role: Role) -> tuple[Mention, ...]:
            return tuple(self._mention(name) for name in reading.names if name.role == role)

        return Assignment(
            text=span.of(self.folded.original),
            span=span,
            rule=reading.rule,
            lead=mentions("lead"),
            responsible=mentions("responsible"),
            supporting=mentions("supporting"),
            open_ended=reading.open_ended,
        )

    def _mention(self, name: Name) -> Mention:
        span = self.folded.span(name.start, name.end)
        words = span.of(self.folded.original)
        return Mention(words, span, words, inferred=name.inferred, implied=name.implied, rule=name.rule)

    # Sections

    def _sections(self, clauses: Sequence[Clause]) -> tuple[tuple[Section, ...], dict[int, int]]:
        """Headings: numbered lines that are no measures and have something under them or stand at the top; in a document
        without measures all of them.
        """
        taken = {clause.node for clause in clauses if clause.own}
        starts = [clause.start for clause in clauses]
        above = {node.parent for node in self.nodes} | {clause.node for clause in clauses if not clause.own}
        found: list[Section] = []
        index: dict[int, int] = {}
        for place, node in enumerate(self.nodes):
            at = bisect_right(starts, node.start) - 1
            inside = at >= 0 and clauses[at].start < node.start < clauses[at].end
            leaf = bool(clauses) and place not in above and node.parent is not None
            if place in taken or inside or leaf:
                continue
            name = title(self.folded.text, node, node.line_end)
            parent = node.parent
            while parent is not None and parent not in index:
                parent = self.nodes[parent].parent
            index[place] = len(found)
            end = max(name[1], node.number_end)
            found.append(
                Section(
                    number=self.folded.span(node.number_start, node.number_end).of(self.folded.original),
                    title=self._words([name]),
                    span=self.folded.span(node.number_start, end),
                    parent=None if parent is None else index[parent],
                )
            )
        return tuple(found), index

    def _section_of(self, clause: Clause, sections: dict[int, int]) -> int | None:
        node = clause.node
        if clause.own and node is not None:
            node = self.nodes[node].parent
        while node is not None and node not in sections:
            node = self.nodes[node].parent
        return None if node is None else sections[node]
