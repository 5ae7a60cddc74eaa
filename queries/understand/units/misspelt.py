"""Bodies of the graph whose names are written wrong: by their sound, with a rare character, with one other, or of another level."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property
from itertools import pairwise

from queries.understand.automaton import Automaton
from queries.understand.found import Found, read_as
from queries.understand.units.bodies import Bodies
from queries.understand.units.forms import LEVEL, SHORTEST
from queries.understand.wording.sound import sounds

_SHORTEST_MISTYPED = 5
"""Characters of a name in which one may be another: of four, 市教育局 and 市体育局 differ in one."""
_SHORTEST_BY_SOUND = 3
_COUNTING = tuple("哪几两三四五多每这那一")
_RARE = re.compile("[\u4e00-\u9fff]")
_RARE_FROM = b"\xd8\xa1"
"""In the order of the national standard, the characters in common use stand before this one."""


class Misspelt:
    """Finds them in a folded question."""

    def __init__(self, bodies: Bodies) -> None:
        self._bodies, self._forms = bodies, bodies.forms

    def by_sound(self, text: str) -> Iterator[Found]:
        automaton, spelt, letters = self._heard
        heard = "".join(letters.get(sound, "\0") for sound in sounds(text))
        for start, end, word in automaton.hits(heard):
            written, ids = text[start:end], self._forms[spelt[word]]
            plainly = any(
                start <= a and b <= end and set(self._forms[form]) & set(ids)
                for a, b, form in self._bodies.written.hits(text)
            )
            counted = written.startswith("个") and text[start - 1 : start] in _COUNTING  # 哪几个部门 and 各部门
            # 几个县区政府 has 县区政府 as it is written and sounds like 各县区政府.
            if written != spelt[word] and not plainly and not counted:
                yield self._meant(start, end, written, ids)

    def by_shape(self, text: str) -> Iterator[Found]:
        """Names with one character that is rare and stands in none of them: 市教肓局 for 市教育局."""
        for match in _RARE.finditer(text) if re.search("[局委办厅]", text) else ():
            if match[0].encode("gb18030") < _RARE_FROM or any(match[0] in form for form in self._forms):
                continue
            for form in sorted(self._forms, key=len, reverse=True):
                at = match.start()
                starts = (
                    at - place
                    for place in range(len(form))
                    if len(form) >= SHORTEST
                    and at >= place
                    and text[at - place : at] == form[:place]
                    and text[at + 1 : at - place + len(form)] == form[place + 1 :]
                )
                if (start := next(starts, None)) is not None:
                    written = text[start : start + len(form)]
                    yield self._meant(start, start + len(form), written, self._forms[form])
                    break

    def mistyped(self, found: Sequence[Found]) -> Iterator[Found]:
        """Bodies that nobody has heard of, as the one of the graph that is written with a single other character, if that stands
        beside its neighbours in no name: 市委组识部, but not 市委办公室 for 市编办公室."""
        for item in found:
            name = item.text
            if item.value or len(name) < _SHORTEST_MISTYPED or not self._bodies.unheard_of(name):
                continue
            near = {
                self._forms[form]
                for form in self._forms
                if len(form) == len(name) and (form[0], form[-1]) == (name[0], name[-1])
                if sum(a != b for a, b in zip(form, name, strict=True)) == 1
                if not (_pairs(name) - _pairs(form)) & self._known_pairs
            }
            if len(near) == 1:
                yield self._meant(item.start, item.end, name, near.pop())

    def of_level(self, found: Sequence[Found]) -> Iterator[Found]:
        """市公安厅, which no city has, for 市公安局, and 省教育局 for 省教育厅."""
        for item in found:
            stem, end = item.text[:-1], item.text[-1]
            own, other = ("局", "厅") if item.text[0] == "省" else ("厅", "局")
            if end != own or not LEVEL.match(stem) or item.text in self._forms:
                continue
            if ids := self._forms.get(stem + other) or self._bodies.known(stem + other):
                yield self._meant(item.start, item.end, item.text, ids)

    @cached_property
    def _heard(self) -> tuple[Automaton, Mapping[str, str], Mapping[str, str]]:
        """Names by how they sound, each sound being one character: their automaton, the names, and each sound's character."""
        letters: dict[str, str] = {}
        spelt: dict[str, str] = {}
        for form in self._forms:
            if len(form) >= _SHORTEST_BY_SOUND:
                word = "".join(letters.setdefault(sound, chr(0xE000 + len(letters))) for sound in sounds(form))
                spelt.setdefault(word, form)
        return Automaton(spelt), spelt, letters

    @cached_property
    def _known_pairs(self) -> frozenset[str]:
        """Pairs of neighbouring characters in the names of the graph's bodies."""
        return frozenset[str]().union(*map(_pairs, self._forms))

    def _meant(self, start: int, end: int, written: str, ids: tuple[str, ...]) -> Found:
        return Found("unit", start, end, written, ids, read_as(written, self._bodies.names(ids)))


def _pairs(name: str) -> set[str]:
    return {a + b for a, b in pairwise(name)}
