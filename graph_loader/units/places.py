"""Administrative divisions: names, short names, who lies in whom, and which stood when (data/jurisdictions.csv)."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from pathlib import Path

from graph_loader.errors import DataError
from graph_loader.model import Jurisdiction
from graph_loader.units.tables import day, read_table

NATION = "国家"
LEVELS = ("national", "provincial", "prefecture", "county")
MARKERS = ("自治区", "自治州", "自治县", "自治旗", "地区", "新区", "省", "市", "州", "盟", "县", "区", "旗")
"""Words that stand for "the province, city… that this paper is of", longest first."""
_OWN_MARKERS = tuple(marker for marker in MARKERS if marker in ("自治区", "地区") or len(marker) == 1)
MARKER_LEVELS = {"省": "provincial", "自治区": "provincial", "市": "prefecture", "州": "prefecture", "盟": "prefecture"}
MARKER_LEVELS |= {"地区": "prefecture", "县": "county", "区": "county", "旗": "county", "新区": "county"}
MARKER_LEVELS |= {"自治州": "prefecture", "自治县": "county", "自治旗": "county"}
_PEOPLES = (
    "各|回|藏|维吾尔|哈萨克|蒙古|柯尔克孜|锡伯|东乡|鄂温克|鄂伦春|达斡尔|塔吉克|布依|苗|侗|土家|彝|壮|瑶|仫佬|毛南|黎|傣|景颇|"
    "傈僳|白|哈尼|佤|拉祜|布朗|纳西|独龙|怒|普米|羌|撒拉|土|保安|满|朝鲜|畲|仡佬|水|裕固"
)
_AUTONOMOUS = re.compile(rf"(?:(?:{_PEOPLES})族?)+自治(州|县|旗)$")
_REGION = re.compile(r"(?:壮族|回族|维吾尔)?自治区$")
_SUFFIX = re.compile(r"(?:特别行政区|地区|新区|矿区|林区|特区|省|市|州|盟|县|区|旗)$")


@dataclass(frozen=True, slots=True)
class Place:
    """A division for the days [valid_from, valid_to). code: GB/T 2260, or "国家" for the whole country."""

    code: str
    name: str
    level: str
    parent: str
    valid_from: date | None = None
    valid_to: date | None = None

    @property
    def marker(self) -> str:
        """The word of MARKERS that its own papers call it by, the shortest but for 自治区 and 地区; "" for the country."""
        if self.level == "national":
            return ""
        return next((marker for marker in _OWN_MARKERS if self.name.endswith(marker)), "区")

    @property
    def listed(self) -> bool:
        """Whether it stands in the table, so that what lies in it is known."""
        return self.level == "national" or self.code.isdigit()

    @property
    def municipality(self) -> bool:
        """Whether it is one of the four cities that rank as provinces."""
        return self.level == "provincial" and self.name.endswith("市")

    def stands(self, on: date | None) -> bool:
        """Whether it existed on a day; with no day, whether it exists now."""
        if on is None:
            return self.valid_to is None
        return (self.valid_from is None or self.valid_from <= on) and (self.valid_to is None or on < self.valid_to)


COUNTRY = Place(NATION, NATION, "national", "")


def short_names(name: str) -> tuple[str, ...]:
    """Shorter ways to write a division's name: 肃南裕固族自治县 as 肃南县 and 肃南, 甘肃省 as 甘肃. Never a single character."""
    autonomous = _AUTONOMOUS.search(name)
    if autonomous and autonomous.start() >= 2:
        stem = name[: autonomous.start()]
        return (stem + autonomous.group(1), stem)
    stem = _REGION.sub("", name)
    if stem == name:
        stem = _SUFFIX.sub("", name)
    return (stem,) if len(stem) >= 2 and stem != name else ()


class Places:
    """All divisions, found by name in the surroundings of another division."""

    def __init__(self, places: Iterable[Place]) -> None:
        self.all = (COUNTRY, *places)
        self._by_code: dict[str, list[Place]] = {}
        self._by_name: dict[str, list[Place]] = {NATION: [COUNTRY], "全国": [COUNTRY], "中国": [COUNTRY]}
        for place in self.all[1:]:
            self._by_code.setdefault(place.code, []).append(place)
            for name in (place.name, *short_names(place.name)):
                self._by_name.setdefault(name, []).append(place)
        self.longest = max(map(len, self._by_name))

    @classmethod
    def load(cls, path: Path) -> Places:
        """Read data/jurisdictions.csv. Raises DataError for a row that is not of its form."""
        columns = ("code", "name", "level", "parent", "valid_from", "valid_to", "source")
        return cls(_place(where, row) for where, row in read_table(path, columns))

    def of_code(self, code: str, on: date | None = None) -> Place | None:
        """The division with a code, of the name that it had on that day (else its latest)."""
        if code == NATION:
            return COUNTRY
        found = self._by_code.get(code, [])
        return next((place for place in found if place.stands(on)), found[-1] if found else None)

    def parent(self, place: Place, on: date | None = None) -> Place | None:
        """The division that it lies in; the country for a province, None for the country."""
        if place.level == "national":
            return None
        return self.of_code(place.parent, on) or COUNTRY

    def chain(self, place: Place, on: date | None = None) -> Iterator[Place]:
        """The division, what it lies in, and so on up to the country."""
        step: Place | None = place
        while step:
            yield step
            step = self.parent(step, on)

    def children(self, place: Place, level: str, on: date | None = None) -> list[Place]:
        """The divisions of a level inside another, by code, that stood on the day (now, with no day)."""
        return [each for each in self._within.get(place.code, ()) if each.level == level and each.stands(on)]

    def named(self, name: str, home: Place | None = None, on: date | None = None) -> Place | None:
        """The division that a name, short name or chain of names (甘肃省张掖市) means in a paper of `home`; None when it is none.

        Where several bear it: one that lies in home or that home lies in, then the higher level, then one that stood on the day.
        """
        found = self._by_name.get(name)
        if not found:
            return self._chained(name, home, on)
        above = {place.code for place in self.chain(home, on)} if home else set()

        def rank(place: Place) -> tuple[bool, int, bool, int]:
            inside = home is not None and any(up.code == home.code for up in self.chain(place, on))
            related = inside or place.code in above
            return (not related, -(place.name == name), not place.stands(on), LEVELS.index(place.level))

        return min(found, key=rank)

    def relative(self, marker: str, home: Place | None, on: date | None = None) -> Place | None:
        """The division that 市, 省… means in a paper of `home`: itself or one that it lies in; None when it is not one of them."""
        if home is None:
            return None
        if marker == "区" and home.marker == "自治区":
            return home
        fits = (
            place
            for place in self.chain(home, on)
            if marker == place.marker or (len(marker) > 1 and place.name.endswith(marker))
        )
        return next(fits, None)

    def label(self, place: Place) -> str:
        """The division's name, with that of what it lies in before it where the name alone is borne by two (长春市朝阳区)."""
        if place.name not in self._shared:
            return place.name
        above = self.parent(place)
        return f"{above.name}{place.name}" if above else place.name

    def jurisdiction(self, place: Place) -> Jurisdiction:
        """As a node of the graph."""
        above = self.parent(place)
        return Jurisdiction(place.code, self.label(place), place.level, above.code if above else "")

    def prefixes(self, text: str) -> Iterator[str]:
        """Every name of a division that the text starts with, longest first."""
        for length in range(min(self.longest, len(text)), 1, -1):
            if text[:length] in self._by_name:
                yield text[:length]

    def suffix(self, text: str) -> str:
        """The longest name of a division that the text ends with, "" when there is none."""
        for length in range(min(self.longest, len(text)), 1, -1):
            if text[-length:] in self._by_name:
                return text[-length:]
        return ""

    def locate(self, text: str, on: date | None = None) -> Place | None:
        """The division that a title, an issuer or a recipient list names first, the innermost of a chain (甘肃省张掖市)."""
        found: Place | None = None
        start = 0
        while start < len(text):
            name = next((p for p in self.prefixes(text[start:]) if len(p) > 2 or p[-1] in "省市县区州盟旗"), "")
            if name:
                found, start = self.named(name, found, on), start + len(name)
            elif found:
                break
            else:
                start += 1
        return found

    def _chained(self, name: str, home: Place | None, on: date | None) -> Place | None:
        for first in self.prefixes(name):
            outer = self.named(first, home, on)
            inner = self.named(name[len(first) :], outer, on) if outer else None
            if outer and inner and any(up.code == outer.code for up in self.chain(inner, on)):
                return inner
        return None

    @cached_property
    def _within(self) -> dict[str, list[Place]]:
        """All that ever lay in a place, directly or not, by its code."""
        within: dict[str, list[Place]] = {}
        for place in self.all[1:]:
            for up in list(self.chain(place))[1:]:
                within.setdefault(up.code, []).append(place)
        return within

    @cached_property
    def _shared(self) -> frozenset[str]:
        standing = Counter(place.name for place in self.all if place.valid_to is None)
        return frozenset(name for name, count in standing.items() if count > 1)


def _place(where: str, row: dict[str, str]) -> Place:
    if row["level"] not in LEVELS or not row["code"] or not row["name"]:
        raise DataError("行政区划的代码、名称或层级有误", where=where, todo=f"层级应为 {'、'.join(LEVELS[1:])} 之一")
    start, end = day(row["valid_from"], where), day(row["valid_to"], where)
    return Place(row["code"], row["name"], row["level"], row["parent"], start, end)
