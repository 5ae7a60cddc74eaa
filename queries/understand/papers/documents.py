"""Documents named in a question: by title (whole, or without its place and years), in 《》 also by a part of it, by number in any
form, or in words of the asker's (mentions.py)."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from itertools import takewhile

from queries.directory import KnownDocument
from queries.understand.automaton import Automaton
from queries.understand.content.topics import plain
from queries.understand.found import Found, apart, beside
from queries.understand.papers.homes import Homes
from queries.understand.papers.mentions import MentionFinder, Paper, kinds
from queries.understand.papers.numbers import PaperNumbers
from queries.understand.papers.titles import stands_in

_QUOTED = re.compile("《(?P<title>[^》]{2,80})》")
_YEARS = re.compile(r"\([^()]*\)$")
_YEAR = re.compile("20[0-9]{2}年")
_OF_YEAR = re.compile(
    rf"(?P<year>20[0-9]{{2}})年度?(?:[印下]?发|发布|出台|制定)?的?[这那]?(?:一?[份张个]的?)?(?P<kind>{'|'.join(kinds())})(?=[里中内上]|[,，由]|的?要求|的?规定)"
)
"""A paper by its year and what it is: 2017年方案中."""
_SPAN = re.compile("(?P<first>20[0-9]{2})年?[-—~至到]+(?P<last>20[0-9]{2})年")
_WORDS_OF_YEAR = 3
"""So many characters behind its year tell a title."""
_PLACE = re.compile(r"^(?:中华人民共和国|(?:[^省市县区州]{2,6}[省市县区州盟旗]|国务院)){1,2}(?=.{6})")
_SHORTEST = 5
_NUMBERED = re.compile("(?:发?文字?号|文件号|编号|字号)(?:为|是)$")
_IS_PLAN = re.compile("(?<=号)(?:这[份个])?(?:文件?(?!号|字)|的(?:这[份个])?(?:文件|方案|通知))")


class DocumentFinder:
    """Finds documents of the graph, loaded and cited. homes: finder of words for where they come from. sizes: how many measures
    each has. holding: in how many measures words stand as they are."""

    def __init__(
        self,
        documents: Iterable[KnownDocument],
        homes: Homes,
        sizes: Mapping[str, int],
        holding: Callable[[str], int],
    ) -> None:
        forms: defaultdict[str, dict[str, None]] = defaultdict(dict)
        known = tuple(documents)
        for document in known:
            for form in _forms(document):
                forms[form][document.id] = None
        self._forms = {form: tuple(ids) for form, ids in forms.items()}
        self._loaded = {document.id: plain(document.title) for document in known if document.loaded}
        self._years = {document.id: frozenset(_years(document)) for document in known if document.loaded}
        self._titles = {document.id: document.title for document in known}
        self._names = Automaton(self._forms)
        self._homes = homes
        self.numbers = PaperNumbers(document.number for document in known if document.loaded and document.number)
        papers = (Paper(d.id, _placed(plain(d.title), d.jurisdiction), sizes.get(d.id, 0)) for d in known if d.loaded)
        self._mentions = MentionFinder(papers, holding)

    def find(self, text: str) -> list[Found]:
        """Documents in a folded, lower-case question, kind "document", value their ids; a title in 《》 that nothing bears has
        none."""
        quoted = [self._quoted(match) for match in _QUOTED.finditer(text)]
        named = [
            self._found(*_with_kind(text, start, end), form, self._forms[form])
            for start, end, form in self._names.hits(text)
        ]
        mentioned = [self._printed(item) for item in self._mentions.find(text, self._homes.find(text))]
        dated = (
            item for item in self._of_year(text) if not any(other.start < item.start < other.end for other in mentioned)
        )
        found = beside(beside(beside(beside(apart(quoted), named), dated), mentioned), self._by_year(text))
        return beside(found, (replace(item, kind="document") for item in self._homes.unplaced(text)))

    def by_words(self, words: Found) -> Found:
        """The loaded documents that have the words in their titles (法治政府建设), or the words where none has."""
        text = words.text.strip("的")
        ids = tuple(id for id, title in self._loaded.items() if text in title)
        return self._found(words.start, words.end, text, ids) if ids and len(text) >= _SHORTEST - 1 else words

    def _of_year(self, text: str) -> Iterator[Found]:
        """Loaded documents by a year of theirs and what they are: those that are called so, or else all of that year."""
        for match in _OF_YEAR.finditer(text):
            ids = [id for id, years in self._years.items() if int(match["year"]) in years]
            called = [id for id in ids if match["kind"] in self._loaded[id]]
            if ids:
                yield self._found(*match.span(), match[0], tuple(called or ids))

    def _by_year(self, text: str) -> Iterator[Found]:
        """Loaded documents by the year in their title and the words behind it: 2024年重点工作 for 2024年重点工作责任分解方案."""
        for match in _YEAR.finditer(text):
            lengths: defaultdict[int, list[str]] = defaultdict(list)
            for id, title in self._loaded.items():
                if (at := title.find(match[0])) >= 0:
                    alike = takewhile(
                        lambda pair: pair[0] == pair[1], zip(text[match.start() :], title[at:], strict=False)
                    )
                    lengths[sum(1 for _ in alike)].append(id)
            longest = max(lengths, default=0)
            if longest >= len(match[0]) + _WORDS_OF_YEAR:
                end = match.start() + longest
                yield self._found(match.start(), end, text[match.start() : end], tuple(lengths[longest]))

    def _quoted(self, match: re.Match[str]) -> Found:
        title = match["title"].strip()
        ids = (
            self._forms.get(title)
            or tuple(
                dict.fromkeys(id for form, ids in self._forms.items() if title in form or form in title for id in ids)
            )
            or tuple(id for id, own in self._loaded.items() if stands_in(title, own))
        )
        return self._found(*match.span(), title, ids)

    def _printed(self, item: Found) -> Found:
        return self._found(item.start, item.end, item.text, item.value)

    def _found(self, start: int, end: int, written: str, ids: tuple[str, ...]) -> Found:
        """Its text is the title as printed, where one document is meant."""
        return Found("document", start, end, self._titles[ids[0]] if len(ids) == 1 else written, ids)


def _with_kind(text: str, start: int, end: int) -> tuple[int, int]:
    """The span of a number or title with the words that only say that it is one: 文号为〔2020〕33号的方案, 14号文件."""
    before, behind = _NUMBERED.search(text, 0, start), _IS_PLAN.match(text, end)
    return (before.start() if before else start), (behind.end() if behind else end)


def _years(document: KnownDocument) -> Iterator[int]:
    """The years of a document: when it was issued, and those that its title says."""
    title = plain(document.title)
    if document.issued_on:
        yield document.issued_on.year
    for year in _YEAR.findall(title):
        yield int(year[:4])
    for span in _SPAN.finditer(title):
        yield from range(int(span["first"]), int(span["last"]) + 1)


def _placed(title: str, place: str) -> str:
    """A title with its place before it, where it does not name that."""
    return title if place[:-1] in title else place + title


def _forms(document: KnownDocument) -> Iterator[str]:
    title = plain(document.title)
    for name in (title, _YEARS.sub("", title)):
        for form in (name, _PLACE.sub("", name)):
            if len(form) >= _SHORTEST:
                yield form
    if document.number:
        yield plain(document.number)
