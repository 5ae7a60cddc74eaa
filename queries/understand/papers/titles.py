"""How words stand in the title of a paper: as they are, or shortened (综保区 in 综合保税区, 燃气整治 in 燃气安全专项整治)."""

from __future__ import annotations

_REACH = 3
"""Characters of a shortened name stand at most so far apart in the title."""
_CLOSE = 2
"""So far where there are only two."""


def stands_in(words: str, title: str) -> bool:
    """Whether the characters stand in the title in this order, each of them near another."""
    if words in title:
        return True
    if len(words) < 2 or not set(words) <= set(title):
        return False
    reach = _REACH if len(words) > 2 else _CLOSE
    ends = {(at, False) for at, char in enumerate(title) if char == words[0]}
    for char in words[1:]:
        places = [at for at, other in enumerate(title) if other == char]
        ends = {
            (at, at - last <= reach)
            for last, linked in ends
            for at in places
            if at > last and (linked or at - last <= reach)
        }
        if not ends:
            return False
    return any(linked for _, linked in ends)


def shortens(short: str, name: str) -> bool:
    """Whether the characters stand in the name in this order and begin as it does: 工信 for 工业和信息化, 粮储 for 粮食和物资储备."""
    rest = iter(name)
    return len(short) > 1 and short[:1] == name[:1] and all(char in rest for char in short)
