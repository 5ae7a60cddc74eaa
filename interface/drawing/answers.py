"""An Answer as people read it: the sentence with its number, chips of what was understood, a table, files."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

import networkx as nx

from interface.components.docket import Node, el
from interface.components.graph.labels import em
from interface.drawing import parts
from interface.frame import links
from interface.records.relations import ROLES, deadlines_of, due_of, sources
from interface.records.states import Due, nearest
from queries.directory import Directory
from queries.model import Answer, Parameter
from queries.sentence import text_of

_NUMBER = re.compile(r"\d+(?=[项个条份处次家])")
_ROLE = re.compile("牵头|责任|配合")
_LONG_LIST = 6
"""A sentence that would list more than this stops before the list: the table below has it."""

Record = Mapping[str, Any]


def records(answer: Answer) -> list[dict[str, Any]]:
    """The rows by column, those that read the same in every shown column once."""
    shown = [column.name for column in answer.entry.columns if column.zh] if answer.entry else list(answer.columns)
    found: dict[tuple[str, ...], dict[str, Any]] = {}
    for row in answer.rows:
        record = dict(zip(answer.columns, row, strict=True))
        found.setdefault((*tuple(str(record[name]) for name in shown), str(record.get("measure_id"))), record)
    return list(found.values())


def counted(answer: Answer, found: Sequence[Record]) -> str:
    """What the table's rows are, with their number: 18 项措施, 5 个单位, 7 行."""
    measures = {record["measure_id"] for record in found if record.get("measure_id")}
    if len(measures) == len(found):
        return f"{len(found)} 项措施"
    if answer.units and len(answer.units) == len(found):
        return f"{len(found)} 个单位"
    return f"{len(found)} 行"


def sentence(answer: Answer, known: Directory) -> Node:
    """The answer in one line: names bold, the role as a badge, the first number large."""
    text = answer.answer
    head, colon, listed = text.rpartition("：")
    if colon and listed.count("、") >= _LONG_LIST:
        text = f"{head}。"
    names = [known.unit_name(unit) for unit in _asked(answer, "unit")]
    pieces: list[Node] = []
    place = 0
    for start, end, node in sorted(_emphasis(text, names), key=lambda found: found[0]):
        if start >= place:
            pieces += [text[place:start], node]
            place = end
    return el("p", pieces, text[place:], cls="ansline")


def _emphasis(text: str, names: Sequence[str]) -> list[tuple[int, int, Node]]:
    found: list[tuple[int, int, Node]] = []
    after = 0
    for name in names:
        if (start := text.find(name)) >= 0:
            found.append((start, start + len(name), el("b", name)))
            after = max(after, start + len(name))
    if names and (role := _ROLE.search(text, after)):
        found.append((*role.span(), parts.badge(role[0])))
        after = role.end()
    if number := _NUMBER.search(text, after):
        found.append((*number.span(), el("b", number[0], cls="big")))
    return found


def _asked(answer: Answer, kind: str) -> list[Any]:
    """What was asked for: the values of all parameters of a type."""
    if answer.entry is None or answer.understood is None:
        return []
    values = [answer.understood.params.get(p.name) for p in answer.entry.parameters if p.type == kind]
    return [item for value in values if value for item in (value if isinstance(value, (list, tuple)) else [value])]


def chips(answer: Answer, known: Directory) -> list[Node]:
    """What was understood: the kind of question, and each thing that it asks about."""
    if answer.entry is None or answer.understood is None:
        return []
    found = [el("span", "问法 ", el("b", answer.entry.title), cls="chip")]
    for parameter in answer.entry.parameters:
        for value in _asked_value(parameter, answer.understood.params.get(parameter.name)):
            found.append(_chip(parameter.type, parameter.zh, value, known))
    if not _asked(answer, "document") and any(p.type == "document" for p in answer.entry.parameters):
        found.append(el("span", "文件 ", el("b", f"全部（{len(known.loaded)}）"), cls="chip"))
    return found


def _asked_value(parameter: Parameter, value: Any) -> list[Any]:
    """What was narrowed: nothing for the default, for every role, and for a number that turns something off."""
    if value is None or value == "" or value == 0 or value == parameter.default:
        return []
    values = list(value) if isinstance(value, (list, tuple)) else [value]
    return [] if parameter.type == "role" and len(values) == len(ROLES) else values


def _chip(kind: str, zh: str, value: Any, known: Directory) -> Node:
    match kind:
        case "unit":
            unit = known.units.get(value)
            glyph = el("i", cls="k k-group" if unit and unit.group else "k k-unit")
            place = f" {unit.jurisdiction}" if unit and unit.jurisdiction else ""
            return el("span", glyph, el("b", known.unit_name(value)), place, cls="chip")
        case "measure":
            measure = known.measures.get(value)
            name = f"{measure.number}{measure.title}" if measure else str(value)
            return el("span", el("i", cls="k k-measure"), el("b", name), cls="chip")
        case "document":
            document = known.documents.get(value)
            return el(
                "span", el("i", cls="k k-doc"), el("b", f"《{document.title if document else value}》"), cls="chip"
            )
        case "role":
            return el("span", parts.badge(ROLES.get(value, str(value))), cls="chip")
        case _:
            return el(
                "span", f"{zh} ", el("b", value.isoformat() if isinstance(value, date) else text_of(value)), cls="chip"
            )


_CLASS = {"number": "nw w-no", "title": "ti", "due_on": "d w-state", "start_on": "d w-date m0"}
_FIRST = ("number", "title")
_ALWAYS = {"number", "title", "due_on"}
"""Columns that are shown though all rows agree."""
_ELSEWHERE = {"certainty", "open_ended", "as_written", "via"}
"""Columns that are not: they are marks beside the title, notes above the table, words in the quotes."""
_WIDE = 14.0
"""A column with values of more em than this may break its lines."""


def table(answer: Answer, found: Sequence[Record], whole: nx.MultiDiGraph[str], on: date, chosen: str) -> Node:
    """The rows as a table: what differs from row to row, names as links, and for measures their leads and nearest deadline.

    chosen: id of the measure whose row is marked; a click on a row of a measure picks it.
    """
    assert answer.entry is not None
    columns = sorted(
        (column for column in answer.entry.columns if column.zh and _varies(column.name, found)),
        key=lambda column: _FIRST.index(column.name) if column.name in _FIRST else len(_FIRST),
    )
    names = {column.name for column in columns}
    classes = {name: _CLASS.get(name) or ("txt m0" if _widest(name, found) > _WIDE else "nw m0") for name in names}
    plain = names <= {"number", "title", "document"} and all(record.get("measure_id") for record in found)
    asked = set(_asked(answer, "unit"))
    heads = [(column.zh, classes[column.name]) for column in columns]
    heads += [("共同牵头单位" if asked else "牵头单位", "m0"), ("最近时限", "d w-state")] if plain else []
    rows = []
    for record in found:
        measure = record.get("measure_id") or ""
        cells = [el("td", _cell(column.name, record, on), cls=classes[column.name]) for column in columns]
        if plain:
            cells.append(el("td", _leads(whole, measure, asked), cls="xs mut m0 nw"))
            cells.append(el("td", _nearest(whole, measure, on), cls="d w-state"))
        rows.append(el("tr", cells, cls="on" if measure and measure == chosen else "", pick=measure))
    return parts.table(heads, rows, caption=answer.entry.title)


def _varies(name: str, found: Sequence[Record]) -> bool:
    """Whether a column is worth its room: what is equal in all rows is said above."""
    if name in _ELSEWHERE:
        return False
    values = {str(record.get(name) if record.get(name) is not None else "") for record in found}
    return values != {""} and (len(values) > 1 or len(found) == 1 or name in _ALWAYS)


def _widest(name: str, found: Sequence[Record]) -> float:
    return max(
        em("、".join(map(str, value)) if isinstance(value := record.get(name), tuple) else str(value))
        for record in found
    )


def _cell(name: str, record: Record, on: date) -> Node | list[Node]:
    value = record.get(name)
    if value is None or value == "" or value == ():
        return parts.none()
    if name == "title" and record.get("measure_id"):
        link = el("a", str(value), cls="z", go=links.to("measure", id=record["measure_id"]))
        return [link, " ", parts.inferred_mark()] if record.get("certainty") in {"推断", "隐含"} else link
    if name in {"unit", "other", "successor", "group"} and record.get(f"{name}_id"):
        return el("a", str(value), cls="z", go=links.to("unit", id=record[f"{name}_id"]))
    if name == "role":
        return parts.badge(str(value), inferred=record.get("certainty") == "推断")
    if name == "due_on" and isinstance(value, date):
        return parts.state_mark(Due("by", value), on)
    if isinstance(value, date):
        return value.isoformat()
    return "、".join(map(text_of, value)) if isinstance(value, (list, tuple)) else text_of(value)


def _leads(whole: nx.MultiDiGraph[str], measure: str, asked: set[str]) -> Node:
    names = [str(whole.nodes[unit]["name"]) for unit in sources(whole, measure, "LEADS") if unit not in asked]
    if not names:
        return "单独牵头"
    return "、".join(names[:3]) + (f" 等 {len(names)} 个" if len(names) > 3 else "")


def _nearest(whole: nx.MultiDiGraph[str], measure: str, on: date) -> Node:
    dues = [due_of(node) for node in deadlines_of(whole, measure)]
    first = nearest(dues, on)
    return parts.state_mark(first, on, more=len(dues) - 1) if first else parts.none()
