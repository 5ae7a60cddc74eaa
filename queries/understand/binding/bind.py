"""From a question's entities to the parameters of a catalogue entry: which of them it can use, and which it leaves over."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from queries.model import Entry
from queries.understand import cues
from queries.understand.binding.draft import Draft
from queries.understand.binding.named import bind_documents, bind_places, bind_units
from queries.understand.binding.subject import SECTION, WITHIN, bind_measures, bind_words, narrowed_to, worded
from queries.understand.binding.values import bind_numbers, bind_roles, bind_times
from queries.understand.found import Found
from queries.understand.question import Question

_TOLD_OF_LEADS = frozenset({"unit-without-other", "unit-in-role-not-another", "measures-many-leads"})
"""Entries that ask of leads, but where conditions.py finds other roles."""
_BY_ISSUE = frozenset({"documents-earliest", "documents-latest"})
"""Entries that ask when papers were issued."""
_FALLS_DUE = re.compile("到期|完成|期限|时限|截止|办结")
_COMBINED = frozenset({"having", "lacking", "other_having", "exclusive", "excepted"})
"""Parameters that only conditions.py sets."""
_ONCE = "t.kind <> 'recurring'"
"""The condition of statements that leave recurring duties out."""
_STEPS = (
    bind_units,
    bind_documents,
    bind_places,
    bind_measures,
    bind_words,
    bind_roles,
    bind_numbers,
    bind_times,
)


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
    draft = Draft(entry, question, documents, combined=_COMBINED)
    if not all(step(draft) for step in _STEPS):
        return None
    if _ONCE in entry.statement:
        draft.use(question.of("once"))
    draft.use(item for item in question.of("set") if not item.value)
    # X、Y两家: as many as are named.
    draft.use(item for item in question.of("number") if item.value.least == item.value.most == len(question.of("unit")))
    told = question.about if draft.about else ()
    unused = (
        item
        for item in draft.left
        if not any(item.start < w.end and w.start < item.end for w in told)
        and not (told and worded(item, entry, question))
    )
    return Bound(draft.params, tuple(unused), draft.about)


def bind_where(entry: Entry, question: Question, documents: tuple[str, ...]) -> Bound:
    """Where to look, of an entry whose other parameters are known: the places and documents, the part of a document, and the
    measures of the answer before."""
    names = {parameter.name for parameter in entry.parameters}
    params: dict[str, Any] = {}
    used = [*question.of("unit"), *question.of("measure"), *question.of("number")]
    for kind, name in (("place", "places"), ("document", "documents"), ("set", WITHIN), ("section", SECTION)):
        items = question.of(kind)
        if name in names or kind in ("place", "document"):
            used += items
        if name in names and items:
            params[name] = [v for item in items for v in (item.value.names if kind == "section" else item.value)]
    if WITHIN in names and SECTION not in names and question.of("section"):
        params[WITHIN] = narrowed_to(question.of("set"), question.of("section"))
        used += question.of("section")
    if "documents" in params:
        params["documents"] = [value for value in params["documents"] if value in documents]
    left = tuple(item for item in question.found if not any(item is other for other in used))
    return Bound(params, left, about=True)
