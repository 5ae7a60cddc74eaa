"""Units named in a question: as the graph writes them, by another name of theirs, shortened, by their sound, or not in the graph."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cached_property
from itertools import pairwise

from graph_loader.model import UnitName
from graph_loader.units import Registry
from graph_loader.units.places import Place
from queries.directory import Directory, KnownUnit
from queries.understand.automaton import Automaton
from queries.understand.found import Found, apart, beside
from queries.understand.group_names import GroupNames, unbracketed
from queries.understand.sound import sounds
from queries.understand.topics import plain

_MARKER = re.compile("^[省市州盟县区旗](?=.{2})")
_BODY = re.compile("^(?:人民政府|政府|委|党委)(?=.{2})(?!办公室$|办公厅$|员会)")
_BODY_OFFICE = re.compile("(?:政府|委)办公室$")
_ROOT = re.compile("(?:委|政府)$")
_NO_BODY = ("政府", "人民政府", "党委")
_SHORTEST_MISTYPED = 5
"""Characters of a name in which one may be another: of four, 市教育局 and 市体育局 differ in one."""
_SHORTEST_BY_SOUND = 3
_COUNTING = tuple("哪几两三四五多每这那一")
_TAIL = re.compile("委员会|办公室|局|中心|委|办|厅")
_RARE = re.compile("[\u4e00-\u9fff]")
_RARE_FROM = b"\xd8\xa1"
"""In the order of the national standard, the characters in common use stand before this one."""
_JOINS = "和与跟及同由归让给问在对是"
_SHORTEST, _LONGEST = 4, 14
"""Lengths of names that are looked for without 市 or 县."""
_SHAPE = re.compile(
    r"(?<![\u4e00-\u9fff](?<![由和与跟及同是归给对让问在找查]))[省市州盟县区旗](?:委|政府)?(?:(?![和与跟及同的由而但谁哪几]|牵头|负责|配合|主办|协办|承办)[\u4e00-\u9fff]){1,9}?"
    r"(?:办公室|委员会|管理局|中心|公司|集团|协会|学院|大学|银行|法院|检察院|支队|总队|联合会|总工会|妇联|局|委|办|厅|部|院|站|社|会)"
    r"(?![\u4e00-\u9fff]?(?:员会|公室|局|门))"
)
"""The shape of a unit's name, for units that neither a loaded document nor a table names."""


_ENDING = re.compile("(?:局|委|办|委员会|办公室)$")
_SHORT = (
    "中院",
    "法院",
    "检察院",
    "发改",
    "卫健",
    "住建",
    "人社",
    "政法",
    "市监",
    "农业农村",
    "交通",
    "工信",
    "应急",
    "文旅",
)
"""Stems that are short for a name that has other words in it."""
_DUTY = "(?:[两三四五六七八]家)?(?:[都均]?[同为是要一共总起联合单独]{0,3})(?:部门)?(?:牵头|主办|配合|负责)(?!单位|部门|是|由|谁)"
_STEM = re.compile(
    rf"(?:(?<=^)|(?<=[由归让和与跟、,+&/省市县区州 ]))(?P<stem>[\u4e00-\u9fff]{{2,6}}?)"
    rf"(?:部门|系统|口|[那这][边块里]|[那这]个?(?:局|委|办|单位|部门)|方面)?"
    rf"(?=(?:\s?[和与跟、+&/]\s?[\u4e00-\u9fff]{{2,6}})*\s?{_DUTY}|跟谁|和谁|(?:现在|后来|如今)?(?:并|划|撤|改|归)(?:到|入|给|了|成|名|并))"
)
"""A stem stands alone before a word of duty: 信访由谁牵头 asks about a subject."""


_LISTING = tuple("和与跟、+&/")
_NAMED = re.compile(
    rf"(?:(?<=^)|(?<=[{_JOINS}、, ]))(?P<name>[\u4e00-\u9fff]{{2,8}}?(?:局|委|办|厅|委员会|办公室|学院|大学|公司|银行|集团|协会))"
    r"(?=$|[\s和与跟及同、,]|[有没还也都就只要参单独一共总]*(?:牵头|主办|主责|负责|配合|承担|参与|有|的|是|管|干|什么|哪))"
)
_ASKED_FOR = re.compile("[哪几什么各每这那个多全大布格结当某谁本我该此其他]")
"""A body's name by its end, where a name can begin and stop."""
_SURE = ("局", "学院", "大学", "公司", "银行", "集团", "协会")
"""Ends that are those of bodies only."""


_WITH = re.compile("会同|联合(?!会)|协同|配合|以及")
"""What joins a body to the one before it, and begins no name."""


class UnitFinder:
    """Finds units of the loaded graph and bodies that it does not name. registry: names of bodies in general."""

    def __init__(self, directory: Directory, registry: Registry) -> None:
        self._directory = directory
        self._registry = registry.with_units(_as_named(unit) for unit in directory.units.values())
        self._forms = _by_form(directory.units.values())
        self._names = Automaton(self._forms)
        self._groups = GroupNames(directory.units.values(), [document.jurisdiction for document in directory.loaded])

    @cached_property
    def _heard(self) -> tuple[Automaton, Mapping[str, str], Mapping[str, str]]:
        """Names by how they sound, each sound being one character: their automaton, the names, and each sound's character."""
        letters: dict[str, str] = {}
        spelt: dict[str, str] = {}
        for form in self._forms:
            if len(form) >= _SHORTEST_BY_SOUND:
                word = "".join(letters.setdefault(sound, chr(0xE000 + len(letters))) for sound in sounds(form))
                spelt.setdefault(word, form)
        return Automaton(spelt), spelt, letters

    def find(self, text: str) -> list[Found]:
        """Units in a folded, lower-case question, kind "unit"; value: ids of the units that the name can mean, in all places.
        A unit that the graph lacks gets an id in every loaded place, for which nothing will be found."""
        exact = [Found("unit", start, end, form, self._forms[form]) for start, end, form in self._names.hits(text)]
        shaped = [Found("unit", *match.span(), match[0], None) for match in _SHAPE.finditer(text)]
        table = [
            Found("unit", item.span.start, item.span.end, item.text, None)
            for item in self._registry.find(text)
            if not _WITH.match(item.text)
        ]
        roots = {item.start for item in exact if _ROOT.search(item.text)}
        # 市委统战部 begins with 市委 and is another body. Of names of one length what is written goes before what it sounds like.
        longer = [item for item in shaped if item.start in roots]
        named = beside(apart([*exact, *table, *self._by_sound(text), *longer]), shaped)
        named = [
            item
            for item in named
            if item.text not in _NO_BODY and not (item.text.endswith("部") and text.startswith("门", item.end))
        ]
        found = beside(named, self._unmarked(text, named)) if named else self._unmarked(text)
        found = beside(found, self._bare(text, found))
        found = beside(found, self._groups.find(text))
        found = beside(found, self._strange(text))
        found = beside([*self._by_shape(text), *self._of_level(found), *self._mistyped(found)], found)
        return [item if item.value else replace(item, value=self.ids(item.text)) for item in found]

    def _of_level(self, found: Sequence[Found]) -> Iterator[Found]:
        """市公安厅, which no city has, for 市公安局, and 省教育局 for 省教育厅."""
        for item in found:
            stem, end = item.text[:-1], item.text[-1]
            own, other = ("局", "厅") if item.text[0] == "省" else ("厅", "局")
            if end != own or not _MARKER.match(stem) or item.text in self._forms:
                continue
            if ids := self._forms.get(stem + other) or self.known(stem + other):
                note = f"“{item.text}”按“{'、'.join(map(self._directory.unit_name, ids))}”理解。"
                yield Found("unit", item.start, item.end, item.text, ids, note)

    def unheard_of(self, name: str) -> bool:
        """Whether a name is that of no body, neither of the graph nor of data/unit_names.csv."""
        return name not in self._forms and all(item.text != name for item in self._registry.find(name))

    def _mistyped(self, found: Sequence[Found]) -> Iterator[Found]:
        """Bodies that nobody has heard of, as the one of the graph that is written with a single other character, if that stands
        beside its neighbours in no name: 市委组识部, but not 市委办公室 for 市编办公室."""
        for item in found:
            name = item.text
            if item.value or len(name) < _SHORTEST_MISTYPED or not self.unheard_of(name):
                continue
            near = {
                self._forms[form]
                for form in self._forms
                if len(form) == len(name) and (form[0], form[-1]) == (name[0], name[-1])
                if sum(a != b for a, b in zip(form, name, strict=True)) == 1
                if not (_pairs(name) - _pairs(form)) & self._known_pairs
            }
            if len(near) == 1:
                ids = near.pop()
                note = f"“{name}”按“{'、'.join(dict.fromkeys(map(self._directory.unit_name, ids)))}”理解。"
                yield Found("unit", item.start, item.end, name, ids, note)

    @cached_property
    def _known_pairs(self) -> frozenset[str]:
        """Pairs of neighbouring characters in the names of the graph's bodies."""
        return frozenset[str]().union(*map(_pairs, self._forms))

    def _strange(self, text: str) -> Iterator[Found]:
        """Bodies without 市 or 县 that no document names (商务局 牵头), where a word of duty or nothing follows."""
        for match in _NAMED.finditer(text) if self._markers else ():
            place = next((place[:-1] for place in self._directory.places if match["name"].startswith(place[:-1])), "")
            name = match["name"][len(place) :]
            known = any(
                item.text == marker + name for marker in self._markers for item in self._registry.find(marker + name)
            )
            if len(name) > 2 and (known or name.endswith(_SURE)) and not _ASKED_FOR.search(name):
                yield Found(
                    "unit", match.start("name") + len(place), match.end("name"), name, self.ids(self._markers[0] + name)
                )

    def _bare(self, text: str, named: Sequence[Found] = ()) -> list[Found]:
        """Units by the stem of their name before a word of duty (发改 牵头, 公安和财政共同牵头), beside those that were found in one
        list with them only."""
        found = []
        for match in _STEM.finditer(text):
            start, end = match.span("stem")
            if named and not (text[start - 1 : start] in _LISTING or text[end : end + 1] in _LISTING):
                continue
            for at in (start, *(end - len(short) for short in _SHORT if match["stem"].endswith(short))):
                if ids := self._stems.get(text[at:end], ()):
                    found.append(Found("unit", at, end, text[at:end], ids))
                    break
        return found

    @cached_property
    def _stems(self) -> Mapping[str, tuple[str, ...]]:
        """Ids of the units that bear a stem: 发改 for 市发改委, 中院 for 市中级人民法院."""
        stems: defaultdict[str, dict[str, None]] = defaultdict(dict)
        for form, ids in self._forms.items():
            if (stem := _MARKER.sub("", _ENDING.sub("", form))) != form and len(stem) > 1:
                stems[stem].update(dict.fromkeys(ids))
        for marker in self._markers:
            for short in _SHORT:
                known = (unit_id for unit_id in self.ids(marker + short) if unit_id in self._directory.units)
                stems[short].update(dict.fromkeys(known))
        return {stem: tuple(ids) for stem, ids in stems.items() if ids}

    def _unmarked(self, text: str, named: Sequence[Found] = ()) -> list[Found]:
        """Units of the graph written in full without 市 or 县 (质量技术监督局), outside of those that were found."""
        found: list[Found] = []
        for match in _TAIL.finditer(text):
            if any(item.start < match.end() and match.start() < item.end for item in (*named, *found)):
                continue
            for start in range(max(0, match.end() - _LONGEST), match.end() - _SHORTEST + 1):
                written = text[start : match.end()]
                if written.isalnum() and not _MARKER.match(written) and written[0] not in _JOINS:
                    ids = tuple(
                        dict.fromkeys(
                            unit_id for marker in self._markers for unit_id in self._of_marker(marker, written)
                        )
                    )
                    if ids:
                        found.append(Found("unit", start, match.end(), written, ids))
                        break
        return found

    def _of_marker(self, marker: str, name: str) -> tuple[str, ...]:
        """Ids of the graph's units of a level with a name, or, where a province has none, with that of the same kind there."""
        known = self.known(marker + name)
        return known or (self.known(f"{marker}{name[:-1]}厅") if marker == "省" and name.endswith("局") else ())

    def known(self, name: str, places: Sequence[str] = ()) -> tuple[str, ...]:
        """Of the ids of the bodies that a name means those of the graph."""
        return tuple(unit_id for unit_id in self.ids(name, places) if unit_id in self._directory.units)

    def marker(self, place: str) -> str:
        """What stands for a place in names of its bodies (市), "" for the country."""
        found = self._place(place)
        return found.marker if found else ""

    def _place(self, name: str) -> Place | None:
        return self._places[name] if name in self._places else self._registry.place(name)

    @cached_property
    def _places(self) -> Mapping[str, Place | None]:
        """The loaded places by name."""
        return {name: self._registry.place(name) for name in self._directory.places}

    @cached_property
    def _markers(self) -> tuple[str, ...]:
        """What stands for the loaded places in names of their bodies: 市, 县…"""
        places = self._places.values()
        return tuple(dict.fromkeys(place.marker for place in places if place and place.marker))

    def _by_sound(self, text: str) -> Iterator[Found]:
        automaton, spelt, letters = self._heard
        heard = "".join(letters.get(sound, "\0") for sound in sounds(text))
        for start, end, word in automaton.hits(heard):
            written, ids = text[start:end], self._forms[spelt[word]]
            plainly = any(
                start <= a and b <= end and set(self._forms[form]) & set(ids) for a, b, form in self._names.hits(text)
            )
            counted = written.startswith("个") and text[start - 1 : start] in _COUNTING  # 哪几个部门 and 各部门
            # 几个县区政府 has 县区政府 as it is written and sounds like 各县区政府.
            if written != spelt[word] and not plainly and not counted:
                names = "、".join(dict.fromkeys(self._directory.unit_name(unit_id) for unit_id in ids))
                yield Found("unit", start, end, written, ids, f"“{written}”按“{names}”理解。")

    def _by_shape(self, text: str) -> Iterator[Found]:
        """Names with one character that is rare and stands in none of them: 市教肓局 for 市教育局."""
        for match in _RARE.finditer(text) if re.search("[局委办厅]", text) else ():
            if match[0].encode("gb18030") < _RARE_FROM or any(match[0] in form for form in self._forms):
                continue
            for form in sorted(self._forms, key=len, reverse=True):
                at = match.start()
                starts = (
                    at - place
                    for place in range(len(form))
                    if len(form) >= _SHORTEST
                    and at >= place
                    and text[at - place : at] == form[:place]
                    and text[at + 1 : at - place + len(form)] == form[place + 1 :]
                )
                if (start := next(starts, None)) is not None:
                    written = text[start : start + len(form)]
                    names = "、".join(dict.fromkeys(map(self._directory.unit_name, self._forms[form])))
                    yield Found(
                        "unit", start, start + len(form), written, self._forms[form], f"“{written}”按“{names}”理解。"
                    )
                    break

    def ids(self, name: str, places: Sequence[str] = ()) -> tuple[str, ...]:
        """Ids of the bodies that a name means in the places (default: all that are loaded): those of the graph when it has any
        of them. A name means one body in all places of a level, so it is read once for each."""
        named = tuple(place for place in self._directory.places if name.startswith(place[:-1] if place[2:] else place))
        where = tuple(places) or named or self._directory.places
        homes = {place.marker: place for name in where if (place := self._place(name))}
        bodies = [self._registry.resolve(name, home).unit for home in homes.values()]
        known = [
            unit_id
            for body in bodies
            for unit_id in self._by_normal_name.get(body.id.partition("/")[2], ())
            if unit_id.partition("/")[0] in where or unit_id == body.id
        ]
        absent = (f"{place}/{bodies[0].id.partition('/')[2]}" for place in where) if bodies else ()
        return tuple(dict.fromkeys(known)) or tuple(absent)

    @cached_property
    def _by_normal_name(self) -> Mapping[str, list[str]]:
        """Ids of the graph's units by what stands behind the place in them."""
        found: defaultdict[str, list[str]] = defaultdict(list)
        for unit_id in self._directory.units:
            found[unit_id.partition("/")[2]].append(unit_id)
        return found


def _pairs(name: str) -> set[str]:
    return {a + b for a, b in pairwise(name)}


def _as_named(unit: KnownUnit) -> UnitName:
    return UnitName(unit.id, unit.name, unit.full_name, unit.jurisdiction, unit.kind, unit.level, unit.aliases)


def _by_form(units: Iterable[KnownUnit]) -> Mapping[str, tuple[str, ...]]:
    """Ids of the units that each form can mean: in each place those that bear it as their name before those that may be
    written so, before those of which it is short."""
    ranked: defaultdict[str, dict[str, tuple[int, list[str]]]] = defaultdict(dict)
    for unit in units:
        for form, rank in _forms(unit).items():
            best, ids = ranked[form].get(unit.jurisdiction, (rank, []))
            if rank < best:
                ranked[form][unit.jurisdiction] = (rank, [unit.id])
            elif rank == best:
                ranked[form][unit.jurisdiction] = (rank, [*ids, unit.id])
    return {form: tuple(id for _, ids in places.values() for id in ids) for form, places in ranked.items()}


def _forms(unit: KnownUnit) -> dict[str, int]:
    """Ways to write a unit in a question with their rank: 0 its name (with or without its place), 1 another name of it, 2 one
    without 市, 市政府 or 各."""
    place = plain(unit.jurisdiction)
    forms: dict[str, int] = {}
    for rank, name in enumerate(
        dict.fromkeys(plain(name) for name in (unit.name, unit.full_name, *unit.aliases) if name)
    ):
        rank = min(rank, 1)
        bare = _MARKER.sub("", name)
        written = {name: rank}
        if bare != name:
            written |= {place + bare: rank, (place[:-1] if len(place) > 2 else "") + bare: max(rank, 1)}
            body = _BODY.sub("", bare)
            # Alone, 政府 is a word and no body: 政府立法.
            short = [
                *([] if bare.startswith("委") or bare in _NO_BODY else [bare]),
                *([body, name[0] + body] if len(body) > 1 else []),
            ]
            written = {**dict.fromkeys(short, 2), **written}
        if name.endswith("办"):
            written |= {f"{form}公室": max(found, 1) for form, found in written.items() if form.endswith("办")}
        if name.endswith("办公室") and _BODY_OFFICE.search(name):
            written |= {form.removesuffix("公室"): max(found, 1) for form, found in written.items()}
        if "(" in name:  # 各区县(市)政府
            bodies = [form for each in written for form in unbracketed(each)]
            written |= {form: max(2, rank) for form in bodies if form not in written}
        if unit.group and len(name) > 3:
            written |= {form.replace("各", ""): 2 for form in tuple(written) if form.replace("各", "") not in written}
        at = name.find(place[:-1], 1) if len(place) > 2 else -1
        if at > 0 and len(branch := name[at + len(place) - 1 :].removeprefix(place[-1])) >= _SHORTEST:
            written.setdefault(branch, 2)  # 供电公司 for 国网双溪供电公司
        for form, found in written.items():
            forms[form] = min(found, forms.get(form, found))
    return forms
