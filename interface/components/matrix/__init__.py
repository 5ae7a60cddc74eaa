"""Matrix: units × measures as an HTML table with sticky heads, a cross-hair and arrow keys. Its script sets texts only as text."""

from __future__ import annotations

from itertools import groupby
from typing import Any, NamedTuple

import streamlit as st

from interface.components import registered
from interface.frame import links
from interface.frame.address import hold
from interface.records.matrix import Column, Matrix

_ROLES = ("LEADS", "RESPONSIBLE_FOR", "SUPPORTS")


class Cell(NamedTuple):
    """A unit and a measure, by id."""

    unit: str
    measure: str


def matrix(found: Matrix, chosen: Cell, *, key: str) -> Cell | None:
    """Draw it with the cross-hair on the chosen cell. Returns the cell that the reader moved to in this run, else None; a link
    changes the page. The cross-hair moves in the browser, at once; the cell comes back when the reader rests on it."""
    result = registered("matrix", css=True)(data=_data(found, chosen), key=key, on_pick_change=hold, on_go_change=hold)
    if result.go:
        page, target = ("unit", result.go.get("unit")) if "unit" in result.go else ("measure", result.go.get("measure"))
        if isinstance(target, str):
            st.switch_page(links.file_of(page), query_params=links.merged(links.to(page, id=target)))
    return Cell(str(result.pick["unit"]), str(result.pick["measure"])) if result.pick else None


def _data(found: Matrix, chosen: Cell) -> dict[str, Any]:
    places = {column.id: index for index, column in enumerate(found.columns)}
    return {
        "path": {"unit": links.path_of("unit"), "measure": links.path_of("measure")},
        "carried": links.carried(),
        "columns": [
            {
                "id": column.id,
                "head": column.head,
                "name": f"{column.number}{column.title}",
                "leads": column.leads,
                "limits": column.limits,
                "state": column.state,
            }
            for column in found.columns
        ],
        "bands": _bands(found.columns),
        "rows": [
            {
                "id": row.id,
                "name": row.name,
                "group": row.group,
                "total": row.total,
                "cells": [
                    [places[measure], [[_ROLES.index(duty.type), int(duty.certain)] for duty in duties]]
                    for measure, duties in row.cells.items()
                ],
            }
            for row in found.rows
        ],
        "chosen": list(chosen),
    }


def _bands(columns: tuple[Column, ...]) -> list[tuple[str, int]]:
    """Names over runs of columns: documents where there are several, else sections where numbers begin anew, else none."""
    if len({column.document for column in columns}) > 1:
        return [(name, len(list(run))) for name, run in groupby(columns, key=lambda column: column.document)]
    if len({column.head for column in columns}) < len(columns):
        return [(name, len(list(run))) for name, run in groupby(columns, key=lambda column: column.section)]
    return []
