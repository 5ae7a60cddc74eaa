"""Texts whose lines were broken at a fixed width: which line ends stand inside a paragraph. Works on text of folded width."""

from __future__ import annotations

import re

import numpy as np
import numpy.typing as npt

_LINE_LENGTHS = (8, 90)
"""Only texts whose lines have so many characters on average are looked at: others are not broken at a width."""
_WIDTHS = (36, 170)
"""Widths at which texts are broken, in columns; a Chinese character takes two."""
_SLACK = 3
_MIN_LINES = 8
_MIN_SHARE = 0.25
_WIDE = 0x2E80
_OPENS = re.compile(
    r"[\s>#|*●■◆•—-]|[一二三四五六七八九十百]{1,4}[、.是]|[(\[][一二三四五六七八九十\d]{1,3}[)\]]|\d{1,3} ?[.、)]|"
    r"第.{1,4}[条章节]|[①-⑳]|附件|附表|“[^”\n]{1,8}”:|(?:牵头|责任|配合|主办|协办|承办|主责|完成|时限)[^:\n]{0,6}:"
)
"""What a line begins with that does not go on from the line above."""
_ENDS = frozenset("。!?:;\t\n")


def line_ends_inside_paragraphs(text: str) -> list[tuple[int, int]]:
    """The line ends to drop, as ranges, so that broken paragraphs are whole again; [] for a text that is not broken at a width."""
    count = text.count("\n")
    if count < _MIN_LINES or not _LINE_LENGTHS[0] <= len(text) / count <= _LINE_LENGTHS[1]:
        return []
    codes = np.frombuffer(text.encode("utf-32-le", "surrogatepass"), dtype="<u4")
    ends = np.flatnonzero(codes == ord("\n"))
    columns = np.concatenate(([0], np.cumsum(np.where(codes >= _WIDE, 2, 1))))
    # Broken at a number of columns, or of characters.
    for place in (columns, 2 * np.arange(codes.size + 1)):
        full = _full(place, ends)
        if full.size:
            return [(at, at + 1) for at in full.tolist() if _goes_on(text, at)]
    return []


def _full(place: npt.NDArray[np.int64], ends: npt.NDArray[np.int64]) -> npt.NDArray[np.int64]:
    """The ends of the lines that fill the width at which the text is broken; none when it is not. place: of each character."""
    starts = np.concatenate(([0], ends[:-1] + 1))
    widths = place[ends] - place[starts]
    filled = widths[widths > 0]
    widest = int(filled.max()) if filled.size else 0
    full = widths >= widest - _SLACK
    broken = _WIDTHS[0] <= widest <= _WIDTHS[1] and int(full.sum()) >= max(_MIN_LINES / 2, _MIN_SHARE * filled.size)
    return ends[full] if broken else ends[:0]


def _goes_on(text: str, end: int) -> bool:
    last = end - 1
    while last > 0 and text[last] == " ":
        last -= 1
    following = text[end + 1 : end + 2]
    return bool(following) and following != "\n" and text[last] not in _ENDS and not _OPENS.match(text, end + 1)
