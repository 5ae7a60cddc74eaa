"""Measures found by what they are about: words of the question looked up in titles and texts of the loaded measures."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from math import log

from graph_loader.extract.fold import fold
from graph_loader.stores.base import GraphStore
from queries.understand.wording.sound import sound

_TITLE = 1.6
"""How much more a word of the title counts than one of the text."""


@dataclass(frozen=True, slots=True)
class MeasureText:
    """What a measure says. title, text: folded and lower-case, to compare with questions; printed: as in the document."""

    id: str
    title: str
    text: str
    printed: str

    def as_printed(self, words: str) -> str:
        """Folded words as the measure's title or text prints them, "" where neither has them."""
        if words not in self.title and words not in self.text:
            return ""
        if words in self.printed:
            return words
        folded = fold(self.printed)
        at = folded.text.lower().find(words)
        return folded.span(at, at + len(words)).of(self.printed) if at >= 0 else words


@dataclass(frozen=True, slots=True)
class Topic:
    """A measure that the words are about. coverage: share of the words' weight that the measure holds, 0 to 1."""

    measure: MeasureText
    score: float
    coverage: float


class Topics:
    """An index of pairs of characters, built when first asked."""

    def __init__(self, measures: Sequence[MeasureText], headings: Sequence[str] = ()) -> None:
        """headings: folded titles of parts of the documents, whose words are known too."""
        self.measures = tuple(measures)
        self._headings = "\n".join(headings)

    @cached_property
    def _index(self) -> dict[str, dict[int, float]]:
        index: dict[str, dict[int, float]] = defaultdict(dict)
        for place, measure in enumerate(self.measures):
            for pair in pairs(measure.text):
                index[pair][place] = 1.0
            for pair in pairs(measure.title):
                index[pair][place] = _TITLE
        return dict(index)

    def __contains__(self, pair: str) -> bool:
        """Whether a pair of characters stands in any measure."""
        return pair in self._index

    def has(self, words: str) -> bool:
        """Whether the words stand in a measure as they are."""
        return self._may_have(words) and any(words in measure.text for measure in self.measures)

    def holding(self, words: str) -> int:
        """In how many measures the words stand as they are."""
        return sum(words in measure.text for measure in self.measures) if self._may_have(words) else 0

    def _may_have(self, words: str) -> bool:
        return all(words[at : at + 2] in self for at in range(len(words) - 1) if words[at : at + 2].isalnum())

    def prints(self, words: str) -> bool:
        """Whether the words stand in a measure or a heading as they are."""
        return words in self._headings or self.has(words)

    @cached_property
    def _by_sound(self) -> Mapping[str, tuple[str, ...]]:
        found: defaultdict[str, list[str]] = defaultdict(list)
        for char in sorted({char for pair in self._index for char in pair}.union(self._headings)):
            found[sound(char)].append(char)
        return {key: tuple(chars) for key, chars in found.items()}

    def sounding(self, key: str) -> tuple[str, ...]:
        """The characters of the measures that sound so (sound.sound)."""
        return self._by_sound.get(key, ())

    def in_full(self, short: str) -> str:
        """The body that a name of three characters or more is short for, as a measure has it (业主委员会 for 业委会); "" when none."""
        form = re.compile("[\\u4e00-\\u9fff]?".join(map(re.escape, short)))
        return next((found[0] for measure in self.measures if (found := form.search(measure.text))), "")

    def search(self, words: str, least: float = 0.5) -> list[Topic]:
        """Measures that hold at least that share of the words, best first. Pairs count by how rare they are."""
        scores: dict[int, float] = defaultdict(float)
        weights: dict[int, float] = defaultdict(float)
        total = 0.0
        for pair in pairs(words):
            places = self._index.get(pair, {})
            weight = log(1 + (len(self.measures) + 0.5) / (len(places) + 0.5))
            total += weight
            for place, factor in places.items():
                scores[place] += weight * factor
                weights[place] += weight
        ranked = sorted(
            (place for place in scores if weights[place] >= least * total), key=lambda place: (-scores[place], place)
        )
        return [Topic(self.measures[place], scores[place], weights[place] / total) for place in ranked]


def read_topics(store: GraphStore) -> Topics:
    """The index of a store's measures."""
    result = store.read(
        "MATCH (m:Measure) RETURN m.id AS id, m.title AS title, m.text AS text ORDER BY m.document_id, m.position, m.id"
    )
    headings = store.read("MATCH (s:Section) RETURN DISTINCT s.title AS title ORDER BY title").rows
    return Topics(
        [
            MeasureText(id, plain(title or ""), plain(text or ""), f"{title or ''}\n{text or ''}")
            for id, title, text in result.rows
        ],
        [plain(title) for (title,) in headings if title],
    )


def plain(text: str) -> str:
    """The form in which questions and texts are compared."""
    return fold(text).text.lower()


def pairs(text: str) -> set[str]:
    """Pairs of neighbouring characters, without those of blanks and punctuation."""
    return {text[at : at + 2] for at in range(len(text) - 1) if text[at : at + 2].isalnum()}
