"""Words that ask the same thing, put into one form, and words that carry nothing, dropped: words.toml."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from types import MappingProxyType

_FILE = Path(__file__).with_name("words.toml")
_DROPPED = ""


@cache
def _forms() -> Mapping[str, str]:
    """Every word of the table, and the form that stands for it."""
    data = tomllib.loads(_FILE.read_text(encoding="utf-8"))
    forms = dict.fromkeys(data["filler"], _DROPPED)
    forms |= {written: form for form, all_written in data["words"].items() for written in (form, *all_written)}
    return MappingProxyType(forms)


@cache
def _token() -> re.Pattern[str]:
    longest_first = sorted(_forms(), key=lambda word: (-len(word), word))
    return re.compile("|".join([*longest_first, "[a-z]+", r"\w", r"[^\s]"]))


def tokens(text: str) -> list[str]:
    """The words of a masked question in one form each; a character that no word of the table holds stands for itself."""
    found = (_forms().get(match[0], match[0]) for match in _token().finditer(text))
    return [token for token in found if token and (token.isalnum() or token == "%")]


def words() -> tuple[str, ...]:
    """Every word of the table."""
    return tuple(_forms())
