"""Words that were typed by their sound: 千头 for 牵头, 到其 for 到期, 行政付议 for 行政复议."""

from __future__ import annotations

from collections.abc import Callable

from graph_loader.extract import numerals
from queries.understand.sound import sound, sounds
from queries.understand.topics import Topics

_WORDS = (
    *(
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
    ),
    *("依据", "撤销", "单独", "推断"),
)
_COUNTERS = "项条个家月年"
_BY_SOUND = {sounds(word): word for word in _WORDS}


def correct(text: str, asked: Callable[[str], bool], topics: Topics) -> str:
    """The text with characters put right that make no pair which anybody knows, where another of the same sound does: in a
    word of asking, or, between two neighbours, in a word of the loaded measures. asked: whether example questions have a pair.
    """
    for at in range(len(text) - 1):
        pair = text[at : at + 2]
        word = _BY_SOUND.get(sounds(pair))
        numeral = pair[0] in numerals.CHINESE and pair[1] in _COUNTERS
        if word and word != pair and not (numeral or asked(pair) or pair in topics):
            text = text[:at] + word + text[at + 2 :]
    for at in range(1, len(text) - 1):
        before, char, after = text[at - 1], text[at], text[at + 1]
        if any(asked(pair) or pair in topics for pair in (before + char, char + after)):
            continue
        for other in topics.sounding(sound(char)):
            if before + other in topics and other + after in topics:
                text = text[:at] + other + text[at + 1 :]
                break
    return text
