"""Questions to begin with: the catalogue's own examples, by subject, filled with units and days of the loaded graph."""

from __future__ import annotations

import re
from datetime import date

import streamlit as st

from interface import data, links, lists, parts
from interface.components.docket import Node, docket, el
from queries import catalogue
from queries.directory import Directory

_BRACES = re.compile(r"\{(\w+)\}")
_CJK = re.compile(r"[\u4e00-\u9fff]")
_PER_SUBJECT = 5


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
    found: dict[str, list[str]] = {}
    for entry in catalogue.load().values():
        questions = found.setdefault(catalogue.SUBJECTS[entry.subject], [])
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
    words = {"date": f"{date.today().year}年底", "year": str(date.today().year), "role": "牵头"}
    if units:
        words |= {"unit": units[0], "other": units[1 % len(units)]}
    if known.places:
        words["place"] = known.places[0]
    if known.loaded:
        words["document"] = known.loaded[0].title
    if measures:
        words["measure"] = measures[0].number
    return words


def name_link(known: Directory, key: str) -> Node:
    """A unit's, measure's or document's name as a link to its page."""
    name = lists.findable(known).get(key) or lists.documents(known).get(key, key)
    link = lists.link_of(known, key)
    return el("a", name, cls="z", go=link) if link else name
