"""What the words of a masked question are for: slots.toml read over it.

Two questions whose words carry the same concepts ask the same thing, however they are wrapped up. What no word of the table covers
is left over.
"""

from __future__ import annotations

import re
import tomllib
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import combinations
from pathlib import Path

_FILE = Path(__file__).with_name("slots.toml")
_TABLE = Path(__file__).with_name("signatures.toml")
_LIGHT, _PLAIN, _ASKS, _CONCEPT = "light", "plain", "asks", "concept"
_ORDER = {_CONCEPT: 0, _ASKS: 1, _PLAIN: 2, _LIGHT: 3}
"""Of words of one length the first kind counts."""


_CLAUSE = re.compile("哪(?:一|几|两)?[条款]|哪一?项(?!目)|第几[条项]")
_ENDINGS = (
    ("measures", re.compile("(?:措施|任务|事项|条款|举措|项目|的(?:条|项))(?:清单|名单|明细|一览|列表)?$")),
    ("units", re.compile("(?:单位|部门)(?:清单|名单|明细|一览|列表)?$")),
    ("documents", re.compile("(?:文件|法规)(?:清单|名单)?$")),
)
"""What is asked for where no word asks: the noun at the end (牵头10条以上 单位)."""
_KEPT = 256
"""Masked questions whose words are remembered."""
_TWO = re.compile("U[^U]+U")
_SEVERAL = re.compile("[UM]|谁|(?<!牵头)(?<!责任)(?<!配合)(?:单位|部门)")
_OF_EACH = tuple("都均皆")
"""What several do together, and one in all that it does."""
SOFT = frozenset({"recurring", "mention", "written", "now", "members", "do", "share"})
"""Concepts that often only frame a question: what the plan says, has or shares out."""
_ASKED_BEHIND = re.compile(r"\W*(?:$|是?(?:多少|几|谁|什么|哪|吗)|[怎如]|没有?$|了没?)")
"""Behind a stretch that is asked for, where no word of asking stands before it: 投资额, 满意吗."""


@dataclass(frozen=True, slots=True)
class Slots:
    """concepts: what the words mean. asks: the fields of an answer that are asked for. rest: stretches that no word covers, with
    whether each is what is asked for (多少病人). kept: the text without light words and the rest, for comparing. clause: whether it
    asks for the number of a clause (哪一条)."""

    concepts: frozenset[str]
    asks: frozenset[str]
    rest: tuple[tuple[str, bool], ...]
    kept: str
    clause: bool = False

    @property
    def key(self) -> frozenset[str]:
        """The concepts by which entries are told apart: where to look is none, unless nothing else is said, and words stand for a
        measure."""
        said = self.concepts - {"document", "section"} or self.concepts & {"section"}
        return frozenset("measure" if name == "words" else name for name in said)

    @property
    def asks_for_unknown(self) -> bool:
        """Whether what it asks for is something that no word covers."""
        return any(asked for _, asked in self.rest)


@cache
def _signatures() -> Mapping[frozenset[str], tuple[str, ...]]:
    """Entries by the concepts of the questions that mean them: signatures.toml with every choice made."""
    found: defaultdict[frozenset[str], dict[str, None]] = defaultdict(dict)
    for entry, rows in tomllib.loads(_TABLE.read_text(encoding="utf-8")).items():
        for row in rows:
            free = [word[:-1] for word in row.split() if word.endswith("?")]
            needed = {word for word in row.split() if not word.endswith("?")}
            for size in range(len(free) + 1):
                for more in combinations(free, size):
                    found[frozenset(needed.union(more))][entry] = None
    return {key: tuple(entries) for key, entries in found.items()}


def meant(key: frozenset[str], asks: frozenset[str]) -> tuple[str, ...]:
    """Entries that a question with these concepts means, which asks for these fields of an answer, by the table."""
    table = _signatures()
    return (*table.get(key, ()), *(name for field in sorted(asks) for name in table.get(key | {f">{field}"}, ())))


def keys(told: Slots) -> Iterator[frozenset[str]]:
    """The question's concepts, and then without those that may only frame it."""
    yield told.key
    for soft in sorted(told.key & SOFT):
        yield told.key - {soft}
    if len(told.key & SOFT) > 1:
        yield told.key - SOFT


@cache
def _patterns() -> tuple[tuple[re.Pattern[str], str, str], ...]:
    """One pattern for each field that is asked for and each concept, and those of light and plain words, with their kinds."""
    data = tomllib.loads(_FILE.read_text(encoding="utf-8"))
    rows = [(data[_LIGHT], _LIGHT, _LIGHT), (data[_PLAIN], _PLAIN, _PLAIN)]
    rows += [(forms, _ASKS, field) for field, forms in data[_ASKS].items()]
    rows += [(forms, _CONCEPT, name) for name, forms in data["concepts"].items()]
    return tuple((re.compile("|".join(sorted(forms, key=len, reverse=True))), kind, name) for forms, kind, name in rows)


def covered(text: str) -> Iterator[tuple[int, int]]:
    """Places of words of two characters or more in a text."""
    for pattern, _, _ in _patterns():
        for match in pattern.finditer(text):
            if match.end() - match.start() > 1:
                yield match.span()


def plain(text: str) -> bool:
    """Whether a text only names what every question is about: 重点任务."""
    return any(kind == _PLAIN and pattern.fullmatch(text) for pattern, kind, _ in _patterns())


def asking(text: str) -> set[int]:
    """Places of the characters that ask: 哪年, 什么时候."""
    spans = (match.span() for pattern, kind, _ in _patterns() if kind == _ASKS for match in pattern.finditer(text))
    return {place for start, end in spans for place in range(start, end)}


Hit = tuple[int, int, str, str]
"""Start and end of a word, its kind (light, plain, asks, concept), and the field or concept."""


@lru_cache(maxsize=_KEPT)
def hits(masked: str) -> tuple[tuple[Hit, ...], tuple[int, ...]]:
    """The words of the table in a masked question, the longest first, and for each of its characters the place in that list of the
    word that it belongs to (-1: none). Kept for a while: a question is read several times over."""
    found = [
        (match.start(), match.end(), kind, name)
        for pattern, kind, name in _patterns()
        for match in pattern.finditer(masked)
        if match.end() > match.start()
    ]
    found.sort(key=lambda hit: (hit[0] - hit[1], _ORDER[hit[2]]))
    owner = [-1] * len(masked)
    for at, (start, end, _, _) in enumerate(found):
        if all(place < 0 for place in owner[start:end]):
            owner[start:end] = [at] * (end - start)
    return tuple(found), tuple(owner)


def read(masked: str) -> Slots:
    """The slots of a masked question."""
    found, owner = hits(masked)
    used = sorted(set(owner) - {-1})
    concepts = frozenset(found[at][3] for at in used if found[at][2] == _CONCEPT) | (
        {"two"} if _TWO.search(masked) else set()
    )
    if len(_SEVERAL.findall(masked)) < 2 and not any(
        found[at][3] == "together" and not masked.startswith(_OF_EACH, found[at][0]) for at in used
    ):
        concepts -= {"together"}  # 某局都牵头哪些
    if masked.count("M") > 1 and "together" in concepts:
        concepts |= {"common"}
    asks = frozenset(found[at][3] for at in used if found[at][2] == _ASKS)
    if not asks and "哪" not in masked:
        asks = frozenset(field for field, ending in _ENDINGS if ending.search(masked))
    when = max((found[at][1] for at in used if found[at][2:] == (_ASKS, "deadlines")), default=len(masked))
    rest: list[tuple[str, bool]] = []
    for match in re.finditer(
        r"0+", "".join("0" if o < 0 and c.isalnum() else "1" for o, c in zip(owner, masked, strict=True))
    ):
        before = owner[match.start() - 1] if match.start() else -1
        counted = before >= 0 and found[before][3] == "count"
        asked = (before >= 0 and found[before][2] == _ASKS) or bool(_ASKED_BEHIND.match(masked, match.end()))
        asked |= when <= match.start()  # 是哪天正式挂牌的
        rest.append((masked[match.start() : match.end()], counted or (asked and match.end() - match.start() > 1)))
    for at in used:
        if found[at][3] == "count" and masked.startswith("W", found[at][1]):
            rest.append(("W", True))
    kept = "".join(
        c if (o < 0 and not c.isalnum()) or (o >= 0 and found[o][2] != _LIGHT) else ""
        for o, c in zip(owner, masked, strict=True)
    )
    return Slots(concepts, asks, tuple(rest), kept, bool(_CLAUSE.search(masked)))
