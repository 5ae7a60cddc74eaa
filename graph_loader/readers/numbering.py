"""The numbers that Word generates: 一、（一）1. are not in a paragraph's text but follow from numbering.xml and styles.xml."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from graph_loader.readers.build import whole_number

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_LEVELS = 9
_DIGITS = "零一二三四五六七八九"
_FORMAL = "零壹贰叁肆伍陆柒捌玖"
_ROMAN = (
    (1000, "M"),
    (900, "CM"),
    (500, "D"),
    (400, "CD"),
    (100, "C"),
    (90, "XC"),
    (50, "L"),
    (40, "XL"),
    (10, "X"),
    (9, "IX"),
    (5, "V"),
    (4, "IV"),
    (1, "I"),
)


@dataclass(frozen=True, slots=True)
class _Level:
    format: str
    pattern: str
    start: int


class Numbering:
    """Counts paragraphs by list and level as Word does and renders each number."""

    def __init__(self, numbering: Any, styles: Any) -> None:
        """numbering, styles: root elements of numbering.xml and styles.xml, None where absent."""
        self._abstract: dict[str, dict[int, _Level]] = {}
        self._lists: dict[str, tuple[str, dict[int, int]]] = {}
        self._styles: dict[str, tuple[str, int]] = {}
        self._counts: dict[str, list[int]] = defaultdict(lambda: [0] * _LEVELS)
        self._restarted: set[tuple[str, int]] = set()
        if numbering is not None:
            self._read_lists(numbering)
        if styles is not None:
            self._read_styles(styles)

    def number(self, properties: Any) -> str:
        """The number shown before a paragraph; "" where it has none. properties: its w:pPr element or None."""
        found = self._reference(properties)
        if found is None or found[0] not in self._lists:
            return ""
        list_id, level = found
        abstract, restarts = self._lists[list_id]
        levels = self._abstract.get(abstract, {})
        if level not in levels:
            return ""
        counts = self._counts[abstract]
        if level in restarts and (list_id, level) not in self._restarted:
            self._restarted.add((list_id, level))
            counts[level] = restarts[level] - 1
        elif not counts[level]:
            counts[level] = levels[level].start - 1
        counts[level] += 1
        counts[level + 1 :] = [0] * (_LEVELS - level - 1)
        for upper in range(level):
            counts[upper] = counts[upper] or (levels[upper].start if upper in levels else 1)
        if levels[level].format in ("bullet", "none"):
            return ""
        return re.sub(r"%([1-9])", lambda match: self._render(levels, counts, int(match[1]) - 1), levels[level].pattern)

    @staticmethod
    def _render(levels: dict[int, _Level], counts: list[int], level: int) -> str:
        format_ = levels[level].format if level in levels else "decimal"
        return _FORMATS.get(format_, str)(counts[level])

    def _reference(self, properties: Any) -> tuple[str, int] | None:
        """List and level of a paragraph, from itself or its style."""
        if properties is None:
            return None
        style = properties.find(f"{W}pStyle")
        inherited = self._styles.get(_value(style)) if style is not None else None
        own = properties.find(f"{W}numPr")
        if own is None:
            return inherited
        list_id, level = _value(own.find(f"{W}numId")), _integer(own.find(f"{W}ilvl"), inherited[1] if inherited else 0)
        return (list_id or (inherited[0] if inherited else ""), level)

    def _read_lists(self, root: Any) -> None:
        for abstract in root.iterfind(f"{W}abstractNum"):
            self._abstract[abstract.get(f"{W}abstractNumId", "")] = {
                _attribute(level, "ilvl"): _Level(
                    _value(level.find(f"{W}numFmt")) or "decimal",
                    _value(level.find(f"{W}lvlText")),
                    _integer(level.find(f"{W}start"), 1),
                )
                for level in abstract.iterfind(f"{W}lvl")
            }
        for item in root.iterfind(f"{W}num"):
            restarts = {
                _attribute(override, "ilvl"): _integer(override.find(f"{W}startOverride"), 1)
                for override in item.iterfind(f"{W}lvlOverride")
                if override.find(f"{W}startOverride") is not None
            }
            self._lists[item.get(f"{W}numId", "")] = (_value(item.find(f"{W}abstractNumId")), restarts)

    def _read_styles(self, root: Any) -> None:
        parents: dict[str, str] = {}
        for style in root.iterfind(f"{W}style"):
            name = style.get(f"{W}styleId", "")
            based = style.find(f"{W}basedOn")
            if based is not None:
                parents[name] = _value(based)
            own = style.find(f"{W}pPr/{W}numPr")
            if own is not None:
                self._styles[name] = (_value(own.find(f"{W}numId")), _integer(own.find(f"{W}ilvl"), 0))
        for name in parents:
            ancestor, seen = name, set[str]()
            while ancestor not in self._styles and ancestor in parents and ancestor not in seen:
                seen.add(ancestor)
                ancestor = parents[ancestor]
            if ancestor in self._styles:
                self._styles[name] = self._styles[ancestor]


def _value(element: Any) -> str:
    return "" if element is None else str(element.get(f"{W}val", ""))


def _integer(element: Any, default: int) -> int:
    return whole_number(_value(element), default, 99_999)


def _attribute(element: Any, name: str) -> int:
    """A level; numbers that are none of the nine count as the first."""
    level = whole_number(element.get(f"{W}{name}", ""), 0, _LEVELS)
    return level if level < _LEVELS else 0


def _chinese(count: int, digits: str = _DIGITS, units: str = "千百十") -> str:
    """一, 十一, 二十, 一百零一: numbers to 9999."""
    text, pending = "", False
    for place, unit in enumerate(f"{units} "):
        digit = count // 10 ** (3 - place) % 10
        if digit:
            text += (digits[0] if pending and text else "") + digits[digit] + unit.strip()
            pending = False
        else:
            pending = True
    return text.removeprefix("一") if digits is _DIGITS and 10 <= count < 20 else text or digits[0]


def _roman(count: int) -> str:
    text = ""
    for value, letters in _ROMAN:
        text += letters * (count // value)
        count %= value
    return text


def _letters(count: int) -> str:
    return chr(ord("A") + (count - 1) % 26) * ((count - 1) // 26 + 1)


_FORMATS: dict[str, Callable[[int], str]] = {
    **dict.fromkeys(
        (
            "chineseCounting",
            "chineseCountingThousand",
            "japaneseCounting",
            "taiwaneseCounting",
            "taiwaneseCountingThousand",
        ),
        _chinese,
    ),
    "ideographDigital": lambda count: "".join("〇一二三四五六七八九"[int(digit)] for digit in str(count)),
    "chineseLegalSimplified": lambda count: _chinese(count, _FORMAL, "仟佰拾"),
    "decimalZero": lambda count: f"{count:02d}",
    "decimalFullWidth": lambda count: str(count).translate({ord("0") + digit: 0xFF10 + digit for digit in range(10)}),
    "decimalEnclosedCircle": lambda count: chr(0x2460 + count - 1) if count <= 20 else str(count),
    "decimalEnclosedCircleChinese": lambda count: chr(0x2460 + count - 1) if count <= 20 else str(count),
    "upperRoman": _roman,
    "lowerRoman": lambda count: _roman(count).lower(),
    "upperLetter": _letters,
    "lowerLetter": lambda count: _letters(count).lower(),
}
