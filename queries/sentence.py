"""Fills the sentence of an answer from its entry's template.

{count} and {rows}: numbers. {parameter}: what was asked for, as a person would write it. {column}: its different values in the order
of the rows. {column:项}: how many of what is counted fall to each value, with the measure word: 直接18项、经由市直各部门3项.
{column:sum}: the sum of the column. An entry shown as a number has one sentence for each row.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Any

from graph_loader.schema import ROLE_TYPES
from queries.directory import Directory
from queries.model import Entry
from queries.parameters import ROLE_NAMES

_PLACEHOLDER = re.compile(r"\{(\w+)(?::([^{}]+))?\}")
_SHOWN = 40
"""Values that a sentence lists before it ends in 等."""
_TITLES = frozenset({"document", "cited"})
"""Columns that hold documents' titles."""
_ROLE_ZH = {ROLE_TYPES[role]: zh for role, zh in ROLE_NAMES.items()}

Record = Mapping[str, Any]


def fill(template: str, entry: Entry, values: Record, records: Sequence[Record], directory: Directory) -> str:
    """The template with every placeholder filled."""
    if (entry.each or entry.show == "number") and len(records) > 1:
        return "".join(fill(template, entry, values, [record], directory) for record in records)
    parameters = {parameter.name: parameter for parameter in entry.parameters}
    counted = entry.answers.get("count", "measure_id")

    def replace(match: re.Match[str]) -> str:
        name, measure_word = match.groups()
        if name == "count":
            return str(len(distinct(records, counted)))
        if name == "rows":
            return str(len(records))
        if name in parameters:
            return asked(parameters[name].type, values[name], directory)
        if measure_word == "sum":
            return str(sum(record.get(name) or 0 for record in records))
        if measure_word:
            return _split(records, name, counted, measure_word)
        if name == "number":
            return _measures(records, several=len(directory.loaded) > 1)
        named = (f"《{value}》" if name in _TITLES else text_of(value) for value in distinct(records, name))
        return _listed(named) or "（未注明）"

    return _PLACEHOLDER.sub(replace, template)


def distinct(records: Iterable[Record], column: str) -> list[Any]:
    """The different values of a column in the order of the rows; nothing for None and ""."""
    values = (record.get(column) for record in records)
    return list(dict.fromkeys(value for value in values if value not in (None, "", ())))


def text_of(value: Any) -> str:
    """A value as a person writes it: 2018年12月31日, 60 instead of 60.0."""
    if isinstance(value, tuple):
        return "、".join(map(text_of, value))
    if isinstance(value, date):
        return f"{value.year}年{value.month}月{value.day}日"
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return str(value)


def measure_label(record: Record) -> str:
    """What a row's measure is called: its number as printed, or its title when it has none."""
    return record.get("number") or record.get("title") or ""


def _measures(records: Sequence[Record], several: bool) -> str:
    """Measures by number, without the mark that ends it ("三、", "3."); with the document of each where several are loaded."""
    by_document: defaultdict[str, dict[str, None]] = defaultdict(dict)
    for record in records:
        if label := measure_label(record):
            by_document[record.get("document") or ""][label.rstrip("、.．")] = None
    if not several:
        return _listed(label for labels in by_document.values() for label in labels)
    parts = ((f"《{document}》" if document else "", labels) for document, labels in by_document.items())
    return "；".join(f"{document}{_listed(labels)}" for document, labels in parts)


def _split(records: Sequence[Record], column: str, counted: str, measure_word: str) -> str:
    groups: defaultdict[str, set[Any]] = defaultdict(set)
    for record in records:
        groups[text_of(record.get(column) or "未写明")].add(record.get(counted))
    return _listed(f"{value}{len(found)}{measure_word}" for value, found in groups.items())


def asked(kind: str, value: Any, directory: Directory) -> str:
    """A parameter's value as a person would write it: names for ids, days in Chinese."""
    items = value if isinstance(value, list) else [value]
    match kind:
        case "unit":
            names = _units(items, directory)
        case "measure":
            names = [m.number + m.title if (m := directory.measures.get(item)) else str(item) for item in items]
        case "document":
            names = [f"《{d.title}》" if (d := directory.documents.get(item)) else str(item) for item in items]
        case "role":
            names = [_ROLE_ZH.get(item, str(item)) for item in items]
        case _:
            names = [text_of(item) for item in items]
    return _listed(dict.fromkeys(names))


def _units(ids: Iterable[str], directory: Directory) -> list[str]:
    """Units by name; the places too where several of one name are meant."""
    places: defaultdict[str, dict[str, None]] = defaultdict(dict)
    for unit_id in ids:
        places[directory.unit_name(unit_id)][unit_id.partition("/")[0]] = None
    return [name if len(found) < 2 else f"{name}（{'、'.join(found)}）" for name, found in places.items()]


def _listed(items: Iterable[str]) -> str:
    shown = list(items)
    if len(shown) <= _SHOWN:
        return "、".join(shown)
    return "、".join(shown[:_SHOWN]) + "等"
