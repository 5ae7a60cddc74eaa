"""Names that look or sound like a written one: suggestions for a person, never a reading."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Literal

from pypinyin import lazy_pinyin
from rapidfuzz import fuzz, process
from rapidfuzz.distance import Hamming

Likeness = Literal["pinyin", "fuzzy"]
_CUTOFF = 72.0
"""Ratio (0..100) below which two names of this length are chance."""
_SAME_CHARACTERS = 0.5
"""Share of characters that two names of the same sounds must have in common."""


def suggestions(name: str, pool: Sequence[str], limit: int = 5) -> Iterator[tuple[str, Likeness, float]]:
    """(other name, "pinyin" or "fuzzy", likeness in 0..1), best first. pinyin: the same sounds in other characters."""
    close = process.extract(name, pool, scorer=fuzz.ratio, score_cutoff=_CUTOFF, limit=limit * 4)
    found: dict[str, tuple[Likeness, float]] = {
        other: ("fuzzy", ratio / 100) for other, ratio, _ in close if other != name
    }
    same_length = [other for other in pool if len(other) == len(name) and other != name]
    scorer = Hamming.normalized_similarity
    sounds = lazy_pinyin(name)
    for other, _, _ in process.extract(name, same_length, scorer=scorer, score_cutoff=_SAME_CHARACTERS, limit=None):
        if lazy_pinyin(other) == sounds:
            found[other] = ("pinyin", 1.0)
    ranked = sorted(found.items(), key=lambda item: (-item[1][1], item[0]))
    yield from ((other, reason, likeness) for other, (reason, likeness) in ranked[:limit])
