"""Parts of the documents that a question names: by number (第三部分, 第（五）节), by heading or by a piece of one (“企业端”部分)."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

from graph_loader.extract import numerals
from graph_loader.stores.base import GraphStore
from queries.understand import slots
from queries.understand.automaton import Automaton
from queries.understand.content.topics import plain
from queries.understand.found import Found, apart
from queries.understand.measures import number_value

_SHORTEST = 4
"""Characters of a heading, or of a piece of one, that is known wherever it stands."""
_SHORTEST_PIECE = 6
"""The same of a piece of a heading."""
_SHORTEST_MARKED = 2
"""The same where the question says that it is one: 企业端部分."""
_NUMBER = "[0-9一二三四五六七八九十]{1,3}"
_PART = re.compile(
    rf"(?:第\s?(?P<n>{_NUMBER})|第?\((?P<b>{_NUMBER})\))(?:个?大?(?:部分|板块|版块|方面)|章节?|篇章?|节|大块|大项)"
)
_OPEN, _CLOSE = "“\"「『《‘'", "”\"」』》’'"
_SAYS_SO = (
    "(?:[这那]?一?个?(?:大?(?:部分|板块|版块|章节|篇章|标题|大项|小节)|[章节篇])|[这那]一?(?:大?块儿?|方面)|名下)"
)
_MARKED = re.compile(rf"(?:[{_OPEN}](?P<quoted>[^{_OPEN}{_CLOSE}]{{2,40}})[{_CLOSE}])的?{_SAYS_SO}")
_NAMED = re.compile(rf"(?P<before>[^\s,，。;；:：?？{_OPEN}{_CLOSE}]{{2,40}}?)的?{_SAYS_SO}")
_BEHIND = re.compile(rf"[:：,， ]?[{_OPEN}]?")
_CLOSED = re.compile(rf"[{_CLOSE}]?")
_LOOKED_FOR = re.compile(r"(?:提到|提及|写到|写了|说到|出现|搜索?|查找|关于)[了过]?[“\"]?$")
"""What looks for words, be they a heading too: 提到组织保障."""
_OF_TITLE = re.compile("(?:责任|任务)?(?:分工|分解)|清单|台账|一览")
"""Behind a heading that is part of how the whole document is called: 重点任务分工表."""
_PIECES = re.compile("[,，、:：;；]|--|——|—")
_MARKS = re.compile(r"[(（\[].*[)）\]]")


_Row = tuple[str, str, list[str]]
"""Number and title of a heading, and the ids of the measures right under it."""


@dataclass(frozen=True, slots=True)
class Heading:
    """title, number: as printed. folded: the title as questions are compared. names: by which the graph finds what stands under it:
    the titles (or numbers, where there is none) of it and of the headings below. measures: ids of the measures there."""

    document_id: str
    number: str
    title: str
    folded: str
    names: tuple[str, ...]
    measures: tuple[str, ...] = ()


class Part(NamedTuple):
    """What parts that a question names hold: the names by which the graph finds them, and the ids of their measures."""

    names: tuple[str, ...]
    measures: tuple[str, ...]


class SectionFinder:
    """Finds headings of the loaded documents. measured: titles of measures, which a heading's name does not hide."""

    def __init__(self, headings: Sequence[Heading], measured: Collection[str] = ()) -> None:
        self._headings = tuple(headings)
        self._measured = measured
        self._by_form: defaultdict[str, list[Heading]] = defaultdict(list)
        for heading in self._headings:
            pieces = (piece for piece in _PIECES.split(heading.folded) if len(piece) >= _SHORTEST_PIECE)
            for form in dict.fromkeys((heading.folded, *pieces)):
                if len(form) >= _SHORTEST and form not in measured and not slots.plain(form):
                    self._by_form[form].append(heading)
        self._names = Automaton(self._by_form)
        self._by_value: defaultdict[int, list[Heading]] = defaultdict(list)
        for heading in self._headings:
            if (value := number_value(heading.number)) is not None:
                self._by_value[value].append(heading)

    def find(self, text: str) -> list[Found]:
        """Parts by their headings in a folded question, kind "section"; value: the headings that it can mean, in all documents."""
        return [
            Found("section", start, end, form, tuple(self._by_form[form]))
            for start, end, form in self._names.hits(text)
            if not (_LOOKED_FOR.search(text[:start]) or _OF_TITLE.match(text, end))
        ]

    def marked(self, text: str) -> list[Found]:
        """Parts that the question says to be parts, as `find`."""
        return apart([*self._numbered(text), *self._by_piece(text)])

    def _numbered(self, text: str) -> Iterator[Found]:
        """By number, with the heading or its first words behind it; in brackets, as it is printed."""
        for match in _PART.finditer(text):
            meant = self._by_value.get(numerals.whole(match["n"] or match["b"]) or 0, [])
            alike = [item for item in meant if bool(_MARKS.search(item.number)) == bool(match["b"])]
            if not (meant := alike or meant):
                continue
            opened = _BEHIND.match(text, match.end())
            start = opened.end() if opened else match.end()
            heads = {item: _common(text[start:], item.folded) for item in meant}
            longest = max(heads.values())
            end = match.end()
            if longest >= _SHORTEST:
                meant = [item for item, size in heads.items() if size == longest]
                closed = _CLOSED.match(text, start + longest)
                end = closed.end() if closed else start + longest
            yield Found("section", match.start(), end, match[0], tuple(meant))

    def _by_piece(self, text: str) -> Iterator[Found]:
        """By a heading or a piece of one, where the question says that it is one."""
        for match in _MARKED.finditer(text):
            meant = tuple(item for item in self._headings if match["quoted"] in item.folded)
            exact = tuple(item for item in meant if match["quoted"] in _PIECES.split(item.folded))
            if meant and not _LOOKED_FOR.search(text[: match.start()]):
                yield Found("section", *match.span(), match["quoted"], exact or meant)
        for match in _NAMED.finditer(text):
            before, end = match["before"], match.end("before")
            for size in range(len(before), _SHORTEST_MARKED - 1, -1):
                name = before[-size:]
                meant = tuple(item for item in self._headings if _names(name, item.folded))
                if meant and not (len(name) < _SHORTEST and name in self._measured):
                    yield Found("section", end - size, match.end(), name, meant)
                    break


def _names(name: str, title: str) -> bool:
    """Whether a name is a heading's, that of a piece of it or of its last words."""
    return name in (title, *_PIECES.split(title)) or (len(name) >= _SHORTEST and title.endswith(name))


def settled(item: Found, documents: Collection[str]) -> Found:
    """A part as one of the documents that are asked about, its value a Part; those with something under them before those
    without."""
    here = [heading for heading in item.value if heading.document_id in documents] or list(item.value)
    names = dict.fromkeys(name for heading in here for name in heading.names)
    measures = dict.fromkeys(measure for heading in here for measure in heading.measures)
    return replace(item, value=Part(tuple(names), tuple(measures)))


def read_headings(store: GraphStore) -> list[Heading]:
    """The headings of a store's documents."""
    rows = store.read(
        "MATCH (s:Section) RETURN s.document_id AS document, s.id AS id, s.number AS number, s.title AS title "
        "ORDER BY document, s.position, s.id"
    ).rows
    held: defaultdict[str, list[str]] = defaultdict(list)
    for section, measure in store.read(
        "MATCH (s:Section)-[:HAS_MEASURE]->(m:Measure) RETURN s.id AS section, m.id AS measure ORDER BY section, measure"
    ).rows:
        held[section].append(measure)
    by_document: defaultdict[str, list[_Row]] = defaultdict(list)
    for document, section, number, title in rows:
        by_document[document].append((number or "", title or "", held[section]))
    return [heading for document, found in by_document.items() for heading in _nested(document, found)]


def _nested(document: str, rows: Sequence[_Row]) -> Iterator[Heading]:
    """The headings of a document in their order, each with those below it: they are numbered in another way (一、 over （一）)."""
    styles = [_style(number) for number, _, _ in rows]
    for at, (number, title, _) in enumerate(rows):
        above = set(styles[:at]) if styles[at] not in styles[:at] else set(styles[: styles.index(styles[at])])
        last = next((n for n in range(at + 1, len(rows)) if styles[n] in above | {styles[at]}), len(rows))
        names = tuple(dict.fromkeys(t or n for n, t, _ in rows[at:last] if t or n))
        measures = tuple(dict.fromkeys(measure for _, _, ids in rows[at:last] for measure in ids))
        yield Heading(document, number, title, plain(title), names, measures)


def _style(number: str) -> str:
    """How a heading is numbered: 二、 as N、, （三） as (N)."""
    return re.sub(r"[0-9〇零一二三四五六七八九十百]+", "N", plain(number))


def _common(text: str, title: str) -> int:
    """How many characters at the start of a text a title begins with."""
    return next(
        (at for at, pair in enumerate(zip(text, title, strict=False)) if pair[0] != pair[1]), min(len(text), len(title))
    )
