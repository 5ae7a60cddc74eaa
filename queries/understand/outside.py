"""Questions that no plan can answer, by why not: outside.toml."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from queries.understand import slots

_ASKING = re.compile(r"[谁哪几]|什么|多少|何|怎|吗|\b(?:who|which|what|when|how)\b")
_FILE = Path(__file__).with_name("outside.toml")


@dataclass(frozen=True, slots=True)
class Outside:
    """A kind of unanswerable questions: why they are refused (Chinese), examples, words that settle it alone, words that do so
    at the start of what is no question, a pattern that does, and one of what is asked all the same: where a rule on 一把手 stands."""

    name: str
    reason: str
    examples: tuple[str, ...]
    words: tuple[str, ...]
    starts: tuple[str, ...]
    pattern: re.Pattern[str] | None
    unless: re.Pattern[str] | None


def settled(text: str, masked: str, worded: Callable[[str], bool]) -> str:
    """The reason to refuse a question for one of its words, "" when it has none. masked: as the words are looked for. worded:
    whether a word is only part of what the measures say (新闻 in 新闻发言人)."""
    order = not _ASKING.search(text)
    return next(
        (
            kind.reason
            for kind in kinds()
            if not (kind.unless and kind.unless.search(text))
            and (
                any(_said(word, masked) and not worded(word) for word in kind.words)
                or (order and text.startswith(kind.starts))
                or (kind.pattern and kind.pattern.search(masked))
            )
        ),
        "",
    )


def patterned(text: str) -> bool:
    """Whether a question is put as only those are that no plan answers, whatever it names: 哪家已经领到了补贴."""
    return any(
        kind.pattern and kind.pattern.search(text) and not (kind.unless and kind.unless.search(text))
        for kind in kinds()
    )


def _said(word: str, text: str) -> bool:
    """Whether a text has a word: an English one whole, a Chinese one that does not end in the middle of a known word (为何 in
    为何时, 区长 in 县区长期)."""
    if word.isascii():
        return bool(re.search(rf"\b{re.escape(word)}\b", text))
    at = text.find(word)
    return at >= 0 and not any(start < at + len(word) < end and start > at for start, end in slots.covered(text))


@cache
def kinds() -> tuple[Outside, ...]:
    """All kinds, in the order of the file."""
    data = tomllib.loads(_FILE.read_text(encoding="utf-8"))
    return tuple(
        Outside(
            kind["name"],
            kind["reason"],
            tuple(kind["examples"]),
            tuple(kind.get("words", ())),
            tuple(kind.get("starts", ())),
            *(re.compile(kind[name]) if name in kind else None for name in ("pattern", "unless")),
        )
        for kind in data["kind"]
    )
