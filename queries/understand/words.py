"""Words that ask the same thing, put into one form: words.toml."""

from __future__ import annotations

import re
import tomllib
from functools import cache
from pathlib import Path

_FILE = Path(__file__).with_name("words.toml")


@cache
def _forms() -> dict[str, str]:
    data: dict[str, list[str]] = tomllib.loads(_FILE.read_text(encoding="utf-8"))["words"]
    return {written: form for form, all_written in data.items() for written in (form, *all_written)}


@cache
def _pattern() -> re.Pattern[str]:
    longest_first = sorted(_forms(), key=lambda word: (-len(word), word))
    return re.compile("|".join(rf"\b{word}\b" if word.isascii() else word for word in longest_first))


def one_form(text: str) -> str:
    """The text with every word of the table in its first form."""
    return _pattern().sub(lambda match: _forms()[match[0]], text)


def words() -> tuple[str, ...]:
    """Every word of the table."""
    return tuple(_forms())
