"""Who took over from whom (data/successions.csv): the reforms of 2013, 2018–2019, 2021 and 2023, by family and level."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Literal

from graph_loader.errors import DataError
from graph_loader.units.names import Names
from graph_loader.units.tables import day, read_table

_COLUMNS = ("predecessor", "successor", "level", "on", "scope", "basis", "ended", "place", "source")


@dataclass(frozen=True, slots=True)
class Succession:
    """One line: `scope` of the predecessor's duties went to the successor.

    on: the day of the reform, for the general rule the day by which its basis wanted it done. ended False: the predecessor
    works on under the successor's lead. place: "" for the general rule, else the jurisdiction that the source is of.
    """

    predecessor: str
    successor: str
    level: str
    on: date
    scope: str
    basis: str
    ended: bool
    place: str
    source: str

    @property
    def rule(self) -> Literal["general", "local"]:
        """Where the line comes from: the reform's general rule, or a document of that very place."""
        return "local" if self.place else "general"


class Successions:
    """All lines, by predecessor."""

    def __init__(self, lines: list[Succession]) -> None:
        self.lines = tuple(lines)
        self._by: dict[tuple[str, str], list[Succession]] = {}
        for line in lines:
            self._by.setdefault((line.predecessor, line.level), []).append(line)

    @classmethod
    def load(cls, path: Path, names: Names) -> Successions:
        """Read data/successions.csv. Raises DataError for a row that is not of its form or names a family that is not known."""
        lines = []
        for where, row in read_table(path, _COLUMNS):
            for side in ("predecessor", "successor"):
                family = names.families.get(row[side])
                if family is None or row["level"] not in family.names:
                    raise DataError(f"单位名称表里没有“{row[side]}”（{row['level']}）", where=where)
            on = day(row["on"], where)
            if on is None or row["ended"] not in ("yes", "no") or not row["basis"] or not row["source"]:
                raise DataError("职责承继表的这一行有误", where=where, todo="日期、依据、来源必填，ended 填 yes 或 no")
            texts = (row["predecessor"], row["successor"], row["level"], on, row["scope"], row["basis"])
            lines.append(Succession(*texts, row["ended"] == "yes", row["place"], row["source"]))
        return cls(lines)

    def of(self, family: str, level: str, jurisdiction: str) -> list[Succession]:
        """What became of a family's body in a place: the lines of that very place, or else the general ones."""
        lines = self._by.get((family, level), [])
        local = [line for line in lines if line.place and line.place == jurisdiction]
        return local or [line for line in lines if not line.place]
