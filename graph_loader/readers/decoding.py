"""Bytes to text: which encoding a Chinese text file is in, and whether it is text at all."""

from __future__ import annotations

import codecs

from graph_loader.errors import ReadError
from graph_loader.readers.build import clean

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_GUESSES = ("utf-8", "gb18030", "big5", "utf-16-le", "utf-16-be")
_SAMPLE = 64 * 1024
# Characters of official papers alike in simplified and traditional writing. Wrong decodings hit them by accident only.
_COMMON = frozenset("的一人民市政府和年月日工作部中大有在以及上任位不是法、，。：（）\n 0123456789")
_CONTROLS = frozenset(map(chr, (*range(9), *range(14, 32), 0x7F, 0xFFFD)))


def decode(data: bytes) -> tuple[str, tuple[str, ...]]:
    """The text of a file and Chinese notices on what was lost. Raises ReadError when it is no text."""
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _finish(data[len(mark) :], encoding)
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        return _finish(data, max(_GUESSES, key=lambda encoding: _likeness(data, encoding)))
    # UTF-16 of ASCII is valid UTF-8 full of NUL characters.
    return _finish(data, "utf-16-le" if data[1:2] == b"\0" else "utf-16-be") if "\0" in text[:2] else _check(text)


def _likeness(data: bytes, encoding: str) -> float:
    """How much a decoding of the beginning looks like a Chinese paper: 1.0 at best."""
    text = data[:_SAMPLE].decode(encoding, errors="replace")
    return sum((char in _COMMON) - 10 * (char in _CONTROLS) for char in text) / max(len(text), 1)


def _finish(data: bytes, encoding: str) -> tuple[str, tuple[str, ...]]:
    return _check(data.decode(encoding, errors="replace"))


def _check(text: str) -> tuple[str, tuple[str, ...]]:
    bad = sum(text.count(char) for char in _CONTROLS)
    if bad * 100 > len(text):
        raise ReadError("文件内容不是文字", todo="请确认文件没有损坏，扩展名与内容相符")
    lost = text.count("\ufffd")
    return clean(text), (f"有 {lost} 个字符无法识别，以“\ufffd”代替",) if lost else ()
