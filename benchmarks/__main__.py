"""Runs the benchmarks and prints their table; exit code 1 where a level is not met."""

from __future__ import annotations

import importlib
import pkgutil
import platform
import sys

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
    table = Table(title=f"Python {platform.python_version()}, {platform.machine()}")
    for head in ("benchmark", "what", "figure", "unit", "against", "ratio", "level"):
        table.add_column(head, justify="right" if head in {"figure", "ratio"} else "left")
    failed = False
    for name in sorted(names or BENCHMARKS):
        print(f"{name} …", file=sys.stderr, flush=True)
        for row in BENCHMARKS[name]():
            failed |= row.met is False
            table.add_row(name, row.what, _short(row.figure), row.unit, row.against, _ratio(row), _level(row))
    Console(width=None if sys.stdout.isatty() else 160).print(table)
    return int(failed)


def _short(figure: float) -> str:
    return f"{figure:,.0f}" if figure >= 1000 else f"{figure:.3g}"


def _ratio(row: Row) -> str:
    return "" if row.ratio is None else f"{row.ratio:.3g} ×"


def _level(row: Row) -> str:
    return f"{row.level[0]} {row.level[1]:g} {'met' if row.met else 'NOT MET'}" if row.level else ""


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
