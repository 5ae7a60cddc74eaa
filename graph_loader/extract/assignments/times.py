"""Whether words inside a statement of responsibility are a time limit rather than a unit."""

from __future__ import annotations

import re
from functools import lru_cache

from graph_loader.extract.assignments.words import STRONG_LABEL, looks_like_unit

_MAX_TIME = 40
_CACHE = 8_192
_TIME = re.compile(
    r"\d{4}年|\d{1,2}月|年(?:底|末|内|初)|[上下]半年|季度|长期|持续|常态|每[年月季周]|[一二三四五六七八九十\d]+(?:个)?(?:工作日|天内|日内|月内)|"
    r"\d{4}[-./]\d|(?:立即|即时|立行立改|近期|全年|适时|定期|按时|同步|及时)"
)
_TIME_VERB = re.compile(r"(?:完成|推进|落实|实施|坚持|到位|办结|进行|前|底|末)\Z")


def is_time(text: str, start: int, end: int) -> bool:
    """Whether text[start:end] is a time limit; nothing longer than 40 characters is."""
    return end - start <= _MAX_TIME and _is_time(text[start:end])


@lru_cache(_CACHE)
def _is_time(words: str) -> bool:
    if ":" in words or not _TIME.search(words) or STRONG_LABEL.search(words):
        return False
    return bool(_TIME_VERB.search(words)) or not looks_like_unit(words)
