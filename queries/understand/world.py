"""Everything in the loaded graph that a question can name, ready to be found. Made once for each state of a store."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from graph_loader.extract import numerals
from queries.directory import Directory
from queries.understand import cues, dates
from queries.understand.automaton import Automaton
from queries.understand.content.facts import Facts
from queries.understand.content.retold import Told
from queries.understand.content.topics import Topic, Topics
from queries.understand.found import Found, apart, beside
from queries.understand.measures import Numbers
from queries.understand.papers.documents import DocumentFinder
from queries.understand.papers.places import PlaceFinder
from queries.understand.papers.scope import Scope, without_measures
from queries.understand.papers.sections import SectionFinder, settled
from queries.understand.question import Question, ending_so, take_apart
from queries.understand.roles.through_groups import Groups
from queries.understand.units.bodies import Bodies
from queries.understand.units.finder import UnitFinder
from queries.understand.units.shortened import Elisions

_FALLS_DUE = re.compile("(?:的?到期|截止|届满|[底末]?前)")
_REFORM = re.compile("的?(?:那[次轮场]|这[次轮场]|新一轮)?(?:党和国家|国务院|地方|党政)?的?机构改革")
_SO_MANY = re.compile("等?[,，]?(?:他们?|它们?)?这?(?P<n>[0-9两二三四五六七八九十]{1,2})(?:家|个)(?:单位|部门)?")
_SO_MANY_PLACES = re.compile("这?(?P<n>[0-9两二三四五六七八九十]{1,2})个?(?:省|城?市|县|区|旗|地方|地区)")
_NO_YEAR = re.compile(
    r"(?:截至|截止到?|至迟|最迟|不晚于|到|在|于)?(?:[0-9一二三四五六七八九十]{1,3}月|[上下]半年|年[底末终])"
)
"""A date that is some day of this year only because none is said."""
_ALL_OF_THEM = re.compile(
    "(?:(?:[这那的中里]|全部|所有)(?=[^,，]{1,12}[里中,，])|(?<![第前几少过于0-9一二三四五六七八九十])(?=[^,，]{1,12}[里中]))"
    "(?P<n>[0-9一二两三四五六七八九十]{1,3})(?:项|条|件|个)(?:重点|主要|工作|具体)*(?:任务|措施|工作|实事|事项|举措|条款)?"
    "(?=里|之?中|当中|,|，)"
)
"""What names all measures of a plan by their number: 方案的七项任务中."""


@dataclass(frozen=True)
class World:
    """The finders over one state of a store."""

    directory: Directory
    bodies: Bodies
    units: UnitFinder
    elisions: Elisions
    documents: DocumentFinder
    places: PlaceFinder
    numbers: Numbers
    topics: Topics
    titles: Mapping[str, tuple[str, ...]]
    names: Automaton
    sections: SectionFinder
    groups: Groups
    facts: Facts
    years: Mapping[str, frozenset[int]]
    """Years in which something falls due, by document."""
    told: Told

    def find(self, text: str, today: date) -> list[Found]:
        """The entities of a tidied question, apart from each other and in order."""
        found = apart(
            [
                *self.documents.find(text),
                *(self._at_home(item) for item in self.units.find(text) if not self._worded(item, text)),
                *self.sections.marked(text),
                *self.numbers.find(text),
                *(Found("measure", a, b, title, self.titles[title]) for a, b, title in self.names.hits(text)),
                *(item for item in dates.find(text, today) if not self._said_by_the_way(item, text)),
                *cues.amounts(text),
                *cues.ordinals(text),
                *cues.once_only(text),
            ]
        )
        found = list(_with_their_number(found, text))
        found = beside(beside(found, self.sections.find(text)), self._places_before(text, found))
        return list(_with_number_of_places(found, text))

    def _all_of_them(self, text: str, scope: Scope) -> Iterator[Found]:
        """The number of all measures of a plan that the question is about, which leaves out none of them."""
        counts = Counter(measure.document_id for measure in self.directory.measures.values())
        wholes = {counts[document_id] for document_id in scope.documents}
        for match in _ALL_OF_THEM.finditer(text):
            if numerals.whole(match["n"]) in wholes:
                yield Found("set", match.start("n"), match.end(), match[0], ())

    def _worded(self, item: Found, text: str) -> bool:
        """Whether what looks like a unit, and is none of the graph, is a piece of what the measures say: 中行 in 集中行政; or what
        somebody is asked for: 谁组建仲裁委员会."""
        if any(unit_id in self.directory.units for unit_id in item.value):
            return False
        if (cues.asks_who(text) or item.text[0] not in "省市州盟县区旗") and self.topics.has(item.text):
            return True
        around = text[max(0, item.start - 1) : item.end + 1]
        return len(around) == item.end - item.start + 2 and around.isalnum() and self.topics.has(around)

    def _said_by_the_way(self, item: Found, text: str) -> bool:
        """Whether a date tells only when bodies were reformed (2019年机构改革后), or is given without figures in what a measure
        says: 征集下一年立法项目."""
        if _REFORM.match(text, item.end):
            return True
        before, after = text[max(0, item.start - 2) : item.start], text[item.end : item.end + 2]
        return (
            not re.search("[0-9一二三四五六七八九〇]", item.text.replace("一年", ""))
            and len(before) == len(after) == 2
            and any(self.topics.has(f"{before}{item.text}{more}{after}") for more in ("", "度"))
        )

    def _together(self, found: list[Found]) -> Iterator[Found]:
        """The entities, with units that are named beside one of a certain place (河汐市司法局与市财政局) taken to be of that place."""
        named = [item for item in found if item.kind == "unit" and self._begins_with_place(item.text)]
        homes = list(dict.fromkeys(unit_id.partition("/")[0] for item in named for unit_id in item.value))
        homes = [home for home in homes if home in self.directory.places]
        for item in found:
            if item.kind == "unit" and homes and item not in named:
                here = tuple(unit_id for unit_id in item.value if unit_id.partition("/")[0] in homes)
                yield replace(item, value=here or item.value)
            else:
                yield item

    def _with_duties(self, item: Found) -> Found:
        """A unit whose name several bodies bear, one of which carries duties (编办, that has become 委编办), as that one."""
        having = tuple(unit_id for unit_id in item.value if unit_id in self.told.duties) if item.kind == "unit" else ()
        return replace(item, value=having) if having else item

    def _dated(self, item: Found, text: str, scope: Scope) -> Found:
        """A month or day without its year as that of the one year for which the plans in question are made."""
        years = frozenset[int]().union(*(self.years.get(document_id, ()) for document_id in scope.documents))
        if len(years) != 1:
            return item
        if item.kind == "date" and _NO_YEAR.match(item.text):
            return replace(item, value=item.value.in_year(min(years)))
        if item.kind != "month" or not _FALLS_DUE.match(text, item.end):
            return item
        return replace(item, kind="date", value=dates.When(*dates.months_of(min(years), item.value)))

    def _begins_with_place(self, name: str) -> bool:
        return any(place.kind == "place" and place.start == 0 for place in self.places.find(name))

    def _at_home(self, item: Found) -> Found:
        """The unit; or, of a body of a place that no document governs (北京市教育委员会), that place."""
        for place in self.places.find(item.text):
            homes = {
                self.directory.units[unit_id].jurisdiction for unit_id in item.value if unit_id in self.directory.units
            }
            named = place.kind == "place" and place.start == 0 and place.end < len(item.text) and not place.value
            if named and not any(home.startswith(place.text) for home in homes):
                return replace(place, start=item.start, end=item.start + place.end)
        return item

    def _places_before(self, text: str, found: list[Found]) -> Iterator[Found]:
        """Places; of one that shares its last character with a unit's name (北京市 and 市教育局), what stands before the name."""
        starts = {item.start: item for item in found if item.kind == "unit"}
        places = self.places.find(text)
        homes = {place.end for place in places if place.value}
        for place in places:
            written = text[place.start : place.end + (0 if place.start in homes else 2)]
            if not place.value and self.topics.has(written):
                continue  # a word of the measures: 老城区排水管网, 鸣沙县老城区
            shared = place.end - 1 in starts and place.start < place.end - 1
            yield replace(place, end=place.end - 1) if shared else place

    def in_scope(self, question: Question) -> frozenset[str]:
        """Ids of the measures in the places and documents that a question names."""
        scope = Scope(question.found, self.directory, self.bodies, self.elisions)
        return frozenset(measure.id for measure in self.topics.measures if scope.holds(measure.id))

    def question(self, text: str, today: date, known: Callable[[str], bool], carried: Sequence[Found] = ()) -> Question:
        """The tidied question taken apart. known: as in take_apart. carried: what stands in it for something that the answer
        before it was about."""
        found = beside(list(carried), self.find(text, today))
        scope = Scope(found, self.directory, self.bodies, self.elisions)
        found = beside(found, scope.units(text, found))
        narrowed = map(self._with_duties, scope.narrow(found))
        found = [self._dated(item, text, scope) for item in self._together(list(narrowed))]
        found = without_measures(found, text, [m.id for m in self.topics.measures if scope.holds(m.id)])
        found = [settled(item, scope.documents) if item.kind == "section" else item for item in found]
        papers = [item for item in found if item.kind == "document"]  # which may be named by the number of its measures
        whole = beside(papers, self._all_of_them(text, scope))
        found = beside(whole, found) if len(whole) > len(papers) else found
        question = take_apart(text, found, known, self.topics, today)
        if question.of("unit") or question.of("date"):
            titled = [named for item in question.about if (named := self.documents.by_words(item)).kind == "document"]
            question = take_apart(text, beside(found, titled), known, self.topics, today) if titled else question

        def held(topics: Iterable[Topic]) -> list[Topic]:
            return [topic for topic in topics if scope.holds(topic.measure.id)]

        topics = ending_so(held(question.topics), question.about, lambda words: held(self.topics.search(words, 1.0)))
        about = " ".join(item.text for item in question.about)
        return replace(question, topics=topics, facts=self.facts.words(about, topics[0].measure if topics else None))


def _with_their_number(found: list[Found], text: str) -> Iterator[Found]:
    """The entities, of which the last of several units holds the number of them behind it: A、B两家."""
    units = [item for item in found if item.kind == "unit"]
    said = _SO_MANY.match(text, units[-1].end) if len(units) > 1 else None
    if said is None or numerals.whole(said["n"]) != len(units):
        yield from found
        return
    for item in found:
        if item is units[-1]:
            yield replace(item, end=said.end())
        elif not said.start() <= item.start < said.end():
            yield item


def _with_number_of_places(found: list[Found], text: str) -> Iterator[Found]:
    """The entities, of which the last of several places holds the number of them behind it: 宁波和郑州两个市."""
    places = [item for item in found if item.kind == "place"]
    said = _SO_MANY_PLACES.match(text, places[-1].end) if len(places) > 1 else None
    counted = said is not None and numerals.whole(said["n"]) == len(places)
    for item in found:
        yield replace(item, end=said.end()) if said and counted and item is places[-1] else item
