"""Papers named in English: by their place or who issued them (the Xinghe list, the education bureau's 2024 work points), by words
that stand in their titles (the water network plan), or by both (Shanghai's brain-computer interface plan)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from graph_loader.units.places import NATION
from queries.directory import KnownDocument
from queries.understand.content.topics import plain
from queries.understand.wording.glossary import in_english

_KIND = (
    r"(?:(?:action|work|implementation|guiding|task|development|three-year|five-year|annual|key|policy)[ -])*"
    r"(?:plan|opinions?|list|scheme|document|paper|notice|programme|program|guidelines?|guidance|blueprint|outline|ledger|roster"
    r"|breakdown|circular|agenda|polic(?:y|ies)|points|priorities)\b"
)
_NO_TITLE = (
    r"(?!(?:which|what|who|whose|whom|when|where|how|is|are|was|were|do|does|did|of|in|to|by|has|have|must|should|will|under|from|with"
    r"|leads?|led|supports?|involves?|tasks?|items?|measures?|units?|deadlines?|departments?|bureaus?|responsible|this|that|these|those"
    r"|each|every|all|any|no|loaded|same|other|higher-level|provincial|national|central|upper-level|superior|normative|regulatory)\b)"
)
_WORDS = rf"(?:rule of law |{_NO_TITLE}[a-z0-9&-]+(?:'s)? )"
_BEHIND = r"(?: (?:on|for|concerning|about|regarding) (?P<behind>[a-z0-9 '&-]+?)(?=,|\?|$))?"
_BEHIND_TOO = r"(?: (?:on|for|concerning|about|regarding) (?P<behind>[a-z0-9 '&-]+?))?"
_OF_HOME = re.compile(
    rf"(?:\bthe )?(?P<home>[\u4e00-\u9fff]{{2,}}) ?(?:'s)? (?P<words>{_WORDS}{{0,9}}?){_KIND}{_BEHIND}"
)
_MEASURES = re.compile(
    rf"(?<![a-z])(?P<where>of|in|under|within|from) (?:the )?(?P<home>[\u4e00-\u9fff]{{2,}}) ?(?:'s)? (?P<words>{_WORDS}+?)measures\b"
)
"""A paper called by what it holds, where something of it is asked for."""
_BY_HOME = re.compile(
    rf"\b(?:the )?(?P<words>{_WORDS}{{0,9}}?){_KIND}{_BEHIND_TOO} (?:of|from|by|issued by) (?:the )?(?P<home>[\u4e00-\u9fff]{{2,}})"
)
_OF_NONE = re.compile(rf"\bthe (?P<words>{_WORDS}{{1,9}}?){_KIND}(?! (?:of|from|by) [\u4e00-\u9fff]){_BEHIND}")
_PLACE = re.compile("[省市县区旗州盟]$")
_LETTERS = re.compile("[a-z]{3}")
_STATE_COUNCIL = "国务院"
_TOKEN = re.compile("[a-z0-9]{2,}")
_TWO_WORDS = 2
"""A paper of which no place is said is named by at least so many English words."""


def papers_named(text: str, papers: Sequence[KnownDocument]) -> str:
    """A folded, lower-case question, places and bodies in Chinese, with the loaded papers that it names in English as 《…》, or as
    河汐市那份文件 where nothing but the place tells."""

    if not _LETTERS.search(text):
        return text

    def of_home(match: re.Match[str]) -> str:
        home, words = match["home"], f"{match['words']} {match['behind'] or ''}"
        own = [paper for paper in papers if _is_of(paper, home)]
        known = _known(words, own)
        if len(known) == 1:
            return f"《{known[0]}》 "
        told = not known and own and _glossed(words)  # of a paper that is not loaded
        return match[0] if told or not (own or _PLACE.search(home)) else f"{home}那份文件 "

    def of_none(match: re.Match[str]) -> str:
        words = f"{match['words']} {match['behind'] or ''}"
        known = _known(words, papers, 1.0) if len(_TOKEN.findall(words)) >= _TWO_WORDS else []
        return f"《{known[0]}》 " if len(known) == 1 else match[0]

    def of_measures(match: re.Match[str]) -> str:
        known = _known(match["words"], [paper for paper in papers if _is_of(paper, match["home"])])
        return f"{match['where']} 《{known[0]}》" if len(known) == 1 else match[0]

    text = _MEASURES.sub(of_measures, text)
    return _OF_NONE.sub(of_none, _OF_HOME.sub(of_home, _BY_HOME.sub(of_home, text))).strip()


def _is_of(paper: KnownDocument, home: str) -> bool:
    """Whether a paper is that of a place, or has who issued it in its title."""
    return paper.jurisdiction == (NATION if home == _STATE_COUNCIL else home) or home in paper.title


def _glossed(words: str) -> list[tuple[str, ...]]:
    return [chinese for _, chinese in in_english(words)]


def _known(words: str, papers: Iterable[KnownDocument], share: float = 0.5) -> list[str]:
    """Folded titles of the papers that have most of the words, and at least that share of those that the glossary has."""
    options = [*_glossed(words), *((token,) for token in _TOKEN.findall(words) if not [*in_english(token)])]
    least = len(_glossed(words)) * share
    held = {
        title: sum(any(word in title for word in chinese) for chinese in options)
        for title in (plain(paper.title) for paper in papers)
    }
    most = max(held.values(), default=0)
    return [title for title, many in held.items() if many == most] if most and most >= least else []
