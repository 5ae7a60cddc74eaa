"""Where the loaded measures say what a question tells in words of its own: 民告官的时候当官的得自己上法庭 is 健全行政应诉机制.

Questions and measures are compared by pairs of neighbouring characters, numbers by their value (六成 is 60%), words of everyday speech
by the official ones that they stand for (plainly.toml), English words by the Chinese ones (wording/glossary.py). A pair counts by how
few measures have it, and half where it stands outside of the one sentence that has most of the question.
"""

from __future__ import annotations

import re
import tomllib
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import dataclass
from functools import cache, cached_property
from heapq import nlargest
from itertools import pairwise
from math import log
from pathlib import Path

from graph_loader.extract import numerals
from queries.understand import slots
from queries.understand.automaton import Automaton
from queries.understand.content.topics import MeasureText
from queries.understand.wording.glossary import in_english

_FILE = Path(__file__).with_name("plainly.toml")
_SENTENCE = re.compile(r"[。;\n]")
_TOKEN = re.compile(
    rf"百分之(?P<hundredth>{numerals.NUMBER})|(?P<tenths>[一二三四五六七八九])成|(?P<half>一半|过半|半数)"
    rf"|(?P<percent>[0-9.]+)%|(?P<number>[0-9][0-9.,]*[万亿]?|[{numerals.CHINESE}]*[十百千万][{numerals.CHINESE}万]*)"
    r"|(?P<few>[一二两三四五六七八九])(?=[个名位家])|(?<=[0-9一二两三四五六七八九十百千万])[个名位家](?=[^\W_])"
    r"|(?P<word>[a-z]+)|(?P<char>[^\W_])"
)
_LOOKED_AT = 24
"""Measures that have most of a question, whose sentences are looked at."""
_ELSEWHERE = 0.5
"""What a pair counts that the measure has outside of its nearest sentence."""
_TITLED = 0.4
"""What a pair counts more that its title has."""
_MEANT = 0.8
"""What a pair of an official word counts where the question has the everyday one."""
_FEW = 2
"""So many words at most that two characters may shorten."""
_RUN = re.compile("[^\\W\\da-z_的了是在和与及或等对为以将把被让由于中上下不各其]{4,}")
"""Characters in a row of which words are made."""
_TELLING = 0.5
"""A pair that weighs less stands in most measures and tells of none."""

Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Near:
    """The measure that is nearest to a question. weight: of what both have. ahead: how many times as much as the next measure has.
    spans: where the question has it. sure: whether it has more than half of the English words that the glossary knows."""

    measure: MeasureText
    weight: float
    ahead: float
    spans: tuple[Span, ...]
    sure: bool = True


class Passages:
    """An index of the measures' sentences."""

    def __init__(self, measures: Sequence[MeasureText]) -> None:
        self.measures = tuple(measures)
        self._sentences = [
            [frozenset(feature for feature, _ in _features(part)) for part in (m.title, *_SENTENCE.split(m.text))]
            for m in self.measures
        ]
        """Features of each measure by sentence, the title first."""
        self._wholes = [frozenset[str]().union(*sentences) for sentences in self._sentences]
        self._holders: defaultdict[str, list[int]] = defaultdict(list)
        for place, whole in enumerate(self._wholes):
            for feature in whole:
                self._holders[feature].append(place)
        self._weights = {feature: log((len(self.measures) + 1) / len(held)) for feature, held in self._holders.items()}

    @property
    def rarest(self) -> float:
        """What a pair weighs that one measure alone has."""
        return log(len(self.measures) + 1)

    def nearest(self, text: str, among: Set[str]) -> Near | None:
        """The measure of those with the ids `among` that has most of a folded question, in which \\0 stands for what is not to be
        compared; None where none has any of it."""
        spans: defaultdict[str, list[Span]] = defaultdict(list)
        for feature, span in _features(text):
            spans[feature].append(span)
        asked = {feature: self._weights[feature] for feature in spans if feature in self._weights}
        told = [*_meant(text), *self._in_full(text)]
        meant = [
            [{f: _MEANT * self._weights[f] for f in official if f in self._weights} for official in officials]
            for _, officials in told
        ]
        for span, officials in told:
            for feature in (f for official in officials for f in official):
                spans[feature].append(span)
        whole: defaultdict[int, float] = defaultdict(float)
        for weights in (asked, *(official for officials in meant for official in officials)):
            for feature, weight in weights.items():
                for place in self._holders[feature]:
                    whole[place] += weight
        likely = nlargest(
            _LOOKED_AT, (place for place in whole if self.measures[place].id in among), key=whole.__getitem__
        )
        held = {place: self._held(place, asked, meant) for place in likely}
        scored = sorted(
            ((self._score(place, weights), place) for place, weights in held.items()),
            key=lambda pair: (-pair[0], pair[1]),
        )
        if not scored or scored[0][0] <= 0:
            return None
        best, place = scored[0]
        ahead = best / scored[1][0] if len(scored) > 1 and scored[1][0] > 0 else float("inf")
        own = (feature for feature, weight in held[place].items() if weight > _TELLING)
        where = {span for feature in own for span in spans[feature]}
        english = [span for span, _ in in_english(text)]
        sure = not english or sum(span in where for span in english) > len(english) / 2
        return Near(self.measures[place], best, ahead, tuple(sorted(where)), sure)

    @cached_property
    def _shortened(self) -> Mapping[str, Sequence[str]]:
        """Four characters in a row by the first and third of them, by which two words of two are shortened: 技改 for 技术改造."""
        found: defaultdict[str, dict[str, None]] = defaultdict(dict)
        for measure in self.measures:
            for run in _RUN.findall(f"{measure.title}\n{measure.text}"):
                for at in range(len(run) - 3):
                    found[run[at] + run[at + 2]][run[at : at + 4]] = None
        return {short: tuple(words) for short, words in found.items() if len(words) <= _FEW}

    def _in_full(self, text: str) -> Iterator[tuple[Span, list[tuple[str, ...]]]]:
        """Where pairs of characters stand that shorten words of few measures, with the two words of each; neither
        character belongs to a word that the measures have."""
        pairs = [(at, text[at : at + 2]) for at in range(len(text) - 1)]
        known = [*slots.covered(text), *((at, at + 2) for at, pair in pairs if pair in self._weights)]
        taken = {at for start, end in known for at in range(start, end)}
        for at, pair in pairs:
            if not {at, at + 1} & taken and (words := self._shortened.get(pair)):
                yield (at, at + 2), [(word[:2], word[2:]) for word in words]

    def _held(
        self, place: int, asked: Mapping[str, float], meant: Sequence[Sequence[Mapping[str, float]]]
    ) -> dict[str, float]:
        """What a measure has of what is asked, with its weights; of an everyday word that stands for several official ones, the one
        that it has most of."""
        own = self._wholes[place]
        held = {feature: asked[feature] for feature in asked.keys() & own}
        for officials in meant:
            parts = [{f: official[f] for f in official.keys() & own} for official in officials]
            best = max(parts, key=lambda part: sum(part.values()), default={})
            for feature, weight in best.items():
                held.setdefault(feature, weight)
        return held

    def _score(self, place: int, held: Mapping[str, float]) -> float:
        titled = sum(held[feature] for feature in held.keys() & self._sentences[place][0])
        nearest = max(sum(held[feature] for feature in held.keys() & part) for part in self._sentences[place])
        return nearest + _ELSEWHERE * (sum(held.values()) - nearest) + _TITLED * titled


def features(text: str) -> Iterator[str]:
    """What a folded text is compared by, and what the everyday words in it stand for."""
    yield from (feature for feature, _ in _features(text))
    yield from (feature for _, officials in _meant(text) for official in officials for feature in official)


def _features(text: str) -> Iterator[tuple[str, Span]]:
    """Pairs of neighbouring characters and numbers of more than one digit, with where they stand."""
    tokens = [(_token(match), match.span()) for match in _TOKEN.finditer(text)]
    tokens = [(token, span) for token, span in tokens if token]
    for token, span in tokens:
        if len(token) > 1:
            yield token, span
    for (one, (start, end)), (other, (behind, last)) in pairwise(tokens):
        if end == behind or (one.isdecimal() and behind - end == 1):
            yield one + other, (start, last)


def _token(match: re.Match[str]) -> str:
    if match["tenths"]:
        return f"{numerals.whole(match['tenths'])}0%"
    if match.lastgroup is None:
        return ""  # a counter: 五个人 is 5人
    if match["few"]:
        return f"{numerals.whole(match['few'])}"
    if match["half"]:
        return "50%"
    if share := match["percent"] or match["hundredth"]:
        value = numerals.parse(share)
        return f"{value:g}%" if value is not None else match[0]
    if match["number"]:
        value = numerals.parse(match["number"])
        return f"{value:g}" if value is not None else match[0]
    return match[0]


def _meant(text: str) -> Iterator[tuple[Span, list[tuple[str, ...]]]]:
    """Where everyday words stand in the text, each with the pairs of every official word that it stands for."""
    finder, words = _everyday()
    for start, end, word in finder.hits(text):
        yield (start, end), [tuple(feature for feature, _ in _features(official)) for official in words[word]]
    for span, chinese in in_english(text):
        yield span, [tuple(feature for feature, _ in _features(word)) for word in chinese]


@cache
def _everyday() -> tuple[Automaton, Mapping[str, tuple[str, ...]]]:
    words: defaultdict[str, list[str]] = defaultdict(list)
    for official, everyday in tomllib.loads(_FILE.read_text(encoding="utf-8"))["words"].items():
        for word in everyday:
            words[word].append(official)
    return Automaton(words), {word: tuple(meant) for word, meant in words.items()}
