"""All of many words found in one pass over a text."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import ahocorasick


class Automaton:
    """Aho-Corasick over a fixed set of words."""

    def __init__(self, words: Iterable[str]) -> None:
        self._words = ahocorasick.Automaton()
        for word in words:
            if word:
                self._words.add_word(word, word)
        self._words.make_automaton()

    def hits(self, text: str) -> Iterator[tuple[int, int, str]]:
        """Start, end and word of every occurrence, overlapping ones too."""
        if len(self._words):
            for last, word in self._words.iter(text):
                yield last - len(word) + 1, last + 1, word
