"""A question in English, put into Chinese word by word: which measures does U lead is 哪些措施U牵头. translate.toml.

What is asked is read from which words a question has, hardly from their order, so that the order may stay English. Dates stay as
they are (dates.py reads them); so do words that no row of the table has, which then count as words that nobody knows.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from itertools import pairwise, product
from pathlib import Path

from graph_loader.extract import numerals
from queries.understand import dates

_FILE = Path(__file__).with_name("translate.toml")
_ENGLISH = re.compile(r"(?<![a-z])[a-z]{2,}(?![a-z])")
_TOKEN = re.compile(
    r"[a-z]+(?:['’-][a-z]+)*|[0-9]+(?:,[0-9]{3})*(?:st|nd|rd|th)?(?![0-9a-z])|(?<![^\W_])[NK](?![^\W_])"
)
"""Words, figures, and the letters that stand for a number and for a place in an order in masked examples."""
_GLOSS = re.compile(rf"\((?P<gloss>(?![{numerals.CHINESE}]+\))[^()]*[\u4e00-\u9fff]{{2}}[^()]*)\)")
"""Chinese words in brackets behind the English ones that they stand for."""
_TITLE = re.compile("《[^》]*》")
_ARTICLES = re.compile(r"\b(?:the|an?)\b")
_LEAD_IN = re.compile(r"^(?:and|but|then|ok|so|now)\b[, ]*")
_POSSESSIVE = re.compile("['’]s$")
_SPACED = re.compile(r"(?<=[\u4e00-\u9fff)]) +(?=[\u4e00-\u9fff(《])")
_NUMBERS = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
_PLACES = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth")
_STAND_INS = {"N": "#", "K": "@"}
_SHORTEST_STEM = 3
_ENDINGS = ((("ies", "y"), ("ss", "ss"), ("es", "e"), ("s", "")), (("ing", ""), ("ed", ""), ("e", "")))
"""Endings of nouns and then of verbs, and what stands in the place of each; of each kind one is taken off."""
_ANY_DAY = date(2018, 6, 15)


@dataclass(frozen=True, slots=True)
class _Word:
    """A word of the question. key: its stem, or that of the word that means the same. kind: the key, "#" for a number, "@" for a
    place in an order, of which `number` holds the figures."""

    start: int
    end: int
    key: str
    kind: str
    number: str = ""


def in_chinese(text: str) -> str:
    """A folded, lower-case question with its English words of asking in Chinese; one in Chinese as it is."""
    if not _ENGLISH.search(text):
        return text
    text = glossed(_LEAD_IN.sub("", text))
    titles = [match.span() for match in _TITLE.finditer(text)]
    taken = [
        item
        for item in dates.find(text, _ANY_DAY)
        if item.kind == "date" and not text[: item.start].endswith("[") and not _inside(titles, item.start)
    ]
    words = [
        word
        for word in _words(text)
        if not any(d.start < word.end and word.start < d.end for d in taken) and not _inside(titles, word.start)
    ]
    parts, at = [], 0
    dated = ((item.start, item.end, f" {text[item.start : item.end]} ") for item in taken)
    for start, end, written in sorted([*_translated(words, text), *dated]):
        parts += [_gap(text[at:start]), written]
        at = end
    return _SPACED.sub("", re.sub(r"\s{2,}", " ", "".join([*parts, _gap(text[at:])]))).strip()


def _inside(spans: Sequence[tuple[int, int]], at: int) -> bool:
    return any(start <= at < end for start, end in spans)


def glossed(text: str) -> str:
    """The text with Chinese words in brackets in the place of the English ones before them, back to the word that governs them:
    when must the price mechanism (价格机制) be in place."""
    for match in reversed(list(_GLOSS.finditer(text))):
        before = [word for word in _words(text) if word.end <= match.start()]
        start = match.start()
        for at, word in enumerate(reversed(before)):
            between = _ARTICLES.sub("", text[word.end : start]).strip(" -'’")
            if between or (at and stem(text[word.start : word.end]) in _table().governing):
                break
            start = word.start
        if start < match.start():
            text = f"{text[:start]} {match['gloss']} {text[match.end() :]}"
    return text


def _gap(between: str) -> str:
    """What stands between two phrases that were translated: articles and a bare space fall away."""
    kept = _ARTICLES.sub("", between)
    return "" if kept.isspace() else kept


def _words(text: str) -> Iterator[_Word]:
    """The English words and the figures of a text, but for articles."""
    for match in _TOKEN.finditer(text):
        word = match[0]
        if word in _STAND_INS:
            yield _Word(*match.span(), word, _STAND_INS[word], word)
        elif word in _NUMBERS or word.replace(",", "").isdigit():
            yield _Word(*match.span(), stem(word), "#", str(_NUMBERS.index(word) + 1) if word in _NUMBERS else word)
        elif word in _PLACES or word[0].isdigit():
            yield _Word(*match.span(), stem(word), "@", str(_PLACES.index(word) + 1) if word in _PLACES else word[:-2])
        elif not _ARTICLES.fullmatch(word):
            key = _table().same.get(stem(word), stem(word))
            yield _Word(*match.span(), key, key)


def _translated(words: Sequence[_Word], text: str) -> Iterator[tuple[int, int, str]]:
    """Start and end of each phrase that the table has, the longest at every place, with the Chinese for it."""
    table, at = _table(), 0
    while at < len(words):
        for size in range(min(table.longest, len(words) - at), 0, -1):
            found = words[at : at + size]
            keys = tuple(word.key for word in found), tuple(word.kind for word in found)
            written = next((table.phrases[key] for key in keys if key in table.phrases), None)
            if written is not None and _run_on(found, text):
                number = next((word.number for word in found if word.number), "")
                yield found[0].start, found[-1].end, re.sub("[#@]", number, written)
                at += size
                break
        else:
            at += 1


def _run_on(words: Sequence[_Word], text: str) -> bool:
    """Whether nothing but articles stands between the words."""
    gaps = (text[before.end : after.start] for before, after in pairwise(words))
    return not any(_ARTICLES.sub("", gap).strip(" -.") for gap in gaps)


def stem(word: str) -> str:
    """A word without the ending that its use gives it; the same for the table and the question, so that it need be no word."""
    word = _POSSESSIVE.sub("", word)
    for endings in _ENDINGS:
        for ending, instead in endings:
            if word.endswith(ending) and len(word) - len(ending) >= _SHORTEST_STEM:
                word = word.removesuffix(ending) + instead
                break
    return word


@dataclass(frozen=True, slots=True)
class _Table:
    """same: the first of the words that mean the same, by stem. phrases: Chinese by the stems of English words. governing: stems
    of the words behind which a subject begins. longest: how many words a phrase has at most."""

    same: Mapping[str, str]
    phrases: Mapping[tuple[str, ...], str]
    governing: frozenset[str]
    longest: int


@cache
def _table() -> _Table:
    data = tomllib.loads(_FILE.read_text(encoding="utf-8"))
    same = {stem(word): stem(first) for first, words in data["same"].items() for word in words if " " not in word}
    longer = {
        stem(first): [tuple(map(stem, word.split())) for word in words if " " in word]
        for first, words in data["same"].items()
    }
    phrases: dict[tuple[str, ...], str] = {}
    for chinese, forms in (*data["terms"].items(), *data["phrases"].items()):
        for form in forms:
            keys = [same.get(stem(word), stem(word)) for word in form.split()]
            for parts in product(*([(key,), *longer.get(key, ())] for key in keys)):
                phrases.setdefault(tuple(stem for part in parts for stem in part), chinese)
    governing = frozenset(map(stem, data["governing"]))
    return _Table(same, phrases, governing, max(map(len, phrases)))
