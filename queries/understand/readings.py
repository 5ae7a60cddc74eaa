"""The ways to read a question, best first: catalogue entries with their parameters, and reasons to refuse."""

from __future__ import annotations

import re
import tomllib
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path

from queries import catalogue
from queries.model import Entry
from queries.understand import cues, outside, slots
from queries.understand.binding import Bound, bind, bind_where
from queries.understand.classify import Classifier, Guess
from queries.understand.content.facts import BY_WORDS
from queries.understand.mask import mask_example
from queries.understand.question import Question
from queries.understand.roles import conditions
from queries.understand.wording.words import tokens, words

_LEFT_OVER = 0.18
"""What each entity that an entry has no use for takes from its score."""
_UNUSED_SUBJECT = 0.12
"""What it takes when the entry has no use for the words that the question is about."""
_UNKNOWN = 0.09
"""What each stretch of Chinese takes that nobody knows."""
_TURNED = 0.3
"""What it takes when the question says no to something (没有, 不, 除…外) and the likest example does not."""
_NOT = re.compile(
    "没有?(?!了)|不(?![少多低高超]于?|足|满|止|论|管|同|动产|计|重复|了)"
    "|未(?!来)|去掉|刨[去除开]|[排剔扣]除|除了?.*外|除[去开了]|无(?!论)|缺|别的?算"
)
_TURNS = (
    _NOT,
    re.compile(
        "(?:都|均|皆)(?:列|写)?[在是要有为]?牵头|都有(?!什么|哪|谁|几|多少|关)|相同|一样|[共合]同(?!志)|一起|一块儿?(?!儿?[归由])|一道|联合|同时|联手"
    ),
    re.compile("比较|对比|相比|比一比|差别|区别"),
    re.compile("[时期]限(?:及|和|与|、|以及)(?:牵头|责任)|(?:单位|部门)(?:及|和|与|、|以及)(?:完成)?[时期]限"),
    re.compile("单独|独自|独立|独家|(?<![另哪])一家|唯一"),
    re.compile("最|第一[多名]"),
)
_UNSAID = 0.05
"""What each concept takes that the question has and the likest example has not."""
_ASKED_BACK = re.compile("有没有|是不是|能不能|在不在|要不要|还在不|做没做|不落实|不执行|不履行|做不[到好]|不认真")
"""Words with a no in them that deny nothing."""
_OTHER_KIND = 0.2
"""What it takes when the question asks for units, measures, documents or days and the entry answers with others."""
_TRIED = 24
"""Entries whose parameters are looked for: those that the question is nearest to."""
_YES_OR_NO = "measure-unit-role"
"""The entry that says whether a unit has a role in a measure."""
_SPAN_OF = {"deadlines-in-year": "deadlines-between", "deadlines-by-date": "deadlines-between"}
"""Entries that ask for a year or the end of a span, and those that mean what is inside: 到期日为2020年12月31日, 2020年完成的."""
_SHARE = 0.4
"""Part of a reading's score that comes from how many examples with the question's concepts are of its entry."""
_BEYOND = 0.3
"""A question as near to those that no plan answers is judged by its words alone."""
_ENTITIES = frozenset({"unit", "measure", "month", "year", "by", "after", "nth", "quarter", "amount", "many", "top"})
"""Concepts that only name something: with nothing else said they tell no entry from another."""
_COMPOSED = 0.9
"""Score of a reading by the conditions that a question combines: nearly that of an example."""
_BY_CITED, _CITATIONS = "measures-by-cited-document", "document-citations"
_CITING = re.compile("(?:引用|援引|引了|依据|参照)了?的?F(?!(?:的|里|中)?(?:引用|援引|依据))")
"""A question that begins so names what is cited, and by whom it is, is asked: 引用某条例 条号."""
_LOOKED_UP = frozenset({"measures-by-words", "measure-text"})
"""Entries that look measures up by what stands in them, and the one that does by what they cite."""
_WHEN = frozenset({"deadlines"})
_SAYS_TOO_LITTLE = 0.6
"""A question this near to one that lacks what it needs is asked back."""
_NAMED = frozenset({"unit", "measure", "year", "by", "after", "month"})
_OUTSIDE = "outside:"
_PHRASINGS = Path(__file__).with_name("phrasings.toml")


@dataclass(frozen=True, slots=True)
class Reading:
    """A catalogue entry with the parameters that the question gives it. score: about 1 for a question that is an example."""

    entry: Entry
    bound: Bound
    score: float
    example: str


@dataclass(frozen=True, slots=True)
class Refusal:
    """A kind of questions that no plan answers, and how near the question is to it."""

    reason: str
    score: float


class Mind:
    """The classifier over the catalogue's examples and the unanswerable ones."""

    def __init__(self, entries: Mapping[str, Entry]) -> None:
        self._entries = entries
        self._reasons = {_OUTSIDE + kind.name: kind.reason for kind in outside.kinds()}
        inside = {
            name: _masked((*entry.examples, *phrasings().get(name, ())))
            for name, entry in entries.items()
            if name not in conditions.ONLY_COMPOSED
        }
        beyond = {_OUTSIDE + kind.name: _masked(kind.examples) for kind in outside.kinds()}
        self._keyed = tuple(inside)
        self._classes = {**inside, **beyond}
        self._classifier = Classifier({name: [text for text, _ in rows] for name, rows in self._classes.items()})
        self._told = {name: [slots.read(text) for text, _ in rows] for name, rows in self._classes.items()}
        self._keys: dict[frozenset[str], dict[str, list[frozenset[str]]]] = {}
        for name in inside:
            for told in self._told[name]:
                self._keys.setdefault(told.key, {}).setdefault(name, []).append(told.asks)
        self._keys_beyond = {told.key for name in beyond for told in self._told[name]}
        self._words = Classifier.vocabulary([*words(), *(text for rows in inside.values() for text, _ in rows)])

    def exact(self, reading: Reading, question: Question, documents: tuple[str, ...]) -> Reading:
        """The reading, narrowed to the fact that its words are of (什么时候建立诚信档案), or widened to the measures that they are
        about where no fact has them."""
        if cited := _cited(reading, documents):
            entry = self._entries[_BY_CITED]
            places = [place for item in question.of("place") for place in item.value]
            return replace(reading, entry=entry, bound=Bound({"words": cited, "places": places}, (), True))
        if reading.entry.name == _CITATIONS and _CITING.match(question.masked):
            entry = self._entries[_BY_CITED]
            return replace(reading, entry=entry, bound=bind(entry, question, documents) or reading.bound)
        threats = list(dict.fromkeys(cues.consequences(question.text)))
        if reading.entry.name == "liabilities" and len(threats) == 1:
            entry = self._entries["liabilities-by-words"]
            params = {**reading.bound.params, "words": threats[0]}
            known = {slot.name for slot in entry.parameters}
            if params.keys() <= known:
                return replace(reading, entry=entry, bound=replace(reading.bound, params=params))
        for whole, by_words in BY_WORDS.items():
            entry = self._entries[by_words]
            wanted = by_words if question.facts.get(entry.subject) else whole
            if reading.bound.about and reading.entry.name in (whole, by_words) and reading.entry.name != wanted:
                bound = bind(self._entries[wanted], question, documents)
                if bound is not None:
                    return replace(reading, entry=self._entries[wanted], bound=bound)
        return reading

    def _alike(self, told: slots.Slots) -> Mapping[str, float]:
        """Entries that the question's concepts mean, by the table or else by the examples with the same concepts, each with its
        share of them: what it asks for must be what they give."""
        says = told.key - _ENTITIES or (told.key and (told.clause or told.asks == _WHEN))
        if told.asks_for_unknown or not says:
            return {}
        if not told.key & _NAMED and sum(len(stretch) for stretch, _ in told.rest) > 1:
            return {}  # nothing that is known, and something that is not: 养老金由谁牵头
        for key in slots.keys(told):
            meant = [name for name in slots.meant(key, told.asks) if self._gives(name, told)]
            counts = {
                name: sum(not (asks and told.asks) or bool(asks & told.asks) for asks in rows)
                for name, rows in self._keys.get(key, {}).items()
                if self._gives(name, told)
            }
            total = sum(counts.values())
            shares = {name: count / total for name, count in counts.items() if count}
            if meant or shares:
                return {**shares, **dict.fromkeys(meant, 1.0)}
        return {}

    def _gives(self, name: str, told: slots.Slots) -> bool:
        """Whether an entry's answer has what a question asks for."""
        return not told.asks or bool(told.asks & set(self._entries[name].answers))

    def lack(self, name: str, question: Question) -> str:
        """What an entry needs and the question does not give, in Chinese with its measure word: 个单位."""
        wanted = [slot for slot in self._entries[name].parameters if slot.required and not question.of(slot.type)]
        words = {"measure": "项措施", "document": "份文件", "date": "天", "year": "年", "number": "个数"}
        return words.get(wanted[0].type, f"个{wanted[0].zh}") if wanted else "些"

    def known(self, pair: str) -> bool:
        """Whether two neighbouring characters, or an English word, are part of how the catalogue's examples ask."""
        return pair in self._words

    def _unsaid(self, told: slots.Slots, guess: Guess) -> float:
        """What a guess loses for concepts that the question has and its example has not."""
        said = self._told[guess.name][guess.example].key
        return _UNSAID * len(told.key - said - _ENTITIES - slots.SOFT)

    def _short_of(self, told: slots.Slots, guess: Guess) -> Guess:
        return replace(guess, score=guess.score - 2 * self._unsaid(told, guess))

    def _as_worded(self, name: str, bound: Bound, question: Question, told: slots.Slots, guess: Guess) -> Reading:
        """An entry with the score that the question's words give it."""
        form, example = self._classes[name][guess.example]
        unused = _unused(self._entries[name], bound, question)
        unused += _UNKNOWN * sum(not stretch.isascii() for stretch in question.unknown)
        unused += _TURNED * _turns(question.masked_about, form)
        unused += self._unsaid(told, guess)
        roles = set(cues.roles(question.masked_about))
        if len(roles) > 1 and not any(slot.type == "role" for slot in self._entries[name].parameters):
            unused += _TURNED * len(roles - set(cues.roles(form)))
        return Reading(self._entries[name], bound, guess.score - unused, example)

    def _as_meant(
        self, name: str, bound: Bound, question: Question, told: slots.Slots, score: float, guess: Guess
    ) -> Reading:
        """An entry with the score that the question's concepts give it."""
        unused = _unused(self._entries[name], bound, question)
        unused += _UNKNOWN * sum(len(stretch) > 1 for stretch, _ in told.rest)
        return Reading(self._entries[name], bound, score - unused, self._classes[name][guess.example][1])

    def _composed(self, question: Question, documents: tuple[str, ...]) -> Reading | None:
        """The reading by conditions on roles that the question combines, where their entry can use all that it names."""
        meant = conditions.compose(question)
        if meant is None:
            return None
        entry = self._entries[meant.entry]
        where = bind_where(entry, question, documents)
        return Reading(entry, replace(where, params={**where.params, **meant.params}), _COMPOSED, entry.examples[0])

    def read(self, question: Question, documents: tuple[str, ...]) -> tuple[list[Reading], list[Refusal], list[Guess]]:
        """Readings and refusals, each best first, and the guesses for entries that lack something they need."""
        as_said = {guess.name: guess for guess in self._classifier.guess(question.masked)}
        about = as_said
        if question.about:
            about = {guess.name: guess for guess in self._classifier.guess(question.masked_about)}
        inner = question.unscoped()
        if inner is not question:
            unscoped = {guess.name: guess for guess in self._classifier.guess(inner.masked)}
            as_said |= {name: max(as_said[name], unscoped[name], key=_score) for name in self._reasons}
        nearest = sorted(self._keyed, key=lambda name: -max(as_said[name].score, about[name].score))[:_TRIED]
        told = slots.read(question.masked_about)
        beyond = max(max(as_said[name].score, about[name].score) for name in self._reasons)
        alike = {} if beyond > _BEYOND and told.key in self._keys_beyond else self._alike(told)
        nearest += [name for name in alike if name not in nearest]
        if not cues.asks_role(question.text, question.raw):
            nearest = [name for name in nearest if name != _YES_OR_NO]
        bounds = {name: bind(self._entries[name], question, documents) for name in nearest}
        spans = {
            name: span
            for name, other in _SPAN_OF.items()
            if name in bounds
            and bounds[name] is None
            and question.of("date")
            and (span := bounds.get(other) or bind(self._entries[other], question, documents))
        }
        lacking = [
            self._short_of(told, max(as_said[name], about[name], key=_score))
            for name, bound in bounds.items()
            if bound is None and name not in spans and _wants(self._entries[name], question)
        ]
        given = {name: bound for name, bound in bounds.items() if bound is not None} | spans
        readings = [
            replace(
                self._as_worded(name, bound, question, told, (about if bound.about else as_said)[name]),
                entry=self._entries[_SPAN_OF[name] if name in spans else name],
            )
            for name, bound in given.items()
        ]
        known = max((reading.score for reading in readings), default=0.0)
        if alike and max((guess.score for guess in lacking), default=0.0) < max(known, _SAYS_TOO_LITTLE):
            bare = {guess.name: guess for guess in self._classifier.guess(told.kept)}
            readings += [
                self._as_meant(
                    name, bound, question, told, _SHARE * share + (1 - _SHARE) * bare[name].score, bare[name]
                )
                for name, share in alike.items()
                if (bound := bounds.get(name)) is not None
            ]
        if composed := self._composed(question, documents):
            readings.append(composed)
        refusals = [
            Refusal(reason, max(as_said[name].score, about[name].score)) for name, reason in self._reasons.items()
        ]
        best: dict[str, Reading] = {}
        for reading in sorted(readings, key=lambda reading: -reading.score):
            best.setdefault(reading.entry.name, reading)
        return (
            list(best.values()),
            sorted(refusals, key=lambda refusal: -refusal.score),
            sorted(lacking, key=lambda guess: -guess.score),
        )


def _score(guess: Guess) -> float:
    return guess.score


def _wants(entry: Entry, question: Question) -> bool:
    """Whether an entry needs more of some kind than the question names; else it contradicts it (A和B都没牵头)."""
    needed = Counter(slot.type for slot in entry.parameters if slot.required)
    return any(count > len(question.of(kind)) for kind, count in needed.items())


def _cited(reading: Reading, documents: tuple[str, ...]) -> str:
    """The title of the document that measures are looked for by, where it is not one of those loaded (执行某办法的是第几条)."""
    left = reading.bound.left
    only = (
        len(left) == 1
        and left[0].kind == "document"
        and bool(left[0].value)
        and not set(left[0].value) & set(documents)
    )
    return left[0].text if only and reading.entry.name in _LOOKED_UP else ""


def _unused(entry: Entry, bound: Bound, question: Question) -> float:
    """What an entry loses for what it has no use for, and for answering with another kind of thing than is asked for."""
    wanted = cues.asked_for(question.masked_about)
    return (
        _LEFT_OVER * len(bound.left)
        + _UNUSED_SUBJECT * bool(question.about and (not bound.about or _headless(question)))
        + _OTHER_KIND * bool((wanted and wanted not in entry.answers) or _miscounts(entry, question))
    )


def _miscounts(entry: Entry, question: Question) -> bool:
    """Whether an entry counts units where measures are asked for (几条), or the other way about (几家, 几份)."""
    counted = cues.counted(question.masked_about)
    kind = {"measure_id": "measure", "unit_id": "unit", "other_id": "unit", "document_id": "document"}.get(
        entry.answers.get("count", ""), counted
    )
    return bool(counted) and kind != counted


def _headless(question: Question) -> bool:
    """Whether what the question is about ends in a word that none of the measures has (幼儿园学费): then it is not about them."""
    end = question.about[-1].end
    heads = question.text[end - 2 : end], question.text[end - 1 : end + 1]
    texts = [topic.measure.text for topic in question.topics[:3]]
    return bool(texts) and not any(head in text for head in heads for text in texts if len(head) > 1)


def _turns(asked: str, form: str) -> int:
    """How many ways of narrowing a question has more often than an example: no, together, alone, most."""
    asked, form = _ASKED_BACK.sub("", asked), _ASKED_BACK.sub("", form)
    return sum(len(turn.findall(asked)) > len(turn.findall(form)) for turn in _TURNS)


def _masked(examples: Iterable[str]) -> list[tuple[str, str]]:
    """Masked forms of examples, each with the example that it comes from; those that come to the same words stand once."""
    forms: dict[tuple[str, ...], tuple[str, str]] = {}
    for example in examples:
        for text in mask_example(example):
            forms.setdefault(tuple(tokens(text)), (text, example))
    return list(forms.values())


@cache
def phrasings() -> Mapping[str, tuple[str, ...]]:
    """More ways to ask what an entry answers, by its name: phrasings.toml."""
    data = tomllib.loads(_PHRASINGS.read_text(encoding="utf-8"))
    return {name: tuple(texts) for name, texts in data["phrasings"].items()}


@cache
def mind() -> Mind:
    """The classifier over the whole catalogue, made once."""
    return Mind(catalogue.load())
