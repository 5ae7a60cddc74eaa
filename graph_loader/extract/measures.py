"""Which clauses of the outline are measures, and which statements belong to which. Folded offsets."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

from graph_loader.extract.assignments.reading import Reading
from graph_loader.extract.outline import Node, title, title_at
from graph_loader.extract.tables import Row, TaskTable, TimeField

_AIMS = re.compile(
    r"总体要求|总体思路|指导思想|基本原则|工作原则|总体目标|工作目标|主要目标|发展目标|目标任务|目标要求|行动目标|建设目标|适用范围|适用对象|编制依据|"
    r"制定依据|工作背景|发展形势|形势|现状|重要意义|重大意义|发展基础|附则|名词解释|术语|定义|总则|"
    r"(?:实施|工作|方法|推进|行动|整治)?步骤|(?:时间|阶段|步骤|进度)安排|实施阶段"
)
_PART_OF_CLAUSE = re.compile(
    r"[ \t\n>*]*(?:整改|整治|工作|具体|主要|推进|落实|治理|[季年]度|分?阶段|半年|月度|序时|时序)?"
    r"(?:目标|措施|举措|任务|内容|要求|标准|情况|成效|进展|进度|计划|安排)(?:目标|任务|要求|情况|安排|计划)?[ ]?:"
)
"""A labelled paragraph that belongs to the clause although it stands behind the units: 整改措施:…"""
_MAX_LINE = 20_000
_SHORT_TITLE = 10
_BULLETS = "—●■◆▲►•·*-"
_DEEP = frozenset(("digit-bracket", "digit-half", "circled", "letter", "ordinal", "decimal"))


Stretch = tuple[int, int]


@dataclass(slots=True)
class Clause:
    """A measure to be: [start, end) of the text, where its number and the parts of its title stand, and its statements.

    node: the numbered line that it is, or (own False) the one that it stands under. prose: where its facts are looked for
    (None: everywhere in it); times: fields that state a time limit, and what each binds (None: all of it).
    """

    start: int
    end: int
    number: Stretch
    title: list[Stretch]
    node: int | None
    own: bool
    readings: list[Reading] = field(default_factory=list)
    prose: list[Stretch] | None = None
    times: list[TimeField] = field(default_factory=list)


def clauses(
    text: str, nodes: Sequence[Node], readings: Sequence[Reading], body_end: int, tables: Sequence[TaskTable] = ()
) -> list[Clause]:
    """The measures in document order: clauses with a statement, their like-numbered neighbours that lack one, table rows.
    A document without any statement has no measures, only sections: nobody is made to answer for its prose.

    readings: those outside task tables. body_end: where signature, distribution list and page furniture begin.
    """
    owned = _owners(text, nodes, readings)
    found: list[Clause] = []
    for owner, group in owned:
        if owner is None:
            found.append(_unnumbered(text, group, _heading_over(nodes, group[0].start)))
        elif len(group) > 1 and _is_heading_over_paragraphs(text, nodes, owner, group):
            found.extend(_unnumbered(text, each, owner) for each in _by_paragraph(text, group))
        else:
            found.append(_numbered(text, nodes, owner, group, body_end))
    if owned:
        found.extend(_without_statement(text, nodes, owned, body_end))
    starts = [node.start for node in nodes]
    for table in tables:
        for row in table.rows:
            above = bisect_right(starts, row.start) - 1
            found.append(_of_row(row, above if above >= 0 else None))
    found.sort(key=lambda clause: clause.start)
    return found


def _of_row(row: Row, node: int | None) -> Clause:
    readings = [row.reading] if row.reading else []
    return Clause(row.start, row.end, row.number, row.title, node, False, readings, row.tasks, row.times)


def _owners(text: str, nodes: Sequence[Node], readings: Sequence[Reading]) -> list[tuple[int | None, list[Reading]]]:
    """Statements grouped by the numbered line that they stand under, in order."""
    starts = [node.start for node in nodes]
    owned: dict[int | None, list[Reading]] = {}
    singles: list[tuple[int | None, list[Reading]]] = []
    for reading in readings:
        place = bisect_right(starts, reading.start) - 1 if reading.node is None else reading.node
        if reading.node is None and (
            place < 0
            or nodes[place].kind == "attachment"
            or _stands_alone(text, nodes[place], reading, owned.get(place))
        ):
            singles.extend(_merge_unnumbered(text, singles, reading))
        else:
            owned.setdefault(place, []).append(reading)
    lifted = _lift(nodes, {node: group for node, group in owned.items() if node is not None})
    return [*singles, *lifted.items()]


def _stands_alone(text: str, node: Node, reading: Reading, before: Sequence[Reading] | None) -> bool:
    """Whether a statement behind a numbered line is about an unnumbered clause: a paragraph of its own behind a slogan, or
    one with a short title of its own behind a line that has its statement.
    """
    start = _paragraph(text, reading)[0]
    if start <= node.line_end:
        return False
    if node.kind == "slogan":
        return True
    if not before or before[0].start > node.line_end:
        return False
    name = title_at(text, start, min(reading.start, start + _MAX_LINE))
    return 0 < name[1] - name[0] <= _SHORT_TITLE and "," not in text[slice(*name)] and reading.start - name[1] > 1


def _merge_unnumbered(
    text: str, singles: Sequence[tuple[int | None, list[Reading]]], reading: Reading
) -> list[tuple[int | None, list[Reading]]]:
    if singles and _paragraph(text, singles[-1][1][-1]) == _paragraph(text, reading):
        singles[-1][1].append(reading)
        return []
    return [(None, [reading])]


def _lift(nodes: Sequence[Node], owned: dict[int, list[Reading]]) -> dict[int, list[Reading]]:
    """A statement behind the last of several sub-items belongs to the clause over them, where such clauses carry statements.

    1. … (1) … (2) … (责任单位:A) is about 1., when other clauses like 1. carry their statements themselves.
    """
    kinds = Counter(nodes[index].kind for index in owned)
    children: dict[int, list[int]] = {}
    for index, node in enumerate(nodes):
        if node.parent is not None:
            children.setdefault(node.parent, []).append(index)
    result: dict[int, list[Reading]] = {}
    for index, group in owned.items():
        node, parent = nodes[index], nodes[index].parent
        siblings = children.get(parent, []) if parent is not None else []
        alone = len(siblings) > 1 and siblings[-1] == index and not any(each in owned for each in siblings[:-1])
        usual = parent is not None and kinds[nodes[parent].kind] > (0 if node.kind in _DEEP else kinds[node.kind])
        if parent is not None and alone and usual and parent not in owned:
            result.setdefault(parent, []).extend(group)
        else:
            result.setdefault(index, []).extend(group)
    return dict(sorted(result.items()))


def _paragraph(text: str, reading: Reading) -> Stretch:
    """The paragraph that a statement is about: its own line, or for a statement on lines of its own the line above."""
    start = _line_start(text, reading.start)
    if not text[start : reading.start].strip(" \t>*●■◆·-"):
        above = start - 1
        while above > 0 and text[above - 1] in " \t\n":
            above -= 1
        if above > 0:
            start = _line_start(text, above)
    end = text.find("\n", reading.end, reading.end + _MAX_LINE)
    return start, min(len(text), reading.end + _MAX_LINE) if end < 0 else end


def _line_start(text: str, at: int) -> int:
    low = max(0, at - _MAX_LINE)
    return max(text.rfind("\n", low, at) + 1, low)


def _by_paragraph(text: str, group: Sequence[Reading]) -> list[list[Reading]]:
    parts: dict[int, list[Reading]] = {}
    for reading in group:
        parts.setdefault(_paragraph(text, reading)[0], []).append(reading)
    return list(parts.values())


def _is_heading_over_paragraphs(
    text: str,
    nodes: Sequence[Node],
    owner: int,
    group: Sequence[Reading],
) -> bool:
    """Whether a numbered line is only a heading, and the paragraphs under it are the measures, each with its statement."""
    node = nodes[owner]
    name = title(text, node, node.line_end)
    parts = _by_paragraph(text, group)
    if len(parts) < 2 or text[name[1] : node.line_end].strip(" \t。:"):
        return False
    if any(len(part) > 1 and not _names_itself(text, part) for part in parts):
        return False
    if node.kind in ("cn", "chapter", "part", "division"):
        return True
    starts = [_paragraph(text, part[0])[0] for part in parts]
    return all(text[start : start + 12].lstrip()[:1] in _BULLETS for start in starts)


def _names_itself(text: str, group: Sequence[Reading]) -> bool:
    """Whether the paragraph of these statements opens with a short title of its own."""
    start = _paragraph(text, group[0])[0]
    name = title_at(text, start, group[0].start)
    return (
        0 < name[1] - name[0] <= 2 * _SHORT_TITLE and text.startswith("。", name[1]) and "," not in text[slice(*name)]
    )


def _heading_over(nodes: Sequence[Node], at: int) -> int | None:
    """The node that an unnumbered clause stands under: the one over the numbered line before it."""
    place = bisect_right(nodes, at, key=lambda node: node.start) - 1
    if place < 0:
        return None
    return place if nodes[place].kind == "attachment" else nodes[place].parent


def _unnumbered(text: str, group: list[Reading], node: int | None = None) -> Clause:
    start, end = _paragraph(text, group[0])
    end = max(end, _paragraph(text, group[-1])[1])
    while start < end and text[start] in " \t>#*★☆●■◆▲►•·—-":
        start += 1
    limit = group[0].start
    line_end = text.find("\n", start, limit)
    name = title_at(text, start, min(limit, end) if line_end < 0 else line_end)
    if "," in text[name[0] : name[1]] or limit - name[1] < 2 or name[1] - name[0] > 24:
        name = (start, start)
    parts = [name] if name[0] < name[1] else []
    return Clause(start, _rstrip(text, start, end), (start, start), parts, node, False, group)


def _numbered(text: str, nodes: Sequence[Node], owner: int, group: list[Reading], body_end: int) -> Clause:
    node = nodes[owner]
    end = _reach(nodes, owner)
    last = max((reading.end for reading in group), default=0)
    head = min((reading.start for reading in group), default=end)
    name = title(text, node, head if head >= node.number_end else end)
    if group and name[0] == name[1] and not text[node.number_end : head].strip(" \t.、:"):
        first = group[0].end
        while first < node.line_end and text[first] in " \t":
            first += 1
        name = title_at(text, first, max(first, min(end, node.line_end)))
    sentence = text.startswith("。", name[1]) and name[1] - name[0] > _SHORT_TITLE
    if last and (sentence or text[max(name[1], node.number_end) : head].strip(" \t\n。.:、;*")):
        # What follows the paragraph of the last statement is no part of the clause any more.
        line = text.find("\n", last, min(end, last + _MAX_LINE))
        end = end if line < 0 or _PART_OF_CLAUSE.match(text, line, end) else line
    elif body_end > node.line_end:
        end = min(end, body_end)
    parts = [name] if name[0] < name[1] else []
    number = (node.number_start, node.number_end)
    return Clause(node.number_start, _rstrip(text, node.number_start, end), number, parts, owner, True, group)


def _reach(nodes: Sequence[Node], owner: int) -> int:
    """Where a node ends with all that stands under it."""
    depth = nodes[owner].depth
    below = (nodes[place] for place in range(owner + 1, len(nodes)))
    return next((node.start for node in below if node.depth <= depth), nodes[-1].end)


def _without_statement(
    text: str, nodes: Sequence[Node], owned: Sequence[tuple[int | None, list[Reading]]], body_end: int
) -> list[Clause]:
    """Clauses like those that carry statements, without one: the gaps of a plan."""
    carriers = {index for index, _ in owned if index is not None}
    parents = {node.parent for node in nodes}
    kinds = {(nodes[index].kind, nodes[index].depth) for index in carriers}
    inside = _descendants(nodes, carriers)
    aims = [False] * len(nodes)
    found: list[Clause] = []
    for index, node in enumerate(nodes):
        name = title(text, node, node.end)
        above = node.parent is not None and aims[node.parent]
        aims[index] = above or bool(_AIMS.search(text[name[0] : name[1]].replace(" ", "")))
        if aims[index] or index in carriers or index in inside or index in parents or node.start >= body_end:
            continue
        if node.kind == "attachment" or (node.kind, node.depth) not in kinds:
            continue
        # A sentence is a clause even when it is all there is; a line without a full stop is a heading.
        if text[name[1] : node.end].strip(" \t\n"):
            found.append(_numbered(text, nodes, index, [], body_end))
    return found


def _descendants(nodes: Sequence[Node], carriers: set[int]) -> set[int]:
    inside: set[int] = set()
    for index, node in enumerate(nodes):
        if node.parent is not None and (node.parent in carriers or node.parent in inside):
            inside.add(index)
    return inside


def _rstrip(text: str, start: int, end: int) -> int:
    while end > start and text[end - 1] in " \t\n":
        end -= 1
    return end
