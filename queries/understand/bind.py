"""From a question's entities to the parameters of a catalogue entry: which of them it can use, and which it leaves over."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from queries.model import Entry, Parameter
from queries.understand import cues
from queries.understand.dates import When
from queries.understand.found import Found
from queries.understand.groups import THROUGH
from queries.understand.question import Question

_PAST_OR_COMING = {
    "date": re.compile("逾期|过期|超期|已经?到期|现在|目前|截至今|接下来|还有|往后|今后|overdue|upcoming"),
    "since": re.compile("接下来|下一个|下个|最近|往后|今后|眼下|upcoming|\\bnext\\b"),
}
_MONTHS = 186
"""Days of half a year."""
_WITHOUT = "unit-leads-without"
"""The entry of which one unit does and the others, named last, do not."""
_BY_SECTION = "measures-by-section"
"""The entry whose words are a heading or the number of a part (第三部分)."""
_SECTION = "sections"
"""The parameter of entries that can look in one part of a document only."""
_LEFT_OUT = re.compile("除了?|以外|之外|不算")
"""What says that the unit named is one not to count."""
_SAID_NO = re.compile(r"(?:也|都|并|又|却|就|则|本身|倒)*(?:没有?|不|未)(?!是只)")
_NO_TO = re.compile(r"(?:[没不未](?:有|是|让|由|用|归|含|包括|算|在)?|除了?|除[去开掉]|去掉|刨[去除开]|排除)由?$")
"""A unit that does not: A没牵头, 不是A牵头, 去掉A的."""
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
    params: dict[str, Any] = {}
    left = {id(item): item for item in question.found}

    def use(items: Iterable[Found]) -> None:
        for item in items:
            left.pop(id(item), None)

    by_type: dict[str, list[Parameter]] = {}
    for parameter in entry.parameters:
        by_type.setdefault(parameter.type, []).append(parameter)
    for kind in ("unit", "document", "place"):
        slots, items = by_type.get(kind, []), question.of(kind)
        if not _LEFT_OUT.search(question.text):
            slots = [slot for slot in slots if slot.name != "without"]
        if kind == "document" and not any(slot.required for slot in slots):
            # A document that is only cited is no place to look in.
            items = [item for item in items if set(item.value) & set(documents)]
        if kind == "document" and not items and sum(slot.required for slot in slots) == 1:
            items = [Found("document", 0, 0, "", documents)]
            use(question.of("place"))
        if sum(slot.required for slot in slots) > len(items):
            return None
        if kind == "unit" and len(slots) > 1:
            items = sorted(items, key=lambda item: _denied(item, question.text))
            if entry.name == _WITHOUT and items and _denied(items[0], question.text):
                return None
        for slot, given in zip(slots, _dealt(items, len(slots)), strict=False):
            if given:
                params[slot.name] = [value for item in given for value in item.value]
                if not slot.many:
                    params[slot.name] = params[slot.name][0]
                use(given)
                if kind == "unit":
                    use(question.of("place"))
    about = False
    for slot in by_type.get("measure", []):
        items = question.of("measure")
        values = [value for item in items for value in item.value]
        if not items and question.topics:
            values, about = about_measures(question), True
        if slot.required and not (items or values):
            return None
        params[slot.name] = values
        # Places and documents have narrowed the measures already.
        use([*items, *question.of("place"), *question.of("document")])
    for slot in by_type.get("words", []):
        sections = question.of("section")
        words = question.facts.get(entry.subject) or exact_words(question)
        if slot.name == _SECTION or entry.name == _BY_SECTION:
            if sections:
                params[slot.name] = [sections[0].value] if slot.many else sections[0].value
                use(sections)
                continue
            if slot.name == _SECTION:
                continue
        if words:
            params[slot.name], about = words, True
        elif slot.required and (named := [*sections, *question.of("document")]):
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
    # X、Y两家: as many as are named.
    use(item for item in question.of("number") if item.value.least == item.value.most == len(question.of("unit")))
    told = question.about if about else ()
    unused = (item for item in left.values() if not any(item.start < w.end and w.start < item.end for w in told))
    return Bound(params, tuple(unused), about)


def _denied(item: Found, text: str) -> bool:
    """Whether a unit is said not to (A没牵头、B牵头)."""
    return bool(_SAID_NO.match(text, item.end) or _NO_TO.search(text, 0, item.start))


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
    characters or more. Words that no measure has are looked for as they are."""
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
    return "" if question.topics or not question.about else question.about[0].text
