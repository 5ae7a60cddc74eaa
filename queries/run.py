"""Runs a catalogue entry on a store and makes the proven answer of it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from graph_loader.rows import product_version
from graph_loader.stores.base import GraphStore
from queries.directory import Directory, directory
from queries.evidence import prove
from queries.model import Answer, Entry, Reproduction, Understood
from queries.notes import notes_on
from queries.parameters import convert
from queries.sentence import distinct, fill, measure_label

ROW_CAP = 20_000

Record = Mapping[str, Any]


def run(
    store: GraphStore,
    entry: Entry,
    params: Mapping[str, Any],
    question: str = "",
    *,
    counting: bool = False,
    understood: Understood | None = None,
) -> Answer:
    """The answer to an entry with these parameters (ids, or names as in queries.parameters.convert).

    counting: the question asks how many, so that the answer is `count` and not the list that is counted. Raises QueryError for
    parameters that are missing or malformed, and the store's errors.
    """
    known = directory(store)
    values = convert(entry, params, known)
    result = store.read(entry.statement, values, limit=ROW_CAP)
    columns = tuple(column.name for column in entry.columns)
    rows = tuple(tuple(_settled(value) for value in row) for row in result.rows)
    records = [dict(zip(columns, row, strict=True)) for row in rows]
    template = entry.sentence if records else entry.empty_sentence
    answer = Answer(
        question=question,
        understood=understood or Understood(entry.name, values, 1.0),
        entry=entry,
        columns=columns,
        rows=rows,
        answer=fill(template, entry, values, records, known),
        evidence=prove(store, records, known, values.get("words", "")),
        notes=tuple(notes_on(entry, values, records, known, result.truncated)),
        reproduction=_reproduction(store, entry, values, known),
        node_ids=tuple(dict.fromkeys(_node_ids(records))),
    )
    return _say_what_it_is(answer, entry, records, counting)


def _settled(value: Any) -> Any:
    """Collected values in a fixed order: engines collect in an order of their own."""
    return tuple(sorted(value)) if isinstance(value, (list, tuple)) else value


def _say_what_it_is(answer: Answer, entry: Entry, records: Sequence[Record], counting: bool) -> Answer:
    """Fills the fields that a program compares: the list asked for, or its length when the question asks how many."""
    fields = entry.answers
    if "count" in fields and (counting or len(fields) == 1):
        return replace(answer, count=_count(entry, records))
    return replace(
        answer,
        measures=tuple(dict.fromkeys(filter(None, map(measure_label, records)))) if "measures" in fields else (),
        units=_texts(records, fields.get("units")),
        deadlines=_texts(records, fields.get("deadlines")),
        documents=_texts(records, fields.get("documents")),
    )


def _count(entry: Entry, records: Sequence[Record]) -> int:
    """How many different things the rows name, or the sum of a column that holds numbers (an entry shown as a number)."""
    column = entry.answers["count"]
    return sum(record[column] for record in records) if entry.show == "number" else len(distinct(records, column))


def _texts(records: Sequence[Record], column: str | None) -> tuple[str, ...]:
    if column is None:
        return ()
    values = dict.fromkeys(value for name in column.split() for value in distinct(records, name))
    return tuple(value.isoformat() if isinstance(value, date) else str(value) for value in values)


def _node_ids(records: Sequence[Record]) -> Iterator[str]:
    for record in records:
        for name, value in record.items():
            if name.endswith("_id") and value:
                yield value
            elif name.endswith("_ids"):
                yield from value or ()


def _reproduction(store: GraphStore, entry: Entry, values: Mapping[str, Any], known: Directory) -> Reproduction:
    """All loaded documents count, or those asked for: an empty answer and a ranking depend on every one of them."""
    chosen = set(values.get("documents") or ())
    documents = {d.id: d.sha256 for d in known.loaded if not chosen or d.id in chosen}
    return Reproduction(entry.statement, dict(values), f"{store.name} {store.address}", documents, product_version())
