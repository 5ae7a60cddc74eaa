"""What stands in the loaded graph, by id and by name: for naming parameters, for notes, and for telling what a name means.

Read with five plain statements and kept until the store's state changes.
"""

from __future__ import annotations

from collections import Counter, OrderedDict, defaultdict
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from threading import Lock
from typing import TypeVar

from graph_loader.stores.base import GraphStore


@dataclass(frozen=True, slots=True)
class KnownUnit:
    """A unit of the graph. group: "" for a single body, else the way its members are known."""

    id: str
    name: str
    full_name: str
    aliases: tuple[str, ...]
    jurisdiction: str
    kind: str
    level: str
    group: str


@dataclass(frozen=True, slots=True)
class KnownDocument:
    """A document of the graph; loaded is False for one that is known only because it is cited."""

    id: str
    title: str
    number: str
    jurisdiction: str
    issued_on: date | None
    sha256: str
    loaded: bool


@dataclass(frozen=True, slots=True)
class KnownMeasure:
    """A measure of the graph."""

    id: str
    document_id: str
    number: str
    title: str
    position: int

    @property
    def label(self) -> str:
        """What a person calls it: its number as printed, or its title when it has none."""
        return self.number or self.title


@dataclass(frozen=True, slots=True)
class Succession:
    """One unit's duties passing to another. rule: "general" (the reform's) or "local" (a source of that place)."""

    from_id: str
    to_id: str
    on: date | None
    basis: str
    scope: str
    rule: str


_UNITS = """MATCH (u:Unit)
RETURN u.id, u.name, u.full_name, u.aliases, u.jurisdiction, u.kind, u.level, u.`group` ORDER BY u.id"""
_DOCUMENTS = """MATCH (d:Document)
RETURN d.id, d.title, d.number, d.jurisdiction, d.issued_on, d.sha256, d.loaded ORDER BY d.id"""
_MEASURES = """MATCH (m:Measure)
RETURN m.id, m.document_id, m.number, m.title, m.position ORDER BY m.document_id, m.position, m.id"""
_SUCCESSIONS = """MATCH (a:Unit)-[s:SUCCEEDED_BY]->(b:Unit)
RETURN a.id, b.id, s.`on`, s.basis, s.scope, s.rule ORDER BY a.id, b.id"""


@dataclass(frozen=True)
class Directory:
    """Units, documents and measures by id (in a fixed order), and successions by the unit that ended."""

    units: Mapping[str, KnownUnit]
    documents: Mapping[str, KnownDocument]
    measures: Mapping[str, KnownMeasure]
    successions: Mapping[str, tuple[Succession, ...]]

    @cached_property
    def loaded(self) -> tuple[KnownDocument, ...]:
        """The documents that were read, not only cited."""
        return tuple(document for document in self.documents.values() if document.loaded)

    @cached_property
    def places(self) -> tuple[str, ...]:
        """Places that the loaded documents govern."""
        return tuple(sorted({document.jurisdiction for document in self.loaded if document.jurisdiction}))

    @cached_property
    def sizes(self) -> Mapping[str, int]:
        """How many measures each document has."""
        return Counter(measure.document_id for measure in self.measures.values())

    @cached_property
    def units_by_name(self) -> Mapping[str, tuple[str, ...]]:
        """Ids of the units that bear a name, full name or alias."""
        names: defaultdict[str, dict[str, None]] = defaultdict(dict)
        for unit in self.units.values():
            for name in (unit.name, unit.full_name, *unit.aliases):
                if name:
                    names[name][unit.id] = None
        return {name: tuple(ids) for name, ids in names.items()}

    def unit_name(self, unit_id: str) -> str:
        """Display name of a unit; for one that the graph lacks, the name in its id ("张掖市/市商务局")."""
        unit = self.units.get(unit_id)
        return unit.name if unit else unit_id.rpartition("/")[2]


def read_directory(store: GraphStore) -> Directory:
    """The directory of a store as it is now."""
    successions: defaultdict[str, list[Succession]] = defaultdict(list)
    for row in store.read(_SUCCESSIONS).rows:
        successions[row[0]].append(Succession(*row))
    units = (
        KnownUnit(row[0], row[1], row[2] or "", tuple(row[3] or ()), *(value or "" for value in row[4:]))
        for row in store.read(_UNITS).rows
    )
    return Directory(
        {unit.id: unit for unit in units},
        {row[0]: KnownDocument(*row) for row in store.read(_DOCUMENTS).rows},
        {row[0]: KnownMeasure(*row) for row in store.read(_MEASURES).rows},
        {unit_id: tuple(found) for unit_id, found in successions.items()},
    )


T = TypeVar("T")


class StateCache:
    """Keeps what was made from a store until that store's state changes; at most `size` things, the oldest go first."""

    def __init__(self, size: int = 16) -> None:
        self._size, self._lock = size, Lock()
        self._kept: OrderedDict[tuple[str, str, str, str], object] = OrderedDict()

    def get(self, store: GraphStore, key: str, make: Callable[[], T]) -> T:
        """What `make` gives for this key in the store's present state. Threads may make the same thing twice, at no harm."""
        full = (store.name, store.address, store.state(), key)
        with self._lock:
            if full in self._kept:
                self._kept.move_to_end(full)
                return self._kept[full]  # type: ignore[return-value]
        made = make()
        with self._lock:
            self._kept[full] = made
            while len(self._kept) > self._size:
                self._kept.popitem(last=False)
        return made


_directories = StateCache(4)


def directory(store: GraphStore) -> Directory:
    """The directory of a store, kept between calls."""
    return _directories.get(store, "directory", lambda: read_directory(store))
