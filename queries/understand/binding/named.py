"""Parameters for units, documents and places: who is meant by which, who is left out, and who is said not to."""

from __future__ import annotations

import re
from collections.abc import Sequence

from queries.model import Entry, Parameter
from queries.understand.binding.draft import Draft
from queries.understand.found import Found

_WITHOUT = "unit-without-other"
"""The entry of which one unit does and the others, named last, do not."""
_NOT_INVOLVING = "measures-not-involving"
"""The entry of whose units none does."""
_LESS = "without"
"""The parameter of entries that can leave units out: of the units that they find, or what these lead."""
_OF_OTHERS = frozenset({"measure-supports", "measure-responsible"})
"""Entries in which a unit of another role only tells which measure is meant (谁给它打配合)."""
_LEFT_OUT = re.compile(
    r"除了?|以外|之外|(?<!算)不算|[抛撇]开|刨[去除开]|去掉|\b(?:besides|apart from|other than|except)\b"
)
"""What says that the unit named is one not to count."""
_NAMED_TOGETHER = re.compile(" *[和与跟及、或]+ *")
_MORE = re.compile("(?:还有|另有)(?:没有)?(?:别|其他|其它|谁|哪)|别的")
"""What asks for more units than the one that the question knows of."""
_SAID_NO = re.compile(r"(?:也|都|并|又|却|就|则|本身|倒|一[项条个家件])*(?:没有?|不|未)(?!是只)")
_NO_TO = re.compile(r"(?:[没不未](?:有|是|让|由|用|归|含|包括|算|在)?|除了?|除[去开掉]|去掉|刨[去除开]|排除)由?$")
"""A unit that does not: A没牵头, 不是A牵头, 去掉A的."""
_LEADS = re.compile("(?:的|来|所|作为|担任|当|负责|参与)*(?:牵头|牵的?头|主办|主责|领衔|挑头)")
_LEADS_NOT = re.compile(rf"{_SAID_NO.pattern}(?:是|由|来|担任|作为|当|参与|负责)*{_LEADS.pattern}")


def bind_units(draft: Draft) -> bool:
    """Units, those to leave out apart, and those that are said not to last."""
    items, text = draft.of("unit"), draft.question.text
    slots = [slot for slot in draft.slots("unit") if slot.name != _LESS]
    if any(slot.name == _LESS for slot in draft.slots("unit")):
        less = _left_out(draft.entry, items, bool(slots), text)
        if not slots and _MORE.search(text):
            draft.use(items)
        draft.params[_LESS] = [value for item in less for value in item.value]
        draft.use(less)
        items = [item for item in items if item not in less]
    if not _enough(slots, items):
        return False
    denied = _denied(items, text) if len(slots) > 1 or draft.entry.name == _NOT_INVOLVING else []
    if draft.entry.name == _WITHOUT and len(denied) == len(items):
        return False
    if draft.entry.name == _NOT_INVOLVING and 0 < len(denied) < len(items):
        return False
    if len(slots) > 1:
        items = [*(item for item in items if item not in denied), *denied]
    _give(draft, slots, items)
    if slots and items:
        draft.use(draft.of("place"))
        if not draft.slots("document"):
            # What is asked of a unit wherever it is named, as what became of it: the paper has told which unit is meant.
            draft.use(item for item in draft.of("document") if set(item.value) & set(draft.documents))
    return True


def bind_documents(draft: Draft) -> bool:
    """Documents; where one is needed and none is named, those of the places."""
    items, slots = draft.of("document"), draft.slots("document")
    required = sum(slot.required for slot in slots)
    if not required:
        # A document that is only cited is no place to look in.
        items = [item for item in items if set(item.value) & set(draft.documents)]
    if not items and required == 1:
        items = [Found("document", 0, 0, "", draft.documents)]
        draft.use(draft.of("place"))
    if not _enough(slots, items):
        return False
    _give(draft, slots, items)
    if slots and items:
        draft.use(draft.of("place"))
    return True


def bind_places(draft: Draft) -> bool:
    """Places."""
    items, slots = draft.of("place"), draft.slots("place")
    if not _enough(slots, items):
        return False
    _give(draft, slots, items)
    return True


def _enough(slots: Sequence[Parameter], items: Sequence[Found]) -> bool:
    return sum(slot.required for slot in slots) <= len(items)


def _give(draft: Draft, slots: Sequence[Parameter], items: list[Found]) -> None:
    for slot, given in zip(slots, _dealt(items, len(slots)), strict=False):
        if given:
            values = [value for item in given for value in item.value]
            draft.params[slot.name] = values if slot.many else values[0]
            draft.use(given)


def _left_out(entry: Entry, items: list[Found], selects: bool, text: str) -> list[Found]:
    """The units that a question leaves out. selects: whether the entry can look for what units do."""
    if not selects:
        return items if entry.name in _OF_OTHERS or _LEFT_OUT.search(text) else []
    return [
        item
        for item in items
        if _LEADS_NOT.match(text, item.end) or (_NO_TO.search(text, 0, item.start) and _LEADS.match(text, item.end))
    ]


def _denied(items: Sequence[Found], text: str) -> list[Found]:
    """Units that are said not to (A没牵头、B牵头); of those named together all (A和B都没牵头)."""
    runs: list[list[Found]] = []
    for item in items:
        joined = runs and _NAMED_TOGETHER.fullmatch(text, runs[-1][-1].end, item.start)
        runs[-1].append(item) if joined else runs.append([item])
    starts = {item.start for item in items}

    def denied(item: Found) -> bool:
        behind = _SAID_NO.match(text, item.end)  # but 有A没有B牵头 denies B
        return bool((behind and behind.end() not in starts) or _NO_TO.search(text, 0, item.start))

    said = [any(map(denied, run)) for run in runs]
    return [item for run, no in zip(runs, said, strict=True) if no for item in run]


def _dealt(items: list[Found], slots: int) -> list[list[Found]]:
    """Mentions to slots: one each, the last slot takes what is left over."""
    if slots < 2:
        return [items] * slots
    return [*([item] for item in items[: slots - 1]), items[slots - 1 :]]
