"""A clause with its readings: what was read, from which words, by which rule; and the text with those words marked."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from graph_loader.rules import rule_name
from interface.components.docket import Node, el
from interface.drawing import parts
from interface.drawing.marks import runs
from interface.frame import links
from interface.records import facts
from interface.records.facts import Duty, Limit, Network
from queries.model import Mark

KINDS = {
    "lead": "━ 牵头",
    "responsible": "─ 责任",
    "supporting": "┄ 配合",
    "deadline": "◆ 时限",
    "target": "▲ 目标",
    "liability": "▼ 问责",
    "citation": "□ 引用",
}
"""Kinds of reading with their sign and word, in the order of the switches."""


@dataclass(frozen=True, slots=True)
class Reading:
    """One thing that was read. size: how many facts it stands for (three leads in one bracket are one reading of size 3).

    marks: offsets into the document's text. lines: what it says, as elements. rule: its rule's name in Chinese.
    """

    number: int
    kind: str
    size: int
    marks: tuple[Mark, ...]
    lines: tuple[Node, ...]
    rule: str


def readings(whole: Network, measure: str, on: date) -> list[Reading]:
    """Everything read from a measure, in the order of the paper, numbered from 1."""
    node = whole.nodes[measure]
    text, start = str(node["text"]), int(node["start"])
    found = [
        *(_limit(limit, text, start, on) for limit in facts.limits(whole, measure)),
        *(_target(node) for node in facts.targets(whole, measure)),
        *(_liability(node) for node in facts.liabilities(whole, measure)),
        *(_citation(whole, key, link) for key, link in facts.citations(whole, measure)),
        *_roles(facts.duties(whole, measure)),
    ]
    found.sort(key=lambda item: item[2][0].start if item[2] else 0)
    return [Reading(number, *item) for number, item in enumerate(found, start=1)]


def marked(text: str, start: int, found: Sequence[Reading]) -> list[Node]:
    """The clause's text, whose first character stands at `start` of the document, with the readings' words marked and
    numbered."""
    marks = [(mark.start - start, mark.end - start, mark.kind) for reading in found for mark in reading.marks]
    numbers: dict[int, list[int]] = {}
    for reading in found:
        for mark in _numbered(reading):
            if 0 < mark.end - start <= len(text):
                numbers.setdefault(mark.end - start, []).append(reading.number)
    # A mark of no kind at each number keeps the runs from reaching over it.
    cuts = [(place - 1, place, "") for place in numbers]
    nodes: list[Node] = []
    at = 0
    for run in runs(text, [*marks, *cuts]):
        at += len(run.text)
        nodes.append(el("mark", run.text, cls=run.classes) if run.classes else run.text)
        nodes += [el("span", str(number), cls="no") for number in dict.fromkeys(numbers.get(at, ()))]
    return nodes


def _numbered(reading: Reading) -> Sequence[Mark]:
    """The marks that carry the number: of a row of units only the last."""
    return reading.marks[-1:] if reading.kind in {"lead", "responsible", "supporting"} else reading.marks


_Found = tuple[str, int, tuple[Mark, ...], tuple[Node, ...], str]


def _limit(limit: Limit, text: str, start: int, on: date) -> _Found:
    marks = [Mark(limit.start, limit.end, "deadline")]
    # The undertaking stands close to its time limit: the occurrence that begins nearest to it.
    places = list(_occurrences(text, limit.undertaking))
    if places:
        place = start + min(places, key=lambda each: abs(start + each - limit.start))
        marks.append(Mark(place, place + len(limit.undertaking), "undertaking"))
    since = f"，自 {limit.start_on.isoformat()} 起" if limit.start_on else ""
    lines = (
        el(
            "div",
            el("i", cls="k k-deadline"),
            "时限 ",
            el("b", limit.text),
            since,
            " ",
            parts.state_mark(limit.due, on),
        ),
        el("div", "要做的事：", limit.undertaking) if limit.undertaking else "",
    )
    return "deadline", 1, tuple(marks), lines, rule_name(limit.rule)


def _occurrences(text: str, words: str) -> Iterator[int]:
    place = text.find(words) if words else -1
    while place >= 0:
        yield place
        place = text.find(words, place + 1)


def _target(node: dict[str, Any]) -> _Found:
    upper = f"–{node['value_to']:g}" if node.get("value_to") is not None else ""
    sign = {">=": "≥", "<=": "≤", "=": "=", "range": "", "change": "变化"}.get(node["op"], node["op"])
    line = el(
        "div",
        el("i", cls="k k-target"),
        "目标 ",
        el("b", f"{node['metric']} {sign} {node['value']:g}{upper} {node['unit']}"),
    )
    return "target", 1, (Mark(node["start"], node["end"], "target"),), (line,), rule_name(node["rule"] or "")


def _liability(node: dict[str, Any]) -> _Found:
    start, text = node["start"], str(node["text"])
    marks = [
        Mark(start + place, start + place + len(words), kind)
        for words, kind in ((node["trigger"], "trigger"), (node["consequence"], "consequence"))
        if words and (place := text.find(words)) >= 0
    ]
    lines = (
        el("div", el("i", cls="k k-liab"), "问责 ", el("b", node["trigger"] or "没有写明情形")),
        el("div", "对象：", node["subject"] or "没有写明"),
        el("div", "后果：", node["consequence"]),
    )
    return "liability", 1, tuple(marks) or (Mark(start, node["end"], "trigger"),), lines, rule_name(node["rule"] or "")


def _citation(whole: Network, key: str, link: dict[str, Any]) -> _Found:
    node = whole.nodes[key]
    title = f"《{node['title']}》{node['number'] or ''}"
    name = el("a", title, cls="z", go=links.to("documents", id=key)) if node["loaded"] else el("span", title)
    note = "" if node["loaded"] else el("span", " 未载入", cls="mut xs")
    line = el("div", el("i", cls="k k-doc"), "引用 ", name, note)
    return "citation", 1, (Mark(link["start"], link["end"], "citation"),), (line,), ""


def _roles(duties: Sequence[Duty]) -> list[_Found]:
    """One reading for each role of each bracket, so that the list is as long as what was printed."""
    groups: dict[tuple[int, str], list[Duty]] = {}
    for duty in duties:
        groups.setdefault((duty.part, duty.type), []).append(duty)
    return [_role(group) for group in groups.values()]


def _role(group: Sequence[Duty]) -> _Found:
    kind = facts.ROLE_KIND[group[0].type]
    marks = tuple(Mark(duty.start, duty.end, kind) for duty in sorted(group, key=lambda duty: duty.start))
    inferred = any(duty.inferred for duty in group)
    names: list[Node] = []
    for index, duty in enumerate(group):
        names += ["、"] if index else []
        names.append(parts.unit_link(duty))
        if duty.as_written and duty.as_written != duty.unit:
            names.append(el("span", f"（原文“{duty.as_written}”）", cls="mut xs"))
    notes = [
        *dict.fromkeys(f"经人工更正：{duty.correction}" for duty in group if duty.correction),
        *(["名单没有列尽"] if any(duty.open_ended for duty in group) else []),
        *(["有的单位没有印在这一条，由文件别处的说明带出"] if any(duty.implied for duty in group) else []),
    ]
    rules = "、".join(dict.fromkeys(rule_name(duty.rule) for duty in group if duty.rule))
    lines = (
        el("div", parts.badge(group[0].role, inferred=inferred), " ", names),
        *(el("div", note, cls="mut xs") for note in notes),
    )
    return kind, len(group), marks, lines, rules
