"""What deadlines, targets and liabilities say, so that a question about one of them finds it and not its whole measure."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from graph_loader.stores.base import GraphStore
from queries.understand.topics import MeasureText, Topics, plain

_LEAST = 0.45
"""Share of the asked words' weight that a fact must hold to be the one that is meant."""
_TEXTS = {
    "deadlines": "MATCH (f:Deadline) RETURN f.id AS id, f.undertaking AS name, f.text AS text ORDER BY id",
    "targets": "MATCH (f:Target) RETURN f.id AS id, f.metric AS name, f.text AS text ORDER BY id",
    "accountability": "MATCH (f:Liability) RETURN f.id AS id, f.trigger AS name, f.text AS text ORDER BY id",
}
"""The facts by subject of the catalogue."""
BY_WORDS = {
    "measure-deadlines": "deadlines-by-words",
    "measure-targets": "targets-by-words",
    "measure-liabilities": "liabilities-by-words",
}
"""Entries that give all facts of a measure, and those that give the facts that hold some words."""


@dataclass(frozen=True, slots=True)
class Facts:
    """An index of the facts of each subject."""

    topics: Mapping[str, Topics]

    def words(self, about: str) -> Mapping[str, str]:
        """By subject: the longest run of the words that the fact nearest to them has as printed; none where no fact is near."""
        found = {}
        for subject, topics in self.topics.items():
            near = topics.search(about, _LEAST)
            if near and (run := longest_run(about, near[0].measure)):
                found[subject] = run
        return found


def longest_run(words: str, text: MeasureText) -> str:
    """The longest run of two characters or more that a text has, as printed there, "" where it has none."""
    for length in range(len(words), 1, -1):
        for start in range(len(words) - length + 1):
            if printed := text.as_printed(words[start : start + length].strip()):
                return printed
    return ""


def read_facts(store: GraphStore) -> Facts:
    """The index of a store's facts."""
    return Facts(
        {
            subject: Topics(
                [
                    MeasureText(id, plain(name or ""), plain(text or ""), f"{name or ''}\n{text or ''}")
                    for id, name, text in store.read(statement).rows
                ]
            )
            for subject, statement in _TEXTS.items()
        }
    )
