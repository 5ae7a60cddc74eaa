"""From a question's entities to the parameters of a catalogue entry: which of them it can use, and which it leaves over."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from queries.model import Entry, Parameter
from queries.understand import cues
from queries.understand.dates import When
from queries.understand.found import Found
from queries.understand.question import Question
from queries.understand.roles.through_groups import THROUGH

_PAST_OR_COMING = {
    "date": re.compile(
        "过了?.{0,4}(?:[时期]限|日期|日子|截止日)|逾期|过期|超期|已经?到期|现在|目前|截至今|接下来|还有|往后|今后"
    ),
    "since": re.compile("接下来|下一个|下个|最近|往后|今后|眼下"),
}
_MONTHS = 186
"""Days of half a year."""
_WITHOUT = "unit-without-other"
"""The entry of which one unit does and the others, named last, do not."""
_RECURRING, _BY_WORDS = "deadlines-recurring", "measures-by-words"
"""The entries of which the first finds words where something recurs, and the second anywhere."""
_LESS = "without"
"""The parameter of entries that can leave units out: of the units that they find, or what these lead."""
_OF_OTHERS = frozenset({"measure-supports", "measure-responsible"})
"""Entries in which a unit of another role only tells which measure is meant (谁给它打配合)."""
_SECTION = "sections"
"""The parameter of entries that can look in one part of a document only."""
_TIMES = "times"
"""The parameter for which of a measure's deadlines is meant, which is read last of all (by_day.py)."""
_LEFT_OUT = re.compile(
    r"除了?|以外|之外|(?<!算)不算|[抛撇]开|刨[去除开]|去掉|\b(?:besides|apart from|other than|except)\b"
)
"""What says that the unit named is one not to count."""
_NOT_INVOLVING = "measures-not-involving"
"""The entry of whose units none does."""
_NAMED_TOGETHER = re.compile(" *[和与跟及、或]+ *")
_MORE = re.compile("(?:还有|另有)(?:没有)?(?:别|其他|其它|谁|哪)|别的")
"""What asks for more units than the one that the question knows of."""
_SAID_NO = re.compile(r"(?:也|都|并|又|却|就|则|本身|倒|一[项条个家件])*(?:没有?|不|未)(?!是只)")
_NO_TO = re.compile(r"(?:[没不未](?:有|是|让|由|用|归|含|包括|算|在)?|除了?|除[去开掉]|去掉|刨[去除开]|排除)由?$")
"""A unit that does not: A没牵头, 不是A牵头, 去掉A的."""
WITHIN = "within"
"""The parameter of entries that can look among some measures only: those that the answer before found."""
_LEADS = re.compile("(?:的|来|所|作为|担任|当|负责|参与)*(?:牵头|牵的?头|主办|主责|领衔|挑头)")
_LEADS_NOT = re.compile(rf"{_SAID_NO.pattern}(?:是|由|来|担任|作为|当|参与|负责)*{_LEADS.pattern}")
_TOLD_OF_LEADS = frozenset({_WITHOUT, "unit-in-role-not-another", "measures-many-leads"})
"""Entries that ask of leads, but where conditions.py finds other roles."""
_BY_ISSUE = frozenset({"documents-earliest", "documents-latest"})
"""Entries that ask when papers were issued."""
_FALLS_DUE = re.compile("到期|完成|期限|时限|截止|办结")
_COMBINED = frozenset({"having", "lacking", "other_having", "exclusive", "excepted"})
"""Parameters that only conditions.py sets."""
_ONCE = "t.kind <> 'recurring'"
"""The condition of statements that leave recurring duties out."""
_FIGURE = re.compile(r"[0-9]+(?:%|[^\W0-9])?")
_ABOUT = 0.75
"""Measures at least this near to the best one's score are what the words mean, when no title settles it."""


@dataclass(frozen=True, slots=True)
class Bound:
    """Parameters of an entry as a question gives them. left: entities that the entry has no use for. about: whether the words
    that the question is about were used."""

    params: Mapping[str, Any]
    left: tuple[Found, ...]
    about: bool


def bind(entry: Entry, question: Question, documents: tuple[str, ...]) -> Bound | None:
    """The entry's parameters, or None when a required one is not in the question. documents: ids of the loaded documents
    of the places that it names: what is meant where a document is needed and none is named."""
    if entry.name in _TOLD_OF_LEADS and "lead" not in cues.roles(question.text):
        return None
    if entry.name in _BY_ISSUE and _FALLS_DUE.search(question.text):
        return None
    params: dict[str, Any] = {}
    left = {id(item): item for item in question.found}

    def use(items: Iterable[Found]) -> None:
        for item in items:
            left.pop(id(item), None)

    by_type: dict[str, list[Parameter]] = {}
    for parameter in entry.parameters:
        if parameter.name not in _COMBINED:
            by_type.setdefault(parameter.type, []).append(parameter)
    for kind in ("unit", "document", "place"):
        slots, items = by_type.get(kind, []), question.of(kind)
        without = [slot for slot in slots if slot.name == _LESS]
        slots = [slot for slot in slots if slot.name != _LESS]
        if without:
            less = _left_out(entry, items, bool(slots), question.text)
            if not slots and _MORE.search(question.text):
                use(items)
            params[_LESS] = [value for item in less for value in item.value]
            use(less)
            items = [item for item in items if item not in less]
        if kind == "document" and not any(slot.required for slot in slots):
            # A document that is only cited is no place to look in.
            items = [item for item in items if set(item.value) & set(documents)]
        if kind == "document" and not items and sum(slot.required for slot in slots) == 1:
            items = [Found("document", 0, 0, "", documents)]
            use(question.of("place"))
        if sum(slot.required for slot in slots) > len(items):
            return None
        if kind == "unit" and len(slots) > 1:
            denied = _denied(items, question.text)
            items = [*(item for item in items if item not in denied), *denied]
            if entry.name == _WITHOUT and len(denied) == len(items):
                return None
        if kind == "unit" and entry.name == _NOT_INVOLVING and 0 < len(_denied(items, question.text)) < len(items):
            return None
        for slot, given in zip(slots, _dealt(items, len(slots)), strict=False):
            if given:
                params[slot.name] = [value for item in given for value in item.value]
                if not slot.many:
                    params[slot.name] = params[slot.name][0]
                use(given)
                if kind != "place":
                    use(question.of("place"))
                if kind == "unit" and "document" not in by_type:
                    # What is asked of a unit wherever it is named, as what became of it: the paper has told which unit is meant.
                    use(item for item in question.of("document") if set(item.value) & set(documents))
    about = False
    for slot in by_type.get("measure", []):
        if slot.name == WITHIN:
            sectioned = any(parameter.name == _SECTION for parameter in entry.parameters)
            parts = [] if sectioned else question.of("section")
            params[slot.name] = _narrowed_to(question.of("set"), parts)
            use([*question.of("set"), *parts])
            if entry.name == _RECURRING and not params[slot.name] and (ids := _of_period(question)):
                params[slot.name], about = ids, True
            continue
        items = question.of("measure")
        values = [value for item in items for value in item.value]
        if not items and question.topics:
            values, about = about_measures(question), True
        if slot.required and not (items or values):
            return None
        params[slot.name] = values
        # Places and documents have narrowed the measures already.
        use([*items, *question.of("place"), *question.of("document")])
    if entry.name == _BY_WORDS and _of_period(question):
        return None
    for slot in by_type.get("words", []):
        if slot.name == _TIMES:
            continue
        sections = question.of("section")
        if slot.name == _SECTION:
            if sections:
                params[slot.name] = [name for item in sections for name in item.value.names]
                use(sections)
            elif slot.required:
                return None
            continue
        if words := question.facts.get(entry.subject) or exact_words(question):
            params[slot.name], about = words, True
        elif slot.required and (named := question.of("document")):
            params[slot.name] = named[0].text
            use(named)
        elif slot.required:
            return None
    for slot in by_type.get("role", []):
        roles = cues.roles(question.text)
        if len(roles) > 1 and len(question.of("unit")) > 1 and len(by_type.get("unit", [])) == 1:
            return None  # A牵头、B负责: each has a role of its own
        if roles:
            params[slot.name] = list(roles) if slot.many else roles[0]
        elif slot.required:
            return None
    if not _bind_numbers(by_type.get("number", []), question, params, use):
        return None
    if not _bind_times([*by_type.get("date", []), *by_type.get("year", [])], question, params, use):
        return None
    if _ONCE in entry.statement:
        use(question.of("once"))
    use(item for item in question.of("set") if not item.value)
    # X、Y两家: as many as are named.
    use(item for item in question.of("number") if item.value.least == item.value.most == len(question.of("unit")))
    told = question.about if about else ()
    unused = (
        item
        for item in left.values()
        if not any(item.start < w.end and w.start < item.end for w in told)
        and not (told and _worded(item, entry, question))
    )
    return Bound(params, tuple(unused), about)


def bind_where(entry: Entry, question: Question, documents: tuple[str, ...]) -> Bound:
    """Where to look, of an entry whose other parameters are known: the places and documents, the part of a document, and the
    measures of the answer before."""
    names = {parameter.name for parameter in entry.parameters}
    params: dict[str, Any] = {}
    used = [*question.of("unit"), *question.of("measure"), *question.of("number")]
    for kind, name in (("place", "places"), ("document", "documents"), ("set", WITHIN), ("section", _SECTION)):
        items = question.of(kind)
        if name in names or kind in ("place", "document"):
            used += items
        if name in names and items:
            params[name] = [v for item in items for v in (item.value.names if kind == "section" else item.value)]
    if WITHIN in names and _SECTION not in names and question.of("section"):
        params[WITHIN] = _narrowed_to(question.of("set"), question.of("section"))
        used += question.of("section")
    if "documents" in params:
        params["documents"] = [value for value in params["documents"] if value in documents]
    left = tuple(item for item in question.found if not any(item is other for other in used))
    return Bound(params, left, about=True)


def _narrowed_to(sets: Sequence[Found], parts: Sequence[Found]) -> list[str]:
    """Ids of the measures of a list and of parts of documents that a question stays in; none where it stays in neither."""
    listed = [value for item in sets for value in item.value]
    held = [value for item in parts for value in item.value.measures]
    return [value for value in listed if value in held] if listed and held else listed or held


def _of_period(question: Question) -> list[str]:
    """Ids of the measures that have the words asked about, where the question asks for what recurs (每季度要公布的)."""
    words = exact_words(question) if question.about and cues.period(question.text) else ""
    return [topic.measure.id for topic in question.topics if words and topic.measure.as_printed(words)]


def _worded(item: Found, entry: Entry, question: Question) -> bool:
    """Whether a month of every year (每年3月底前), or a unit that is asked for no role, is one of the words of the measure that
    the question is about."""
    unit = item.kind == "unit" and entry.subject == "measures" and not cues.roles(question.text)
    words = unit or item.kind == "month"
    return words and bool(question.topics) and item.text in question.topics[0].measure.text


def _left_out(entry: Entry, items: list[Found], selects: bool, text: str) -> list[Found]:
    """The units that a question leaves out. selects: whether the entry can look for what units do."""
    if not selects:
        return items if entry.name in _OF_OTHERS or _LEFT_OUT.search(text) else []
    return [
        item
        for item in items
        if _LEADS_NOT.match(text, item.end) or (_NO_TO.search(text, 0, item.start) and _LEADS.match(text, item.end))
    ]


def _denied(items: Sequence[Found], text: str) -> list[Found]:
    """Units that are said not to (A没牵头、B牵头); of those named together all (A和B都没牵头)."""
    runs: list[list[Found]] = []
    for item in items:
        joined = runs and _NAMED_TOGETHER.fullmatch(text, runs[-1][-1].end, item.start)
        runs[-1].append(item) if joined else runs.append([item])
    starts = {item.start for item in items}

    def denied(item: Found) -> bool:
        behind = _SAID_NO.match(text, item.end)  # but 有A没有B牵头 denies B
        return bool((behind and behind.end() not in starts) or _NO_TO.search(text, 0, item.start))

    said = [any(map(denied, run)) for run in runs]
    return [item for run, no in zip(runs, said, strict=True) if no for item in run]


def _dealt(items: list[Found], slots: int) -> list[list[Found]]:
    """Mentions to slots: one each, the last slot takes what is left over."""
    if slots < 2:
        return [items] * slots
    return [*([item] for item in items[: slots - 1]), items[slots - 1 :]]


def _bind_numbers(slots: list[Parameter], question: Question, params: dict[str, Any], use: Any) -> bool:
    months, amounts, ordinals = (question.of(kind) for kind in ("month", "number", "ordinal"))
    for slot in slots:
        if slot.name == THROUGH:
            continue
        value: Any = None
        if slot.name in ("month", "quarter"):
            several = bool(months) and len(months[0].value) > 1
            if months and several == (slot.name == "quarter"):
                value = months[0].value[-1] // (3 if several else 1)
                use(months)
        elif slot.name == "nth":
            value = ordinals[0].value if ordinals else None
            use(ordinals)
        elif slot.name == "period":
            value = cues.period(question.text)
        elif slot.name == "fewest":
            value = int(cues.fewest(question.text))
        elif slot.name == "first_only":
            value = int(not amounts and cues.singular(question.text))
        elif amounts:
            amount: cues.Amount = amounts[0].value
            value = amount.least if slot.name == "at_least" else amount.most
            use(amounts)
        if value is not None:
            params[slot.name] = value
        elif slot.required:
            return False
    return True


def _bind_times(slots: list[Parameter], question: Question, params: dict[str, Any], use: Any) -> bool:
    items = question.of("date")
    whens: list[When] = [item.value for item in items]
    for slot in slots:
        value = _time(slot, whens) if whens else _now(slot, question)
        if value is not None:
            params[slot.name] = value
            use(items)
        elif slot.required:
            return False
    return True


def _now(slot: Parameter, question: Question) -> date | None:
    """The day of asking, where the question speaks of what is past or to come without naming a day."""
    if slot.type == "date" and slot.name in _PAST_OR_COMING and _PAST_OR_COMING[slot.name].search(question.text):
        return question.today
    return None


def _time(slot: Parameter, whens: list[When]) -> date | int | None:
    """The day or year that a slot asks of the question's spans: its name says which end."""
    first, last = whens[0].bounds if len(whens) == 1 else (whens[0].first, whens[-1].last)
    if slot.type == "year":
        when = whens[0]
        whole = (when.first, when.last) == (date(when.first.year, 1, 1), date(when.first.year, 12, 31))
        return when.first.year if whole and when.sense == "in" and len(whens) == 1 else None
    if slot.name in ("since", "from", "start"):
        return first
    if slot.name in ("until", "to", "end"):
        return last
    if last is not None:
        # 2020年完成的 are not all that are due by its end.
        return None if _within(whens) else last
    return first - timedelta(days=1) if first is not None else None


def _within(whens: list[When]) -> bool:
    """Whether one whole year is named, and no side of it."""
    when = whens[0]
    return len(whens) == 1 and when.sense == "in" and (when.last - when.first).days > _MONTHS


def about_measures(question: Question) -> list[str]:
    """Ids of the measures that the question's words mean: the one whose title has them, else those that hold them best."""
    best = question.topics[0]
    words = "".join(item.text for item in question.about)
    titled = [topic for topic in question.topics if words in topic.measure.title]
    if titled:
        return [topic.measure.id for topic in titled]
    near = [
        topic
        for topic in question.topics
        if topic.score >= _ABOUT * best.score and topic.coverage >= best.coverage - 1e-9
    ]
    return [topic.measure.id for topic in near]


def exact_words(question: Question) -> str:
    """The longest run of the words asked about that a measure has as it stands, as printed there; "" when there is none of two
    characters or more. Words that no measure has are looked for as they are
    where the question looks for words."""
    figures = any(map(_FIGURE.search, (item.text for item in question.about)))
    for length in range(max((len(item.text) for item in question.about), default=0), 1, -1):
        for item in question.about:
            for start in range(len(item.text) - length + 1):
                words = item.text[start : start + length]
                # A figure tells the measure apart from others on the same subject.
                if figures and not _FIGURE.search(words):
                    continue
                for topic in question.topics[:8]:
                    if printed := topic.measure.as_printed(words):
                        return printed
    return question.about[0].text if question.searching and question.about and not question.topics else ""
