"""Statements about several clauses at once: 以上两项由A牵头; 9—11项,责任单位分别为:A;B;C. Works on folded text."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from functools import partial
from itertools import cycle

from graph_loader.extract import numerals
from graph_loader.extract.assignments.grammar import read
from graph_loader.extract.assignments.reading import Doubt, Reading
from graph_loader.extract.assignments.words import Field, label_field, looks_like_unit
from graph_loader.extract.outline import Node

_COUNT = r"[\d一二两三四五六七八九十]{1,3}"
_MATTER = r"(?:(?:重点|具体|主要|各项)?(?:任务|工作|措施|事项|内容|指标|目标|问题|项目)){0,2}"
_NUMBERS = rf"第?{_COUNT}(?:项|条)?(?: ?(?:-|—{{1,2}}|~|至|到|、|和) ?第?{_COUNT}(?:项|条)?){{0,12}}"
_HINT = re.compile(
    r"[项条上述](?:(?<=[\d一二三四五六七八九十][项条])|(?<=以上|[上前]述)(?=第|[\d一二两三四五六七八九十]{1,3}[项条款点个]|[各几]|所有|全部|任务|工作|措施|事项))"
)
"""A cheap look for the words that such statements have."""
_REFERENCE = re.compile(
    rf"[ \t]*(?:(?:以上|上述|前述)"
    rf"(?:(?:第?(?P<count>{_COUNT})|各|所有|全部|几)(?:项|条|款|点|个方面){_MATTER}|(?:全部|所有)?(?=任务|工作|措施|事项){_MATTER})"
    rf"|(?:以上|上述)?(?P<numbers>{_NUMBERS})(?<=[项条])(?:重点|具体)?{_MATTER})"
    r"[,:]?(?:均|都|统一|全部|具体|分别)*(?=由(?!于|此)|(?:的)?(?:牵头|责任|配合|主办|承办)(?:责任)?(?:单位|部门))的?"
)
_RANGE = re.compile(rf"(?P<first>{_COUNT})(?:项|条)?(?: ?(?:-|—{{1,2}}|~|至|到) ?第?(?P<last>{_COUNT}))?")
_EACH = re.compile(r"分别(?:为|是|由)?[:,]?")
_MAX_LENGTH = 400
_MAX_OPENING = 60
_MAX_REACH = 60
"""So many numbered lines before such a statement are looked at."""


def find(
    text: str, nodes: Sequence[Node], closing: Mapping[int, int], skip: Sequence[tuple[int, int]] = ()
) -> tuple[list[Reading], list[Doubt]]:
    """One reading for each clause that a shared statement names, with Reading.node set; a doubt about each statement whose
    clauses or units cannot be told. nodes: the outline's numbered lines; skip: ranges that are read elsewhere, ascending.
    """
    found: list[Reading] = []
    doubts: list[Doubt] = []
    place = 0
    passed = 0
    for match in _references(text):
        while place < len(nodes) and nodes[place].start < match.start():
            place += 1
        while passed < len(skip) and skip[passed][1] <= match.start():
            passed += 1
        if passed < len(skip) and skip[passed][0] <= match.start():
            continue
        end = _statement_end(text, match.end(), closing)
        start = match.start() + len(match[0]) - len(match[0].lstrip())
        readings = _distributed(text, start, match.end(), end, _owners(text, nodes, place, match), closing)
        if closing.get(start - 1) == end:
            start, end = start - 1, end + 1
        for reading in readings:
            reading.start, reading.end = start, end
        found += readings
        if not readings:
            doubts.append(Doubt("像是几项任务共同的责任分工，没有读成责任单位", start, end))
    return found, doubts


def _references(text: str) -> Iterator[re.Match[str]]:
    """The openings of sentences and brackets that name several clauses."""
    last = -1
    for hint in _HINT.finditer(text):
        low = max(0, hint.start() - _MAX_OPENING)
        start = max(low, *(text.rfind(sign, low, hint.start()) + 1 for sign in "\n。;(["))
        if start > last and (match := _REFERENCE.match(text, start)):
            last = start
            yield match


def _statement_end(text: str, start: int, closing: Mapping[int, int]) -> int:
    limit = min(len(text), start + _MAX_LENGTH)
    at = start
    while at < limit and text[at] not in "。\n)]":
        at = closing.get(at, at) + 1
    return min(at, limit)


def _owners(text: str, nodes: Sequence[Node], place: int, match: re.Match[str]) -> list[int]:
    """The numbered lines meant, in order; [] where not all of them are there. place: how many stand before the statement."""
    if not place:
        return []
    near = range(max(0, place - _MAX_REACH), place)
    last = nodes[place - 1]
    like = [index for index in near if nodes[index].kind == last.kind and nodes[index].depth == last.depth]
    if match["numbers"]:
        wanted = list(_numbers(match["numbers"]))
        by_number = {_value(text, nodes[index]): index for index in like}
        return [by_number[number] for number in wanted] if all(number in by_number for number in wanted) else []
    like = [index for index in like if nodes[index].parent == last.parent]
    count = numerals.whole(match["count"]) if match["count"] else len(like)
    return like[-count:] if count and len(like) >= count else []


def _numbers(words: str) -> Iterator[int]:
    for part in _RANGE.finditer(words):
        first = numerals.whole(part["first"]) or 0
        last = (numerals.whole(part["last"]) or 0) if part["last"] else first
        yield from range(first, min(last, first + _MAX_REACH) + 1)


def _value(text: str, node: Node) -> int | None:
    number = re.search(_COUNT, text[node.number_start : node.number_end])
    return numerals.whole(number[0]) if number else None


def _distributed(
    text: str, start: int, at: int, end: int, owners: Sequence[int], closing: Mapping[int, int]
) -> list[Reading]:
    """The readings of a statement at [start, end) whose words on who does it begin at `at`, one for each owner; [] when its
    parts are not as many as the owners.
    """
    each = _EACH.search(text, max(start, at - 2), end)
    parts = [(at, end)]
    label: Field | None = None
    if each:
        label = label_field(text[at : each.start()]) or "responsible"
        by_sign = (_parts(text, each.end(), end, sign, closing) for sign in ";、")
        parts = next((found for found in by_sign if len(found) == len(owners)), [])
    if not owners:
        return []
    readings = [read(text, first, last, "shared", closing, field=label) for first, last in parts]
    if not all(map(partial(_names_units, text), readings)):
        return []
    return [
        _about(reading, owner) for reading, owner in zip(readings if each else cycle(readings), owners, strict=False)
    ]


def _names_units(text: str, reading: Reading) -> bool:
    return bool(reading.names) and all(looks_like_unit(text[name.start : name.end]) for name in reading.names)


def _about(reading: Reading, node: int) -> Reading:
    """The reading as one of a clause of its own: rules of the document may change it and leave the others."""
    names = [replace(name) for name in reading.names]
    return replace(reading, node=node, names=names, times=[*reading.times], doubts=[*reading.doubts])


def _parts(text: str, start: int, end: int, sign: str, closing: Mapping[int, int]) -> list[tuple[int, int]]:
    parts: list[tuple[int, int]] = []
    at = start
    while at < end:
        if text[at] == sign:
            parts.append((start, at))
            start = at + 1
        at = closing.get(at, at) + 1
    return [*parts, (start, end)]
