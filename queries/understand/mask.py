"""The masked form of questions and examples: every entity one capital letter, so that only the way of asking is left.

U a unit, M a measure's number or title, W words that measures are about, F a document, S a section, P a place, N a number, K a place
in a ranking, C a month of every year, Q a quarter of it; what only leaves out recurring duties, or stands for the
measures of the answer before it, is dropped; dates by the side of them
that is meant: Y inside, B no later than, A later than.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date

from queries.understand import dates
from queries.understand.content.topics import plain
from queries.understand.cues import tidy
from queries.understand.found import Found

_LETTERS = {
    "unit": "U",
    "measure": "M",
    "document": "F",
    "section": "S",
    "place": "P",
    "number": "N",
    "ordinal": "K",
    "once": "",
    "set": "",
    "month": "C",
    "words": "W",
}
_SIDES = {"in": "Y", "by": "B", "before": "B", "after": "A", "from": "A"}
_STAND_INS = {
    "unit": "U",
    "other": "U",
    "measure": "M",
    "document": "F",
    "second": "F",
    "section": "S",
    "place": "P",
    "words": "W",
    "number": "N",
    "nth": "K",
    "month": "C月",
    "date": "2018年12月31日",
    "since": "2018年1月1日",
    "until": "2018年12月31日",
    "year": "2018",
}
"""What stands in for a placeholder while an example is masked; dates are found in it as in any question."""
_ROLE_WORDS = ("牵头", "负责", "配合")
_PLACEHOLDER = re.compile(r"\{(\w+)\}")
_DOCUMENT = re.compile(r"(?<![以对把引用到于与为按照依据了])《?\{document\}》?[的里中]?")
_WRAPPED = re.compile(r"[《“\"](?P<inside>[A-Z])[》”\"]")
_QUARTER = re.compile("第?N季度|quarter N")
_SOME_DAY = date(2018, 6, 15)


def mask(text: str, found: Iterable[Found], *, aside: bool = False) -> str:
    """The text with each entity replaced; found are apart from each other and lie in the text. aside: whether documents only say
    where to look, as places do."""
    parts, at = [], 0
    for item in sorted(found, key=lambda item: item.start):
        parts.append(text[at : item.start])
        parts.append(_LETTERS["place"] if aside and item.kind == "document" else letter(item))
        at = item.end
    return _WRAPPED.sub(r"\g<inside>", "".join([*parts, text[at:]]))


def letter(item: Found) -> str:
    """The capital letter of an entity."""
    if item.kind == "month" and len(item.value) > 1:
        return "Q"
    return _SIDES[item.value.sense] if item.kind == "date" else _LETTERS[item.kind]


def mask_example(example: str) -> list[str]:
    """The masked forms of an example question of the catalogue; several where a placeholder may be filled in several ways:
    a measure by its number or by words, a role by each role's word."""
    forms = [example]
    if "{role}" in example:
        forms = [example.replace("{role}", word) for word in _ROLE_WORDS]
    if "{measure}" in example:
        forms = [form.replace("{measure}", name) for form in forms for name in ("{measure}", "{words}")]
    if example.count("{document}") == 1 and "{second}" not in example:
        # Where one document is meant, it need not be named: 依据什么文件制定.
        forms += [_DOCUMENT.sub("", form) for form in forms]
    return [_mask_form(form) for form in forms]


def _mask_form(example: str) -> str:
    parts = _PLACEHOLDER.split(example)
    # Latin letters of the text are made small before the capital stand-ins go in.
    text = "".join(_STAND_INS[part] if at % 2 else plain(part) for at, part in enumerate(parts))
    text = _QUARTER.sub("Q", tidy(text))
    return mask(text, dates.find(text, _SOME_DAY))
