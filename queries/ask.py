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
from queries.understand import cues, outside
from queries.understand.bind import Bound
from queries.understand.classify import Guess
from queries.understand.content import retold
from queries.understand.content.topics import plain
from queries.understand.dialogue import anaphora, follow_up
from queries.understand.dialogue.context import Context, context_of
from queries.understand.found import Found
from queries.understand.papers.scope import without_everything, without_excluded
from queries.understand.phrase import alternatives, understood_sentence
from queries.understand.question import Question
from queries.understand.readings import Mind, Reading, Refusal, mind
from queries.understand.roles.through_groups import without_wish
from queries.understand.wording import spelling
from queries.understand.wording.english import chinese_names
from queries.understand.wording.framing import unframed
from queries.understand.wording.today import day_of_asking
from queries.understand.wording.translate import glossed
from queries.understand.world import World, world

LEAST = 0.34
"""A reading below this is no answer. Set on the tuning part of tests/gold/questions.jsonl, as the next."""
AS_GOOD = 0.1
"""A question that names nothing goes on from the one before it, unless it fits this much better alone."""
GUESSED = 0.15
"""What a question loses that goes on from what the one before it found, and not from what that one asked about."""
SURE = 0.7
"""A question with a worse reading that asks what the one before it did of something else is that question: 质监局又归了谁."""
MUCH = 0.2
"""A reading that lacks what it needs and fits this much better than any other is what was meant: the question says too little."""

_UNCLEAR = "没有听懂这个问题，或已载入的文件回答不了它。"
_BODIES = ("家", "个")
"""Measure words that units are counted by."""
_ONE_CLAUSE = re.compile("哪一?[条项款](?!款)|第几[条项款]|写哪")
_POINTS = re.compile(
    "[这那][个条项件](?:事儿?|活儿?|工作|任务)?(?:现在|到底|是|该|应该?)?(?:归|由|给)?(?:谁|哪)"
    "|(?:现在|到底|是|该|应该?)?(?:由|归)?(?:谁|哪一?[个家](?:单位|部门)?)(?:来|在)?(?:牵头|负责|配合|管)(?:的|了)?$"
)
"""What asks of something that neither it nor a question before it has named."""
_ITS = re.compile('[》"]?(?:里|中|上)?面?的?')


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
    asked, today = day_of_asking(plain(question), today)
    said = unframed(anaphora.resolved(asked, lambda part: inside.find(part, today)))
    text = _tidy(said, known, inside)
    alone = _judge(text, known, inside, today, glossed(said))
    if previous is None or not previous.question:
        return alone
    if follow_up.counts(text) and previous.understood and previous.entry:
        return _again(previous, text, alone)
    context = context_of(previous, inside.directory)
    leans = follow_up.leans(plain(question)) or follow_up.lacks_subject(alone.question, context)
    bare = not (alone.question.found or alone.question.about)
    before = inside.question(
        _tidy(unframed(plain(previous.understood.text if previous.understood else previous.question)), known, inside),
        today,
        known.known,
    )
    if not leans and follow_up.about_all(text):
        return alone
    if not (alone.reading is None or bare or leans):
        if _score(alone) >= SURE or not follow_up.asks_the_same(before, alone.question):
            return alone
        leans = True
    drafts = follow_up.drafts(
        before,
        text,
        lambda part: inside.question(part, today, known.known),
        inside.places.find,
        context,
        inside.directory,
    )
    tries = [(_judge(draft.text, known, inside, today, carried=draft.carried), draft.guessed) for draft in drafts]
    good = [(meant, _score(meant) - GUESSED * guessed) for meant, guessed in tries if _goes_on(meant, context)]
    best, score = max(good, key=lambda each: each[1], default=(alone, _score(alone)))
    return alone if not leans and score < _score(alone) - AS_GOOD else best


def _again(previous: Answer, text: str, alone: Meant) -> Meant:
    """The question of the answer before, asked once more to count."""
    assert previous.understood is not None
    assert previous.entry is not None
    before = previous.understood
    reading = Reading(previous.entry, Bound(before.params, (), about=False), before.confidence, "")
    return Meant(f"{before.text or previous.question} {text}", replace(alone.question, found=()), reading, ())


def _goes_on(meant: Meant, context: Context) -> bool:
    """Whether a reading may be taken of what the answer before was about: the measures of deadlines that fall due within some
    days may have others too, so that nothing more is asked of their deadlines."""
    within = context.spans and meant.question.of("set")
    return meant.reading is not None and not (within and meant.reading.entry.subject == "deadlines")


def _tidy(said: str, known: Mind, inside: World) -> str:
    text = chinese_names(inside.documents.numbers.written(without_wish(said)), inside.directory.places)
    text = without_excluded(text, inside.places.find, inside.directory.places)
    text = without_everything(text, inside.directory)
    text = cues.tidy(spelling.unlettered(text, known.known, inside.topics))
    return spelling.in_full(spelling.correct(text, known.known, inside.topics), known.known, inside.topics)


def _score(meant: Meant) -> float:
    return meant.reading.score if meant.reading else 0.0


def _judge(text: str, known: Mind, inside: World, today: date, raw: str = "", carried: Sequence[Found] = ()) -> Meant:
    """Reads one question that stands alone. raw: the folded question before it was tidied. carried: as in World.question."""
    question = replace(inside.question(text, today, known.known, carried), raw=raw)
    places = {place for item in question.of("place") for place in item.value}
    loaded = tuple(d.id for d in inside.directory.loaded if not places or d.jurisdiction in places)
    meant = _choose(question, loaded, known, inside)
    if meant.refused == _UNCLEAR and question.of("document"):
        aside = _choose(replace(question, aside=True), loaded, known, inside)
        meant = aside if aside.reading else meant
    if meant.reading is None and meant.refused == _UNCLEAR and (whole := question.by_clause()):
        other = _choose(whole, loaded, known, inside)
        if other.reading:
            return other
    told = _by_content(meant, inside) if meant.reading is None or _misses_subject(meant) else meant
    best = told if meant.reading is None or _asks_alike(meant, told) else meant
    if best.reading is None:
        return best
    scope, entry = inside.in_scope(best.question), catalogue.load()["measure-deadlines"]
    return replace(best, reading=retold.by_clause(best.reading, best.question, inside.told, scope, entry))


def _asks_alike(meant: Meant, told: Meant) -> bool:
    """Whether a reading by what a question tells answers what the first one did, of one measure: 哪些条 asks for all that have its
    words."""
    if meant.reading is None or told.reading is None or told is meant:
        return False
    one, other = meant.reading.entry.name, told.reading.entry.name
    return one == other or (other == "measure-text" and bool(_ONE_CLAUSE.search(meant.question.text)))


def _misses_subject(meant: Meant) -> bool:
    """Whether a reading has no use for what the question is about, or takes it for something that several measures have where the
    question looks for none of its words."""
    bound = meant.reading.bound if meant.reading else None
    if bound is None or not meant.question.about:
        return False
    vague = "words" in bound.params or len(bound.params.get("measures", ())) > 1
    return (not bound.about and not bound.params.get("measures")) or (vague and not meant.question.searching)


def _by_content(refused: Meant, inside: World) -> Meant:
    """A question that was refused, or read without what it is about, read by the measure that it tells of in its own words; as it
    was where it tells of none."""
    scope, entries = inside.in_scope(refused.question), catalogue.load()
    warned = retold.threat(refused.question, scope, inside.topics.measures, entries["liabilities-by-words"])
    rest = refused.question.text.replace(str(warned.bound.params["words"]), "W") if warned else ""
    if warned is not None and not outside.settled(rest, rest, lambda word: False):
        return Meant(refused.text, refused.question, warned, refused.others)
    told = retold.near(refused.question, inside.told, scope)
    if told is None:
        return refused
    found, question = told
    if any(not place.value and place.text not in found.measure.text for place in question.of("place")):
        return refused
    masked = question.masked_about
    reading = retold.read(question, found, inside.told, entries)
    if reading is None or outside.settled(masked, masked, lambda word: False):
        return refused
    return Meant(refused.text, question, reading, refused.others)


def _choose(question: Question, loaded: tuple[str, ...], known: Mind, inside: World) -> Meant:
    """The likeliest reading of a question taken apart, or why it has none. loaded: ids of the documents of its places."""
    text = question.text
    readings, refusals, lacking = known.read(question, loaded)
    best = known.exact(readings[0], question, loaded) if readings else None
    why = _why_not(question, best, refusals, lacking, known, inside)
    if why:
        return Meant(text, question, None, tuple(readings[:4]), why)
    return Meant(text, question, best, tuple(readings[1:4]))


def _unnamed(question: Question) -> str:
    """The question as it was put, without the units that it names: 市文化广电新闻出版局 asks for no news."""
    raw = question.raw
    for item in question.of("unit"):
        raw = raw.replace(item.text, "U")
    return raw


def _clause_of_cited(question: Question, inside: World) -> str:
    """The title of a document that is known only because it is cited, where the question names a clause of it by its number."""
    loaded = {document.id for document in inside.directory.loaded}
    for item in question.of("document"):
        behind = any(_ITS.fullmatch(question.text, item.end, measure.start) for measure in question.of("measure"))
        if behind and item.value and not set(item.value) & loaded:
            return inside.directory.documents[item.value[0]].title
    return ""


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
    said = (
        question.masked_about
        if question.searching
        else f"{question.masked_about} {question.masked} {_unnamed(question)}"
    )
    if reason := outside.settled(question.text, said, partial(_worded, question.raw or question.text, inside)):
        return reason
    if not (question.found or question.about) and _POINTS.match(question.text):
        return "请说明要问的是哪项措施。"
    if cited := _clause_of_cited(question, inside):
        return f"《{cited}》只是被引用，没有载入，它的条款这里没有。"
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
    if amount.endswith(_BODIES) and {"units", "count"} <= best.entry.answers.keys() and "measures" in best.bound.params:
        amount = ""  # how many units lead a measure is what the asker knows of it: 牵头的两家是谁
    said_so = best.bound.about and any(amount[:-1] in topic.measure.text for topic in question.topics[:3])
    unused = [item.text for item in best.bound.left] or ["" if said_so else amount]
    if any(unused):
        said = "、".join(unused)
        return f"问题里的“{said}”没有用上，答出来会不对；请换一种问法。"
    return ""
