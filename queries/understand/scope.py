"""The places and documents that a question names hold for its units, measures and subject too."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from queries.directory import Directory
from queries.understand.found import Found
from queries.understand.units import UnitFinder


class Scope:
    """What a question's places and documents leave: everything when it names none."""

    def __init__(self, found: Sequence[Found], directory: Directory, units: UnitFinder) -> None:
        self._directory, self._units = directory, units
        self.places = [place for item in found if item.kind == "place" for place in item.value]
        chosen = {document_id for item in found if item.kind == "document" for document_id in item.value}
        chosen &= {document.id for document in directory.loaded}
        self.documents = {
            document.id
            for document in directory.loaded
            if (not self.places or document.jurisdiction in self.places) and (not chosen or document.id in chosen)
        }
        homes = {document.jurisdiction for document in directory.loaded if document.id in chosen}
        self._homes = self.places or [place for place in homes if place]
        self._open = not self.places and not chosen

    def holds(self, measure_id: str) -> bool:
        """Whether a measure stands in one of the documents."""
        return self._open or self._directory.measures[measure_id].document_id in self.documents

    def narrow(self, found: Sequence[Found]) -> Iterator[Found]:
        """The entities, with the units and measures that are meant here."""
        for item in found:
            if item.kind == "measure":
                yield replace(item, value=tuple(measure_id for measure_id in item.value if self.holds(measure_id)))
            elif item.kind == "unit" and self._homes:
                yield replace(item, value=self._of_places(item))
            else:
                yield item

    def _of_places(self, item: Found) -> tuple[str, ...]:
        known = self._directory.units
        here = tuple(
            unit_id for unit_id in item.value if unit_id in known and known[unit_id].jurisdiction in self._homes
        )
        if here or not self.places or not any(self._elsewhere(unit_id) for unit_id in item.value):
            return here or item.value
        return self._units.ids(item.text, self.places)

    def _elsewhere(self, unit_id: str) -> bool:
        """Whether it is a body of another place that has documents of its own, not of one inside the places asked about."""
        return unit_id.partition("/")[0] in self._directory.places
