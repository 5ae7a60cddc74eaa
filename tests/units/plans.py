"""Small plans made of lists of units, for tests that need mentions and no parser."""

from __future__ import annotations

from datetime import date

from graph_loader.model import Assignment, DocumentInfo, Measure, Mention, Plan, SourceText, Span

ISSUED = date(2017, 4, 24)


def plan(
    text: str,
    names: list[str],
    *,
    jurisdiction: str = "张掖市",
    issued_on: date | None = ISSUED,
    issuers: tuple[str, ...] = (),
    role: str = "responsible",
) -> Plan:
    """A plan of one measure, （一）, whose text names the units in order, all in one role."""
    mentions = []
    start = 0
    for name in names:
        start = text.index(name, start)
        mentions.append(Mention(name, Span(start, start + len(name)), name))
        start += len(name)
    assignment = Assignment(text, Span(0, len(text)), "test", **{role: tuple(mentions)})
    document = DocumentInfo("云间方案", "云政发〔2017〕1号", issuers, issued_on, jurisdiction)
    measure = Measure("（一）", "措施", Span(0, len(text)), None, (assignment,))
    return Plan(SourceText("a.txt", "txt", "0" * 64, text), document, (), (measure,))


def mentions(resolved: Plan, role: str = "responsible") -> list[Mention]:
    """The mentions of the only assignment."""
    found: tuple[Mention, ...] = getattr(resolved.measures[0].assignments[0], role)
    return list(found)
