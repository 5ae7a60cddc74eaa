"""How characters sound, so that words typed by their sound are recognised: 法治办 for 法制办, 千头 for 牵头."""

from __future__ import annotations

import re
import unicodedata
from functools import cache

_BLURRED = (
    (re.compile("^zh"), "z"),
    (re.compile("^ch"), "c"),
    (re.compile("^sh"), "s"),
    (re.compile("(?<=[aei])ng$"), "n"),
)
"""Sounds that many speakers do not tell apart."""


@cache
def _readings() -> dict[int, str]:
    from pypinyin.constants import PINYIN_DICT  # read at the first question: it takes a while

    return PINYIN_DICT


@cache
def spelt(char: str) -> str:
    """The first reading of a character in letters, without tone; other characters stand for themselves."""
    reading = _readings().get(ord(char), "").partition(",")[0]
    return "".join(part for part in unicodedata.normalize("NFD", reading) if part.isascii()) or char


def blurred(syllable: str) -> str:
    """A syllable with the initials and endings that many do not tell apart made one."""
    for pattern, instead in _BLURRED:
        syllable = pattern.sub(instead, syllable)
    return syllable


@cache
def sound(char: str) -> str:
    """How a character sounds, blurred; other characters stand for themselves."""
    return blurred(spelt(char))


def sounds(text: str) -> tuple[str, ...]:
    """The sound of each character."""
    return tuple(map(sound, text))
