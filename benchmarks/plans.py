"""Plans to measure with: the Zhangye plan, and the same under the names of other cities."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from graph_loader.settings import DATA
from graph_loader.units.places import Places


def city_plans(folder: Path, number: int) -> Iterator[Path]:
    """So many plans of as many cities as files in the folder; the first is Zhangye's own."""
    source = next(DATA.glob("*.txt"))
    text = source.read_text(encoding="utf-8")
    cities = (place.name for place in Places.load(DATA / "jurisdictions.csv").all if place.level == "prefecture")
    names = [name.removesuffix("市") for name in cities if name.endswith("市") and len(name) == 3]
    for name in ["张掖", *(name for name in names if name != "张掖")][:number]:
        path = folder / f"{name}.txt"
        path.write_text(text.replace("张掖", name), encoding="utf-8")
        yield path
