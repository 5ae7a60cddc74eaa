"""The places and documents that a question names hold for its units, measures and subject too."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace

from queries.directory import Directory
from queries.understand.found import Found
from queries.understand.units import UnitFinder

_NOT_THOSE = re.compile(
    "[,，;。?!(]*(?:请)?(?:别|不要|不用|无需|不)(?:把|将|算上?|包括|含|列|计入?)(?P<what>[^,，;。?!]{1,12}?)"
    "(?:的)?(?:也|都)?(?:算|加|计|列|包括|混|放|带)?(?:进来|进去|在内|上|入)?\\)?(?=$|[,，;。?!])"
)
"""What leaves something out of the answer: 别把张掖的算进来."""
_BUT = re.compile("(?:除(?:了|开|去|掉)?|刨[去开除]?|排除|撇开|抛开|不算上?|不含|不包括|别算)$")
_EXCEPTED = re.compile("(?:[这那]一?[条项])?(?:除外|(?:不|别)(?:算|计)(?:在内|进来|进去)?|不包括在内)[,，]?")
_AND = re.compile("[和、与及跟]|以及")
_BESIDES = re.compile("(?:这一?[条项]|那一?[条项])?(?:(?:以|之)?外)?[,，]?")


def without_excluded(text: str, find: Callable[[str], Sequence[Found]], loaded: Sequence[str]) -> str:
    """A folded question without the words that leave a place out: it is about the place that it names beside it, or else about
    the other loaded ones. find: the places of a text."""
    match = _NOT_THOSE.search(text)
    left_out = {place for item in find(match["what"]) for place in item.value} if match else set()
    if match is None or not left_out:
        return text
    rest = text[: match.start()] + text[match.end() :]
    return rest if find(rest) else "、".join(place for place in loaded if place not in left_out) + "的" + rest


def without_measures(found: Sequence[Found], text: str, within: Iterable[str]) -> list[Found]:
    """The entities of a text; measures that it leaves out (除了第三条还有哪些) become the set of all others. within: ids of the
    measures in its scope."""

    def left_out(item: Found, start: int, ids: Iterable[str]) -> Found:
        behind = _EXCEPTED.match(text, item.end) or _BESIDES.match(text, item.end)
        end = behind.end() if behind else item.end
        return Found("set", start, end, text[start:end], tuple(id for id in ids if id not in item.value))

    kept: list[Found] = []
    for item in found:
        last = kept[-1] if kept and kept[-1].kind == "set" else None
        if item.kind != "measure":
            kept.append(item)
        elif last and _AND.fullmatch(text, last.end, item.start):
            kept[-1] = left_out(item, last.start, last.value)
        elif but := _BUT.search(text, 0, item.start):
            kept.append(left_out(item, but.start(), within))
        elif _EXCEPTED.match(text, item.end):
            kept.append(left_out(item, item.start, within))
        else:
            kept.append(item)
    return kept


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
            elif item.kind == "document" and self.places:
                here = tuple(document_id for document_id in item.value if document_id in self.documents)
                yield replace(item, value=here or item.value)
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
