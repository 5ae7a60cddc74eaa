"""Families of unit names: every way to write 发展和改革委员会, and at which level (data/unit_names.csv).

A written name with its place taken out ("{p}发改委") is a key. The table of keys is finite and exact: what is not in it is not
known, and nothing here guesses.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from graph_loader.errors import DataError
from graph_loader.extract.fold import fold
from graph_loader.units.places import LEVELS, Place
from graph_loader.units.tables import parts, read_table

PLACE, MARKER, SHORT_PLACE, FULL_PLACE = "{p}", "{m}", "{s}", "{n}"
"""Where a template has its place, however written; and in names that are made, the word for it (市), 张掖, 张掖市."""
_COLUMNS = ("family", "name", "full", "short", *LEVELS, "also", "prefix", "kind", "since", "until", "source")
_PREFIXES = {
    "": ("",),
    "政府?": ("", "政府", "人民政府"),
    "政府": ("政府", "人民政府"),
    "委?": ("委", "", "党委"),
    "委": ("委", "党委"),
}
_LONG = {"委": "委员会", "工委": "工作委员会", "办公室": "办公室"}
_SHORT = {"办公室": "办"}
_ABBREVIATED = len(PLACE) + 6
"""A form under this length, for which no full name is given, stands for the row's own."""


@dataclass(frozen=True, slots=True)
class Family:
    """One body under all its names. names: normal name by level, with {p} where its place stands."""

    id: str
    kind: str
    names: Mapping[str, str]
    source: str


@dataclass(frozen=True, slots=True)
class Form:
    """One way to write a family's name at a level. full: the full name that this way stands for, with {p} for the place."""

    family: Family
    level: str
    full: str

    @property
    def name(self) -> str:
        """The family's normal name at this level."""
        return self.family.names[self.level]


def plain(key: str) -> str:
    """A key without the words for "and": papers leave them out and put them in at will (住房城乡建设, 住房和城乡建设)."""
    return re.sub("[和与]", "", key)


class Names:
    """All forms of all families. keys: as the data spell them; `form` and `at` take them with or without 和 and 与."""

    def __init__(
        self, families: Mapping[str, Family], keys: Mapping[str, Iterable[str]], forms: dict[tuple[str, str], Form]
    ) -> None:
        self.families = families
        self._forms = forms
        self._defaults = {(form.family.id, form.level): form for form in reversed(forms.values())}
        self._by_level = {level: frozenset(own) for level, own in keys.items()}
        self.keys = frozenset().union(*self._by_level.values())
        self.national = frozenset(key for key in self.keys if PLACE not in key)
        self.leads = frozenset(key.split(PLACE)[0] for key in self.keys if PLACE in key)

    @classmethod
    def load(cls, path: Path) -> Names:
        """Read data/unit_names.csv. Raises DataError for a row that is not of its form, or a key that two families claim."""
        families: dict[str, Family] = {}
        forms: dict[tuple[str, str], Form] = {}
        keys: dict[str, set[str]] = {level: set() for level in LEVELS}
        for where, row in read_table(path, _COLUMNS):
            if row["prefix"] not in _PREFIXES or not row["kind"] or not row["source"] or row["family"] in families:
                raise DataError(
                    "单位名称表的这一行有误", where=where, todo="请检查前缀、类别、来源是否填写、族名是否重复"
                )
            row |= {column: _folded(text) for column, text in row.items() if column not in {"family", "source"}}
            written: dict[str, dict[str, str]] = {level: {} for level in LEVELS}
            for level in LEVELS:
                for key, full in _written(row, level):
                    written[level].setdefault(key, full)
            names = {level: _normal(row, level, list(own)) for level, own in written.items() if own}
            family = families[row["family"]] = Family(row["family"], row["kind"], names, row["source"])
            for level, own in written.items():
                for key, full in own.items():
                    keys[level].add(key)
                    known = forms.setdefault((plain(key), level), Form(family, level, full))
                    if known.family is not family:
                        raise DataError(f"“{key}”同时属于“{known.family.id}”和“{family.id}”", where=where)
        return cls(families, keys, forms)

    def form(self, key: str, level: str) -> Form | None:
        """The form that a key has at a level; level "" takes the lowest level that knows it."""
        levels = (level,) if level else tuple(reversed(LEVELS))
        key = plain(key)
        return next((self._forms[key, each] for each in levels if (key, each) in self._forms), None)

    def keys_at(self, place: Place) -> frozenset[str]:
        """The keys that have a form in a place."""
        own = self._by_level[place.level]
        return own | self._by_level["prefecture"] if place.municipality else own

    def default(self, family: str, place: Place) -> Form | None:
        """The form of a family's full name in a place; None where it has none at that level."""
        form = self._defaults.get((family, place.level))
        if place.municipality and (form is None or _is_department(form.name)):
            return self._defaults.get((family, "prefecture"), form)
        return form

    def at(self, key: str, place: Place) -> Form | None:
        """The form that a key has in a place. The four municipalities have a province's bodies, and a city's for its 厅."""
        form = self.form(key, place.level)
        if place.municipality and (form is None or _is_department(form.name)):
            return self.form(key, "prefecture") or form
        return form


def _is_department(name: str) -> bool:
    return name.endswith("厅") and not name.endswith("办公厅")


def _folded(text: str) -> str:
    """The folded view of a cell; its placeholders stay, whose braces folding would turn into brackets."""
    pieces = re.split(r"(\{\w\})", text)
    return "".join(piece if at % 2 else fold(piece).text for at, piece in enumerate(pieces))


def _written(row: Mapping[str, str], level: str) -> Iterator[tuple[str, str]]:
    """Every key of a row at a level, with the full name that it stands for; the full name's own key comes first."""
    cell = parts(row[level] or (row["prefecture"] if level == "county" else ""))
    if level == "national":
        yield from ((form, cell[0]) for form in cell)
        return
    listed = [part for part in cell if PLACE in part]
    also = [_given(form) for form in parts(row["also"])]
    own = next((part for part in cell if PLACE not in part), "")
    if not row["full"]:
        listed += [form for form, _ in also]
        yield from ((form, listed[0]) for form in listed)
        return
    for suffix in (part for part in cell if PLACE not in part):
        for stem, full in _stems(row):
            for key in _keys(row["prefix"], stem, suffix):
                yield key, _full(row, full, suffix)
    default = _full(row, row["full"], own)
    yield from ((form, default if form == full and len(form) < _ABBREVIATED else full) for form, full in also)


def _given(cell: str) -> tuple[str, str]:
    """A form and the full name that it stands for, written form=full; itself where nothing is written."""
    form, _, full = cell.partition("=")
    return form, full or form


def _stems(row: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """Stems of a row with their full ones: a stem that leaves out characters of the full stem is short for it."""
    yield row["full"], row["full"]
    for cell in parts(row["short"]):
        stem, own = _given(cell)
        rest = iter(row["full"])
        yield stem, row["full"] if own == stem and all(char in rest for char in stem) else own


def _keys(prefix: str, stem: str, suffix: str) -> Iterator[str]:
    for ending in dict.fromkeys((_LONG.get(suffix, suffix), suffix, _SHORT.get(suffix, suffix))):
        yield from (PLACE + before + stem + ending for before in _PREFIXES[prefix])
        if "委" in prefix:
            yield f"中共{PLACE}委{stem}{ending}"


def _full(row: Mapping[str, str], stem: str, suffix: str) -> str:
    before = PLACE + ("人民政府" if row["prefix"] == "政府" or "政府" in row["name"] else "")
    return (f"中共{PLACE}委" if "委" in row["prefix"] else before) + stem + _LONG.get(suffix, suffix)


def _normal(row: Mapping[str, str], level: str, keys: list[str]) -> str:
    cell = parts(row[level] or (row["prefecture"] if level == "county" else ""))
    if level == "national":
        return cell[min(1, len(cell) - 1)]
    if row["name"]:
        return row["name"]
    if not row["full"]:
        return keys[min(1, len(keys) - 1)]
    stem = next(iter(parts(row["short"])), row["full"]).partition("=")[0]
    return PLACE + ("委" if "委" in row["prefix"] else "政府" if row["prefix"] == "政府" else "") + stem + cell[0]
