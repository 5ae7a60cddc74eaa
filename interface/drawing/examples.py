"""Questions to begin with: the catalogue's own examples, by subject, filled with units and days of the loaded graph."""

from __future__ import annotations

import re
from collections import Counter
from datetime import date

import streamlit as st

from interface.components.docket import Node, docket, el
from interface.drawing import parts
from interface.frame import data, links, lists
from interface.records.relations import due_years
from queries import catalogue
from queries.directory import Directory

_BRACES = re.compile(r"\{(\w+)\}")
_CJK = re.compile(r"[\u4e00-\u9fff]")
_PER_SUBJECT = 5
# fmt: off
_FIRST = (
    "unit-leads", "unit-responsible", "unit-leads-jointly", "unit-partners", "unit-successor",
    "measure-leads", "measures-by-words", "measures-without-lead", "measure-text", "deadlines-in-year",
    "deadlines-by-date", "unit-deadlines", "deadlines-recurring", "targets", "measure-targets",
    "liabilities", "inferred-assignments", "leads-gone", "due-as-of", "document-basis",
    "document-list", "counts", "gaps", "unit-most-leads",
)
# fmt: on
"""What most people ask first, before the rest of the catalogue."""


def show() -> None:
    """All subjects, in three columns."""
    blocks = list(by_subject(data.known()).items())
    columns = st.columns(3, gap="large")
    for index, (subject, questions) in enumerate(blocks):
        with columns[index % 3]:
            items = [el("li", el("a", text, cls="z", go=links.to("ask", q=text))) for text in questions]
            docket(parts.section(subject), el("ul", items, cls="ruled sm"), key=f"examples_{index}")


def by_subject(known: Directory) -> dict[str, list[str]]:
    """A few questions of each subject, in Chinese, each of another entry."""
    words = _words(known)
    found: dict[str, list[str]] = {subject: [] for subject in catalogue.SUBJECTS.values()}
    entries = catalogue.load()
    order = sorted(entries, key=lambda name: _FIRST.index(name) if name in _FIRST else len(_FIRST))
    for entry in map(entries.__getitem__, order):
        questions = found[catalogue.SUBJECTS[entry.subject]]
        if len(questions) >= _PER_SUBJECT:
            continue
        for example in entry.examples:
            if _CJK.search(_BRACES.sub("", example)) and set(_BRACES.findall(example)) <= words.keys():
                questions.append(_BRACES.sub(lambda brace: words[brace[1]], example))
                break
    return {subject: questions for subject, questions in found.items() if questions}


def _words(known: Directory) -> dict[str, str]:
    """What stands in for {unit}, {date}… : the unit with most leads, the middle of the first plan's period."""
    leads = data.answer("unit-workload").rows
    units = list(dict.fromkeys(str(row[0]) for row in leads)) or [unit.name for unit in known.units.values()]
    measures = [measure for measure in known.measures.values() if measure.number]
    year = _busiest_year()
    words = {"date": f"{year}年底", "year": str(year), "role": "牵头", "words": "制度"}
    if units:
        words |= {"unit": units[0], "other": units[1 % len(units)]}
    if known.places:
        words["place"] = known.places[0]
    if known.loaded:
        words["document"] = known.loaded[0].title
    if measures:
        words["measure"] = measures[0].number
    return words


def _busiest_year() -> int:
    """The year in which most deadlines fall due; this year when there are none."""
    years = Counter(due_years(data.whole()))
    return max(years, key=lambda year: (years[year], year)) if years else date.today().year


def name_link(known: Directory, key: str) -> Node:
    """A unit's, measure's or document's name as a link to its page."""
    name = lists.findable(known).get(key) or lists.documents(known).get(key, key)
    link = lists.link_of(known, key)
    return el("a", name, cls="z", go=link) if link else name


def question(entry: str) -> str:
    """A Chinese question that needs no names and that this entry of the catalogue answers.

    Raises KeyError for an entry that is not there or that has no such example.
    """
    for example in catalogue.load()[entry].examples:
        if _CJK.search(example) and not _BRACES.search(example):
            return example
    raise KeyError(f"{entry} has no example without names")
