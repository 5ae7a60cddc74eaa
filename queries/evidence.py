"""The sentences that prove an answer: from the ids and spans in its rows to slices of the documents' texts.

Rows say what proves them by the names of their columns (docs/adding-a-question.md): `mention_*` with `assignment_*` and `role`,
`deadline_*`, `target_*`, `liability_*`, `citation_*` or `measure_*`, each with `_start` and `_end`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from graph_loader.stores.base import GraphStore
from queries.directory import Directory, StateCache
from queries.model import Evidence, Mark
from queries.parameters import ROLE_NAMES

_ENDERS = "。；;！!？?\n\t"
_NEARBY = 2000
"""How far from a deadline its undertaking is looked for, in characters."""
_ROLES = {zh: role for role, zh in ROLE_NAMES.items()}
_texts = StateCache(2)

Record = Mapping[str, Any]


class _Piece(NamedTuple):
    """A stretch of a document's text with the words in it that matter."""

    start: int
    end: int
    marks: tuple[tuple[int, int, str], ...]
    role: str = ""


@dataclass(slots=True)
class _Gathered:
    """What the rows say of one stretch."""

    record: Record
    marks: set[tuple[int, int, str]] = field(default_factory=set)
    certainty: set[str] = field(default_factory=set)
    rules: dict[str, None] = field(default_factory=dict)
    corrections: dict[str, None] = field(default_factory=dict)


def document_texts(store: GraphStore, document_ids: Iterable[str]) -> Mapping[str, str]:
    """The whole texts of documents by id, "" for one that the graph does not hold. Kept until the store changes."""
    kept: dict[str, str] = _texts.get(store, "texts", dict)
    missing = sorted({document_id for document_id in document_ids if document_id not in kept})
    if missing:
        rows = store.read("MATCH (d:Document) WHERE d.id IN $ids RETURN d.id, d.text", {"ids": missing}).rows
        kept |= dict.fromkeys(missing, "") | {row[0]: row[1] or "" for row in rows}
    return kept


def sentence_around(text: str, start: int, end: int) -> tuple[int, int]:
    """The sentence or sentences that hold [start, end), without surrounding white space."""
    left = max(text.rfind(ender, 0, start) for ender in _ENDERS) + 1
    ends = [found for ender in _ENDERS if (found := text.find(ender, max(end - 1, start))) >= 0]
    right = min(ends) + 1 if ends else len(text)
    while left < start and text[left].isspace():
        left += 1
    while right > end and text[right - 1].isspace():
        right -= 1
    return left, right


def prove(store: GraphStore, records: Iterable[Record], directory: Directory, words: str = "") -> tuple[Evidence, ...]:
    """Evidence for rows, in their order; rows that are proven by the same stretch of text share one with all their marks.

    words: what a search looked for, marked where a whole clause is the proof. Every text is exactly text[start:end].
    """
    gathered: dict[tuple[str, str, int, int], _Gathered] = {}
    proven = [record for record in records if record.get("document_id")]
    texts = document_texts(store, (record["document_id"] for record in proven))
    for record in proven:
        document_id = record["document_id"]
        text = texts[document_id]
        for piece in _pieces(text, record, words):
            if not 0 <= piece.start < piece.end <= len(text):
                continue
            key = (document_id, record.get("measure_id") or "", piece.start, piece.end)
            stretch = gathered.setdefault(key, _Gathered(record))
            stretch.marks.update(piece.marks)
            if piece.role:
                stretch.certainty.add(record.get("certainty") or "")
                stretch.rules[record.get("rule") or ""] = None
                stretch.corrections[record.get("correction") or ""] = None
    return tuple(_evidence(texts[key[0]], directory, key, stretch) for key, stretch in gathered.items())


def _evidence(text: str, directory: Directory, key: tuple[str, str, int, int], stretch: _Gathered) -> Evidence:
    document_id, measure_id, start, end = key
    document = directory.documents.get(document_id)
    measure = directory.measures.get(measure_id)
    marks = sorted(stretch.marks, key=lambda mark: (mark[0], -mark[1], mark[2]))
    return Evidence(
        document=document.title if document else "",
        document_id=document_id,
        measure=measure.number if measure else "",
        measure_id=measure_id,
        measure_title=measure.title if measure else "",
        start=start,
        end=end,
        text=text[start:end],
        marks=tuple(Mark(a - start, b - start, kind) for a, b, kind in marks if start <= a < b <= end),
        rule="、".join(rule for rule in stretch.rules if rule),
        inferred="推断" in stretch.certainty,
        implied="隐含" in stretch.certainty,
        correction="；".join(note for note in stretch.corrections if note),
    )


def _pieces(text: str, record: Record, words: str) -> Iterator[_Piece]:
    for prefix in ("", "other_"):
        if (span := _span(record, f"{prefix}mention")) is not None:
            yield _mention(text, record, prefix, span)
    if (span := _span(record, "deadline")) is not None:
        yield _bound(text, span, record.get("undertaking") or "")
    if (span := _span(record, "target")) is not None:
        yield _Piece(*sentence_around(text, *span), ((*span, "target"),))
    if (span := _span(record, "citation")) is not None:
        yield _Piece(*sentence_around(text, *span), ((*span, "citation"),))
    if (span := _span(record, "liability")) is not None:
        marks = [
            (found, found + len(part), kind)
            for kind in ("trigger", "consequence")
            if (part := record.get(kind)) and (found := text.find(part, *span)) >= 0
        ]
        yield _Piece(*span, tuple(marks))
    if (span := _span(record, "measure")) is not None:
        yield from _clause(text, span, words)


def _span(record: Record, name: str) -> tuple[int, int] | None:
    start, end = record.get(f"{name}_start"), record.get(f"{name}_end")
    return None if start is None or end is None or end <= start else (start, end)


def _mention(text: str, record: Record, prefix: str, span: tuple[int, int]) -> _Piece:
    """The assignment with the unit marked in its role; a unit declared elsewhere is proven by the sentence that declares it."""
    role = _ROLES.get(record.get(f"{prefix}role") or "", "unit")
    whole = _span(record, f"{prefix}assignment")
    if whole is None or not whole[0] <= span[0] < span[1] <= whole[1]:
        whole = sentence_around(text, *span)
    return _Piece(*whole, ((*span, role),), role)


def _bound(text: str, span: tuple[int, int], undertaking: str) -> _Piece:
    """The sentence with the time limit, and the words that it binds."""
    start, end = sentence_around(text, *span)
    marks = [(*span, "deadline")]
    found = _nearest(text, undertaking, span[0]) if undertaking else -1
    if found >= 0:
        marks.append((found, found + len(undertaking), "undertaking"))
        start, end = min(start, found), max(end, found + len(undertaking))
    return _Piece(start, end, tuple(marks))


def _nearest(text: str, part: str, to: int) -> int:
    """Where `part` stands nearest to an offset, -1 when it is nowhere near."""
    before = text.rfind(part, max(0, to - _NEARBY), to + len(part))
    after = text.find(part, to, to + _NEARBY)
    return min((at for at in (before, after) if at >= 0), key=lambda at: abs(at - to), default=-1)


def _clause(text: str, span: tuple[int, int], words: str) -> Iterator[_Piece]:
    """Each sentence of the clause that has the words looked for; the whole clause where there are none."""
    found = text.find(words, *span) if words else -1
    if found < 0:
        yield _Piece(*span, ())
    while found >= 0:
        stop = found + len(words)
        yield _Piece(*sentence_around(text, found, stop), ((found, stop, "words"),))
        found = text.find(words, stop, span[1])
