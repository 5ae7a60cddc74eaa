"""Names of units in running text: one automaton over the names of known units and over the families' forms."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

import ahocorasick

from graph_loader.model import Span, UnitName
from graph_loader.units.names import PLACE, Names
from graph_loader.units.places import MARKERS, Place, Places

_SHORTEST = 2


class Found(NamedTuple):
    """A name in a text. units: the known units that bear it, none for a form that only the families know."""

    span: Span
    text: str
    units: tuple[UnitName, ...]


class Finder:
    """Built once for a set of names; finding is linear in the text."""

    def __init__(self, names: Names, places: Places, aliases: Mapping[str, Sequence[UnitName]]) -> None:
        self._places = places
        self._automaton = ahocorasick.Automaton()
        for word in _generic(names):
            self._automaton.add_word(word, (len(word), PLACE + word in names.keys, word not in names.national, ()))
        for alias, units in aliases.items():
            if len(alias) >= _SHORTEST:
                self._automaton.add_word(alias, (len(alias), False, False, tuple(units)))
        self._automaton.make_automaton()

    def find(self, text: str, home: Place | None) -> list[Found]:
        """Leftmost longest names, none inside another. A place's name before a form belongs to it (甘州区 + 教育局)."""
        found: list[Found] = []
        last = 0
        own = home.name if home else ""
        for end, (length, extends, needs_place, units) in self._automaton.iter_long(text):
            start = end + 1 - length
            if extends:
                before = text[max(last, start - self._places.longest) : start]
                name = own if own and before.endswith(own) else self._places.suffix(before)
                name = name or (before[-1:] if before[-1:] in MARKERS else "")
                if needs_place and not name:
                    continue
                start -= len(name)
            found.append(Found(Span(start, end + 1), text[start : end + 1], units))
            last = end + 1
        return found


def _generic(names: Names) -> Iterator[str]:
    """Forms with the place taken out at the front, with a marker put in elsewhere (团市委), and those of the nation."""
    for key in names.keys:
        lead, place, tail = key.partition(PLACE)
        if not place:
            yield key
        elif not lead and len(tail) >= _SHORTEST:
            yield tail
        elif lead:
            yield from (lead + marker + tail for marker in MARKERS)
