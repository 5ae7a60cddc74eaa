"""English words of what plans are about, and the Chinese ones that they can stand for. glossary.toml."""

from __future__ import annotations

import re
import tomllib
from collections import defaultdict
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path

from queries.understand.wording.translate import stem

_FILE = Path(__file__).with_name("glossary.toml")
_WORD = re.compile(r"[a-z]+(?:'s)?")


def in_english(text: str) -> Iterator[tuple[tuple[int, int], tuple[str, ...]]]:
    """Where such words stand in a folded text, the longest phrase at each place, each with its Chinese words. The parts of a compound
    are words: brain-computer."""
    words, at = list(_WORD.finditer(text)), 0
    stems = tuple(stem(word[0]) for word in words)
    longest, meanings = _glossary() if words else (0, {})
    while at < len(words):
        size = next((n for n in range(longest, 0, -1) if stems[at : at + n] in meanings and at + n <= len(words)), 0)
        if size:
            yield (words[at].start(), words[at + size - 1].end()), meanings[stems[at : at + size]]
        at += size or 1


@cache
def _glossary() -> tuple[int, Mapping[tuple[str, ...], tuple[str, ...]]]:
    """How many words a phrase has at most, and the Chinese words by the stems of English ones."""
    found: defaultdict[tuple[str, ...], dict[str, None]] = defaultdict(dict)
    for chinese, forms in tomllib.loads(_FILE.read_text(encoding="utf-8"))["words"].items():
        for form in forms:
            found[tuple(stem(word[0]) for word in _WORD.finditer(form))][chinese] = None
    return max(map(len, found)), {words: tuple(chinese) for words, chinese in found.items()}
