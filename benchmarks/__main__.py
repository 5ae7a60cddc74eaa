"""Runs the benchmarks and prints a table of each as it ends; exit code 1 where a level is not met."""

from __future__ import annotations

import importlib
import os
import pkgutil
import platform
import sys
import time

from rich.console import Console
from rich.table import Table

import benchmarks
from benchmarks import BENCHMARKS, Row


def main(names: list[str]) -> int:
    """Run the named benchmarks, or all."""
    for module in pkgutil.iter_modules(benchmarks.__path__):
        if module.name != "__main__":
            importlib.import_module(f"benchmarks.{module.name}")
    if unknown := set(names) - BENCHMARKS.keys():
        print(f"unknown: {', '.join(sorted(unknown))}; there are {', '.join(sorted(BENCHMARKS))}", file=sys.stderr)
        return 2
    console = Console(width=None if sys.stdout.isatty() else 160)
    console.print(f"Python {platform.python_version()}, {platform.machine()}, {os.cpu_count()} cores")
    failed = False
    for name in sorted(names or BENCHMARKS):
        print(f"{name} …", file=sys.stderr, flush=True)
        started = time.monotonic()
        rows = list(BENCHMARKS[name]())
        failed |= any(row.met is False for row in rows)
        console.print(_table(f"{name}, {time.monotonic() - started:.0f} s", rows))
    return int(failed)


def _table(title: str, rows: list[Row]) -> Table:
    table = Table(title=title)
    for head in ("what", "figure", "unit", "against", "ratio", "level"):
        table.add_column(head, justify="right" if head in {"figure", "ratio"} else "left")
    for row in rows:
        table.add_row(row.what, _short(row.figure), row.unit, row.against, _ratio(row), _level(row))
    return table


def _short(figure: float) -> str:
    return f"{figure:,.0f}" if figure >= 1000 else f"{figure:.3g}"


def _ratio(row: Row) -> str:
    return "" if row.ratio is None else f"{row.ratio:.3g} ×"


def _level(row: Row) -> str:
    return f"{row.level[0]} {row.level[1]:g} {'met' if row.met else 'NOT MET'}" if row.level else ""


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
