"""A question taken apart: what it names, what it is about, and what nobody knows."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from queries.understand import slots
from queries.understand.content.topics import Topic, Topics, pairs
from queries.understand.found import Found, beside
from queries.understand.mask import mask
from queries.understand.wording.words import words

_QUOTED = re.compile(r"[“\"「『‘'](?P<words>[^”\"」』’']{2,40})[”\"」』’']")
_SAID = re.compile(
    r"(?:提到|提及|提了|写到|写了|写有|说到|说了|讲到|讲的?是?|涉及|关于|谈到|(?<!被约)谈|搜索?|查找|包含|要求|规定了?)"
    r"[要过了搞弄抓得应 ]*(?!哪|什么|几|谁|多少)(?P<words>(?:(?!什么|何[时日]|几|哪|谁|多[少久]|啥)[\u4e00-\u9fff0-9%、]){2,24}?)"
    r"(?=的?(?:是|在|有|由|为(?=哪|何)|措施|任务|条款|规定|内容|文件|方案|那|这)|的?$|[,，?？ ])"
)
_SEARCHED = re.compile(
    r"(?:提到|提及|写到|涉及|搜索|查找|包含)[了过 ]?+(?!哪|什么|几|谁|多少|的)(?P<words>[\u4e00-\u9fff]{2,12}?)"
    r"(?=的?(?:是|在|有|为(?=哪|何)|措施|任务|条款|规定|文件|方案)|的?$)"
)
"""Words that are looked for, whether a measure has them or not."""
_ASKS = re.compile(
    "(?:牵头|责任|配合)(?:单位|部门)|牵头|(?:严格|认真)?(?:执行|遵守|遵照)的?(?:办法|条例|法规|规定)(?=有哪|是哪)"
)
"""Words of asking that are never part of what is asked about, though the measures have them too."""
_ASKED_BY_WORD = frozenset(words())
"""Words that ask for a kind of fact (规定问责的措施), and are looked for only where the question says so (写到“问责”)."""
_FILLING = frozenset(
    "的了是在和与跟及有个这那哪为以到对把被给让将也都还就由所其该里中上下什么些几每从向谁归要会能可应做得"
)
_BRIDGE = 3
"""Known characters that may stand between two unknown stretches of one subject (规范性文件清理)."""
_LEAST = 0.45
"""Share of a stretch's weight that one measure must hold for the stretch to be what the question is about."""
_WORD = re.compile(r"[a-z]+|[^\W_]|%")
_COUNTED = ("项", "条", "家")
"""Behind a number that measures or units are counted by, and nothing that a measure says."""
_CLAUSES = re.compile("[^,，;；]+")
_ASKING = re.compile("[谁哪几]|什么|多少|何|怎|吗")
_AHEAD = 1.5
"""How much nearer the best measure must be than the next to be the one that is meant."""
_HEAD = 4
"""So many characters say what a subject is."""
_SUBJECTS = re.compile("W(?:[的、和与及 ]*W)+")

_SCOPES = frozenset({"place", "document"})
_BEFORE_SCOPE = re.compile('(?:在|对于?|关于|就|按照?|根据|[》”"(,，、])*')
_BEHIND_SCOPE = re.compile(
    '(?:[》”")]|的|(?:这|那|该)?[份个]?(?:方案|文件|计划|意见|清单)|里面?|中|上|这边|这里|[,，:：])*'
)


@dataclass(frozen=True, slots=True)
class Question:
    """text: tidied. found: entities, apart and in order. about: stretches of words that loaded measures hold (kind "words"),
    topics the measures, best first. unknown: stretches that neither the catalogue's examples nor the measures know. today: the
    day of asking. raw: the folded question before it was tidied. facts: words that a deadline, target or liability holds, by subject
    of the catalogue. aside: whether the documents that it names are taken to say only where to look."""

    text: str
    found: tuple[Found, ...]
    about: tuple[Found, ...] = ()
    topics: tuple[Topic, ...] = ()
    unknown: tuple[str, ...] = ()
    today: date = date.min
    raw: str = ""
    facts: Mapping[str, str] = field(default_factory=dict)
    aside: bool = False

    @property
    def masked(self) -> str:
        """With its entities masked."""
        return mask(self.text, self.found, aside=self.aside)

    @property
    def masked_about(self) -> str:
        """With its entities and what it is about masked; words that it is about may hold a number (不少于5人)."""
        return _SUBJECTS.sub("W", mask(self.text, beside(list(self.about), self.found), aside=self.aside))

    @property
    def searching(self) -> bool:
        """Whether it asks where words stand (提到…, “…”), which then say nothing of how it is meant."""
        return bool(_SAID.search(self.text) or _QUOTED.search(self.text))

    def by_clause(self) -> Question | None:
        """With each clause that asks nothing taken whole for what it is about (每年挑至少两件重大决策做后评估,是哪几家牵头), where one
        measure has its words and the others have them far less; None where there is no such clause."""
        clear = self.topics and (len(self.topics) < 2 or self.topics[0].score >= _AHEAD * self.topics[1].score)
        clauses = [Found("words", *match.span(), match[0], match[0]) for match in _CLAUSES.finditer(self.text)]
        about = [
            clause
            for clause in clauses
            if not _ASKING.search(clause.text)
            and any(clause.start <= item.start < clause.end for item in self.about)
            and not any(clause.start <= item.start < clause.end for item in self.found if item.kind != "number")
        ]
        inside = all(any(c.start <= item.start < c.end for c in about) for item in self.about)
        if not clear or not about or not inside or len(about) == len(clauses):
            return None
        return replace(self, about=tuple(about), unknown=())

    def unscoped(self) -> Question:
        """Without the places and papers that it says first, which only say where to look (在甲市,给乙局发个短信)."""
        at = 0
        for item in self.found:
            between = _BEFORE_SCOPE.fullmatch(self.text, at, item.start)
            behind = _BEHIND_SCOPE.match(self.text, item.end)
            if not between or item.kind not in _SCOPES or behind is None:
                break
            at = behind.end()
        moved = [tuple(_moved(item, at) for item in part if item.start >= at) for part in (self.found, self.about)]
        return replace(self, text=self.text[at:], found=moved[0], about=moved[1]) if 0 < at < len(self.text) else self

    def of(self, kind: str) -> list[Found]:
        """Its entities of a kind."""
        return [item for item in self.found if item.kind == kind]


def _moved(item: Found, by: int) -> Found:
    return replace(item, start=item.start - by, end=item.end - by)


def take_apart(
    text: str, found: Sequence[Found], known: Callable[[str], bool], topics: Topics, today: date
) -> Question:
    """The question with its subject found. known: whether two neighbouring characters, or an English word, are part of how
    the catalogue's examples ask. today: the day of asking."""
    taken = [False] * len(text)
    for item in found:
        if item.kind != "number" or text[item.end : item.end + 1] in _COUNTED:
            taken[item.start : item.end] = [True] * (item.end - item.start)
    about, unknown = [], []
    sought = {match.span("words") for match in _SEARCHED.finditer(text)}
    for start, end in sorted(_stretches(text, taken, known, topics)):
        stretch = text[start:end]
        if topics.search(stretch, _LEAST) or (start, end) in sought:
            about.append(Found("words", start, end, stretch, stretch))
        elif len(stretch) > 1:
            unknown.append(stretch)
    subject = " ".join(item.text for item in about)
    meant = tuple(topics.search(subject, _LEAST)) if subject else ()
    return Question(text, tuple(found), tuple(about), meant, tuple(unknown), today)


def ending_so(
    found: Sequence[Topic], about: Sequence[Found], search: Callable[[str], Iterable[Topic]]
) -> tuple[Topic, ...]:
    """The measures that a subject is about, best first: where the nearest has nothing of what the subject ends with (用地保障 in
    专精特新企业的用地保障), first those that have that as it stands. search: measures that have all pairs of some words."""
    head = about[-1].text.rpartition("的")[2] if about else ""
    if not found or len(head) < _HEAD or pairs(head) & pairs(found[0].measure.text):
        return tuple(found)
    having = [topic for topic in search(head) if head in topic.measure.text or head in topic.measure.title]
    ids = {topic.measure.id for topic in having}
    return (*having, *(topic for topic in found if topic.measure.id not in ids))


def _stretches(
    text: str, taken: Sequence[bool], known: Callable[[str], bool], topics: Topics
) -> Iterator[tuple[int, int]]:
    taken = list(taken)
    for pattern in (_QUOTED, _SEARCHED, _SAID):
        for match in pattern.finditer(text):
            start, end = match.span("words")
            said = _ASKS.fullmatch(text, start, end) or (
                pattern is _SAID and (text[start:end] in _ASKED_BY_WORD or not topics.search(text[start:end], _LEAST))
            )
            if not any(taken[start:end]) and not said:
                yield start, end
                taken[start:end] = [True] * (end - start)
    for match in _ASKS.finditer(text):
        if not topics.has(text[max(0, match.start() - 1) : match.end() + 1]):
            taken[match.start() : match.end()] = [True] * (match.end() - match.start())
    strange = [not flag for flag in taken]
    spans = list(slots.covered("".join("\0" if flag else char for char, flag in zip(text, taken, strict=True))))
    for start, end in spans:
        inside = text[start - 1 : start + 1] in topics and text[end - 1 : end + 1] in topics
        free = (
            start > 1 and not any(a < start and start - 2 < b for a, b in spans) and not any(taken[start - 2 : start])
        )
        if not inside and not (free and text[start - 2] not in _FILLING and topics.has(text[start - 2 : end])):
            strange[start:end] = [False] * (end - start)
    for match in _WORD.finditer(text):
        start, end = match.span()
        near = {text[max(0, start - 1) : end], text[start : end + 1]} if end - start == 1 else {match[0]}
        if match[0] in _FILLING or any(known(pair) for pair in near):
            strange[start:end] = [False] * (end - start)
    runs = [(match.start(), match.end()) for match in re.finditer("1+", _bits(text, strange))]
    joined: list[tuple[int, int]] = []
    for start, end in runs:
        if joined:
            before, last = joined[-1]
            gap = range(last - 1, start)
            if (
                start - last <= _BRIDGE
                and not any(taken[last:start])
                and all(text[at : at + 2] in topics for at in gap)
            ):
                joined[-1] = (before, end)
                continue
        joined.append((start, end))
    asking = slots.asking(text)
    grown: list[tuple[int, int]] = []
    for start, end in joined:
        while (
            start
            and not taken[start - 1]
            and start - 1 not in asking
            and _belongs(text, start - 1, start + 1, start - 1, topics)
        ):
            start -= 1
        while (
            end < len(text) and not taken[end] and end not in asking and _belongs(text, end - 1, end + 1, end, topics)
        ):
            end += 1
        if grown and start <= grown[-1][1]:
            start = grown.pop()[0]
        grown.append((start, end))
    yield from grown


def _belongs(text: str, start: int, end: int, at: int, topics: Topics) -> bool:
    """Whether the character at `at`, one of the pair [start, end), goes on with a word of the measures: 中 in 中介服务."""
    if text[at] not in _FILLING:
        return text[start:end] in topics
    more = text[start : end + 1] if at == start else text[max(0, start - 1) : end]
    return len(more) == 3 and more.isalnum() and topics.has(more)


def _bits(text: str, flags: Sequence[bool]) -> str:
    return "".join(
        "1" if flag and (char.isalnum() or char == "%") else "0" for char, flag in zip(text, flags, strict=True)
    )
