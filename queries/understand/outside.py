"""Questions that no plan can answer, by why not: outside.toml."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path

_FILE = Path(__file__).with_name("outside.toml")


@dataclass(frozen=True, slots=True)
class Outside:
    """A kind of unanswerable questions: why they are refused (Chinese), examples, and words that settle it alone."""

    name: str
    reason: str
    examples: tuple[str, ...]
    words: tuple[str, ...]


def settled(masked: str) -> str:
    """The reason to refuse a masked question for one of its words, "" when it has none."""
    return next((kind.reason for kind in kinds() if any(word in masked for word in kind.words)), "")


@cache
def kinds() -> tuple[Outside, ...]:
    """All kinds, in the order of the file."""
    data = tomllib.loads(_FILE.read_text(encoding="utf-8"))
    return tuple(
        Outside(kind["name"], kind["reason"], tuple(kind["examples"]), tuple(kind.get("words", ())))
        for kind in data["kind"]
    )
