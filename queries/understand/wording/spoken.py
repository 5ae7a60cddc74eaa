"""Spoken ways of asking, put into the words of the catalogue: spoken.toml."""

from __future__ import annotations

import re
import tomllib
from functools import cache
from pathlib import Path

_FILE = Path(__file__).with_name("spoken.toml")


def written(text: str) -> str:
    """A folded, lower-case question in written words: 谁挑头 is 谁牵头, 到期的有没有 asks as 到期的有 does."""
    for pattern, words in _rewrites():
        text = pattern.sub(words, text)
    return text


@cache
def _rewrites() -> tuple[tuple[re.Pattern[str], str], ...]:
    """The rows of the table, in its order."""
    data = tomllib.loads(_FILE.read_text(encoding="utf-8"))
    return tuple((re.compile(form), words) for form, words in data["rewrites"])
