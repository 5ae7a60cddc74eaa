"""Why a question is refused: what it asks for is in no plan, is not loaded, or is more than the best reading can use."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import partial

from queries.understand import cues, outside
from queries.understand.classify import Guess
from queries.understand.question import Question
from queries.understand.readings import Mind, Reading, Refusal
from queries.understand.world import World

UNCLEAR = "没有听懂这个问题，或已载入的文件回答不了它。"
LEAST = 0.34
"""A reading below this is no answer. Set on the tuning part of tests/gold/questions.jsonl, as the next."""
MUCH = 0.2
"""A reading that lacks what it needs and fits this much better than any other is what was meant: the question says too little."""
_BODIES = ("家", "个")
"""Measure words that units are counted by."""
_POINTS = re.compile(
    "[这那][个条项件](?:事儿?|活儿?|工作|任务)?(?:现在|到底|是|该|应该?)?(?:归|由|给)?(?:谁|哪)"
    "|(?:现在|到底|是|该|应该?)?(?:由|归)?(?:谁|哪一?[个家](?:单位|部门)?)(?:来|在)?(?:牵头|负责|配合|管)(?:的|了)?$"
)
"""What asks of something that neither it nor a question before it has named."""
_OF_ITS_TEXT = ("document-citations", "document-outline")
"""Entries that tell what a paper itself says."""
_ITS = re.compile('[》"]?(?:里|中|上)?面?的?')


def why_not(
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
    bare = question.unscoped()
    texts = [question.masked_about, bare.masked_about]
    if not question.searching:
        texts += [question.masked, _unnamed(question)]
    text, said = question.text if bare is question else cues.tidy(bare.text), " ".join(dict.fromkeys(texts))
    if reason := outside.settled(text, said, partial(_worded, question.raw or question.text, inside)):
        return reason
    if not (bare.found or bare.about) and _POINTS.match(bare.text):
        return "请说明要问的是哪项措施。"
    if cited := _clause_of_cited(question, inside):
        return f"《{cited}》只是被引用，没有载入，它的条款这里没有。"
    if best and best.entry.name in _OF_ITS_TEXT and (cited := _only_cited(best.bound.params["documents"], inside)):
        return f"《{cited}》只是被引用，没有载入，它写了什么这里没有。"
    refusal, score = refusals[0], best.score if best else 0.0
    if refusal.score >= max(score, LEAST):
        return refusal.reason
    if lacking and lacking[0].score > max(score + MUCH, LEAST):
        if question.unknown:
            return f"已载入的文件没有写到“{'、'.join(question.unknown)}”。"
        return f"请说明要问的是哪{known.lack(lacking[0].name, question)}。"
    if best is None or score < LEAST:
        return UNCLEAR
    amount = cues.left_amount(question.masked_about)
    if amount.endswith(_BODIES) and {"units", "count"} <= best.entry.answers.keys() and "measures" in best.bound.params:
        amount = ""  # how many units lead a measure is what the asker knows of it: 牵头的两家是谁
    said_so = best.bound.about and any(amount[:-1] in topic.measure.text for topic in question.topics[:3])
    unused = [item.text for item in best.bound.left] or ["" if said_so else amount]
    if any(unused):
        said = "、".join(unused)
        return f"问题里的“{said}”没有用上，答出来会不对；请换一种问法。"
    return ""


def _unnamed(question: Question) -> str:
    """The question as it was put, without the units that it names: 市文化广电新闻出版局 asks for no news."""
    raw = question.raw
    for item in question.of("unit"):
        raw = raw.replace(item.text, "U")
    return raw


def _clause_of_cited(question: Question, inside: World) -> str:
    """The title of a document that is known only because it is cited, where the question names a clause of it by its number."""
    for item in question.of("document"):
        behind = any(_ITS.fullmatch(question.text, item.end, measure.start) for measure in question.of("measure"))
        if behind and (cited := _only_cited(item.value, inside)):
            return cited
    return ""


def _only_cited(documents: Sequence[str], inside: World) -> str:
    """The title of the first of the papers, where none of them is loaded."""
    loaded = {document.id for document in inside.directory.loaded}
    return inside.directory.documents[documents[0]].title if documents and not loaded & set(documents) else ""


def _worded(asked: str, inside: World, word: str) -> bool:
    """Whether a word stands in the question only as part of a longer one that the measures have."""
    places = [match.start() for match in re.finditer(re.escape(word), asked)]
    ends = [(at - 2, at + len(word)) for at in places], [(at, at + len(word) + 2) for at in places]
    return bool(places) and all(
        any(start >= 0 and end <= len(asked) and inside.topics.has(asked[start:end]) for start, end in pair)
        for pair in zip(*ends, strict=True)
    )
