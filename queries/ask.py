"""Answers a question asked in words: finds what it means, runs that catalogue entry, or says why it cannot be answered."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from graph_loader.stores.base import GraphStore
from graph_loader.units import Registry
from queries.model import Answer, Understood
from queries.run import run
from queries.understand import cues
from queries.understand.content.topics import plain
from queries.understand.loaded import world
from queries.understand.meaning import understand
from queries.understand.phrase import alternatives, understood_sentence
from queries.understand.readings import Reading


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


def _confidence(reading: Reading) -> float:
    return round(max(0.0, min(1.0, reading.score)), 4)
