"""How a written name is put together: the words of a place, the stem of a family, a body inside it.

    市发改委            市 + {p}发改委                  the paper's own city
    甘州区教育局        甘州区 + {p}教育局
    国家税务总局张掖市税务局    国家税务总局{p}税务局, 张掖市
    科技厅              {p}科技厅 with no place: the one before it in the list, else the paper's own (or the province, by 厅)
    市教育局机关党委    a body inside 市教育局

Nothing here guesses: what no family knows is returned as written.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from graph_loader.units.names import FULL_PLACE, MARKER, PLACE, SHORT_PLACE, Form, Names
from graph_loader.units.places import COUNTRY, MARKER_LEVELS, MARKERS, Place, Places, short_names

PLATE = re.compile(r"(?P<main>[^()\[\]]{3,})[(\[](?P<plate>[^()\[\]]{2,})[)\]]")
ORGANISATION = re.compile(
    r"(?:部|委|局|厅|办|室|署|院|站|所|处|队|会|社|校|团|行|司|区|中心|公司|集团|政府|机关|支部|大学|学院|医院|银行|企业|基金|平台|总部|协会|学会|联盟|"
    r"中心校|机构|部门|单位|工委|支队|大队|总队|分队|馆|台|厂|场|镇|乡|街道|村)$"
)
"""Last words that an organisation's name may have."""

_KINDS = (
    ("enterprise", re.compile("(?:公司|集团|银行|分行|支行|企业|联社)$")),
    ("organisation", re.compile("(?:协会|学会|商会|联合会|基金会|联盟)$")),
    ("institution", re.compile("(?:中心|医院|大学|学院|学校|研究院|研究所|报社|电视台|馆|站|所)$")),
    ("party", re.compile("(?:党委|党组|工委|党工委|纪委)$")),
    ("government", re.compile("(?:局|厅|委员会|管委会|执委会|办公室|办事处|政府|支队|总队|大队)$")),
)
"""Kinds of bodies that no family knows, by their last word."""
_NO_BODY = re.compile("[、,和及与等各]|有关|相关|所属|以及")
"""How what follows a name starts when it is no body inside the one named."""
_CENTRE = ("国家", "国务院", "中央", "全国", "中国")
"""What papers of the centre leave out before the names of its bodies."""
WHOLE = frozenset({"党委", "政府"})
"""Families that stand for the whole place: a name that goes on behind them is no body inside them."""


@dataclass(frozen=True, slots=True)
class Reading:
    """A name taken apart. place: None where a marker such as 县 means a place that the paper does not fix. marker: the written
    word, "" when the place is written by its name or not at all. rest: what follows the family's name (a body inside it), or
    the whole remainder where no family is known. bare: no place is written. form None: as written."""

    place: Place | None
    marker: str
    form: Form | None
    rest: str = ""
    bare: bool = False
    named: bool = False

    @property
    def name(self) -> str:
        """Normal name, equal for all ways to write the same body of a place."""
        template = (self.form.name if self.form else PLACE * (not self.bare)) + normal_ending(self.rest)
        return fill(template, self.place, self.marker)


def fill(template: str, place: Place | None, marker: str = "") -> str:
    """Put the place's own word (市) for {p} and {m}, its short name (张掖) for {s} and its name (张掖市) for {n}."""
    word = (place.marker if place else "") or marker
    if word == "自治区" and template.startswith(PLACE + "委"):
        template = template.replace(PLACE + "委", PLACE + "党委", 1)
    name = place.name if place else word
    short = (*short_names(name)[-1:], name)[0]
    return template.replace(PLACE, word).replace(MARKER, word).replace(SHORT_PLACE, short).replace(FULL_PLACE, name)


def full_name(form: Form, place: Place | None) -> str:
    """The full official name, "" where the place is not known."""
    if place is None:
        return ""
    return fill(form.full.replace(PLACE, SHORT_PLACE if SHORT_PLACE in form.name else FULL_PLACE), place)


_ENDINGS = tuple(
    (re.compile(pattern), normal)
    for pattern, normal in (
        ("人民政府", "政府"),
        ("管理委员会$", "管委会"),
        ("集团(?:股份)?(?:有限)?(?:责任)?公司$", "集团"),
        ("(?:股份)?有限(?:责任)?公司$", "公司"),
        ("(?<=街道)办$", "办事处"),
        ("(?<=..)办$", "办公室"),
        ("(?<=..)(?<![党工纪监团])委$", "委员会"),
    )
)


def kind_of(reading: Reading) -> str:
    """The family's kind; of a body that no family knows, what its last word tells; "" when that tells nothing."""
    if reading.form and not reading.rest:
        return reading.form.family.kind
    if re.match(f"(?:{'|'.join(MARKERS)})(?:委|党委)", reading.name):
        return "party"
    return next(
        (kind for kind, ending in _KINDS if ending.search(reading.name)),
        reading.form.family.kind if reading.form else "",
    )


def normal_ending(rest: str) -> str:
    """A part of a name that no family knows, its words in the one of their forms that the others are turned into."""
    for pattern, normal in _ENDINGS:
        rest = pattern.sub(normal, rest)
    return rest


class Grammar:
    """Reads names by the families and places of the data files."""

    def __init__(self, names: Names, places: Places) -> None:
        self.names = names
        self.places = places
        self._leads = sorted(names.leads, key=len, reverse=True)

    def read(self, text: str, home: Place | None, on: date | None = None, before: Place | None = None) -> Reading:
        """Take a folded name apart. home: the paper's place. before: the place of the name before it in the same list."""
        at_centre = home is None or home.level == "national"
        words = ("", *_CENTRE) if home and at_centre else ("",)
        forms = (self.names.form(word + text, "national") for word in words)
        national = next((Reading(COUNTRY, "", form) for form in forms if form), None)
        if national and (at_centre or before == COUNTRY):
            return national
        segments = list(self._segments(text, home, on))
        return (
            self._first_whole(segments)
            or self._branch(text, home, on)
            or self._bare(text, home, on, before)
            or national
            or self._inside(text, segments)
            or self._unknown(text, segments, home)
        )

    def _segments(self, text: str, home: Place | None, on: date | None) -> Iterator[tuple[str, str, Place | None, str]]:
        """Every way to find a place in the name: words before it, words after it, the place, the marker ("" for a name)."""
        own = (home.name, *short_names(home.name)) if home else ()
        for lead in self._leads:
            if not text.startswith(lead):
                continue
            tail = text[len(lead) :]
            for name in sorted(
                {*self.places.prefixes(tail), *(n for n in own if tail.startswith(n))}, key=len, reverse=True
            ):
                place = home if name in own else self.places.named(name, home, on)
                after = tail[len(name) :]
                inner = next((n for n in self.places.prefixes(after) if len(n) > 2), "")
                if (
                    inner
                    and place
                    and (lower := self.places.named(name + inner, home, on))
                    and lower.code != place.code
                ):
                    yield lead, after[len(inner) :], lower, ""
                yield lead, after, place, ""
            for marker in MARKERS:
                if tail.startswith(marker):
                    yield lead, tail[len(marker) :], self.places.relative(marker, home, on), marker

    def _branch(self, text: str, home: Place | None, on: date | None) -> Reading | None:
        """张掖市公安局甘州分局 is written like 市公安局甘州分局."""
        for place in self.places.chain(home, on) if home else ():
            if text.startswith(place.name) and "分局" in text:
                return self._first_whole(self._segments(place.marker + text[len(place.name) :], home, on))
        return None

    def _first_whole(self, segments: Iterable[tuple[str, str, Place | None, str]]) -> Reading | None:
        return next((reading for reading in map(self._whole, segments) if reading), None)

    def _whole(self, segment: tuple[str, str, Place | None, str]) -> Reading | None:
        lead, after, place, marker = segment
        form = self._form(lead + PLACE + after, place, marker)
        return Reading(place, marker, form, named=not marker) if form else None

    def _form(self, key: str, place: Place | None, marker: str) -> Form | None:
        return self.names.at(key, place) if place else self.names.form(key, MARKER_LEVELS.get(marker, ""))

    def _bare(self, text: str, home: Place | None, on: date | None, before: Place | None) -> Reading | None:
        key = PLACE + text
        if home and home.level == "national":
            return None
        around = [
            place for place in (before, *(self.places.chain(home, on) if home else ())) if place and place != COUNTRY
        ]
        for place in around:
            if form := self.names.at(key, place):
                return Reading(place, "", form, bare=True)
        form = None if around else self.names.form(key, "")
        return Reading(None, "", form, bare=True) if form else None

    def _inside(self, text: str, segments: list[tuple[str, str, Place | None, str]]) -> Reading | None:
        best: Reading | None = None
        for lead, after, place, marker in segments:
            for cut in range(len(after) - 2, 0, -1):
                if _NO_BODY.match(after, cut):
                    continue
                form = self._form(lead + PLACE + after[:cut], place, marker)
                if form and form.family.id in WHOLE:
                    continue
                if form and (best is None or len(after) - cut < len(best.rest)):
                    best = Reading(place, marker, form, after[cut:], named=not marker)
        for cut in range(len(text) - 2, 2, -1):
            if _NO_BODY.match(text, cut):
                continue
            if (form := self.names.form(text[:cut], "national")) and (best is None or len(text) - cut < len(best.rest)):
                best = Reading(COUNTRY, "", form, text[cut:])
        return best

    def _unknown(self, text: str, segments: list[tuple[str, str, Place | None, str]], home: Place | None) -> Reading:
        for lead, after, place, marker in segments:
            full = bool(marker) or (place is not None and text.startswith(place.name))
            if not lead and full and len(after) > 1:
                return Reading(place, marker, None, after, named=not marker)
        if text.startswith(_CENTRE[:4]):
            return Reading(COUNTRY, "", None, text, bare=True)
        return Reading(home, "", None, text, bare=True)
