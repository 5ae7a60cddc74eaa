"""Bodies and places named in English: the Municipal Finance Bureau is 市财政局, Xinghe is 星河市. data/english_names.csv."""

from __future__ import annotations

import csv
import re
from collections.abc import Mapping, Sequence
from functools import cache
from types import MappingProxyType

from graph_loader.settings import DATA
from queries.understand.wording.sound import spelt

_FILE = DATA / "english_names.csv"
_LEVELS = MappingProxyType(
    {
        "municipal": "市",
        "municipality": "市",
        "city": "市",
        "county": "县",
        "district": "区",
        "provincial": "省",
        "province": "省",
    }
    | dict.fromkeys(("national", "state", "central"), "")
)
_MINISTRY = "ministry"
_BODY = rf"(?:{_MINISTRY}|bureau|commission|committee|department|office|administration)"
_LEVEL = "|".join(_LEVELS)
_DIVISION = "city|county|district|municipality|province|prefecture|region|banner|new area"
_HOMES = {"state council": "国务院"}
_TWICE = re.compile(r"([\u4e00-\u9fff]{2,}?)([省市县区旗州盟]?) ?\(\1\2?\)")


@cache
def _names() -> Mapping[str, str]:
    with _FILE.open(encoding="utf-8", newline="") as file:
        return MappingProxyType({row["english"]: row["chinese"] for row in csv.DictReader(file)})


@cache
def _pattern() -> re.Pattern[str]:
    names = "|".join(
        re.escape(name).replace(r"\ and\ ", " (?:and|&) ") for name in sorted(_names(), key=lambda name: -len(name))
    )
    return re.compile(
        rf"(?:\bthe )?(?:\b(?P<place>[a-z]+)(?:'s)? )??(?:\b(?P<level>{_LEVEL}) )?(?:party |general )?(?:\b(?P<stem>{names}) {_BODY}\b"
        rf"|\b{_BODY} (?:of|for) (?P<after>{names})\b)(?: of (?P<behind>[a-z]+)(?: (?P<last>{_DIVISION}))?\b)?"
        r"(?: ?\((?P<gloss>[\u4e00-\u9fff]{2,}[局委办厅部会室院署处行])\))?"
    )


def chinese_names(text: str, places: Sequence[str]) -> str:
    """A folded, lower-case question with bodies and the loaded places (names such as 星河市) that stand in it in English named in
    Chinese."""
    if not re.search("[a-z]{3}", text):
        return text
    spelling = {"".join(map(spelt, place[:-1])): place for place in places}

    def body(match: re.Match[str]) -> str:
        stem = _names()[re.sub(" & ", " and ", match["stem"] or match["after"])]
        lead, place = match["place"] or "", spelling.get(match["place"] or match["behind"] or "", "")
        level = _LEVELS.get(match["level"] or match["last"] or "", "")
        before = f"{lead} " if lead and lead not in spelling else ""
        if match["gloss"]:
            return f"{before}{match['gloss']} "
        if _MINISTRY in match[0]:
            return f"{before}{stem.removesuffix('局').removesuffix('委员会')}部 "
        # Alone, 委组织部 is no name: its 市 is that of the level that nobody said.
        return f"{before}{place or level or ('市' if stem.startswith(('委', '政府')) else '')}{stem} "

    named = _pattern().sub(body, text)
    for letters, place in spelling.items():
        named = re.sub(rf"\b{letters}(?: (?:{_DIVISION}))?(?:'s)?\b", place, named)
    for name, chinese in _HOMES.items():
        named = re.sub(rf"\b(?:the )?{name}\b", chinese, named)
    return _TWICE.sub(r"\1\2", re.sub(" +", " ", named)).strip()
