"""An Answer in the form that `zeren ask --json` and `zeren query --json` print (docs/architecture.md)."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from graph_loader.stores.base import NodeValue, RelationshipValue
from queries.model import Answer


def plain(value: Any) -> Any:
    """A value of a result as JSON takes it: dates as ISO text, nodes and relationships as objects."""
    match value:
        case date() | datetime():
            return value.isoformat()
        case NodeValue():
            return {"label": value.label, "properties": plain(value.properties)}
        case RelationshipValue():
            ends = {"from": value.from_id, "to": value.to_id}
            return {"type": value.type, **ends, "properties": plain(value.properties)}
        case Mapping():
            return {str(key): plain(item) for key, item in value.items()}
        case list() | tuple() | set() | frozenset():
            return [plain(item) for item in value]
        case str() | int() | float() | bool() | None:
            return value
        case _:
            return str(value)


def answer_to_json(answer: Answer) -> dict[str, Any]:
    """The answer as plain values, and beside them `notes` and `reproduction`."""
    understood, reproduction = answer.understood, answer.reproduction
    return {
        "question": answer.question,
        "understood": None
        if understood is None
        else {
            "query": understood.query,
            "params": plain(understood.params),
            "confidence": round(understood.confidence, 4),
            "sentence": understood.sentence,
        },
        "cypher": reproduction.cypher if reproduction else "",
        "columns": list(answer.columns),
        "rows": plain(answer.rows),
        "answer": answer.answer,
        "measures": list(answer.measures),
        "units": list(answer.units),
        "count": answer.count,
        "deadlines": list(answer.deadlines),
        "documents": list(answer.documents),
        "evidence": [
            {"document": e.document, "measure": e.measure, "start": e.start, "end": e.end, "text": e.text}
            for e in answer.evidence
        ],
        "refused": answer.refused,
        "alternatives": list(answer.alternatives),
        "notes": list(answer.notes),
        "reproduction": None
        if reproduction is None
        else {
            "cypher": reproduction.cypher,
            "params": plain(reproduction.params),
            "store": reproduction.store,
            "documents": dict(reproduction.documents),
            "version": reproduction.version,
        },
    }
