"""Units named by less than any place's papers would need, where the question has said in which papers they stand: 发改委 for 发展改革委
in a paper of the State Council, 司法局 for 省司法厅, 工信局 for 市工业和信息化局."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property

from queries.understand.content.topics import plain
from queries.understand.found import Found
from queries.understand.papers.titles import shortens
from queries.understand.units.bodies import Bodies
from queries.understand.units.forms import LEVEL

_KINDS = "(?:委员会|办公室|总局|管理局|管理总局|局|厅|部|委|办|署|中心|[总支大]队|科)"
_KIND, _ANY_KIND = re.compile(f"{_KINDS}$"), re.compile(f"{_KINDS}(?![门分署长员学技研教协室目普])")
_LONGEST = 14
_TAIL = 4
"""So many characters at the end of a stem tell a unit: 资助管理中心 for 市学生资助管理中心."""


class Elisions:
    """Finds such units of the graph."""

    def __init__(self, bodies: Bodies) -> None:
        self._bodies = bodies

    def find(self, text: str, homes: Sequence[str], found: Sequence[Found]) -> Iterator[Found]:
        """Units of these places by their name without its level and with the end of a body of any level, beside those found."""
        for match in _ANY_KIND.finditer(text):
            for start in range(max(0, match.start() - _LONGEST), match.start() - 1):
                ids = self._short(text[start : match.start()], homes)
                if len(ids) == 1 and not any(item.start < match.end() and start < item.end for item in found):
                    yield Found("unit", start, match.end(), text[start : match.end()], ids)
                    break

    def meant(self, name: str, homes: Sequence[str]) -> tuple[str, ...]:
        """Ids of the units that a name means in papers of these places; none where it may mean several."""
        for form in dict.fromkeys((name, *(self._bodies.marker(home) + name for home in homes))):
            if known := self._bodies.known(form, homes):
                return known
        return self._short(_stem(name), homes)

    def _short(self, short: str, homes: Sequence[str]) -> tuple[str, ...]:
        """Ids of the one unit of these places whose stem is this, has its characters in order or ends in it."""
        stems = [(stem, ids) for home in homes for stem, ids in self._stems.get(home, {}).items()]
        exact = {unit_id for stem, ids in stems if stem == short for unit_id in ids}
        alike = exact or {unit_id for stem, ids in stems if shortens(short, stem) for unit_id in ids}
        if not alike and len(short) >= _TAIL:
            alike = {unit_id for stem, ids in stems if stem.endswith(short) for unit_id in ids}
        return tuple(alike) if len(alike) == 1 else ()

    @cached_property
    def _stems(self) -> Mapping[str, Mapping[str, Sequence[str]]]:
        """Ids of the units of each place by the stems of their names."""
        stems: defaultdict[str, defaultdict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
        for unit in self._bodies.directory.units.values():
            names = () if unit.group else filter(None, (unit.name, unit.full_name, *unit.aliases))
            for stem in dict.fromkeys(map(_stem, names)):
                stems[unit.jurisdiction][stem].append(unit.id)
        return stems


def _stem(name: str) -> str:
    """A body's name without its level and what kind of body it is: 财政 for 省财政厅."""
    return _KIND.sub("", LEVEL.sub("", plain(name)))
