"""What deadlines, targets and liabilities say, so that a question about one of them finds it and not its whole measure."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass

from graph_loader.stores.base import GraphStore
from queries.understand.content.topics import MeasureText, Topics, pairs, plain

_LEAST = 0.45
"""Share of the asked words' weight that a fact must hold to be the one that is meant."""
_TEXTS = {
    "deadlines": "MATCH (f:Deadline) RETURN f.id AS id, f.undertaking AS name, f.text AS text ORDER BY id",
    "targets": "MATCH (f:Target) RETURN f.id AS id, f.metric AS name, f.text AS text ORDER BY id",
    "accountability": "MATCH (f:Liability) RETURN f.id AS id, f.trigger AS name, f.text AS text ORDER BY id",
}
"""The facts by subject of the catalogue."""
_OWNERS = "MATCH (m:Measure)-[:HAS_DEADLINE]->(f:Deadline) RETURN f.id AS id, m.id AS measure ORDER BY id"
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
    deadlines: Mapping[str, Sequence[tuple[MeasureText, frozenset[str]]]]
    """The deadlines of each measure, each with the pairs of characters of its undertaking."""
    holders: Mapping[str, Set[str]]
    """Measures by the pairs of characters that their deadlines' undertakings have."""

    def words(self, about: str, measure: MeasureText | None) -> Mapping[str, str]:
        """By subject: the longest run of the words that the fact nearest to them has as printed; none where no fact is near. Of the
        measure that the words find, the only deadline is meant that has a word of theirs which its title and other deadlines lack."""
        found = {}
        for subject, topics in self.topics.items():
            near = topics.search(about, _LEAST)
            if near and (run := longest_run(about, near[0].measure)):
                found[subject] = run
        if measure is not None and "deadlines" not in found:
            named = pairs(about) - pairs(measure.title)
            rare = {pair for pair in named if self.holders.get(pair) == {measure.id}}
            shared = [fact for fact, own in self.deadlines.get(measure.id, ()) if own & rare]
            if len(shared) == 1:
                found["deadlines"] = shared[0].printed.partition("\n")[0]
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
    topics = {
        subject: Topics(
            [
                MeasureText(id, plain(name or ""), plain(text or ""), f"{name or ''}\n{text or ''}")
                for id, name, text in store.read(statement).rows
            ]
        )
        for subject, statement in _TEXTS.items()
    }
    owners = {row[0]: row[1] for row in store.read(_OWNERS).rows}
    deadlines: defaultdict[str, list[tuple[MeasureText, frozenset[str]]]] = defaultdict(list)
    holders: defaultdict[str, set[str]] = defaultdict(set)
    for fact in topics["deadlines"].measures:
        owner, own = owners.get(fact.id, ""), frozenset(pairs(fact.title))
        deadlines[owner].append((fact, own))
        for pair in own:
            holders[pair].add(owner)
    return Facts(topics, dict(deadlines), dict(holders))
