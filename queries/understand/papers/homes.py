"""Words for where a loaded paper comes from: a place (广东), its level (省里), the nation (国务院), who issued it (教育部), the place
that opens a title."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

from graph_loader.units.places import NATION
from queries.directory import KnownDocument
from queries.understand.automaton import Automaton
from queries.understand.content.topics import plain
from queries.understand.found import Found, apart, beside
from queries.understand.papers.places import PlaceFinder

_NATION = re.compile("国务院(?!办公厅)|国办|中央|国家(?:层面)?(?!级|机关|工作)|全国性?")
_LEVEL = re.compile(
    r"(?:(?<![\u4e00-\u9fff])|(?<=[在从按照看查把和与跟到]))(?P<marker>[省市县区旗州盟])(?:里|级|层面)?"
)
_OPENING = re.compile("[\u4e00-\u9fff]{2,6}?(?:新区|[省市县区州盟旗镇乡])(?=.{4})")


class Homes:
    """Finds such words. places: finder of places. issuers: names of the bodies that issued papers, with the ids of the papers."""

    def __init__(
        self, documents: Iterable[KnownDocument], places: PlaceFinder, issuers: Mapping[str, Sequence[str]]
    ) -> None:
        self._places = places
        self._papers = tuple(document for document in documents if document.loaded)
        self._unplaced: dict[str, list[str]] = {}
        for paper in self._papers:
            opening = None if paper.jurisdiction else _OPENING.match(plain(paper.title))
            if opening:
                for name in (opening[0], opening[0][:-1]) if len(opening[0]) > 2 else (opening[0],):
                    self._unplaced.setdefault(name, []).append(paper.id)
        self._openings = Automaton(self._unplaced)
        self._issuers, self._issuing = issuers, Automaton(issuers)

    def find(self, text: str) -> list[Found]:
        """The words in a folded question, kind "place", value ids of the papers; none of those of a place that has none."""
        places = [item for item in self._places.find(text) if item.kind == "place"]
        named = (Found("place", item.start, item.end, item.text, self._of(item.value)) for item in places)
        nation = (Found("place", *match.span(), match[0], self._of((NATION,))) for match in _NATION.finditer(text))
        hits = self._issuing.hits(text)
        issued = (Found("place", start, end, name, tuple(self._issuers[name])) for start, end, name in hits)
        # The State Council's papers are those of its office too.
        return beside(apart([*nation, *issued, *named, *self.unplaced(text)]), self._levels(text))

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
