"""Places named in a question, and which of the loaded places they hold."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator

from graph_loader.units.places import Place, Places, short_names
from queries.directory import Directory
from queries.understand.automaton import Automaton
from queries.understand.found import Found, apart, beside, read_as
from queries.understand.wording.sound import sounds

_MARKERS = "省市县区州盟旗"
_GOVERNMENT = re.compile(f"(?P<place>[\u4e00-\u9fff]{{2,7}}[{_MARKERS}])(?:人民)?政府")


class PlaceFinder:
    """Finds divisions of the country. Short names (张掖) count for provinces, cities and the loaded places themselves."""

    def __init__(self, directory: Directory, places: Places) -> None:
        self._governments: dict[str, list[str]] = defaultdict(list)
        for unit in directory.units.values():
            if not unit.group and (government := _GOVERNMENT.fullmatch(unit.name)):
                self._governments[government["place"]].append(unit.id)
        loaded = set(directory.places)
        own = loaded | {name for name, ids in self._governments.items() if directory.units[ids[0]].jurisdiction == name}
        held: dict[str, dict[str, None]] = defaultdict(dict)
        for name in directory.places:
            place = places.named(name)
            for above in places.chain(place) if place else ():
                held[above.name][name] = None
            held[name][name] = None
        self._held = {name: tuple(inside) for name, inside in held.items()}
        self._names: dict[str, str] = {}
        for place in places.all:
            for form in _forms(place, place.name in own):
                self._names.setdefault(form, place.name)
        for name in own:
            self._names.update(dict.fromkeys((name, *short_names(name)), name))
        self._names = {**{name: name for name in self._governments}, **self._names}
        self._automaton = Automaton(self._names)
        self._heard = {sounds(form): name for form, name in self._names.items() if name in own and len(form) > 1}

    def find(self, text: str) -> list[Found]:
        """Places in a folded question, kind "place"; value: the loaded places that it is or holds, none when none is loaded. A
        county with no document of its own whose government is a unit of the graph is that unit (甘州区 for 甘州区政府)."""
        found = []
        for start, end, form in self._automaton.hits(text):
            name = self._names[form]
            if name not in self._held and name in self._governments:
                found.append(Found("unit", start, end, form, tuple(self._governments[name])))
            else:
                found.append(Found("place", start, end, form, self._held.get(name, ())))
        return beside(apart(found), self._by_sound(text))

    def _by_sound(self, text: str) -> Iterator[Found]:
        """Places of the loaded documents at the start of a question, spelt by their sound (清择市 for 清泽市)."""
        for size in (4, 3):
            name = self._heard.get(sounds(text[:size]))
            if name in self._held and text[:size] not in self._names:
                yield Found("place", 0, size, text[:size], self._held[name], read_as(text[:size], [name]))
                return


def _forms(place: Place, own: bool) -> Iterator[str]:
    if place.level == "national":
        return
    if place.name[-1] in _MARKERS and len(place.name) > 2:
        yield place.name
    if own or place.level in ("provincial", "prefecture"):
        yield from short_names(place.name)
