"""Groups and local governments by the bare word for them (乡镇, 开发区, 白河市), where a question says that something is laid on them.

The word alone is one of everyday speech: 乡镇聘法律顾问 asks about a subject, 全压给乡镇了 about 各乡镇人民政府.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable

from queries.directory import KnownUnit
from queries.understand.content.topics import plain
from queries.understand.found import Found

_BODY = re.compile("(?:人民政府|政府|管委会|管理委员会|党委|办事处)$")
_INSIDE = re.compile(r"\([^()]*\)")
_BEFORE = (
    "(?:(?<=[由归让靠给光仅只])|(?<=[光只仅]写)|(?<=[光只仅]列)|(?<=写了)|(?<=写着)|(?<=列了)"
    "|(?<=落到)|(?<=落在)|(?<=压在)|(?<=只有)|(?<=仅有)|(?<=只是)|(?<=仅为))"
)
_LOCAL = re.compile("(?P<place>[^各]{2,4}[市县区旗州])(?:人民)?政府$")
_IN_PLACE = "(?:(?<=^)|(?<=[,?、由让归给和与跟]))"
_DOES = "(?:在.{2,24}[里中上]|(?:要|得|应|须|需|也|都|被|还|只)*(?:参与|负责|牵头|配合|承担|担责|点名|干|做))"
_AND = "[和与跟及、]"
_BEHIND = (
    "(?:头上|身上|肩上|名下|手[上里]|(?:都|单独|一起|共同|自己|一家|来)*(?:负责|牵头|配合|承担|担责|扛|干|落实)"
    "|了?(?:的(?!主|领|工|干|企|居|群|项)|$|[,?]))"
)


def unbracketed(name: str) -> tuple[str, str]:
    """A group's name without what stands in brackets, and with it as its own words: 各区县(市)政府."""
    return _INSIDE.sub("", name), re.sub("[(),、]", "", name)


class GroupNames:
    """Finds groups of the graph by the bare word for their members, and local governments by their place, but for those of the homes
    of loaded documents."""

    def __init__(self, units: Iterable[KnownUnit], homes: Iterable[str]) -> None:
        governed = set(homes)
        stems: defaultdict[str, dict[str, None]] = defaultdict(dict)
        places: defaultdict[str, dict[str, None]] = defaultdict(dict)
        for unit in units:
            name = plain(unit.name)
            if (local := _LOCAL.match(name)) and local["place"] not in governed:
                places[local["place"]][unit.id] = None
            if name.startswith("各"):
                for form in unbracketed(name):
                    stem = _BODY.sub("", form[1:])
                    if len(stem) > 1:
                        stems[stem][unit.id] = None
        self._stems = {stem: tuple(ids) for stem, ids in (*stems.items(), *places.items())}
        words = "|".join(sorted(map(re.escape, stems), key=len, reverse=True))
        self._pattern = re.compile(rf"{_BEFORE}(?:{words})(?:{_AND}(?:{words}))*(?={_BEHIND})") if stems else None
        self._word = re.compile(words)
        here = "|".join(map(re.escape, places))
        self._place = re.compile(rf"{_IN_PLACE}(?P<place>{here})(?={_DOES})") if places else None

    def find(self, text: str) -> list[Found]:
        """Groups in a folded question, kind "unit"."""
        return [
            Found("unit", *word.span(), word[0], self._stems[word[0]])
            for run in (self._pattern.finditer(text) if self._pattern else ())
            for word in self._word.finditer(text, *run.span())
        ] + [
            Found("unit", *match.span(), match[0], self._stems[match[0]])
            for match in (self._place.finditer(text) if self._place else ())
        ]
