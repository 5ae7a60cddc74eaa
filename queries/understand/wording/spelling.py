"""Words that were typed by their sound: 千头 for 牵头, 到其 for 到期, 行政付议 for 行政复议, 牵tou for 牵头."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from itertools import pairwise, product
from math import prod

from graph_loader.extract import numerals
from queries.understand import slots
from queries.understand.content.topics import Topics
from queries.understand.wording.sound import blurred, every_sound, sounds

_WORDS = (
    *(
        "牵头",
        "责任",
        "负责",
        "单位",
        "措施",
        "时限",
        "期限",
        "到期",
        "截止",
        "配合",
        "问责",
        "追责",
        "共同",
        "完成",
        "承接",
        "引用",
    ),
    *("时候", "根据", "印发", "依据", "撤销", "单独", "推断"),
)
_COUNTERS = "项条个家月年"
_WHOLE = frozenset({"现在", "其中", "其他", "其余", "先前"})
"""Words whose first half ends no misspelt word: 事现在 is no 时限在."""
_PARTICLES = "的了以于在由和与及或为把被让给向从是有"
"""Characters that nobody types by mistake."""
_JOINING = "和与及的了在是"
_BY_SOUND = {sounds(word): word for word in _WORDS}


_LETTERS = re.compile(r"(?<![a-z])[a-z]{2,12}(?![a-z])")
_SHORT_NAME = re.compile("(?=(?P<name>(?![的和与是在了由归市县])[\u4e00-\u9fff]{2}[会委办站所队社联]))")
_HAN = re.compile("[\\u4e00-\\u9fff]")
_SYLLABLE = 6
_WAYS = 4000
"""Ways to write letters that are tried before they are left alone."""


def unlettered(text: str, asked: Callable[[str], bool], topics: Topics) -> str:
    """The text with pinyin between Chinese characters written out, where that makes words of asking or of the loaded measures."""
    if not re.search(r"[\u4e00-\u9fff]", text):
        return text

    def known(pair: str) -> bool:
        return pair in topics or asked(pair)

    def write(match: re.Match[str]) -> str:
        before, after = text[: match.start()][-1:], text[match.end() :][:1]
        if asked(match[0]) and not (_HAN.match(before) and _HAN.match(after)):
            return match[0]
        best, most = match[0], 0
        for syllables in _syllables(match[0], topics):
            choices = [topics.sounding(blurred(syllable)) for syllable in syllables]
            for chars in product(*choices) if prod(map(len, choices)) <= _WAYS else ():
                inside = sum(known(a + b) for a, b in pairwise(chars))
                around = known(before + chars[0]) + known(chars[-1] + after)
                if inside == len(chars) - 1 and inside + around > most:
                    best, most = "".join(chars), inside + around
        return best

    return _LETTERS.sub(write, text)


def _syllables(letters: str, topics: Topics) -> Iterator[tuple[str, ...]]:
    """Ways to part letters into syllables that characters of the measures have."""
    if not letters:
        yield ()
    for end in range(min(_SYLLABLE, len(letters)), 0, -1):
        if topics.sounding(blurred(letters[:end])):
            for rest in _syllables(letters[end:], topics):
                yield (letters[:end], *rest)


def in_full(text: str, asked: Callable[[str], bool], topics: Topics) -> str:
    """The text with short names of bodies that nobody knows written as the loaded measures have them (业委会: 业主委员会)."""

    for match in reversed([*_SHORT_NAME.finditer(text)]):
        start, short = match.start(), match["name"]
        strange = not (short[:2] in topics or asked(short[:2]))
        if strange and (full := topics.in_full(short)):
            text = text[:start] + full + text[start + len(short) :]
    return text


def correct(text: str, asked: Callable[[str], bool], topics: Topics) -> str:
    """The text with characters put right that make no pair which anybody knows, where another of the same sound does: in a word of
    asking, or, between two neighbours or at its end, in a word of the loaded measures. asked: whether example questions have a pair.
    """
    words = list(slots.covered(text))
    for at in range(len(text) - 1):
        pair = text[at : at + 2]
        # 事现在 is no 时限: 现在 is a word; nor is 完成节点 any 承接.
        if any(start < at + 2 and at < end and (start, end) != (at, at + 2) for start, end in words):
            continue
        word = _BY_SOUND.get(sounds(pair))
        numeral = pair[0] in numerals.CHINESE and pair[1] in _COUNTERS
        body = text[at + 2 : at + 3] == "局"  # 气象局 is no 期限
        split = text[at + 1 : at + 3] in _WHOLE
        # 配和 stands in 分配和使用: a pair that ends in such a character is no word that the measures have.
        said = asked(pair) or (pair in topics and pair[1] not in _JOINING)
        if word and word != pair and not (numeral or body or split or said):
            text = text[:at] + word + text[at + 2 :]
    starts = {start for start, _ in slots.covered(text)}
    for at in range(1, len(text) - 1):
        before, char, after = text[at - 1], text[at], text[at + 1]
        if (
            char in numerals.CHINESE
            or char in _PARTICLES
            or any(asked(pair) or pair in topics for pair in (before + char, char + after))
        ):
            continue
        for other in (other for key in every_sound(char) for other in topics.sounding(key)):
            runs = [before + other + after]
            if at + 1 in starts or not after.isalnum() or after in _PARTICLES:
                runs.append(text[max(0, at - 2) : at] + other)  # 电补帖 before 什么时候
            if any(len(run) > 2 and run.isalnum() and topics.prints(run) for run in runs):
                text = text[:at] + other + text[at + 1 :]
                break
    return text
