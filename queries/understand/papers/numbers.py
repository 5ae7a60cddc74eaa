"""Numbers of loaded papers in any form: 国发3号文, 粤发改高技78号, Guofa [2019] No. 3, 7号文件, put as their papers print them."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from queries.understand.content.topics import plain
from queries.understand.wording.sound import spelt

_PRINTED = re.compile(r"(?P<letters>[^\[\]\d]+)\[(?P<year>[0-9]{4})\]第?(?P<serial>[0-9]+)号")
_SAID = re.compile(
    r"(?P<letters>[\u4e00-\u9fff]{0,12}|[a-z]{3,40})[\s(]*(?:[\[(]?(?P<year>(?:19|20)[0-9]{2})[\])]?年?[\s,]*)?"
    r"(?P<no>第|no\.?\s*|number\s*)?(?P<serial>[0-9]{1,4})\s*(?P<end>号文件|号文(?![\u4e00-\u9fff]?[物化旅件])|号(?![文楼])|(?![0-9年月日项条个]))"
)
_SHORTEST = 2
"""So many of the last or first characters of its letters tell a number."""


@dataclass(frozen=True, slots=True)
class _Number:
    letters: str
    spelt: str
    year: str
    serial: str
    printed: str


class PaperNumbers:
    """The numbers of papers. numbers: as printed."""

    def __init__(self, numbers: Iterable[str]) -> None:
        found = (_PRINTED.fullmatch(plain(number)) for number in numbers)
        self._numbers = [
            _Number(m["letters"], "".join(map(spelt, m["letters"])), m["year"], str(int(m["serial"])), m[0])
            for m in found
            if m
        ]

    def written(self, text: str) -> str:
        """A folded question with each number that one paper alone can mean as that paper prints it."""
        return _SAID.sub(self._whole, text) if self._numbers else text

    def _whole(self, match: re.Match[str]) -> str:
        fits = {number.printed: start for number in self._numbers if (start := _start(match, number)) is not None}
        # Those whose letters are said go before those of which only the serial number is.
        first = min(fits.values(), default=0)
        likest = [printed for printed, start in fits.items() if start == first]
        if len(likest) != 1:
            return match[0]
        printed, start = likest[0], first
        return match[0][:start] + printed


def _start(match: re.Match[str], number: _Number) -> int | None:
    """Where in the match a number of the paper begins; None where it is none of it."""
    if str(int(match["serial"])) != number.serial or (match["year"] and match["year"] != number.year):
        return None
    letters = match["letters"]
    if letters.isascii() and letters:
        return 0 if letters == number.spelt and (match["no"] or match["year"] or match["end"]) else None
    if not match["end"]:
        return None
    own = next((size for size in range(len(letters), 0, -1) if letters[-size:] in _forms(number.letters)), 0)
    # 9号 alone is a measure's; 9号文 is a paper's.
    if own or match["year"] or "文" in match["end"]:
        return len(letters) - own
    return None


def _forms(letters: str) -> set[str]:
    return (
        {letters}
        | {letters[:n] for n in range(_SHORTEST, len(letters))}
        | {letters[-n:] for n in range(_SHORTEST, len(letters))}
    )
