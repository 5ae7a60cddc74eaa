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


def spelt(char: str) -> str:
    """The first reading of a character in letters, without tone; other characters stand for themselves."""
    return _spellings(char)[0]


@cache
def _spellings(char: str) -> tuple[str, ...]:
    readings = (unicodedata.normalize("NFD", each) for each in _readings().get(ord(char), "").split(","))
    return tuple(dict.fromkeys("".join(part for part in each if part.isascii()) or char for each in readings))


def blurred(syllable: str) -> str:
    """A syllable with the initials and endings that many do not tell apart made one."""
    for pattern, instead in _BLURRED:
        syllable = pattern.sub(instead, syllable)
    return syllable


@cache
def sound(char: str) -> str:
    """How a character sounds, blurred; other characters stand for themselves."""
    return blurred(spelt(char))


@cache
def every_sound(char: str) -> tuple[str, ...]:
    """All sounds that a character has, blurred: 率 as in 效率 and in 率领."""
    return tuple(dict.fromkeys(map(blurred, _spellings(char))))


def sounds(text: str) -> tuple[str, ...]:
    """The sound of each character."""
    return tuple(map(sound, text))
