"""Bodies named by less than their names: without 市 or 县 (质量技术监督局), by the stem alone (发改牵头), or unheard of."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property

from queries.understand.found import Found
from queries.understand.units.bodies import Bodies
from queries.understand.units.forms import LEVEL, SHORTEST

_TAIL = re.compile("委员会|办公室|联合会|总工会|检察院|法院|学院|医院|公司|银行|集团|[支大总]队|协会|局|中心|委|办|厅")
_JOINS = "和与跟及同由归让给问在对是"
_LONGEST = 14
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
    rf"(?:(?<=^)|(?<=[由归让把将和与跟、,+&/省市县区州 ]))(?P<stem>(?:(?![把将])[\u4e00-\u9fff]){{2,6}}?)"
    rf"(?:部门|系统|口|[那这][边块里]|[那这]个?(?:局|委|办|单位|部门)|方面)?"
    rf"(?=(?:\s?[和与跟、+&/]\s?[\u4e00-\u9fff]{{2,6}})*\s?{_DUTY}|跟谁|和谁|(?:现在|后来|如今)?(?:并|划|撤|改|归)(?:到|入|给|了|成|名|并)"
    rf"|(?<=部门)被?[列写放算](?:为|进|入|在|作|成|到))"
)
"""A stem stands alone before a word of duty: 信访由谁牵头 asks about a subject."""
_LISTING = tuple("和与跟、+&/")
_NAMED = re.compile(
    rf"(?:(?<=^)|(?<=[{_JOINS}、, ]))(?P<name>[\u4e00-\u9fff]{{2,8}}?(?:局|委|办|厅|委员会|办公室|学院|大学|公司|银行|集团|协会))"
    r"(?=$|[\s和与跟及同、,]|[有没还也都就只要参单独一共总]*(?:牵头|主办|主责|负责|配合|承担|参与|有|的|是|管|干|什么|哪))"
)
"""A body's name by its end, where a name can begin and stop."""
_ASKED_FOR = re.compile("[哪几什么各每这那个多全大布格结当某谁本我该此其他]")
_SURE = ("局", "学院", "大学", "公司", "银行", "集团", "协会")
"""Ends that are those of bodies only."""


class ShortNames:
    """Finds them in a folded question."""

    def __init__(self, bodies: Bodies) -> None:
        self._bodies, self._forms, self._markers = bodies, bodies.forms, bodies.markers

    def unmarked(self, text: str, named: Sequence[Found] = ()) -> list[Found]:
        """Units of the graph written in full without 市 or 县 (质量技术监督局), outside of those that were found."""
        found: list[Found] = []
        for match in _TAIL.finditer(text):
            if any(item.start < match.end() and match.start() < item.end for item in (*named, *found)):
                continue
            for start in range(max(0, match.end() - _LONGEST), match.end() - SHORTEST + 1):
                written = text[start : match.end()]
                if written.isalnum() and not LEVEL.match(written) and written[0] not in _JOINS:
                    ids = tuple(
                        dict.fromkeys(
                            unit_id for marker in self._markers for unit_id in self._of_marker(marker, written)
                        )
                    )
                    if ids:
                        found.append(Found("unit", start, match.end(), written, ids))
                        break
        return found

    def bare(self, text: str, named: Sequence[Found] = ()) -> list[Found]:
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

    def strange(self, text: str) -> Iterator[Found]:
        """Bodies without 市 or 县 that no document names (商务局 牵头), where a word of duty or nothing follows."""
        for match in _NAMED.finditer(text) if self._markers else ():
            place = next(
                (place[:-1] for place in self._bodies.directory.places if match["name"].startswith(place[:-1])), ""
            )
            name = match["name"][len(place) :]
            known = any(self._bodies.listed(marker + name) for marker in self._markers)
            if len(name) > 2 and (known or name.endswith(_SURE)) and not _ASKED_FOR.search(name):
                yield Found(
                    "unit",
                    match.start("name") + len(place),
                    match.end("name"),
                    name,
                    self._bodies.ids(self._markers[0] + name),
                )

    @cached_property
    def _stems(self) -> Mapping[str, tuple[str, ...]]:
        """Ids of the units that bear a stem: 发改 for 市发改委, 中院 for 市中级人民法院."""
        stems: defaultdict[str, dict[str, None]] = defaultdict(dict)
        for form, ids in self._forms.items():
            if (stem := LEVEL.sub("", _ENDING.sub("", form))) != form and len(stem) > 1:
                stems[stem].update(dict.fromkeys(ids))
        for marker in self._markers:
            for short in _SHORT:
                stems[short].update(dict.fromkeys(self._bodies.known(marker + short)))
        return {stem: tuple(ids) for stem, ids in stems.items() if ids}

    def _of_marker(self, marker: str, name: str) -> tuple[str, ...]:
        """Ids of the graph's units of a level with a name, or, where a province has none, with that of the same kind there."""
        known = self._bodies.known(marker + name)
        return known or (self._bodies.known(f"{marker}{name[:-1]}厅") if marker == "省" and name.endswith("局") else ())
