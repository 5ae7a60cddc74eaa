"""Names in a list: what one leaves out, the one before it or the one behind it has.

省工业和信息化厅、科技厅        科技厅 is 省科技厅
广州、深圳、东莞市政府          each is a 市政府
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from graph_loader.extract.fold import HAN
from graph_loader.model import Mention
from graph_loader.units.grammar import ORGANISATION
from graph_loader.units.places import COUNTRY, Place
from graph_loader.units.registry import Candidate, Registry, squeeze

_AND = re.compile(r"[、和及与\s]*")
_PLACE_NAME = re.compile(f"[{HAN}]{{2,4}}")
_OF_PLACE = re.compile(
    f"(?P<name>[{HAN}]{{2,8}}?)(?P<marker>自治[州县旗]|[省市州盟县区旗])(?P<tail>(?:人民)?政府|委|[{HAN}]{{2,}}[局委办厅])"
)
_FULL_WIDTH = str.maketrans("()[]", "（）〔〕")


class ListReader:
    """Reads the names of one document's lists, each name in each position once."""

    def __init__(self, registry: Registry, home: Place | None, on: date | None) -> None:
        self.registry, self.home, self.on = registry, home, on
        self._read: dict[tuple[str, str], Candidate] = {}

    def read(self, text: str, mentions: Sequence[Mention]) -> list[tuple[Candidate, str]]:
        """For each mention, in order of their spans in `text`, its body and the form of its name that can stand alone."""
        found: list[tuple[Candidate, str]] = []
        before: Place | None = None
        for index, mention in enumerate(mentions):
            joined = index > 0 and self._joined(text, mentions[index - 1], mention)
            candidate = self.resolve(mention.as_written, before if joined else None)
            found.append((candidate, standing(candidate, mention.as_written)))
            before = candidate.reading.place if candidate.reading and candidate.reading.form else None
        for index in range(len(found) - 2, -1, -1):
            if self._joined(text, mentions[index], mentions[index + 1]):
                whole = self._with_ending(found[index], found[index + 1])
                found[index] = (self.resolve(whole), whole) if whole else found[index]
        return found

    def resolve(self, written: str, before: Place | None = None) -> Candidate:
        """The body that a name means here, behind a name of the place `before`."""
        key = (written, before.code if before else "")
        if key not in self._read:
            self._read[key] = self.registry.resolve(written, self.home, self.on, before)
        return self._read[key]

    def _joined(self, text: str, first: Mention, second: Mention) -> bool:
        start, end = first.span.end, second.span.start
        return start <= end and _AND.fullmatch(text, start, end) is not None and start < end

    def _with_ending(self, name: tuple[Candidate, str], behind: tuple[Candidate, str]) -> str:
        """The whole name of a place's body of which the list has only the place; "" when it is no such thing."""
        match = _OF_PLACE.fullmatch(behind[1])
        candidate, text = name
        if not match or candidate.reason != "as written":
            return ""
        place = self.registry.places.named(text, self.home, self.on)
        if place and self.home and self.home.code in (up.code for up in self.registry.places.chain(place, self.on)):
            return place.name + match["tail"]
        is_place = _PLACE_NAME.fullmatch(text) and not ORGANISATION.search(text)
        return text + match["marker"] + match["tail"] if is_place else ""


def standing(candidate: Candidate, written: str) -> str:
    """A written name as it can stand alone: folded, without its second plate, with the place that the list left out."""
    text = squeeze(written)
    if candidate.plates:
        text = re.split(r"[(\[]", text)[0]
    reading = candidate.reading
    if reading and reading.form and reading.bare and reading.place and reading.place != COUNTRY:
        text = reading.place.marker + text
    return text.translate(_FULL_WIDTH)
