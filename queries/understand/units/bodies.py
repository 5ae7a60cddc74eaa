"""Names of bodies and what they mean: units of the graph, and bodies of its places that no loaded document names."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from functools import cached_property

from graph_loader.model import UnitName
from graph_loader.units import Registry
from graph_loader.units.places import Place
from queries.directory import Directory, KnownUnit
from queries.understand.automaton import Automaton
from queries.understand.units.forms import by_form
from queries.understand.units.offices import has_offices


class Bodies:
    """What each name means. directory: the loaded graph. registry: names of bodies in general, to which the graph's are added."""

    def __init__(self, directory: Directory, registry: Registry) -> None:
        self.directory = directory
        self.registry = registry.with_units(_as_named(unit) for unit in directory.units.values())
        self.forms = by_form(directory.units.values())
        """Ids of the graph's units that each way of writing them can mean."""
        self.written = Automaton(self.forms)
        self.has_offices = has_offices(directory.units.values())
        """Whether some paper lays duties on the offices of one body."""

    def names(self, ids: Sequence[str]) -> tuple[str, ...]:
        """Names of units, each once."""
        return tuple(dict.fromkeys(map(self.directory.unit_name, ids)))

    def listed(self, name: str) -> bool:
        """Whether a name is one of data/unit_names.csv or of the graph as the tables would have it."""
        return any(item.text == name for item in self.registry.find(name))

    def unheard_of(self, name: str) -> bool:
        """Whether a name is that of no body, neither of the graph nor of data/unit_names.csv."""
        return name not in self.forms and not self.listed(name)

    def known(self, name: str, places: Sequence[str] = ()) -> tuple[str, ...]:
        """Of the ids of the bodies that a name means those of the graph."""
        return tuple(unit_id for unit_id in self.ids(name, places) if unit_id in self.directory.units)

    def ids(self, name: str, places: Sequence[str] = ()) -> tuple[str, ...]:
        """Ids of the bodies that a name means in the places (default: all that are loaded): those of the graph when it has any
        of them. A name means one body in all places of a level, so it is read once for each."""
        named = tuple(place for place in self.directory.places if name.startswith(place[:-1] if place[2:] else place))
        where = tuple(places) or named or self.directory.places
        homes = {place.marker: place for name in where if (place := self._place(name))}
        bodies = [self.registry.resolve(name, home).unit for home in homes.values()]
        known = [
            unit_id
            for body in bodies
            for unit_id in self._by_normal_name.get(body.id.partition("/")[2], ())
            if unit_id.partition("/")[0] in where or unit_id == body.id
        ]
        absent = (f"{place}/{bodies[0].id.partition('/')[2]}" for place in where) if bodies else ()
        return tuple(dict.fromkeys(known)) or tuple(absent)

    def marker(self, place: str) -> str:
        """What stands for a place in names of its bodies (市), "" for the country."""
        found = self._place(place)
        return found.marker if found else ""

    @cached_property
    def markers(self) -> tuple[str, ...]:
        """What stands for the loaded places in names of their bodies: 市, 县…"""
        places = self._places.values()
        return tuple(dict.fromkeys(place.marker for place in places if place and place.marker))

    def _place(self, name: str) -> Place | None:
        return self._places[name] if name in self._places else self.registry.place(name)

    @cached_property
    def _places(self) -> Mapping[str, Place | None]:
        """The loaded places by name."""
        return {name: self.registry.place(name) for name in self.directory.places}

    @cached_property
    def _by_normal_name(self) -> Mapping[str, list[str]]:
        """Ids of the graph's units by what stands behind the place in them."""
        found: defaultdict[str, list[str]] = defaultdict(list)
        for unit_id in self.directory.units:
            found[unit_id.partition("/")[2]].append(unit_id)
        return found


def _as_named(unit: KnownUnit) -> UnitName:
    return UnitName(unit.id, unit.name, unit.full_name, unit.jurisdiction, unit.kind, unit.level, unit.aliases)
