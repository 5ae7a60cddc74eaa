"""A source of the very place says otherwise than the general rule of a reform: then only that source counts there."""

from __future__ import annotations

import csv
import shutil
from pathlib import Path

from graph_loader.settings import DATA
from graph_loader.units import Registry


def test_a_local_row_stands_in_place_of_the_general_ones(tmp_path: Path) -> None:
    for table in DATA.glob("*.csv"):
        shutil.copy(table, tmp_path)
    table = tmp_path / "successions.csv"
    with table.open(encoding="utf-8-sig", newline="") as file:
        reader = csv.DictReader(line for line in file if not line.startswith("#"))
        columns = reader.fieldnames
        general = next(row for row in reader if row["predecessor"] == "法制办" and row["level"] == "prefecture")
    assert columns
    local = {**general, "successor": "政府办公室", "on": "2019-01-20", "place": "张掖市", "source": "某市机构改革方案"}
    with table.open("a", encoding="utf-8", newline="") as file:
        csv.DictWriter(file, columns).writerow(local)

    registry = Registry.load(tmp_path)
    found = {}
    for place in ("张掖市", "酒泉市"):
        unit = registry.candidates("市政府法制办", place)[0].unit
        found[place] = {(successor.name, line.rule) for line, successor in registry.successions(unit)}
    assert {rule for _, rule in found["张掖市"]} == {"local"}
    assert {rule for _, rule in found["酒泉市"]} == {"general"}
    assert {name for name, _ in found["酒泉市"]} == {"市司法局"}
    assert {name for name, _ in found["张掖市"]} != {"市司法局"}
