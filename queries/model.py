"""What questions and answers are made of. Front doors print and draw these; `Answer.to_json` is the form of `zeren ask --json`."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any, Literal

ParameterType = Literal["unit", "measure", "document", "place", "date", "year", "role", "words", "number"]
"""What a parameter stands for; understanding fills it, forms draw it. All travel to the engine as Cypher parameters."""
ShowAs = Literal["table", "graph", "timeline", "matrix", "number"]


@dataclass(frozen=True, slots=True)
class Parameter:
    """A parameter of an entry. default None: it must be given. many: a list of values."""

    name: str
    type: ParameterType
    zh: str
    default: Any = None
    many: bool = False
    required: bool = True


@dataclass(frozen=True, slots=True)
class Column:
    """A column of an entry's rows. zh "" marks an id column: used for evidence and graph, not shown."""

    name: str
    zh: str


@dataclass(frozen=True, slots=True)
class Entry:
    """One question of the catalogue: the header of its file and the statement below it.

    sentence: template of the answer ("{unit}牵头{count}项措施。"); empty_sentence: when no row comes back. each: one sentence for each
    row. answers: which fields of the Answer the rows fill, as {"measures": "number", "units": "unit", "deadlines": "due_on",
    "documents": "document", "count": "count"}.
    """

    name: str
    subject: str
    title: str
    parameters: tuple[Parameter, ...]
    examples: tuple[str, ...]
    columns: tuple[Column, ...]
    show: ShowAs
    sentence: str
    empty_sentence: str
    answers: dict[str, str]
    statement: str
    each: bool = False


@dataclass(frozen=True, slots=True)
class Mark:
    """Words to highlight inside Evidence.text: offsets into that text. kind: a role, "deadline", "undertaking", "target",
    "citation", "trigger", "consequence", "words" (looked for) or "unit"."""

    start: int
    end: int
    kind: str


@dataclass(frozen=True, slots=True)
class Evidence:
    """The sentence that proves a row. start and end: half-open offsets into the document's text; text is exactly that slice.

    document: title. measure: number as printed. inferred, implied: the reading was concluded by `rule`, not written there.
    """

    document: str
    document_id: str
    measure: str
    measure_id: str
    measure_title: str
    start: int
    end: int
    text: str
    marks: tuple[Mark, ...] = ()
    rule: str = ""
    inferred: bool = False
    implied: bool = False
    correction: str = ""


@dataclass(frozen=True, slots=True)
class Understood:
    """How a question was read: catalogue entry, its parameters, confidence in 0..1, and a Chinese sentence saying so.

    text: the question in full, where it leant on the one before it (那2018年的呢).
    """

    query: str
    params: dict[str, Any]
    confidence: float
    sentence: str = ""
    text: str = ""


@dataclass(frozen=True, slots=True)
class Reproduction:
    """All that another person needs for the same rows. documents: id to SHA-256 of the file."""

    cypher: str
    params: dict[str, Any]
    store: str
    documents: dict[str, str]
    version: str


@dataclass(frozen=True, slots=True)
class Answer:
    """An answer, or an honest no (refused says why). Rows hold every column of the entry, id columns too."""

    question: str
    understood: Understood | None = None
    entry: Entry | None = None
    columns: tuple[str, ...] = ()
    rows: tuple[tuple[Any, ...], ...] = ()
    answer: str = ""
    measures: tuple[str, ...] = ()
    units: tuple[str, ...] = ()
    count: int | None = None
    deadlines: tuple[str, ...] = ()
    documents: tuple[str, ...] = ()
    evidence: tuple[Evidence, ...] = ()
    refused: str | None = None
    alternatives: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    reproduction: Reproduction | None = None
    node_ids: tuple[str, ...] = field(default=())

    def to_json(self) -> dict[str, Any]:
        """The form of docs/architecture.md, "What comes out of zeren ask"; dates as ISO text."""
        from queries.jsonform import answer_to_json

        return answer_to_json(self)
