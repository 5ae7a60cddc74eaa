"""What a question means: the steps from its words to the best reading, alone or after the answer before it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from graph_loader.stores.base import GraphStore
from graph_loader.units import Registry
from queries import catalogue
from queries.model import Answer
from queries.understand import cues, outside
from queries.understand.binding import Bound
from queries.understand.content import retold
from queries.understand.content.topics import plain
from queries.understand.dialogue import anaphora, follow_up
from queries.understand.dialogue.context import Context, context_of
from queries.understand.found import Found
from queries.understand.loaded import world
from queries.understand.papers.scope import without_everything, without_excluded
from queries.understand.question import Question
from queries.understand.readings import Mind, Reading, mind
from queries.understand.refusal import UNCLEAR, why_not
from queries.understand.roles.through_groups import without_wish
from queries.understand.units import offices
from queries.understand.wording import spelling
from queries.understand.wording.english import chinese_names
from queries.understand.wording.english_papers import papers_named
from queries.understand.wording.framing import unframed
from queries.understand.wording.today import day_of_asking
from queries.understand.wording.translate import glossed
from queries.understand.world import World

AS_GOOD = 0.1
"""A question that names nothing goes on from the one before it, unless it fits this much better alone."""
GUESSED = 0.15
"""What a question loses that goes on from what the one before it found, and not from what that one asked about."""
SURE = 0.7
"""A question with a worse reading that asks what the one before it did of something else is that question: 质监局又归了谁."""
_ONE_CLAUSE = re.compile("哪一?[条项款](?!款)|第几[条项款]|写哪")


@dataclass(frozen=True, slots=True)
class Meant:
    """What a question was taken to mean: text is what was asked in full; reading is None when it is refused."""

    text: str
    question: Question
    reading: Reading | None
    others: tuple[Reading, ...]
    refused: str = ""


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


def _mean(question: str, known: Mind, inside: World, previous: Answer | None, today: date) -> Meant:
    asked, today = day_of_asking(plain(question), today)
    asked = offices.asked_as_units(asked) if inside.bodies.has_offices else asked
    said = unframed(anaphora.resolved(asked, lambda part: inside.find(part, today)))
    text = _tidy(said, known, inside)
    alone = _judge(text, known, inside, today, glossed(said))
    if previous is None or not previous.question:
        return alone
    if follow_up.counts(text) and previous.understood and previous.entry:
        return _again(previous, text, alone)
    context = context_of(previous, inside.directory)
    leans = follow_up.leans(plain(question)) or follow_up.lacks_subject(alone.question, context)
    leans = leans or follow_up.stays(alone.question, context, inside.directory)
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
    text = papers_named(text, inside.directory.loaded)
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
    if meant.refused == UNCLEAR and question.of("document"):
        aside = _choose(replace(question, aside=True), loaded, known, inside)
        meant = aside if aside.reading else meant
    if meant.reading is None and meant.refused == UNCLEAR and (whole := question.by_clause()):
        other = _choose(whole, loaded, known, inside)
        if other.reading:
            return other
    told = _by_content(meant, inside) if meant.reading is None or _misses_subject(meant) else meant
    best = told if meant.reading is None or _asks_alike(meant, told) else meant
    if best.reading is None:
        return best
    scope, entries = inside.in_scope(best.question), catalogue.load()
    reading = retold.by_duty(best.reading, best.question, inside.told, entries["measure-units"])
    reading = retold.by_clause(reading, best.question, inside.told, scope, entries["measure-deadlines"])
    return replace(best, reading=reading)


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
    if told is None or outside.patterned(refused.question.text):
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
    why = why_not(question, best, refusals, lacking, known, inside)
    if why:
        return Meant(text, question, None, tuple(readings[:4]), why)
    return Meant(text, question, best, tuple(readings[1:4]))
