"""Side-by-side measurements: `python -m benchmarks [NAME…]` runs them and prints one table.

A benchmark is a function in a module of this folder that is marked with `@benchmark` and yields `Row`s; adding a module is all
that it takes. What is compared is measured in the same run, one after the other on the same machine.
"""

from __future__ import annotations

import statistics
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass

Benchmark = Callable[[], Iterator["Row"]]
BENCHMARKS: dict[str, Benchmark] = {}


@dataclass(frozen=True, slots=True)
class Row:
    """One figure. against and ratio: what it is compared with, and how many times as much it is (of times: how many times as
    long). level: what the ratio, or without a comparison the figure, must be: (">=", 15.0) or ("<=", 50.0)."""

    what: str
    figure: float
    unit: str
    against: str = ""
    ratio: float | None = None
    level: tuple[str, float] | None = None

    @property
    def met(self) -> bool | None:
        """Whether the level is reached; None without one."""
        if self.level is None:
            return None
        value = self.figure if self.ratio is None else self.ratio
        return value >= self.level[1] if self.level[0] == ">=" else value <= self.level[1]


def benchmark(function: Benchmark) -> Benchmark:
    """Register a benchmark under its function's name."""
    BENCHMARKS[function.__name__] = function
    return function


def seconds(work: Callable[[], object], *, times: int = 5, clock: Callable[[], float] = time.perf_counter) -> float:
    """Median seconds of some runs, after one that is not counted. clock: time.process_time for work that waits for nothing,
    so that a busy machine does not count."""
    work()
    taken = []
    for _ in range(times):
        started = clock()
        work()
        taken.append(clock() - started)
    return statistics.median(taken)
