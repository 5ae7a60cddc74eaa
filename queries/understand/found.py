"""What the finders find in a question."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, Literal

Kind = Literal[
    "unit", "measure", "document", "section", "place", "date", "month", "number", "ordinal", "once", "set", "words"
]


@dataclass(frozen=True, slots=True)
class Found:
    """An entity at [start, end) of the folded question. value: what the finder made of it (see each finder). note: a Chinese
    sentence when it is not exactly what was written (a corrected name, say)."""

    kind: Kind
    start: int
    end: int
    text: str
    value: Any
    note: str = ""


def read_as(written: str, names: Iterable[str]) -> str:
    """The note that what was written is taken for one or several names."""
    return f"“{written}”按“{'、'.join(names)}”理解。"


def apart(found: Iterable[Found]) -> list[Found]:
    """Those that do not overlap, in order of place: the longer one wins, then the earlier in the input."""
    kept: list[Found] = []
    for item in sorted(found, key=lambda item: item.start - item.end):
        if all(item.end <= other.start or other.end <= item.start for other in kept):
            kept.append(item)
    return sorted(kept, key=lambda item: item.start)


def beside(found: list[Found], more: Iterable[Found]) -> list[Found]:
    """What was found, and of the rest what does not overlap it."""
    free = [item for item in more if all(item.end <= other.start or other.end <= item.start for other in found)]
    return sorted([*found, *apart(free)], key=lambda item: item.start)
