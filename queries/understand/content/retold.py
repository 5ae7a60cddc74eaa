"""Questions that tell in their own words what a measure is about: 民告官的时候当官的得自己上法庭，这条谁牵头.

Where the words of asking alone make no sense of a question, the measure is looked for that says most of it, and what is asked of
it is read from the words around: by whom, by when, or where it stands. Anything else that is asked is not answered this way.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass, field, replace

from queries.model import Entry
from queries.understand import cues, slots
from queries.understand.binding import Bound
from queries.understand.content.by_day import Clause, times_told
from queries.understand.content.passages import Near, Passages, Span
from queries.understand.content.topics import MeasureText
from queries.understand.found import Found
from queries.understand.question import Question
from queries.understand.readings import Reading

_LEAST = 1.7
"""How many pairs that one measure alone has must be told of it, to be sure that it is meant."""
_LEAST_ALONE = 0.95
"""The same where the question looks in one document, or asks which clause it is, and no other measure has nearly as much."""
_ALONE = 2.0
"""How much more it must have than any other measure for that."""
_SHARE = 0.4
"""How much of what may tell of a measure must tell of it, for so little."""
_LEAST_OF_UNIT = 0.5
"""The same where the units that are named narrow it down to few measures."""
_AHEAD = 1.3
"""How much more of the question it must have than any other measure."""
_CONFIDENCE = 0.5
"""Of such a reading: a question that goes on from another is rather read with that one's words."""
_BRIDGE = 2
"""Characters between two places where a measure is told that belong to it too."""
_ROLES: Mapping[str, str] = {
    "lead": "measure-leads",
    "responsible": "measure-responsible",
    "supporting": "measure-supports",
}
"""Concepts of a role, and the entry that names the units in it."""
# fmt: off
_CHANGING = frozenset((
    "not", "most", "fewest", "more", "compare", "rank", "nth", "each", "top", "first", "last", "gone", "successor", "formed", "members",
    "inferred", "undated", "open", "relative", "overdue", "loaded", "undone", "outline", "profile", "cite",
))
# fmt: on
"""Concepts with which something else is asked than by whom, by when or where."""
_DENIED = re.compile("(?:没有?|未|不|无|非)[^,，。W]{0,3}(?:牵头|负责|配合|责任|参与|时限|期限|日期)")
_ASKING = re.compile("[谁哪几何怎咋啥吗么]|什么|多少|为什|是否|没有?[?？]?$")
_DUTY = re.compile(
    "[归管]|负责|找(?=谁|哪)|[落压交派分摊]在?[到给在]?(?=谁|哪)|(?:谁|家|个(?:单位|部门|局))(?:来|去|具体)?(?:[办干做建修弄搞抓推盖]|承[担办])(?!好|成|完)|谁的(?:事|活|责任)"
)
_CARRIES = re.compile("负责|承[担办]|分工|担责")
_WHOSE = re.compile("归给?了?谁")
_BESIDES = re.compile(
    r"除(?!了?(?:牵头|责任|配合)单位)|以外|之外|[抛撇]开|刨[去除开]|去掉|另外?一[家个]|\b(?:besides|other than|except)\b"
    r"|[跟和与同]U(?:它|他)?(?:们)?(?:一[起块道同]儿?|共同|联合|同时|搭伙|搭档)"
)
"""What asks for the units beside the one that is named."""
_BY_WORDS = "deadlines-by-words"
"""The entry of the deadlines that have some words."""
_LIMIT = re.compile("[时期]限|截止|到期|日期|节点|deadline|due date")
_ONE_CLAUSE = re.compile(
    r"哪一?[条项款](?!款)|第几[条项款]|\b(?:which|what) (?:clause|item|measure|task|provision|article|point|paragraph)\b"
)
_MARKS = re.compile("[,，。;；:：?？!！、]")


@dataclass(frozen=True, slots=True)
class Told:
    """What may be told: the measures' passages, those of their deadlines, each deadline's measure, in which measures a unit has a
    role (by unit id), the clauses of each measure's deadlines, and the measures that have a lead."""

    measures: Passages
    deadlines: Passages
    owners: Mapping[str, str] = field(default_factory=dict)
    duties: Mapping[str, frozenset[str]] = field(default_factory=dict)
    clauses: Mapping[str, Sequence[Clause]] = field(default_factory=dict)
    led: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class _Asked:
    """fields: of the answer that is asked for. role: concept of the role nearest to where units are asked for. concepts: all."""

    fields: frozenset[str]
    role: str
    concepts: frozenset[str]


def near(question: Question, told: Told, inside: frozenset[str]) -> tuple[Near, Question] | None:
    """The measure that a question names or tells of, among those with the ids `inside`, and the question with what tells of it as
    its subject; None where no measure is told of plainly."""
    units = question.of("unit")
    held = [
        frozenset[str]().union(*(told.duties.get(unit_id, frozenset()) for unit_id in unit.value)) for unit in units
    ]
    among = inside.intersection(*held)
    few = _LEAST_OF_UNIT if units and len(among) < len(inside) / 3 else _LEAST
    found = _named(question, told, among) or told.measures.nearest(_hidden(question), among)
    within = len(inside) < len(told.measures.measures) or bool(_ONE_CLAUSE.search(f"{question.text} {question.raw}"))
    if within and found and found.ahead >= _ALONE and _told_of(question, found) >= _SHARE:
        few = min(few, _LEAST_ALONE)
    if units and not _sure(found, few, told):
        # A body that has no role may be part of what is told: 甘州区试点的复议委员会.
        found = told.measures.nearest(_hidden(question), inside)
        found = found if found and all(unit.text in found.measure.text for unit in units) else None
    if found is None or not _sure(found, few, told):
        return None
    text = question.text
    about = [
        Found("words", start, end, text[start:end], text[start:end]) for start, end in _joined(question, found.spans)
    ]
    kept = tuple(item for item in question.found if item.kind != "measure")
    return found, replace(question, found=kept, about=tuple(about), unknown=())


def _told_of(question: Question, found: Near) -> float:
    """What share of the characters that may tell of a measure tells of this one."""
    text = _hidden(question)
    known = {at for start, end in slots.covered(text) for at in range(start, end)}
    places = [at for at, char in enumerate(text) if at not in known and char.isalnum()]
    told = sum(any(start <= at < end for start, end in found.spans) for at in places)
    return told / len(places) if places else 1.0


def _named(question: Question, told: Told, among: frozenset[str]) -> Near | None:
    """The one measure that a question names."""
    ids = {measure_id for item in question.of("measure") for measure_id in item.value} & among
    measure = next((measure for measure in told.measures.measures if {measure.id} == ids), None)
    spans = tuple((item.start, item.end) for item in question.of("measure"))
    return Near(measure, float("inf"), float("inf"), spans) if measure else None


def _sure(found: Near | None, least: float, told: Told) -> bool:
    return found is not None and found.sure and found.weight >= least * told.measures.rarest and found.ahead >= _AHEAD


def read(question: Question, found: Near, told: Told, entries: Mapping[str, Entry]) -> Reading | None:
    """How a question that tells of a measure is to be answered; None where it asks for something else."""
    asked = _asked(question)
    if asked is None:
        return None
    chosen = _choose(asked, question, found, told)
    if chosen is None:
        return None
    name, params = chosen
    return Reading(entries[name], Bound(params, (), True), _CONFIDENCE, entries[name].examples[0])


def threat(question: Question, inside: frozenset[str], measures: Sequence[MeasureText], entry: Entry) -> Reading | None:
    """Where the one consequence that a question names is written (干得不行就约谈的规定是哪一条); None for any other question.
    inside: ids of the measures of the places and documents that it names. entry: that of liabilities by their words."""
    named = set(cues.consequences(question.text))
    asked = _asked(question)
    if len(named) != 1 or asked is None or asked.fields != {"measures"} or question.of("unit"):
        return None
    (word,) = named
    documents = sorted(
        {measure.id.rpartition("#")[0] for measure in measures if measure.id in inside and word in measure.text}
    )
    if not documents:
        return None
    return Reading(entry, Bound({"words": word, "documents": documents}, (), True), _CONFIDENCE, entry.examples[0])


def _choose(asked: _Asked, question: Question, found: Near, told: Told) -> tuple[str, dict[str, object]] | None:
    measures: dict[str, object] = {"measures": [found.measure.id]}
    units = [unit_id for item in question.of("unit") for unit_id in item.value]
    limit = _LIMIT.search(question.masked_about)
    if "deadlines" in asked.fields or (not asked.fields and not asked.role and limit):
        return _deadline(question, found, told)
    if "units" in asked.fields or (not asked.fields and not units and not limit and asked.role):
        if units and _BESIDES.search(question.masked_about):
            measures["without"] = units
        if asked.role:
            return _ROLES[asked.role], measures
        return ("measure-units", measures) if _DUTY.search(question.masked_about) else None
    if units and ("measures" in asked.fields or "do" in asked.concepts):
        return "measure-unit-role", {"units": units, **measures}
    return ("measure-text", measures) if "measures" in asked.fields else None


def _deadline(question: Question, found: Near, told: Told) -> tuple[str, dict[str, object]] | None:
    """The deadlines of the measure that is told of: one by its undertaking, or all where the question has words of its title; None
    where the measure has none that the question has."""
    hidden, measure = _hidden(question), found.measure
    own = frozenset(deadline for deadline, owner in told.owners.items() if owner == measure.id)
    fact = told.deadlines.nearest(hidden, own)
    if own and all(question.text[start:end] in measure.title for start, end in _joined(question, found.spans)):
        return "measure-deadlines", {"measures": [measure.id]}
    if fact is None or fact.weight < _LEAST_OF_UNIT * told.deadlines.rarest:
        return None
    document = measure.id.rpartition("#")[0]
    return _BY_WORDS, {"words": fact.measure.printed.partition("\n")[0], "documents": [document]}


def by_clause(reading: Reading, question: Question, told: Told, inside: Set[str], entry: Entry) -> Reading:
    """A reading that gives the deadlines of one measure, narrowed to those of whose clauses the question tells. inside: ids of the
    measures of the places and documents that it names. entry: that of a measure's deadlines."""
    params, having = dict(reading.bound.params), list[MeasureText]()
    if reading.entry.name == entry.name:
        ids = set(params["measures"])
    elif reading.entry.name == _BY_WORDS:
        having = [fact for fact in told.deadlines.measures if params["words"] in fact.printed]
        ids = {told.owners[fact.id] for fact in having} & inside
    else:
        return reading
    measure = ids.pop() if len(ids) == 1 else ""
    times = times_told(_hidden(question), told.clauses.get(measure, ()))
    if not times:
        return reading
    if any(fact.printed.endswith(f"\n{time}") for fact in having for time in times):
        return replace(reading, bound=replace(reading.bound, params={**params, "times": times}))
    return replace(reading, entry=entry, bound=replace(reading.bound, params={"measures": [measure], "times": times}))


def by_duty(reading: Reading, question: Question, told: Told, entry: Entry) -> Reading:
    """A reading that gives the leads of measures which have none, of a question that says nothing of leads (谁管), as one that gives
    all units. entry: that of a measure's units."""
    measures = reading.bound.params.get("measures", ())
    if reading.entry.name != _ROLES["lead"] or told.led & set(measures) or cues.roles(question.raw or question.text):
        return reading
    return replace(reading, entry=entry)


def _hidden(question: Question) -> str:
    """The text, with \\0 for entities and words of asking: what may tell of a measure is left."""
    chars = list(question.text)
    for item in question.found:
        if item.kind in ("unit", "place", "document", "measure"):
            chars[item.start : item.end] = "\0" * (item.end - item.start)
    words, owner = slots.hits("".join(chars))
    for at, place in enumerate(owner):
        if place >= 0 and (
            words[place][2] == "asks" or words[place][3] in _ROLES or _CARRIES.match(question.text, words[place][0])
        ):
            chars[at] = "\0"
    return "".join(chars)


def _joined(question: Question, spans: Sequence[Span]) -> list[Span]:
    """The places with small gaps between them closed, none of them over an entity that is named."""
    text, joined = question.text, list[Span]()
    taken = [item for item in question.found if item.kind in ("unit", "place", "document")]
    for start, end in spans:
        if joined:
            before, last = joined[-1]
            gap = text[last:start]
            crossed = any(item.start < start and last < item.end for item in taken)
            if start <= last or (
                len(gap) <= _BRIDGE and not crossed and not _MARKS.search(gap) and not _ASKING.search(gap)
            ):
                joined[-1] = (before, max(last, end))
                continue
        joined.append((start, end))
    return joined


def _asked(question: Question) -> _Asked | None:
    """What is asked of what is told; None where something else is asked, or something is denied of it."""
    masked = question.masked_about
    words, owner = slots.hits(masked)
    used = [words[at] for at in sorted(set(owner) - {-1}, key=lambda at: words[at][0])]
    asks = [(start, end, name) for start, end, kind, name in used if kind == "asks"]
    first, last = _clause(masked, asks[-1][0]) if asks else (0, len(masked))
    for match in _ASKING.finditer(masked, first):
        if not any(kind in ("asks", "concept") and start <= match.start() < end for start, end, kind, _ in used):
            return None
    framing = [
        (start, end, name)
        for start, end, kind, name in used
        if kind == "concept" and first <= start < last and not (name == "not" and _BESIDES.match(masked, start))
    ]
    concepts = frozenset(name for start, end, name in framing if "U" in masked or not _WHOSE.match(masked, start, end))
    fields = frozenset(name for start, _, name in asks if first <= start < last)
    if "U" not in masked and _WHOSE.search(masked, first, last):
        fields |= {"units"}
    where = fields == {"measures"} and "U" not in masked and _ONE_CLAUSE.search(masked)
    if (
        (not where and (_DENIED.search(masked[first:last]) or concepts & _CHANGING))
        or fields & {"count", "documents"}
        or fields >= {"units", "deadlines"}
    ):
        return None
    tail = max(asks[-1][1], masked.rfind("W", first, last)) if asks else 0
    if ("deadlines" in fields or not asks) and _strange(masked[:last], tail, owner):
        return None
    who = next(((start, end) for start, end, name in reversed(asks) if name == "units"), (len(masked), len(masked)))
    roles = [(_apart(masked, who, (start, end)), name) for start, end, _, name in used if name in _ROLES]
    return _Asked(fields, min(roles)[1] if roles else "", concepts)


def _clause(masked: str, at: int) -> Span:
    """The clause that a place stands in."""
    marks = [match.start() for match in _MARKS.finditer(masked)]
    return max((mark + 1 for mark in marks if mark < at), default=0), min(
        (mark for mark in marks if mark >= at), default=len(masked)
    )


def _apart(masked: str, one: Span, other: Span) -> int:
    """How far two words are apart; those of one clause are nearer than those of two."""
    between = masked[min(one[1], other[1]) : max(one[0], other[0])]
    return len(between) + len(masked) * bool(_MARKS.search(between))


def _strange(masked: str, start: int, owner: Sequence[int]) -> bool:
    """Whether a Chinese word of two characters or more that nobody knows stands from start on: 什么时候报名."""
    unknown = (place < 0 and char.isalnum() and not char.isascii() for char, place in zip(masked, owner, strict=False))
    return "11" in "".join("01"[flag] for flag in unknown)[start:]
