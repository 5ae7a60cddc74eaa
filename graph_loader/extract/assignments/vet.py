"""Looks over what the grammar read: names that are none, people among units."""

from __future__ import annotations

import re

from graph_loader.extract.assignments.persons import OFFICE, is_person
from graph_loader.extract.assignments.reading import Doubt, Name, Reading
from graph_loader.extract.assignments.words import looks_like_unit

_HEADS = ("政府", "局", "委", "厅", "部", "市", "县", "区", "州", "管委会")
_LEVELS = re.compile(r"(?:政府|局|委|厅|部|部门|管委会)(?:[(\[].*)?\Z|、[县区旗][(\[][市县区旗]")
"""What ends a body that divisions share (各市、县政府), or shows that the words beside 、 are levels: 各市、县(市、区)."""
_LATIN = re.compile("[A-Za-z]")
_BRACKETED = re.compile(r"[(\[].*?[)\]]")
_PERSON_BEHIND = re.compile(r"(?<=.)[(\[]([^()\[\]]{2,3})[)\]]\Z")
_NOTE_BEHIND = re.compile(
    r"(?<=.)[(\[](?:[^()\[\]]*(?:联系人|电话|传真|邮箱)[^()\[\]]*|(?:具体)?(?:负责|承担|统筹)[^()\[\]、]*)[)\]]\Z"
)
"""How a body is reached or what it does, in brackets behind it: no part of its name."""
_LINE_BETWEEN = re.compile(r"\n[^\n]*\d[^\n]*\n|\n[^\n]*公报[^\n]*\n")
"""A running head or foot that a page break left inside a name."""
_ELIDED = 6
"""A list may elide the end that its members share (广州、深圳市政府): such a name has at most so many characters."""


def vet(text: str, reading: Reading) -> Reading:
    """Take people out of the names, and doubt names that do not look like units."""
    kept = []
    for place, name in enumerate(reading.names):
        words = _without_person(text, name)
        if looks_like_unit(words):
            kept.append(name)
            if _LINE_BETWEEN.search(words):
                reading.doubts.append(Doubt("名称中间夹着一行别的文字", name.start, name.end))
            bare = _BRACKETED.sub("", words) if "、" in words else ""
            if "、" in bare and not (words.startswith(("各", "有关", "相关")) and _LEVELS.search(words)):
                reading.doubts.append(Doubt("顿号两边按一个单位读", name.start, name.end, "顿号两边是两个单位"))
        elif place and reading.people and (is_person(words) or OFFICE.fullmatch(words)):
            continue
        elif place and is_person(words) and text[name.start - 1] in " \t\n:(":
            reading.doubts.append(Doubt("像是人名，没有读成单位", name.start, name.end))
        else:
            kept.append(name)
            later = reading.names[place + 1 : place + 8]
            elided = (
                len(words) <= _ELIDED
                and not _LATIN.search(words)
                and any(text[each.start : each.end].endswith(_HEADS) for each in later)
            )
            if not elided:
                reading.doubts.append(Doubt("不像单位名称", name.start, name.end))
    reading.names = kept
    return reading


def _without_person(text: str, name: Name) -> str:
    """The name's words, after a person or how to reach one in brackets behind it was cut off: 市教育局(王强)."""
    words = text[name.start : name.end]
    if not words.endswith((")", "]")):
        return words
    if note := _NOTE_BEHIND.search(words):
        name.end = name.start + note.start()
        return text[name.start : name.end]
    match = _PERSON_BEHIND.search(words)
    if match and is_person(match[1]) and not looks_like_unit(match[1]):
        name.end = name.start + match.start()
    return text[name.start : name.end]
