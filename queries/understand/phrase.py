"""Readings in words: the sentence that says what was understood, and the questions that other readings answer."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Any

from graph_loader.model import ROLES
from graph_loader.schema import ROLE_TYPES
from queries.catalogue.header import is_chinese
from queries.directory import Directory
from queries.model import Entry
from queries.sentence import asked
from queries.understand.question import Question
from queries.understand.readings import Reading
from queries.understand.roles.through_groups import THROUGH

_PLACEHOLDER = re.compile(r"\{(\w+)\}")
_ALL_ROLES = [ROLE_TYPES[role] for role in ROLES]
_KINDS = {"other": "unit", "second": "document", "since": "date", "until": "date", "year": "date", "nth": "ordinal"}


def understood_sentence(entry: Entry, values: Mapping[str, Any], directory: Directory) -> str:
    """One Chinese sentence: 我的理解：单位牵头的措施（单位：市司法局）。 Parameters at their default are left out."""
    given = [
        f"{parameter.zh}：{asked(parameter.type, values[parameter.name], directory)}"
        for parameter in entry.parameters
        if parameter.name != THROUGH and values.get(parameter.name) not in (None, "", [], parameter.default, _ALL_ROLES)
    ]
    return f"我的理解：{entry.title}" + (f"（{'；'.join(given)}）" if given else "") + "。"


def alternatives(readings: Iterable[Reading], question: Question, directory: Directory) -> tuple[str, ...]:
    """For each reading a question that asks just that: its likest Chinese example with the question's own names."""
    shown = (_phrase(reading, question) for reading in readings)
    return tuple(dict.fromkeys(text for text in shown if text))


def _phrase(reading: Reading, question: Question) -> str:
    examples = sorted(reading.entry.examples, key=lambda example: example != reading.example)
    for example in filter(is_chinese, examples):
        names = _names(question)
        text = example
        for placeholder in _PLACEHOLDER.findall(example):
            kind = _KINDS.get(placeholder, placeholder)
            values = names.get(kind) or (names.get("words") if kind == "measure" else None)
            if not values:
                break
            text = text.replace(f"{{{placeholder}}}", values.pop(0), 1)
        else:
            return text if text.endswith(("？", "?")) else f"{text}？"
    return ""


def _names(question: Question) -> dict[str, list[str]]:
    names: dict[str, list[str]] = {}
    for item in (*question.found, *question.about):
        names.setdefault(item.kind, []).append(item.text)
    return names
