"""A zip of csv files: one for each label and each relationship type, for pandas, R and spreadsheets.

UTF-8 with a byte order mark, so that office programs read the Chinese; lists are joined with "|"; days are ISO; no cell can start
a formula.
"""

from __future__ import annotations

import csv
import io
import zipfile
from collections.abc import Iterable, Sequence
from datetime import date
from typing import BinaryIO

from graph_loader.exports.cells import neutral
from graph_loader.schema import NODES, RELATIONSHIPS
from graph_loader.stores.base import GraphDump, Value

_ENDS = ("from_label", "from_id", "to_label", "to_id")
_EPOCH = (1980, 1, 1, 0, 0, 0)
"""Every file's time in the zip: the same graph gives the same bytes."""


def write(dump: GraphDump, file: BinaryIO) -> None:
    """Write the zip; labels and types that the graph lacks have a file with headings only."""
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for node in NODES:
            names = [p.name for p in node.properties]
            rows = ([row.properties[name] for name in names] for row in dump.nodes if row.label == node.label)
            _add(archive, f"nodes/{node.label}.csv", names, rows)
        for declared in RELATIONSHIPS:
            names = [p.name for p in declared.properties]
            links = (
                [link.from_label, link.from_id, link.to_label, link.to_id, *(link.properties[name] for name in names)]
                for link in dump.relationships
                if link.type == declared.type
            )
            _add(archive, f"relationships/{declared.type}.csv", [*_ENDS, *names], links)


def _add(archive: zipfile.ZipFile, name: str, heads: Sequence[str], rows: Iterable[Sequence[Value]]) -> None:
    with (
        archive.open(zipfile.ZipInfo(name, _EPOCH), "w") as raw,
        io.TextIOWrapper(raw, "utf-8-sig", newline="") as text,
    ):
        writer = csv.writer(text)
        writer.writerow(heads)
        writer.writerows([_cell(value) for value in row] for row in rows)


def _cell(value: Value) -> Value:
    if isinstance(value, list):
        return neutral("|".join(value))
    if isinstance(value, date):
        return value.isoformat()
    return neutral(value) if isinstance(value, str) else value
