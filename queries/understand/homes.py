"""Words for where a loaded paper comes from: a place (广东), its level (省里), the nation (国务院), the place that opens a title."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from graph_loader.units.places import NATION
from queries.directory import KnownDocument
from queries.understand.automaton import Automaton
from queries.understand.found import Found, apart, beside
from queries.understand.places import PlaceFinder
from queries.understand.topics import plain

_NATION = re.compile("国务院办公厅|国务院|国办|中央|国家(?:层面)?(?!级|机关|工作)|全国性?")
_LEVEL = re.compile(
    r"(?:(?<![\u4e00-\u9fff])|(?<=[在从按照看查把和与跟到]))(?P<marker>[省市县区旗州盟])(?:里|级|层面)?"
)
_OPENING = re.compile("[\u4e00-\u9fff]{2,6}?(?:新区|[省市县区州盟旗镇乡])(?=.{4})")


class Homes:
    """Finds such words. places: finder of places."""

    def __init__(self, documents: Iterable[KnownDocument], places: PlaceFinder) -> None:
        self._places = places
        self._papers = tuple(document for document in documents if document.loaded)
        self._unplaced: dict[str, list[str]] = {}
        for paper in self._papers:
            opening = None if paper.jurisdiction else _OPENING.match(plain(paper.title))
            if opening:
                for name in (opening[0], opening[0][:-1]) if len(opening[0]) > 2 else (opening[0],):
                    self._unplaced.setdefault(name, []).append(paper.id)
        self._openings = Automaton(self._unplaced)

    def find(self, text: str) -> list[Found]:
        """The words in a folded question, kind "place", value ids of the papers; none of those of a place that has none."""
        places = [item for item in self._places.find(text) if item.kind == "place"]
        named = (Found("place", item.start, item.end, item.text, self._of(item.value)) for item in places)
        found = apart([*named, *self.unplaced(text)])
        nation = (Found("place", *match.span(), match[0], self._of((NATION,))) for match in _NATION.finditer(text))
        return beside(beside(found, nation), self._levels(text))

    def unplaced(self, text: str) -> Iterator[Found]:
        """Places that open the titles of papers of which no place is known."""
        for start, end, name in self._openings.hits(text):
            yield Found("place", start, end, name, tuple(self._unplaced[name]))

    def _levels(self, text: str) -> Iterator[Found]:
        for match in _LEVEL.finditer(text):
            ids = tuple(paper.id for paper in self._papers if paper.jurisdiction.endswith(match["marker"]))
            if ids:
                yield Found("place", *match.span(), match[0], ids)

    def _of(self, places: Sequence[str]) -> tuple[str, ...]:
        return tuple(paper.id for paper in self._papers if paper.jurisdiction in places)
