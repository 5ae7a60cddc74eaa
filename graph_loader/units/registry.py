"""The registry: which body a written name means."""

from __future__ import annotations

import copy
import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property, lru_cache
from pathlib import Path
from typing import Any, Literal

from graph_loader.extract.fold import HAN, fold
from graph_loader.model import UnitName
from graph_loader.units.confusables import suggestions
from graph_loader.units.finding import Finder, Found
from graph_loader.units.grammar import ORGANISATION, PLATE, Grammar, Reading, fill, full_name, kind_of
from graph_loader.units.groups import Group, read_group
from graph_loader.units.names import FULL_PLACE, PLACE, Names
from graph_loader.units.places import MARKER_LEVELS, MARKERS, Place, Places
from graph_loader.units.successions import Succession, Successions

Reason = Literal["exact", "alias", "family", "elision", "variant", "as written", "pinyin", "fuzzy"]
"""Why a candidate: its normal or full name; a form that loaded documents use; another form of its family; the place is left out;
traditional or variant characters; nothing known; a suggestion by sound; a suggestion by likeness."""
SCORES: dict[str, float] = {
    "exact": 1.0,
    "alias": 0.99,
    "family": 0.98,
    "elision": 0.95,
    "variant": 0.9,
    "as written": 0.5,
}
"""How sure it is that the name means the body; suggestions lie below "as written": likeness is no proof."""
SUGGESTED: dict[str, float] = {"pinyin": 0.495, "fuzzy": 0.475}
"""The most that a suggestion scores; a fuzzy one that times its likeness."""
_LONGEST = 80


@dataclass(frozen=True, slots=True)
class Candidate:
    """A body that a name may mean. plates: further names of the same body that were written with it (市数据局)."""

    unit: UnitName
    reason: Reason
    score: float
    succeeded_by: tuple[str, ...] = ()
    family: str = ""
    plates: tuple[UnitName, ...] = ()
    group: Group | None = None
    reading: Reading | None = None

    def to_json(self) -> dict[str, Any]:
        """One entry of what `zeren units resolve` prints."""
        return {
            "id": self.unit.id,
            "name": self.unit.name,
            "full_name": self.unit.full_name,
            "jurisdiction": self.unit.jurisdiction,
            "reason": self.reason,
            "score": round(self.score, 3),
            "succeeded_by": list(self.succeeded_by),
        }


class Registry:
    """Families, places and reforms, and the units of loaded documents when there are any. Immutable; safe between threads."""

    def __init__(self, names: Names, places: Places, successions: Successions) -> None:
        self.names, self.places, self.succession_table = names, places, successions
        self.grammar = Grammar(names, places)
        self.known: dict[str, UnitName] = {}
        self._aliases: dict[str, list[UnitName]] = {}
        self._pools: dict[str, tuple[str, ...]] = {}

    @classmethod
    def load(cls, data: Path) -> Registry:
        """Read unit_names.csv, jurisdictions.csv and successions.csv of the data folder. Raises DataError."""
        names = Names.load(data / "unit_names.csv")
        return cls(names, Places.load(data / "jurisdictions.csv"), Successions.load(data / "successions.csv", names))

    def with_units(self, units: Iterable[UnitName]) -> Registry:
        """A registry that also knows these units, by each of their names and aliases."""
        other = copy.copy(self)
        other.__dict__.pop("_finder", None)
        other.known = {**self.known, **{unit.id: unit for unit in units}}
        other._aliases = {}
        for unit in other.known.values():
            for alias in dict.fromkeys(fold(form).text for form in (unit.name, unit.full_name, *unit.aliases) if form):
                other._aliases.setdefault(alias, []).append(unit)
        return other

    def place(self, jurisdiction: str, on: date | None = None) -> Place | None:
        """The place that a jurisdiction's name means; one that no table has is taken by its last character. None for ""."""
        name = fold(jurisdiction).text.strip()
        if not name:
            return None
        found = self.places.named(name, None, on)
        if found:
            return found
        marker = next((marker for marker in MARKERS if name.endswith(marker)), "")
        return Place(name, name, MARKER_LEVELS.get(marker, "county"), "")

    def candidates(self, name: str, jurisdiction: str = "", on: date | None = None) -> list[Candidate]:
        """Bodies that a name may mean in a paper of a place, best first; never empty for a name that is not blank.

        Without a jurisdiction, the loaded units of every place that bear the name.
        """
        if not squeeze(name):
            return []
        home = self.place(jurisdiction, on)
        found = [self.resolve(name, home, on)] if home or not self.known else self._everywhere(name, on)
        if found[0].reason == "as written" and not found[0].group:
            found += self._suggested(squeeze(name), home, found[0])
        return list({candidate.unit.id: candidate for candidate in reversed(found)}.values())[::-1]

    def _everywhere(self, name: str, on: date | None) -> list[Candidate]:
        """The loaded units that bear the name, place by place; the name's own reading where there is none."""
        homes = dict.fromkeys(unit.jurisdiction for unit in self.known.values())
        found = [self.resolve(name, self.place(home, on), on) for home in homes]
        loaded = sorted((c for c in found if c.unit.id in self.known), key=lambda c: -c.score)
        return loaded or [self.resolve(name, None, on)]

    def resolve(self, name: str, home: Place | None, on: date | None = None, before: Place | None = None) -> Candidate:
        """The body that a name means in a paper of `home`: the first candidate. before: place of the name before it in the list."""
        text = squeeze(name)
        if group := read_group(text, home) if len(text) <= _LONGEST else None:
            return self._group(group, home)
        main, plate = text, ""
        reading = self.grammar.read(text[:_LONGEST], home, on, before)
        if (match := PLATE.fullmatch(text)) and (reading.form is None or reading.rest):
            main, plate = match["main"], match["plate"]
            reading = self.grammar.read(main, home, on, before)
        elif reading.rest and reading.form and (joined := self._joined(text, reading, home, on)):
            main, plate = joined
            reading = self.grammar.read(main, home, on, before)
        plates = (self._body(self.grammar.read(plate, home, on, reading.place), plate, home),) if plate else ()
        changed = set(re.findall(f"[{HAN}]", name)) - set(fold(name).text)
        reason = "variant" if changed and reading.form else self._reason(reading, main)
        candidate = self.candidate(reading, main, home, reason, plates)
        known = self._known(text, home) or self._known(main, home)
        return self._candidate(known, "alias") if known and candidate.unit.id not in self.known else candidate

    def candidate(
        self, reading: Reading, text: str, home: Place | None, reason: Reason, plates: tuple[UnitName, ...] = ()
    ) -> Candidate:
        """The candidate that a reading makes."""
        unit = self._body(reading, text, home)
        family = reading.form.family.id if reading.form and not reading.rest else ""
        unit = self.known.get(unit.id, unit)
        after = tuple(dict.fromkeys(body.id for _, body in self.successors(unit, family)))
        return Candidate(unit, reason, SCORES[reason], after, family, plates, None, reading)

    def family_unit(self, family: str, place: Place, home: Place | None) -> UnitName | None:
        """The body of a family in a place, as papers of `home` name it; None where the family has none at that level."""
        form = self.names.default(family, place)
        return self._body(Reading(place, "", form, named=True), "", home) if form else None

    def successors(self, unit: UnitName, family: str, home: Place | None = None) -> list[tuple[Succession, UnitName]]:
        """What became of a body by data/successions.csv: each line with the body that took over, as papers of `home` name it."""
        place = self.place(unit.jurisdiction)
        if not family or place is None:
            return []
        lines = self.succession_table.of(family, place.level, unit.jurisdiction)
        return [(line, body) for line in lines if (body := self.family_unit(line.successor, place, home or place))]

    def successions(self, unit: UnitName) -> list[tuple[Succession, UnitName]]:
        """As `successors`, for a unit of a loaded graph."""
        return self.successors(unit, self.resolve(unit.id.partition("/")[2], self.place(unit.jurisdiction)).family)

    def find(self, text: str, jurisdiction: str = "") -> list[Found]:
        """Names of units in a running text, leftmost longest. Linear in the text's length."""
        return self._finder.find(text, self.place(jurisdiction))

    @cached_property
    def _finder(self) -> Finder:
        return Finder(self.names, self.places, self._aliases)

    def _known(self, text: str, home: Place | None) -> UnitName | None:
        label = self.places.label(home) if home else ""
        return next((unit for unit in self._aliases.get(text, []) if unit.jurisdiction == label), None)

    def _candidate(self, unit: UnitName, reason: Reason) -> Candidate:
        place = self.place(unit.jurisdiction)
        reading = self.grammar.read(squeeze(unit.id.partition("/")[2]), place)
        family = reading.form.family.id if reading.form and not reading.rest else ""
        if unit.id not in self.known and family and reading.place:
            unit = self.family_unit(family, reading.place, place) or unit
        after = tuple(dict.fromkeys(body.id for _, body in self.successors(unit, family)))
        return Candidate(unit, reason, SCORES[reason], after, family, reading=reading)

    def _reason(self, reading: Reading, text: str) -> Reason:
        if reading.form is None:
            return "as written"
        if reading.bare:
            return "elision"
        own = (
            reading.name,
            self._shown(reading, reading.name, None),
            full_name(reading.form, reading.place) + reading.rest,
        )
        return "exact" if text in own else "family"

    def _body(self, reading: Reading, text: str, home: Place | None) -> UnitName:
        """The unit of a reading: known or not, its id is its place and its normal name."""
        place = reading.place or (home if reading.form is None or home else None)
        jurisdiction = self.places.label(place) if place else ""
        name = reading.name or text
        full = full_name(reading.form, reading.place) if reading.form else ""
        level = place.level if place else ""
        shown = self._shown(reading, name, home)
        aliases = tuple(dict.fromkeys(form for form in (name, shown, full) if form and form != shown))
        return UnitName(
            f"{jurisdiction}/{name}",
            shown,
            full and full + reading.rest,
            jurisdiction,
            kind_of(reading),
            level,
            aliases,
        )

    def _shown(self, reading: Reading, name: str, home: Place | None) -> str:
        """The normal name as papers of `home` can use it: with the place's name, where 市 or 县 would not tell which."""
        place = reading.place
        if not (reading.named and place and place.level != "national"):
            return name
        if home and any(up.code == place.code for up in self.places.chain(home)):
            return name
        if reading.form is None:
            return place.name + name.removeprefix(place.marker)
        return fill(reading.form.name.replace(PLACE, FULL_PLACE), place) + name.removeprefix(
            fill(reading.form.name, place)
        )

    def _group(self, group: Group, home: Place | None) -> Candidate:
        jurisdiction = self.places.label(home) if home else ""
        level = home.level if home else ""
        unit = UnitName(f"{jurisdiction}/{group.name}", group.name, "", jurisdiction, "group", level, (), group.kind)
        return Candidate(self.known.get(unit.id, unit), "family", SCORES["family"], group=group)

    def _joined(self, text: str, reading: Reading, home: Place | None, on: date | None) -> tuple[str, str] | None:
        """市经信局市新经济委: one body under two names written together, where the second is no body of its own that is known."""
        rest = reading.rest
        if not (reading.marker and rest.startswith(reading.marker) and len(rest) > 3 and ORGANISATION.search(rest)):
            return None
        second = self.grammar.read(rest, home, on)
        return (text.removesuffix(rest), rest) if second.form is None else None

    def _suggested(self, text: str, home: Place | None, first: Candidate) -> list[Candidate]:
        place = (first.reading.place if first.reading else None) or home
        label = self.places.label(place) if place else ""
        near = [
            alias for alias, units in self._aliases.items() if not label or any(u.jurisdiction == label for u in units)
        ]
        found = []
        for other, reason, likeness in suggestions(text, [*near, *self._pool(place)]):
            score = SUGGESTED[reason] * likeness
            for unit in [u for u in self._aliases.get(other, []) if u.jurisdiction == label] or [
                self.resolve(other, place).unit
            ]:
                found.append(replace(self._candidate(unit, "alias"), reason=reason, score=score))
        return found

    def _pool(self, home: Place | None) -> tuple[str, ...]:
        """Every form of every family as a paper of the place would write it."""
        code = home.code if home else ""
        if code not in self._pools:
            chain = list(self.places.chain(home)) if home else []
            forms = {key.replace(PLACE, up.marker) for up in chain for key in self.names.keys_at(up)}
            self._pools[code] = tuple(sorted(forms or {key.replace(PLACE, "") for key in self.names.keys}))
        return self._pools[code]


@lru_cache(maxsize=16_384)
def squeeze(name: str) -> str:
    """A written name as the tables spell it: folded, without spaces and quotation marks, and without the list's own marks."""
    return re.sub(r"[\s\"'“”‘’《》*]+", "", fold(name).text).strip("、,;:。.等")
