"""The places and documents that a question names hold for its units, measures and subject too."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace

from graph_loader.extract import numerals
from queries.directory import Directory
from queries.understand.found import Found, read_as
from queries.understand.units.bodies import Bodies
from queries.understand.units.shortened import Elisions

_NOT_THOSE = re.compile(
    "[,，;。?!(]*(?:请)?(?:别|不要|不用|无需|不)(?:把|将|算上?|包括|含|列|计入?)(?P<what>[^,，;。?!]{1,12}?)"
    "(?:的)?(?:也|都)?(?:算|加|计|列|包括|混|放|带)?(?:进来|进去|在内|上|入)?\\)?(?=$|[,，;。?!])"
)
"""What leaves something out of the answer: 别把张掖的算进来."""
_BUT = re.compile("(?:除(?:了|开|去|掉)?|刨[去开除]?|排除|撇开|抛开|不算上?|不含|不包括|别算)$")
_EXCEPTED = re.compile("(?:[这那]一?[条项])?(?:除外|(?:不|别)(?:算|计)(?:在内|进来|进去)?|不包括在内)[,，]?")
_AND = re.compile("[和、与及跟]|以及")
_BESIDES = re.compile("(?:这一?[条项]|那一?[条项])?(?:(?:以|之)?外)?[,，]?")


_N = "[0-9]{1,2}|[两二三四五六七八九十]{1,3}"
_PAPER = "(?:文件|方案|材料|计划|单子|清单|文)"
_WITHIN = "(?:里头?|里面|当中|中|上|内|之中)"
_SEARCHED = "(?:都|全|一起|一共|总共|逐一|挨个|给我|帮我)*(?:翻|看|找|过|查|搜|数|捋|算|要|包括|列)(?:一?遍|一下|出来|上|到|全)?"
_ALL_PAPERS = re.compile(
    rf"[,，。]?(?:在|从|把|就)?(?:已|所有|全部|已经|库里|目前|现有|手头|这里|载入|收录|导入|的)*(?:[这那]么?)?(?<!哪)(?P<each>全部|所有|各|每|几|多|(?P<n>{_N}))?(?(n)[份个部]|[份个部]?)"
    rf"{_PAPER}(?(each)(?:{_WITHIN}(?:全|都)?|(?=合计|合起来|加起来|加一起|一共|总共|拢共|统共|共有?[多几])|(?=都?{_SEARCHED}$))|(?!))(?:{_SEARCHED}$)?[,，]?"
    "(?:[都是有]*(?P<which>哪(?:[一几]?份|(?:些|一?个|几个)(?![条项措任工举单部]))))?"
)
"""What looks in all papers: 四份文件里, 六份文件都翻一遍."""
_LEVELS = "省市县区旗"
_ALL_PLACES = re.compile(
    rf"(?:[,，。]|^)?(?:不管|不论|无论)(?:是)?(?:哪个?|哪座|什么|省|市|县|区|旗|里|还是|、)+(?:地方|城市|省|市|县|里)?(?:的)?[,，]?"
    rf"|(?:全国|各)?各地(?:区|方)?的|(?<!哪)(?:这|那)?(?<!哪)(?P<each>各个?|每个|几个|所有|(?P<n>{_N})个)(?P<kind>省|城?市|县|区|地方|地区)(?:里)?(?:都有[^,，。]{{2,8}}[,，。]|的?(?:都|全)(?:要|算|列|看|包括|给我)(?:上|出来)?|的)"
)
"""What looks in all places, or in all of a level: 两个省的都要, 不管哪个城市."""


def without_everything(text: str, directory: Directory) -> str:
    """A folded question without words that say to look in all papers or places. Where the number of places of a level is said
    (两个省), they are named."""

    def papers(match: re.Match[str]) -> str:
        so_many = numerals.whole(match["n"]) if match["n"] else None
        if so_many not in (None, len(directory.loaded)):
            return match[0]
        return "哪些文件" if match["which"] else ""

    def places(match: re.Match[str]) -> str:
        kind, so_many = match["kind"] or "", numerals.whole(match["n"]) if match["n"] else None
        named = [place for place in directory.places if not kind or kind[-1] not in _LEVELS or place.endswith(kind[-1])]
        if so_many is not None and so_many != len(named):
            return match[0]
        return "" if so_many is None else ",".join(["", "、".join(named)])

    left = _ALL_PLACES.sub(places, _ALL_PAPERS.sub(papers, text))
    return left if left.strip(",，。?？ ") else text


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

    def __init__(self, found: Sequence[Found], directory: Directory, bodies: Bodies, elisions: Elisions) -> None:
        self._directory, self._bodies, self._elisions = directory, bodies, elisions
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

    def units(self, text: str, found: Sequence[Found]) -> Iterator[Found]:
        """Units of these papers that only they tell, beside the entities found."""
        return iter(()) if self._open else self._elisions.find(text, self._homes, found)

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
            elif item.kind == "unit" and (ids := self._unheard_of(item)):
                yield replace(item, value=ids, note=read_as(item.text, self._bodies.names(ids)))
            else:
                yield item

    def _of_places(self, item: Found) -> tuple[str, ...]:
        known = self._directory.units
        named: tuple[str, ...] = item.value
        here = tuple(unit_id for unit_id in named if unit_id in known and known[unit_id].jurisdiction in self._homes)
        if here or (here := self._elisions.meant(item.text, self._homes)):
            return here
        if not self.places or not any(self._elsewhere(unit_id) for unit_id in named):
            return named
        return self._bodies.ids(item.text, self.places)

    def _unheard_of(self, item: Found) -> tuple[str, ...]:
        """Ids of the one unit that a name nobody has heard of shortens, where the papers are all of one place."""
        places = self._directory.places
        strange = len(places) == 1 and not set(item.value) & self._directory.units.keys()
        return self._elisions.meant(item.text, places) if strange and self._bodies.unheard_of(item.text) else ()

    def _elsewhere(self, unit_id: str) -> bool:
        """Whether it is a body of another place that has documents of its own, not of one inside the places asked about."""
        return unit_id.partition("/")[0] in self._directory.places
