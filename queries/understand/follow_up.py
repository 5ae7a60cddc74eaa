"""A question that leans on the one before it: 那2018年的呢？ 它牵头的呢？ Completed to questions that stand alone."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from queries.understand.found import Found

_UNIT = re.compile(
    r"它们?|他们|该单位|该部门|这个?单位|这个?部门|[这那该]个?[局委办厅]|这家(?:单位)?|其(?=牵头|负责|责任|配合)|\b(?:it|they)\b"
)
_MEASURE = re.compile(r"它|(?:这|该|那)一?(?:条|项)(?:措施|任务)?|该措施|这个?措施|\b(?:it|this one|that one)\b")
_HOW_MANY = r"(?:一共|总共|共|拢共|合计|加起来)*有?(?:几|多少)[项条个家份处]?(?:措施|任务)?"
_LEANING = re.compile(
    r"^(?:那么?|其中|里头|里面|这里头|再|还有|另外|然后|and\b|what about|how about|和|跟|与|同|是哪|分别|单独|共同|一起|有几|有多少)"
    rf"|^{_HOW_MANY}[?？。\s]*$|呢[?？。\s]*$"
)
_COUNT = re.compile(rf"^(?:那|它们|这些)?{_HOW_MANY}$|^how many$")
_WITHIN = re.compile(
    r"(?:其中|(?:这|那)(?:里头?|里面|些(?:里头?|里面|中|当中)?|当中)|里头|里面|当中|它们(?:里头?|当中|中))(?:的)?[,， ]?"
)
_NARROWING = re.compile(
    "^(?:没|未|不|有|写)[^,，]{0,6}(?:时限|期限|时间|日期|目标|指标)的(?:是|有)?哪(?:些|几[条项个]|[条项])[?？。\\s]*$"
)
"""What names nothing of its own and narrows what came before: 没写时限的是哪些."""
_DUTY = re.compile("牵头|负责|配合")
_LEAD_IN = re.compile(r"^(?:那么?|再|还有|另外|然后|and|what about|how about)[,, ]*")
_LITTLE = re.compile(r"[那呢的其中有是在又还也再,,?？ ]|what about|how about|and|the")
_JOINING = re.compile(r"^[和跟与同]")


def leans(text: str) -> bool:
    """Whether a folded question looks as if it went on from another."""
    return bool(_NARROWING.search(text) or _LEANING.search(text) or _UNIT.search(text) or _MEASURE.search(text))


def complete(
    before: str,
    text: str,
    find: Callable[[str], Sequence[Found]],
    places: Callable[[str], Sequence[Found]],
    subject: Sequence[str],
) -> list[str]:
    """Questions that stand alone, likeliest first, for a tidied follow-up to the question `before`.

    find: the entities of a text. places: its places, inside the names of units too. subject: names that 它 can mean, units or
    measures, the likeliest first.
    """
    old, rest = find(before), _LEAD_IN.sub("", text)
    if _COUNT.match(rest):
        # How many the list before it had: the same question, counting.
        return [f"{before}{rest}"]
    for pattern in (_UNIT, _MEASURE):
        if subject and pattern.search(rest):
            return [pattern.sub(name, rest, count=1) for name in subject]
    new = find(rest)
    within = _WITHIN.match(rest)
    if within or _NARROWING.match(rest):
        # 其中哪条没写时限: of what the question before it asked for.
        named = "".join(item.text for item in old)
        duty = next(iter(_DUTY.findall(before)), "")
        rest = rest[within.end() :] if within else rest
        both = (
            [f"{named}和{new[0].text}都{duty}的措施有哪些"]
            if [item.kind for item in (*old, *new)] == ["unit", "unit"]
            else []
        )
        return [*both, f"{named}{duty}的措施中{rest}"]
    said = _LITTLE.sub("", _without(rest, new))
    joined = bool(_JOINING.search(rest))
    swapped = before if joined else _swap(before, old, new, places)
    if not said:
        return [swapped]
    kept = [item.text for item in old if joined or item.kind not in {other.kind for other in new}]
    return [f"{''.join(kept)}{rest}", f"{swapped} {rest}" if swapped == before else f"{swapped} {_without(rest, new)}"]


def _swap(before: str, old: Sequence[Found], new: Sequence[Found], places: Callable[[str], Sequence[Found]]) -> str:
    """The earlier question with its entities replaced by the new ones of their kind; those of other kinds go before it. A unit
    keeps the place of the unit that it replaces, and a new place goes into the name of the unit (张掖市司法局)."""
    text, added = before, []
    held = places(before)
    for item in new:
        same = [other for other in old if other.kind == item.kind]
        if item.kind == "place" and held:
            text = text.replace(held[0].text, item.text, 1)
        elif same:
            written = before[same[0].start : same[0].end]
            inside = held and written.startswith(held[0].text) and not places(item.text)
            text = text.replace(written, held[0].text + item.text if inside else item.text, 1)
        else:
            added.append(item.text)
    return "".join([*added, text])


def _without(text: str, found: Sequence[Found]) -> str:
    for item in sorted(found, key=lambda item: -item.start):
        text = text[: item.start] + text[item.end :]
    return text
