"""Loaded papers that a question names without their titles: by their place, words of the title, what they are and how long they are.

综保区意见, 延州燃气那张清单, 国务院关于综保区的那份意见, 乌兰河旗那十二项. Such a mention ends with what a paper is (方案, 那份) or
with the number of its measures. What stands before that is read backwards for as long as it stands in titles, and must say
something that tells papers apart: 工作方案 alone names none. One that stands by itself, before a blank, a mark, 里 or the number of a
measure, needs no such end (西杉水网 财政厅 牵头; 消费扶贫第三条): then the whole of it must be read so, and name one paper.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from graph_loader.extract import numerals
from queries.understand.found import Found
from queries.understand.papers.titles import stands_in
from queries.understand.wording.sound import sounds

_FILE = Path(__file__).with_name("mentions.toml")
_LONGEST = 24
_N = r"[0-9]{1,3}|[二两三四五六七八九十]{1,4}"
_ISSUED = re.compile("(?:[印下]?发|发布|出台|制定)的$")
_ASKED_FOR = re.compile("(?:都|一共|总共|共)?(?:有|是|包括)?(?:哪|几|多少|什么)")
"""What asks for papers: 市委印发的文件有哪些."""
_SO_MANY = re.compile(
    rf"[,，]?(?:里|列|提出|部署|确定|包含)?的?(?:那|这|全部|所有|一共|总共|共)?(?P<n>{_N})(?:大?项|条|件|个)(?:重点|主要|工作|具体)*"
    "(?:任务|措施|举措|工作|事项|条款)?(?!以上|以下|以内)"
)
_WHICH = (
    "(?=的?是哪一?[个份](?:省|市|县|区|地方)?[里发]?的?(?:文件|方案|计划)|的?(?:文件|方案)是哪个?(?:省|市|县|区|地方))"
)
"""Behind words of the title of the one paper whose name or place is asked for."""
_MARKERS = "省市县区州盟旗"
_POINTING = ("那", "这", "该")
_INSIDE = re.compile("[里中上内]|第[0-9一二三四五六七八九十(]")
_FEW = 4
"""So many characters that only stand in a title somewhere (防火 in 火灾防控) may name a paper whose place is named."""
_NUMBERED = "(?=[ ,，]?的?第[0-9一二三四五六七八九十(（]+[)）]?[条项])"
_BARE = (
    r"(?<=[a-z0-9\u4e00-\u9fff])(?P<bare>(?P<apart>(?=[ ,，]))|(?P<within>(?=里[面头边]?|中(?![\u4e00-\u9fff]?[心小])))"
    rf"|(?P<numbered>{_NUMBERED}))"
)
_NUMBERED_BEHIND = re.compile(_NUMBERED)
_BEGINS = re.compile("(?:^|[ ,，。;；:：(])(?:(?:我?想问|请问|问|查|看)?一?下?|在|按照?|根据|照)?$")
"""Before a mention that stands by itself."""
_BODY = re.compile("(?:[局委办厅部会院社]|政府|中心|公司|学校|医院|银行|大学)$")
_MANY = 3
"""Words that stand in so many measures, or in none, single out no measure."""
_JOINED = re.compile("[和与跟及同、以]{1,2}")
_PLAIN = re.compile("[a-z0-9.\u4e00-\u9fff]")


@dataclass(frozen=True, slots=True)
class Paper:
    """A loaded paper. title: folded, with its place before it. measures: how many it has."""

    id: str
    title: str
    measures: int


@dataclass(frozen=True, slots=True)
class _Words:
    ends: re.Pattern[str]
    general: frozenset[str]
    asked: frozenset[str]
    endings: frozenset[str]
    joining: re.Pattern[str]
    common: re.Pattern[str]


@cache
def _table() -> Mapping[str, Any]:
    return tomllib.loads(_FILE.read_text(encoding="utf-8"))


@cache
def _words() -> _Words:
    data = _table()
    endings = "|".join(sorted((*data["kinds"], *data["general"], *data["endings"]), key=len, reverse=True))
    pointed = "|".join(data["pointed"])
    pointing = data["pointing"]
    return _Words(
        re.compile(
            rf"(?:{pointing})?(?P<kind>{endings})|(?:{pointing}|[份个发]的?)(?P<any>{pointed})(?![\u4e00-\u9fff]?[物化旅件字章本艺明])"
            rf"|的(?P<of>{pointed})(?=[里上中内,，]|$)"
            rf"|(?P<that>[那这]一?[份张])(?=[里上中,，的和跟与同及、]|$)|(?P<one>[那这]一?个)(?=[里中,，]|$)|(?P<so>{_SO_MANY.pattern})|{_WHICH}|{_BARE}"
        ),
        frozenset((*data["general"], *data["pointed"])),
        frozenset(data["asked"]),
        frozenset(data["endings"]),
        re.compile(f"(?:{data['joining']})+$"),
        re.compile("|".join(sorted((*data["common"], *data["kinds"]), key=len, reverse=True))),
    )


def kinds() -> tuple[str, ...]:
    """What a paper may be called, the longest first."""
    data = _table()
    return tuple(sorted((*data["kinds"], *data["general"]), key=len, reverse=True))


class MentionFinder:
    """Finds mentions of the papers. holding: in how many measures words stand as they are."""

    def __init__(self, papers: Iterable[Paper], holding: Callable[[str], int]) -> None:
        self._papers = {paper.id: paper for paper in papers}
        self._letters = frozenset("".join(paper.title for paper in self._papers.values()))
        self._holding = holding

    def find(self, text: str, homes: Sequence[Found]) -> Iterator[Found]:
        """Mentions in a folded, lower-case question, kind "document", value the ids of the papers that fit. homes: words of the
        text for places and who issues (广东, 国务院), value the ids of the papers of each."""
        for end in _words().ends.finditer(text):
            start, ids, said, told = self._before(text, end.start(), homes)
            if not ids or not said:
                continue
            home = any(start <= item.start and item.end <= end.start() for item in homes)
            if end["bare"] is not None:
                if told and len(ids) == 1 and self._by_itself(text, start, end, ids[0], home):
                    yield Found("document", start, end.start(), text[start : end.start()], ids)
                continue
            if end["so"]:
                if self._counted(end, ids):
                    yield Found("document", start, end.end(), text[start : end.end()], ids)
                continue
            if not end[0] and len(ids) > 1:
                continue
            if _ISSUED.search(text, 0, end.start()) and _ASKED_FOR.match(text, end.end()):
                continue
            kind, inside = end["kind"] or "", bool(_INSIDE.match(text, end.end()))
            if (kind in _words().endings and not (told and (inside or home))) or (end["one"] and not told):
                continue
            ids = self._of_kind(ids, kind, told or inside or end[0][:1] in _POINTING or kind not in _words().asked)
            written = text[start : end.end()]
            if not ids or self._elsewhere(written, ids):
                continue
            many = _SO_MANY.match(text, end.end())
            last = many.end() if many and self._counted(many, ids) else end.end()
            yield Found("document", start, last, text[start:last], ids)

    def _by_itself(self, text: str, start: int, end: re.Match[str], paper: str, home: bool) -> bool:
        """Whether words before a blank, a mark, 里 or a measure's number are all of what stands there, and may name the paper rather
        than a measure or a body: they say its place, or stand in its title as they are, and a number tells its measure or they
        single out none."""
        words = text[start : end.start()]
        if not _BEGINS.search(text, 0, start) or _BODY.search(words):
            return False
        if home:
            return end["within"] is not None or end.end() < len(text)
        if words not in self._papers[paper].title:
            return False
        numbered = end["numbered"] is not None or _NUMBERED_BEHIND.match(text, end.end())
        return bool(numbered) or (end["within"] is not None and not 0 < self._holding(words) < _MANY)

    def _before(self, text: str, end: int, homes: Sequence[Found]) -> tuple[int, tuple[str, ...], bool, bool]:
        """Where the words before `end` begin that name papers, which papers fit them all, whether they tell papers apart, and
        whether words of titles do."""
        ids, at, start, said, told = tuple(self._papers), end, end, False, False
        while True:
            joined, behind = _words().joining.search(text, 0, at), at
            at = joined.start() if joined else at
            near = (item for item in homes if item.start < at <= item.end <= behind)
            home = next(near, None) or self._loosely(text, at, homes, ids)
            if home is not None:
                if _listed(text, home, homes):
                    return start, ids, told, told
                inside = tuple(id for id in ids if id in home.value)
                if not inside:
                    return end, (), False, False
                ids, at, said = inside, home.start, True
            else:
                begin, inside = self._run(text, at, ids)
                if begin == at and start == end and text[end : end + 1] in _POINTING:
                    begin, inside = self._nearly(text, at, ids)
                if begin == at:
                    return start, ids, said, told
                told = told or bool(_telling(text[begin:at]))
                ids, at, said = inside, begin, said or told
            start = at

    def _loosely(self, text: str, end: int, homes: Sequence[Found], ids: Sequence[str]) -> Found | None:
        """A place with a few characters behind it that one title of its papers has in any order: 桐山防火方案."""
        begin = self._run(text, end, ids)[0]
        for item in homes:
            if begin <= item.end or text[item.end : begin] == "的":
                continue
            between = text[item.end : end].removeprefix("的")
            if 1 < len(between) <= _FEW:
                having = tuple(id for id in item.value if set(between) <= set(self._papers[id].title))
                if having:
                    return Found("place", item.start, end, text[item.start : end], having)
        return None

    def _run(self, text: str, end: int, ids: Sequence[str]) -> tuple[int, tuple[str, ...]]:
        """The beginning of the longest run of characters before `end` that stands in titles, and the papers that have it."""
        first = end
        while (
            first > 0 and end - first < _LONGEST and text[first - 1] in self._letters and _PLAIN.match(text[first - 1])
        ):
            first -= 1
        for begin in range(first, end - 1):
            run = text[begin:end]
            cut = run[0] in _MARKERS and begin and text[begin - 1].isalnum()
            if not cut and (having := tuple(id for id in ids if stands_in(run, self._papers[id].title))):
                return self._heard(text, begin, end, having), having
        return end, tuple(ids)

    def _nearly(self, text: str, end: int, ids: Sequence[str]) -> tuple[int, tuple[str, ...]]:
        """As _run, for a run of one paper with one more character behind it: 校园餐 for 校园食品安全."""
        begin, having = self._run(text, end - 1, ids)
        return (
            (begin, having)
            if begin < end - 1 and len(having) == 1 and _telling(text[begin : end - 1])
            else (end, tuple(ids))
        )

    def _heard(self, text: str, begin: int, end: int, ids: Sequence[str]) -> int:
        """Where a run begins with the characters before it that only sound as in a title: 中和 before 保税区."""
        titles = [sounds(self._papers[id].title) for id in ids]
        for more in range(min(_FEW, begin), 1, -1):
            run = sounds(text[begin - more : end])
            if any(run == title[at : at + len(run)] for title in titles for at in range(len(title) - len(run) + 1)):
                return begin - more
        return begin

    def _of_kind(self, ids: tuple[str, ...], kind: str, sure: bool) -> tuple[str, ...]:
        """Of the papers those that are called so in their titles; all of them where any may be called so, and where it is sure
        that a paper is meant: 张掖市任务清单 may list the tasks."""
        if not kind or kind in _words().general:
            return ids
        return tuple(id for id in ids if stands_in(kind, self._papers[id].title)) or (ids if sure else ())

    def _elsewhere(self, written: str, ids: Sequence[str]) -> bool:
        """Whether the words stand in a measure and in none of the titles: a paper that a measure asks for."""
        return bool(self._holding(written)) and not any(written in self._papers[id].title for id in ids)

    def _counted(self, match: re.Match[str], ids: Sequence[str]) -> bool:
        return numerals.whole(match["n"]) == sum(self._papers[id].measures for id in ids)


def _listed(text: str, home: Found, homes: Sequence[Found]) -> bool:
    """Whether a place stands behind another (张掖市与清泽市的方案), so that the papers are those of both."""
    return any(_JOINED.fullmatch(text, other.end, home.start) for other in homes)


def _telling(run: str) -> str:
    """What is left of words of a title without those that most titles have; one character tells nothing."""
    left = _words().common.sub("", run)
    return left if len(left) > 1 else ""
