"""Words of asking that were typed by their sound: 千头 for 牵头, 到其 for 到期."""

from __future__ import annotations

from collections.abc import Callable

from queries.understand.sound import sounds

_WORDS = (
    "牵头",
    "责任",
    "负责",
    "单位",
    "措施",
    "时限",
    "期限",
    "到期",
    "截止",
    "配合",
    "问责",
    "追责",
    "共同",
    "完成",
    "承接",
    "引用",
    "依据",
)
_BY_SOUND = {sounds(word): word for word in _WORDS}


def correct(text: str, known: Callable[[str], bool]) -> str:
    """The text with pairs of characters that nobody knows put right where they sound like a word of asking. known: whether a
    pair stands in an example question or in a loaded measure."""
    at = 0
    while at < len(text) - 1:
        pair = text[at : at + 2]
        word = _BY_SOUND.get(sounds(pair))
        if word and word != pair and not known(pair):
            text = text[:at] + word + text[at + 2 :]
            at += 1
        at += 1
    return text
