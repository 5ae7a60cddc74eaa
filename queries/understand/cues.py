"""Small words that turn a question: roles, how many, how far down a ranking, and what is only said for politeness."""

from __future__ import annotations

import re

from graph_loader.extract import numerals
from graph_loader.model import Role
from queries.understand.found import Found

_ROLES: tuple[tuple[Role, re.Pattern[str]], ...] = (
    ("lead", re.compile(r"牵头|主办|主责|领衔|挂帅|\bl(?:eads?|ed|eading)\b")),
    ("responsible", re.compile(r"责任(?:单位|部门|主体)|\bresponsible\b")),
    ("supporting", re.compile(r"配合|协办|协助|\bsupport(?:s|ing)?\b")),
)
_COUNTING = re.compile(
    r"(?<![哪前])几(?:项|条|个|家|件|份|处|次)|多少|数量|总数|个数|\bhow many\b|\bnumber of\b|\bcount\b"
)
_N = "[0-9〇零一二两三四五六七八九十百]{1,4}"
_TOP = re.compile(
    rf"(?:排名)?前\s?(?P<n>{_N})(?:个|名|位|家|大)?|\btop (?P<m>[0-9]{{1,3}})\b|(?<=[最重多大长]的)(?P<k>{_N})(?=个|家|名|项)"
)
_LEAST = re.compile(
    rf"(?:(?:至少|不少于|不低于)\s?(?P<n>{_N})|(?:超过|多于|大于)\s?(?P<over>{_N})|(?P<m>{_N}))(?:项|条|个|家)?"
    r"(?:措施|任务|单位)?(?P<up>及?以上|以下)?|\b(?:at least|more than) (?P<k>[0-9]{1,3})\b"
)
_FIRST = re.compile(
    r"(?=.*(?:最[多重大忙少长早]|第一|首位|榜首|\bmost\b))(?:.*(?:哪(?:一|1)?[个家项条位]|是?谁|哪里|which (?:unit|measure|one)\b|who\b))"
)
_POLITE = re.compile(
    r"^(?:请问|请|麻烦|劳驾|帮我|帮忙|给我|替我|我想(?:知道|问|查|看)|想问|问一下|问下|查一下|查查|查下|看一下|看看|列一下|告诉我"
    r"|你好|您好|那么|please|can you|could you|tell me)[一下,,:\s]*"
)
_TAIL = re.compile(r"(?:谢谢|多谢|thanks|please|吗|呢|呀|啊|吧|哈|[?？!！。.,,;;~…\s])+$")
_SPOKEN = (
    (re.compile("啥"), "什么"),
    (re.compile("咋"), "怎么"),
    (re.compile("俩"), "两个"),
    (re.compile("单為"), "单位"),
)


def tidy(text: str) -> str:
    """A folded, lower-case question without politeness, end marks and the commonest spoken forms."""
    before = None
    while before != text:
        before = text
        text = _POLITE.sub("", _TAIL.sub("", text.strip()))
    for pattern, word in _SPOKEN:
        text = pattern.sub(word, text)
    return text or before or ""


def roles(text: str) -> tuple[Role, ...]:
    """The roles that the question names, none when it names none."""
    return tuple(role for role, pattern in _ROLES if pattern.search(text))


def counting(text: str) -> bool:
    """Whether it asks how many (几项, 多少; not 哪几项)."""
    return bool(_COUNTING.search(text))


def numbers(text: str) -> list[Found]:
    """How far down a ranking (前三, top 5; a question for the one with the most is 1) or from how many on (三项以上):
    kind "number", value the number."""
    found = []
    for match in _TOP.finditer(text):
        found.append(Found("number", *match.span(), match[0], _value(match["n"] or match["m"] or match["k"])))
    for match in _LEAST.finditer(text):
        plain = match["n"] or match["k"]
        if plain or match["over"] or (match["m"] and match["up"]):
            value = _value(plain or match["over"] or match["m"]) + (match["over"] is not None)
            found.append(Found("number", *match.span(), match[0], value))
    return [item for item in found if item.value > 0]


def singular(text: str) -> bool:
    """Whether it asks for the one at the top (哪个单位牵头最多)."""
    return bool(_FIRST.search(text))


def _value(text: str) -> int:
    return numerals.whole(text) or 0
