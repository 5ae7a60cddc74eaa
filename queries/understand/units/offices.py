"""科室, 处室 and 股室 as what a question asks for: the offices of one body are the units of a paper that this body has for itself."""

from __future__ import annotations

import re
from collections.abc import Iterable

from queries.directory import KnownUnit

_OFFICE = re.compile("(?<!办事)[科股处](?:室)?$")
_ASKED = re.compile(
    "(?:(?P<ask>哪(?:[一几两些]?个?|一?家)|什么|几个|多少个?|[别其]的|其[他它余])"
    "(?:[科处股]室|[科处股](?=$|[,，?]|[在来是要得都也去和与跟同共一]|[挑领带打主]|牵头|负责|责任|配合|管|抓|办|干|做|弄|承|参|协|落|的))"
    "|(?P<role>牵头|责任|配合|协办|主办|承办)(?:[科处股]室))"
)
_DUTY = re.compile(
    "牵头|[挑领带打]头|负责|责任|配合|协[办助]|主[办抓管责]|承[担办]|参与|落实|[归由找]|谁|[管抓办干做弄]|的(?:事|活)|任务|担子|[身头肩]上"
)


def has_offices(units: Iterable[KnownUnit]) -> bool:
    """Whether some of the units are offices of a body."""
    return any(_OFFICE.search(unit.name) for unit in units)


def asked_as_units(text: str) -> str:
    """A folded question that asks which office has a duty (哪个科挑头), as one that asks which unit; 某局有哪些科室 stays as it is."""
    if not _DUTY.search(text):
        return text
    return _ASKED.sub(lambda match: f"{match['ask'] or match['role']}单位", text)
