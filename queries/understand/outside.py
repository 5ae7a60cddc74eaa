"""Questions that no plan can answer, by why not: outside.toml."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path

_FILE = Path(__file__).with_name("outside.toml")


@dataclass(frozen=True, slots=True)
class Outside:
    """A kind of unanswerable questions: why they are refused (Chinese), and examples."""

    name: str
    reason: str
    examples: tuple[str, ...]


@cache
def kinds() -> tuple[Outside, ...]:
    """All kinds, in the order of the file."""
    data = tomllib.loads(_FILE.read_text(encoding="utf-8"))
    return tuple(Outside(kind["name"], kind["reason"], tuple(kind["examples"])) for kind in data["kind"])
