"""Printing: tables that line up with Chinese characters, JSON, and the error line."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any

from rich import box
from rich.console import Console
from rich.table import Table

from graph_loader.errors import ZerenError
from graph_loader.stores.base import NodeValue, RelationshipValue

out = Console(highlight=False)
err = Console(stderr=True, highlight=False)


def print_json(value: Any) -> None:
    """One JSON value on standard output, Chinese unescaped, dates as ISO text."""
    json.dump(value, sys.stdout, ensure_ascii=False, indent=2, default=_plain)
    sys.stdout.write("\n")


def print_table(headings: Sequence[str], rows: Iterable[Sequence[Any]], *, title: str = "") -> None:
    """A three-line table. Numbers stand to the right; None is —."""
    rows = [list(row) for row in rows]
    table = Table(title=title or None, title_justify="left", box=box.HORIZONTALS, show_edge=True, pad_edge=False)
    for index, heading in enumerate(headings):
        numeric = bool(rows) and all(isinstance(row[index], (int, float)) for row in rows if row[index] is not None)
        table.add_column(heading, justify="right" if numeric else "left", overflow="fold")
    for row in rows:
        table.add_row(*(cell_text(value) for value in row))
    out.print(table, markup=False)


def cell_text(value: Any) -> str:
    """A value as people read it: lists joined by 、, yes and no in Chinese, None as —."""
    if value is None or value == "":
        return "—"
    if isinstance(value, bool):
        return "是" if value else "否"
    if isinstance(value, (list, tuple)):
        return "、".join(cell_text(item) for item in value)
    if isinstance(value, (NodeValue, RelationshipValue)):
        kind = value.label if isinstance(value, NodeValue) else value.type
        return f"({kind} {json.dumps(dict(value.properties), ensure_ascii=False, default=_plain)})"
    return _plain(value) if isinstance(value, date) else str(value)


def print_error(error: ZerenError) -> None:
    """The error as one line on standard error, without a traceback."""
    err.print(f"出错：{error}", markup=False, style="red")


def _plain(value: Any) -> str:
    return value.isoformat() if isinstance(value, date) else str(value)
