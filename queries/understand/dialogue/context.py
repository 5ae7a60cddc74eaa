"""What an answer was about, so that the question after it can go on from there: 它, 这条, 其中."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from queries.directory import Directory
from queries.model import Answer
from queries.understand.found import Found, Kind

_FEW = 3
"""So many units that an answer found can be what the next question is about; more are a list."""
_NAMED = 3
"""So many measures are told by their numbers, more by how many they are."""


@dataclass(frozen=True, slots=True)
class Context:
    """Ids of what an answer was about. units, measures: what was asked about, else what was found. listed: the measures of the
    answer's rows. documents: where it was looked for, of several loaded ones. spans: whether it asked for deadlines of some days.
    found: of units and measures those that were found and not asked about."""

    units: tuple[str, ...] = ()
    measures: tuple[str, ...] = ()
    listed: tuple[str, ...] = ()
    documents: tuple[str, ...] = ()
    spans: bool = False
    found: frozenset[Kind] = frozenset()


def context_of(answer: Answer, directory: Directory) -> Context:
    """The context that an answer leaves behind; an empty one for a refusal."""
    if answer.understood is None or answer.entry is None:
        return Context()
    params = answer.understood.params
    listed = _column(answer, "measure_id")
    asked: dict[Kind, tuple[str, ...]] = {
        "unit": tuple(params.get("units", ())),
        "measure": tuple(params.get("measures", ())),
    }
    units = asked["unit"]
    if not units and "units" in answer.entry.answers:
        few = _column(answer, "successor_id") or _column(answer, "unit_id")
        units = few if len(few) <= _FEW else ()
    measures = asked["measure"] or listed
    timed = any(slot.type in ("date", "year") and slot.required for slot in answer.entry.parameters)
    found = frozenset(kind for kind, ids in asked.items() if not ids) if any(asked.values()) else frozenset[Kind]()
    return Context(units, measures, listed, _documents(answer, measures, directory), timed, found)


def _column(answer: Answer, name: str) -> tuple[str, ...]:
    """The different ids of a column of the rows, none where there is no such column."""
    if name not in answer.columns:
        return ()
    at = answer.columns.index(name)
    return tuple(dict.fromkeys(row[at] for row in answer.rows if row[at]))


def _documents(answer: Answer, measures: Sequence[str], directory: Directory) -> tuple[str, ...]:
    params = answer.understood.params if answer.understood else {}
    loaded = {document.id: document for document in directory.loaded}
    places = set(params.get("places", ()))
    chosen = [id for id in params.get("documents", ()) if id in loaded]
    chosen = chosen or [id for id, document in loaded.items() if document.jurisdiction in places]
    chosen = chosen or [known.document_id for id in measures if (known := directory.measures.get(id))]
    found = tuple(dict.fromkeys(chosen))
    return found if len(found) == 1 < len(loaded) else ()


def carried(kind: Kind, ids: Sequence[str], at: int, directory: Directory) -> Found:
    """What stands at a place of a question for these units, measures or documents, or for the measures of a list."""
    match kind:
        case "unit":
            text = "、".join(dict.fromkeys(map(directory.unit_name, ids)))
        case "measure":
            names = [directory.measures[id].label for id in ids if id in directory.measures]
            text = "、".join(names) if len(names) <= _NAMED else f"这{len(names)}项措施"
        case "document":
            text = "、".join(f"《{directory.documents[id].title}》" for id in ids)
        case _:
            text = "其中"
    return Found(kind, at, at + len(text), text, tuple(ids))
