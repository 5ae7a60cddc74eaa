"""Numbers as government papers print them: 1.3万亿, 3,000, 一百二十, 两, 二〇二五, 百分之六十.

All of it works on folded text (half-width digits and punctuation).
"""

from __future__ import annotations

import re

_DIGITS = {char: value for value, char in enumerate("零一二三四五六七八九")} | {
    "〇": 0,
    "两": 2,
    "俩": 2,
    "双": 2,
    "半": 0,
}
_PLACES = {"十": 10, "百": 100, "千": 1000}
_MYRIADS = {"万": 10**4, "亿": 10**8}

CHINESE = "〇零一二三四五六七八九十百千两"
"""The characters of a Chinese numeral, for a regular expression's class."""

NUMBER = rf"(?:\d{{1,3}}(?:,\d{{3}})+(?:\.\d+)?|\d+(?:\.\d+)?|[{CHINESE}]{{1,9}})(?: ?[百千]?[万亿]{{1,2}})?"
"""Pattern of one number with its 万 or 亿; bounded, without groups."""

COUNT = r"(?:\d{1,3}|[一二两三四五六七八九十]{1,3})"
"""Pattern of a small whole number, as counts of days, months and years are printed."""

_ARABIC = re.compile(r"[\d,]+(?:\.\d+)?")


def parse(text: str) -> float | None:
    """The value of a number in NUMBER's notation; None when it is none.

    >>> parse("1.3万亿"), parse("一百二十"), parse("二〇二五"), parse("3,000")
    (1300000000000.0, 120.0, 2025.0, 3000.0)
    """
    text = text.replace(" ", "")
    if not text:
        return None
    match = _ARABIC.match(text)
    if match:
        value: float | None = float(match[0].replace(",", ""))
        rest = text[match.end() :]
    else:
        head = text.rstrip("万亿")
        value = _chinese(head) if head else 1.0
        rest = text[len(head) :]
    for char in rest:
        factor = _MYRIADS.get(char) or _PLACES.get(char)
        if factor is None or value is None:
            return None
        value *= factor
    return value


def whole(text: str) -> int | None:
    """The value of a whole number, None when the text is no number or not whole."""
    value = parse(text)
    return int(value) if value is not None and value == int(value) else None


def _chinese(text: str) -> float | None:
    if len(text) > 1 and not any(char in _PLACES or char in _MYRIADS for char in text):
        if any(char not in _DIGITS for char in text):
            return None
        return float("".join(str(_DIGITS[char]) for char in text))
    total = section = digit = 0
    for char in text:
        if char in _DIGITS:
            digit = _DIGITS[char]
        elif char in _PLACES:
            section += (digit or 1) * _PLACES[char]
            digit = 0
        elif char in _MYRIADS:
            total += (section + digit) * _MYRIADS[char]
            section = digit = 0
        else:
            return None
    return float(total + section + digit)
