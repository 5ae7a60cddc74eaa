"""Parameters for measures and words: what the question is about, and the parts of documents and lists that it stays in."""

from __future__ import annotations

import re
from collections.abc import Sequence

from queries.model import Entry
from queries.understand import cues
from queries.understand.binding.draft import Draft
from queries.understand.found import Found
from queries.understand.question import Question

WITHIN = "within"
"""The parameter of entries that can look among some measures only: those that the answer before found."""
SECTION = "sections"
"""The parameter of entries that can look in one part of a document only."""
_TIMES = "times"
"""The parameter for which of a measure's deadlines is meant, which is read last of all (by_day.py)."""
_RECURRING, _BY_WORDS = "deadlines-recurring", "measures-by-words"
"""The entries of which the first finds words where something recurs, and the second anywhere."""
_FIGURE = re.compile(r"[0-9]+(?:%|[^\W0-9])?")
_ABOUT = 0.75
"""Measures at least this near to the best one's score are what the words mean, when no title settles it."""


def bind_measures(draft: Draft) -> bool:
    """Measures by number, by title or by what they are about."""
    question = draft.question
    for slot in draft.slots("measure"):
        if slot.name == WITHIN:
            _stay_within(draft)
            continue
        items = question.of("measure")
        values = [value for item in items for value in item.value]
        if not items and question.topics:
            values, draft.about = about_measures(question), True
        if slot.required and not (items or values):
            return False
        draft.params[slot.name] = values
        # Places and documents have narrowed the measures already.
        draft.use([*items, *draft.of("place", "document")])
    return not (draft.entry.name == _BY_WORDS and _of_period(question))


def _stay_within(draft: Draft) -> None:
    sets = draft.of("set")
    parts = [] if any(slot.name == SECTION for slot in draft.slots("words")) else draft.of("section")
    draft.params[WITHIN] = narrowed_to(sets, parts)
    draft.use([*sets, *parts])
    if draft.entry.name == _RECURRING and not draft.params[WITHIN] and (ids := _of_period(draft.question)):
        draft.params[WITHIN], draft.about = ids, True


def bind_words(draft: Draft) -> bool:
    """Words to look for, and parts of documents."""
    question = draft.question
    for slot in draft.slots("words"):
        if slot.name == _TIMES:
            continue
        if slot.name == SECTION:
            sections = draft.of("section")
            if sections:
                draft.params[slot.name] = [name for item in sections for name in item.value.names]
                draft.use(sections)
            elif slot.required:
                return False
        elif words := question.facts.get(draft.entry.subject) or exact_words(question):
            draft.params[slot.name], draft.about = words, True
        elif slot.required and (named := draft.of("document")):
            draft.params[slot.name] = named[0].text
            draft.use(named)
        elif slot.required:
            return False
    return True


def narrowed_to(sets: Sequence[Found], parts: Sequence[Found]) -> list[str]:
    """Ids of the measures of a list and of parts of documents that a question stays in; none where it stays in neither."""
    listed = [value for item in sets for value in item.value]
    held = [value for item in parts for value in item.value.measures]
    return [value for value in listed if value in held] if listed and held else listed or held


def _of_period(question: Question) -> list[str]:
    """Ids of the measures that have the words asked about, where the question asks for what recurs (每季度要公布的)."""
    words = exact_words(question) if question.about and cues.period(question.text) else ""
    return [topic.measure.id for topic in question.topics if words and topic.measure.as_printed(words)]


def worded(item: Found, entry: Entry, question: Question) -> bool:
    """Whether a month of every year (每年3月底前), or a unit that is asked for no role, is one of the words of the measure that
    the question is about."""
    unit = item.kind == "unit" and entry.subject == "measures" and not cues.roles(question.text)
    words = unit or item.kind == "month"
    return words and bool(question.topics) and item.text in question.topics[0].measure.text


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
