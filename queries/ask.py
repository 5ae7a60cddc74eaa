"""Answers a question asked in words: finds what it means, runs that catalogue entry, or says why it cannot be answered."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import partial

from graph_loader.stores.base import GraphStore
from graph_loader.units import Registry
from queries import catalogue
from queries.model import Answer, Understood
from queries.run import run
from queries.understand import cues, follow_up, outside, spelling
from queries.understand.classify import Guess
from queries.understand.english import chinese_names
from queries.understand.framing import unframed
from queries.understand.groups import without_wish
from queries.understand.phrase import alternatives, understood_sentence
from queries.understand.presumed import presumed
from queries.understand.question import Question
from queries.understand.readings import YES_OR_NO, Mind, Reading, Refusal, mind
from queries.understand.referring import named_again
from queries.understand.topics import plain
from queries.understand.world import World, world

LEAST = 0.34
"""A reading below this is no answer. Set on the tuning part of tests/gold/questions.jsonl, as the next."""
AS_GOOD = 0.1
"""A question that names nothing goes on from the one before it, unless it fits this much better alone."""
MUCH = 0.2
"""A reading that lacks what it needs and fits this much better than any other is what was meant: the question says too little."""

_UNCLEAR = "没有听懂这个问题，或已载入的文件回答不了它。"
_TAKES_PART = re.compile("参[与加](?!配合|协)")
"""Any role, where a unit supports nothing."""


@dataclass(frozen=True, slots=True)
class Meant:
    """What a question was taken to mean: text is what was asked in full; reading is None when it is refused."""

    text: str
    question: Question
    reading: Reading | None
    others: tuple[Reading, ...]
    refused: str = ""


def ask(
    question: str,
    store: GraphStore,
    *,
    previous: Answer | None = None,
    today: date | None = None,
    registry: Registry | None = None,
) -> Answer:
    """The answer to a question in Chinese (or in English with Chinese names), or a refusal that says why.

    previous: the answer before it, on which a question such as 那2018年的呢 leans. today: the day that 今年 and 已经到期 are
    counted from (default: this day). registry: names of bodies (default: those of data/). Raises the store's errors; a question
    alone never raises.
    """
    meant = understand(question, store, previous=previous, today=today, registry=registry)
    inside = world(store, registry)
    shown = alternatives(meant.others, meant.question, inside.directory)
    if meant.reading is None:
        return Answer(question, refused=meant.refused, answer=meant.refused, alternatives=shown)
    entry, params = meant.reading.entry, dict(meant.reading.bound.params)
    absent = [item.text for item in meant.question.of("measure") if not item.value]
    if absent and not any(item.value for item in meant.question.of("measure")):
        said = f"已载入的文件中没有{'、'.join(absent)}这样的措施。"
        understood = Understood(entry.name, {}, _confidence(meant.reading), f"我的理解：{entry.title}。", meant.text)
        return Answer(question, understood, entry, answer=said, alternatives=shown)
    left_out = inside.groups.settle(entry, params, plain(question), inside.directory)
    answer = run(store, entry, params, question, counting=cues.counting(meant.text, entry.subject))
    if entry.name == "unit-supports" and not answer.rows and _TAKES_PART.search(plain(question)):
        entry = catalogue.load()["unit-ledger"]
        params = {slot.name: params[slot.name] for slot in entry.parameters if slot.name in params}
        answer = run(store, entry, params, question, counting=cues.counting(meant.text, entry.subject))
    assert answer.understood is not None
    values = answer.understood.params
    sentence = understood_sentence(entry, values, inside.directory)
    notes = (*(item.note for item in meant.question.found if item.note), left_out, *answer.notes)
    return replace(
        answer,
        understood=Understood(entry.name, values, _confidence(meant.reading), sentence, meant.text),
        notes=tuple(note for note in notes if note),
        alternatives=shown,
    )


def understand(
    question: str,
    store: GraphStore,
    *,
    previous: Answer | None = None,
    today: date | None = None,
    registry: Registry | None = None,
) -> Meant:
    """What a question means, without asking the store for its answer. Parameters as in `ask`."""
    return _mean(question, mind(), world(store, registry), previous, today or date.today())


def _confidence(reading: Reading) -> float:
    return round(max(0.0, min(1.0, reading.score)), 4)


def _mean(question: str, known: Mind, inside: World, previous: Answer | None, today: date) -> Meant:
    said = _said(question, inside)
    text = _tidy(said, known, inside)
    alone = _judge(text, known, inside, today, said)
    if previous is None or not previous.question:
        return alone
    asked = previous.understood.text if previous.understood else previous.question
    before = _tidy(_said(asked, inside), known, inside)
    bare = not (alone.question.found or alone.question.about)
    leans = follow_up.leans(plain(question))
    if not (alone.reading is None or bare or leans):
        return alone
    completed = follow_up.complete(
        before, text, lambda part: inside.find(part, today), inside.places.find, _subjects(previous, inside)
    )
    tries = [_judge(full, known, inside, today) for full in completed]
    good = [meant for meant in tries if meant.reading is not None]
    best = max(good, key=_score, default=alone)
    return alone if not leans and _score(best) < _score(alone) - AS_GOOD else best


def _said(question: str, inside: World) -> str:
    """The folded question without what is said around it."""
    return named_again(unframed(plain(question)), inside.units.find)


def _tidy(said: str, known: Mind, inside: World) -> str:
    text = chinese_names(without_wish(said), inside.directory.places)
    text = cues.tidy(spelling.unlettered(text, known.known, inside.topics))
    return spelling.in_full(spelling.correct(text, known.known, inside.topics), known.known, inside.topics)


def _score(meant: Meant) -> float:
    return meant.reading.score if meant.reading else 0.0


def _subjects(previous: Answer, inside: World) -> Sequence[str]:
    """What 它 can mean after an answer: the units or the measure that it asked about, else the one that it found."""
    params = previous.understood.params if previous.understood else {}
    names = [inside.directory.unit_name(unit_id) for unit_id in params.get("units", ())]
    measures = [f"第{m.number}条" for id in params.get("measures", ()) if (m := inside.directory.measures.get(id))]
    return [*names, *measures] or [*previous.units[:1]] or [f"第{number}条" for number in previous.measures[:1]]


def _judge(text: str, known: Mind, inside: World, today: date, raw: str = "") -> Meant:
    """Reads one question that stands alone. raw: the folded question before it was tidied."""
    question = replace(inside.question(text, today, known.known), raw=raw)
    places = {place for item in question.of("place") for place in item.value}
    loaded = tuple(d.id for d in inside.directory.loaded if not places or d.jurisdiction in places)
    meant = _choose(question, loaded, known, inside)
    if meant.reading is None and meant.refused == _UNCLEAR and (whole := question.by_clause()):
        other = _choose(whole, loaded, known, inside)
        return other if other.reading else meant
    return meant


def _choose(question: Question, loaded: tuple[str, ...], known: Mind, inside: World) -> Meant:
    """The likeliest reading of a question taken apart, or why it has none. loaded: ids of the documents of its places."""
    text = question.text
    readings, refusals, lacking = known.read(question, loaded)
    best = known.exact(readings[0], question, loaded) if readings else None
    if (best is None or best.score < LEAST or best.bound.left or _misses_subject(best, question)) and (
        given := presumed(question, inside.assignments)
    ):
        best = known.as_presumed(given, question, loaded) or best
    why = _why_not(question, best, refusals, lacking, known, inside)
    if why:
        return Meant(text, question, None, tuple(readings[:4]), why)
    return Meant(text, question, best, tuple(readings[1:4]))


def _misses_subject(best: Reading, question: Question) -> bool:
    """Whether a reading has no use for what the question is about, or only says yes or no of it."""
    unused = bool(question.about) and not best.bound.about and not best.bound.params.get("measures")
    return unused or best.entry.name == YES_OR_NO


def _worded(asked: str, inside: World, word: str) -> bool:
    """Whether a word stands in the question only as part of a longer one that the measures have."""
    places = [match.start() for match in re.finditer(re.escape(word), asked)]
    ends = [(at - 2, at + len(word)) for at in places], [(at, at + len(word) + 2) for at in places]
    return bool(places) and all(
        any(start >= 0 and end <= len(asked) and inside.topics.has(asked[start:end]) for start, end in pair)
        for pair in zip(*ends, strict=True)
    )


def _why_not(
    question: Question,
    best: Reading | None,
    refusals: Sequence[Refusal],
    lacking: Sequence[Guess],
    known: Mind,
    inside: World,
) -> str:
    """Why a question is refused, "" when it is not."""
    if not inside.directory.loaded:
        return "还没有载入任何文件。"
    for item in question.of("place"):
        if not item.value:
            return f"已载入的文件中没有{item.text}的。"
    said = question.masked_about if question.searching else f"{question.masked_about} {question.masked} {question.raw}"
    if reason := outside.settled(question.text, said, partial(_worded, question.raw or question.text, inside)):
        return reason
    refusal, score = refusals[0], best.score if best else 0.0
    if refusal.score >= max(score, LEAST):
        return refusal.reason
    if lacking and lacking[0].score > max(score + MUCH, LEAST):
        if question.unknown:
            return f"已载入的文件没有写到“{'、'.join(question.unknown)}”。"
        return f"请说明要问的是哪{known.lack(lacking[0].name, question)}。"
    if best is None or score < LEAST:
        return _UNCLEAR
    amount = cues.left_amount(question.masked_about)
    said_so = best.bound.about and any(amount[:-1] in topic.measure.text for topic in question.topics[:3])
    unused = [item.text for item in best.bound.left] or ["" if said_so else amount]
    if any(unused):
        said = "、".join(unused)
        return f"问题里的“{said}”没有用上，答出来会不对；请换一种问法。"
    return ""
