"""Units named in a question: as the graph writes them, by another name of theirs, shortened, by their sound, or not in the graph."""

from __future__ import annotations

import re
from dataclasses import replace

from queries.understand.found import Found, apart, beside
from queries.understand.units.bodies import Bodies
from queries.understand.units.forms import NO_BODY
from queries.understand.units.groups import GroupNames
from queries.understand.units.misspelt import Misspelt
from queries.understand.units.short import ShortNames

_ROOT = re.compile("(?:委|政府)$")
_SHAPE = re.compile(
    r"(?<![\u4e00-\u9fff](?<![由和与跟及同是归给对让问在找查]))[省市州盟县区旗](?:委|政府)?(?:(?![和与跟及同的由而但谁哪几]|牵头|负责|配合|主办|协办|承办)[\u4e00-\u9fff]){1,9}?"
    r"(?:办公室|委员会|管理局|中心|公司|集团|协会|学院|大学|银行|法院|检察院|支队|总队|联合会|总工会|妇联|局|委|办|厅|部|院|站|社|会)"
    r"(?![\u4e00-\u9fff]?(?:员会|公室|局|门))"
)
"""The shape of a unit's name, for units that neither a loaded document nor a table names."""
_BODIES = re.compile("^[^各]*(?:部门|单位)$")
_ASKED_FOR = re.compile("(?:哪[一些几两]?个?|几个|多少个?|其[他它余]|别的|每个)$")
"""Before a word for bodies that are asked for: 哪些市直部门."""
_WITH = re.compile("会同|联合(?!会)|协同|配合|以及")
"""What joins a body to the one before it, and begins no name."""


class UnitFinder:
    """Finds units of the loaded graph and bodies that it does not name."""

    def __init__(self, bodies: Bodies) -> None:
        directory = bodies.directory
        self._bodies, self._forms = bodies, bodies.forms
        self._misspelt, self._short = Misspelt(bodies), ShortNames(bodies)
        self._groups = GroupNames(directory.units.values(), [document.jurisdiction for document in directory.loaded])

    def find(self, text: str) -> list[Found]:
        """Units in a folded, lower-case question, kind "unit"; value: ids of the units that the name can mean, in all places.
        A unit that the graph lacks gets an id in every loaded place, for which nothing will be found."""
        exact = [
            Found("unit", start, end, form, self._forms[form]) for start, end, form in self._bodies.written.hits(text)
        ]
        shaped = [Found("unit", *match.span(), match[0], None) for match in _SHAPE.finditer(text)]
        table = [
            Found("unit", item.span.start, item.span.end, item.text, None)
            for item in self._bodies.registry.find(text)
            if not _WITH.match(item.text)
        ]
        roots = {item.start for item in exact if _ROOT.search(item.text)}
        # 市委统战部 begins with 市委 and is another body. Of names of one length what is written goes before what it sounds like.
        longer = [item for item in shaped if item.start in roots]
        named = beside(apart([*exact, *table, *self._misspelt.by_sound(text), *longer]), shaped)
        named = [
            item
            for item in named
            if item.text not in NO_BODY and not (item.text.endswith("部") and text.startswith("门", item.end))
            if not (_BODIES.search(item.text) and _ASKED_FOR.search(text, 0, item.start))
        ]
        found = beside(named, self._short.unmarked(text, named)) if named else self._short.unmarked(text)
        found = beside(found, self._short.bare(text, found))
        found = beside(found, self._groups.find(text))
        found = beside(found, self._short.strange(text))
        found = beside(
            [*self._misspelt.by_shape(text), *self._misspelt.of_level(found), *self._misspelt.mistyped(found)], found
        )
        return [item if item.value else replace(item, value=self._bodies.ids(item.text)) for item in found]
