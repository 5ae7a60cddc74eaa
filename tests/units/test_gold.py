"""Names of tests/gold/units.csv: two are one body exactly when the file says so."""

from __future__ import annotations

import csv
from itertools import combinations
from pathlib import Path

from graph_loader.units import Registry

GOLD = Path(__file__).resolve().parent.parent / "gold" / "units.csv"
PRECISION, RECALL = 0.99, 0.97


def test_pairs_of_names(registry: Registry) -> None:
    with GOLD.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    assert len({(row["jurisdiction"], row["written"]) for row in rows}) == len(rows) >= 400
    first = [registry.candidates(row["written"], row["jurisdiction"])[0].unit.id for row in rows]
    right = wrong = missed = 0
    faults = []
    for (a, id_a), (b, id_b) in combinations(zip(rows, first, strict=True), 2):
        same, found = a["body"] == b["body"], id_a == id_b
        right += same and found
        wrong += found and not same
        missed += same and not found
        if same != found:
            faults.append((a["jurisdiction"], a["written"], id_a, b["jurisdiction"], b["written"], id_b))
    precision, recall = right / (right + wrong), right / (right + missed)
    print(f"unit pairs: {len(rows)} names, precision {precision:.4f}, recall {recall:.4f}")
    assert precision >= PRECISION, faults
    assert recall >= RECALL, faults
