"""One view of a text for all extraction: half-width punctuation, simplified characters, no injected pinyin, no letter spacing.

What is folded one character to one character: full-width forms, look-alike punctuation, brackets of every type to `()` or
`[]`, spaces of every kind to " ", traditional to simplified characters (OpenCC's table of single characters), compatibility
and radical code points to the character they stand for. What is dropped: characters without width, pinyin that mirror sites
inject (`市發(fā)改委`), the spaces of letter-spaced words (`责 任 单 位`), line ends inside paragraphs of texts that
were broken at a width. `Folded.span` leads back to the original.
"""

from __future__ import annotations

import re
import sys
import unicodedata
from bisect import bisect_right
from dataclasses import dataclass
from functools import cache
from itertools import accumulate

import numpy as np
import numpy.typing as npt
from opencc import OpenCC

from graph_loader.extract.wrapping import line_ends_inside_paragraphs
from graph_loader.model import Span

HAN = "\u3007\u3400-\u4dbf\u4e00-\u9fff"
"""Ranges of a regular expression's class that hold the Chinese characters which folding leaves."""

_LIKE = {
    ":": "∶︰﹕꞉",
    ",": "﹐，",
    ";": "﹔",
    "、": "﹑､",
    "。": "｡",
    "(": "（﹙⁽❨〈",
    ")": "）﹚⁾❩〉",
    "[": "〔［【〖﹝{｛",
    "]": "〕］】〗﹞}｝",
    "〇": "○◯",
    "*": "﹡∗＊",
    "~": "～〜∼",
    "-": "‐‑‒－−",
    "—": "―─",
    " ": "\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000\v\r",
    "\n": "\u0085\u2028\u2029\f",
}
_NO_WIDTH = "\u00ad\u200b\u200c\u200d\u2060\ufeff"
_TONED = "āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜńňǹḿ"
_SYLLABLE = f"[a-zü]{{0,3}}[{_TONED}][a-z]{{0,4}}"
# Toneless syllables are removed only behind the particles that have them: anything else in brackets may be an abbreviation.
_NEUTRAL = r"(?<=的\() ?de|(?<=了\() ?le|(?<=着\() ?zhe|(?<=们\() ?men|(?<=个\() ?ge"
_PINYIN = re.compile(rf"\((?: ?{_SYLLABLE}|{_NEUTRAL}) ?\)")
_PINYIN_BEHIND = re.compile(rf"[(（] ?[a-zü{_TONED}]{{1,7}} ?[)）]")
_SPACED = re.compile(
    rf"(?<![{HAN}])[{HAN}](?: {{1,3}}[{HAN}]){{2,60}}(?![{HAN}])|(?<![{HAN}])[总附] {{1,4}}[则件录表](?![{HAN}])"
)
_SPACED_HINT = re.compile(rf" (?:[{HAN}] {{1,3}}[{HAN}]| {{0,3}}[则件录表])(?![{HAN}])")


@cache
def _table() -> npt.NDArray[np.uint32]:
    """Code point to folded code point, for every code point there is: an array is ten times as fast as str.translate."""
    table = {code: chr(code - 0xFEE0) for code in range(0xFF01, 0xFF5F)}
    table |= {ord(like): char for char, likes in _LIKE.items() for like in likes}
    for code in (*range(0x2E80, 0x2FD6), *range(0xF900, 0xFB00), *range(0x2F800, 0x2FA20)):
        plain = unicodedata.normalize("NFKC", chr(code))
        if len(plain) == 1 and plain != chr(code):
            table[code] = plain
    characters = [chr(code) for code in (*range(0x3400, 0x4DC0), *range(0x4E00, 0xA000))]
    simplified = OpenCC("t2s").convert("\n".join(characters)).split("\n")
    table |= {ord(old): new for old, new in zip(characters, simplified, strict=True) if old != new and len(new) == 1}
    codes = np.arange(sys.maxunicode + 1, dtype=np.uint32)
    for code, char in table.items():
        codes[code] = ord(char)
    return codes


def _translate(text: str) -> str:
    codes = np.frombuffer(text.encode("utf-32-le", "surrogatepass"), dtype="<u4")
    folded: bytes = _table()[codes].astype("<u4", copy=False).tobytes()
    return folded.decode("utf-32-le", "surrogatepass")


@dataclass(frozen=True, slots=True)
class Folded:
    """The folded view `text` of `original`.

    cuts: positions in `text` behind which characters of the original were dropped, ascending; shifts: how many had been
    dropped by then in all. Both are empty when nothing was dropped: then every offset is the same in both texts.
    """

    text: str
    original: str
    cuts: tuple[int, ...] = ()
    shifts: tuple[int, ...] = ()

    def span(self, start: int, end: int) -> Span:
        """The span of the original that [start, end) of the folded text stands for; dropped characters inside belong to it."""
        if not self.cuts:
            return Span(start, end)
        first = self._back(start)
        if end <= start:
            return Span(first, first)
        return Span(first, self._with_pinyin(self._back(end - 1) + 1))

    def _with_pinyin(self, end: int) -> int:
        """`end`, or the end of the pinyin that is injected behind the character before it."""
        match = _PINYIN_BEHIND.match(self.original, end)
        return match.end() if match and self._back(self.locate(end)) >= match.end() else end

    def locate(self, offset: int) -> int:
        """The position in the folded text of a character of the original (of the next one kept, where it was dropped)."""
        if not self.cuts:
            return offset
        low, high = 0, len(self.cuts)
        while low < high:
            middle = (low + high) // 2
            if self.cuts[middle] + self.shifts[middle] <= offset:
                low = middle + 1
            else:
                high = middle
        if not low:
            return min(offset, self.cuts[0])
        here = offset - self.shifts[low - 1]
        return min(here, self.cuts[low]) if low < len(self.cuts) else here

    def _back(self, offset: int) -> int:
        place = bisect_right(self.cuts, offset)
        return offset + (self.shifts[place - 1] if place else 0)


def fold(text: str) -> Folded:
    """The folded view of a text. Linear in its length."""
    plain = _translate(text)
    dropped = sorted(_dropped(plain))
    if not dropped:
        return Folded(plain, text)
    kept: list[str] = []
    cuts: list[int] = []
    lengths: list[int] = []
    last = total = 0
    for start, end in dropped:
        if start < last:
            continue
        kept.append(plain[last:start])
        total += start - last
        last = end
        if cuts and cuts[-1] == total:
            lengths[-1] += end - start
        else:
            cuts.append(total)
            lengths.append(end - start)
    kept.append(plain[last:])
    return Folded("".join(kept), text, tuple(cuts), tuple(accumulate(lengths)))


def _dropped(plain: str) -> list[tuple[int, int]]:
    dropped = line_ends_inside_paragraphs(plain)
    for char in _NO_WIDTH:
        at = plain.find(char)
        while at >= 0:
            dropped.append((at, at + 1))
            at = plain.find(char, at + 1)
    for match in _PINYIN.finditer(plain):
        dropped.append(match.span())
    if _SPACED_HINT.search(plain):
        for match in _SPACED.finditer(plain):
            at = plain.find(" ", match.start(), match.end())
            while at >= 0:
                dropped.append((at, at + 1))
                at = plain.find(" ", at + 1, match.end())
    return dropped
