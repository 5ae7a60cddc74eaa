"""How fast names of units are found in running text with 5,000 units known, beside a regular expression of the same names, and
how fast one name is read, beside comparing it with each of them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from time import process_time

from rapidfuzz import fuzz, process

from benchmarks import Row, benchmark, seconds
from graph_loader.readers import read
from graph_loader.settings import DATA
from graph_loader.units import Registry
from graph_loader.units.places import COUNTRY
from tests.support import ZHANGYE

_UNITS = 5_000
_COPIES = 40


@benchmark
def units() -> Iterator[Row]:
    """Characters a second of processor time over the Zhangye plan, and milliseconds a name."""
    registry = Registry.load(DATA)
    cities = registry.places.children(COUNTRY, "prefecture")
    bodies = (registry.family_unit(family, city, None) for family in registry.names.families for city in cities)
    loaded = registry.with_units(
        [unit for unit, _ in zip((unit for unit in bodies if unit), range(_UNITS), strict=False)]
    )
    text = read(ZHANGYE).text * _COPIES
    speed = len(text) / seconds(lambda: loaded.find(text, "张掖市"), clock=process_time)
    names = sorted(
        {name for unit in loaded.known.values() for name in (unit.name, unit.full_name, *unit.aliases)} - {""}
    )
    pattern = re.compile("|".join(map(re.escape, sorted(names, key=len, reverse=True))))
    short = text[: len(text) // _COPIES]
    regex = len(short) / seconds(lambda: pattern.findall(short), times=1, clock=process_time)
    yield Row(f"find, {len(loaded.known):,} units known", speed, "characters/s", level=(">=", 1_000_000))
    yield Row("", speed, "characters/s", f"a regular expression of the {len(names):,} names", speed / regex)
    for name in ("市人力资源社会保障局", "市政府法治办"):
        taken = seconds(lambda name=name: loaded.candidates(name, "张掖市"), clock=process_time)  # type: ignore[misc]
        naive = seconds(lambda name=name: process.extract(name, names, scorer=fuzz.ratio), clock=process_time)  # type: ignore[misc]
        yield Row(f"candidates of {name}", taken * 1000, "ms", "rapidfuzz over all names", taken / naive)
