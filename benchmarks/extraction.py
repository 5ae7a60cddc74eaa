"""How fast a text that is already read becomes a plan, beside jionlp's time extraction and one regular expression."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import redirect_stderr, redirect_stdout
from dataclasses import replace
from io import StringIO
from time import process_time

import jionlp

from benchmarks import Row, benchmark, seconds
from graph_loader.extract import parse
from graph_loader.loading import understand
from graph_loader.readers import read
from graph_loader.settings import DATA
from graph_loader.units import Registry
from tests.support import ZHANGYE

_BRACKET = re.compile(r"[（(][^（()）]{0,400}?(?:牵头|责任|配合|负责)[^（()）]{0,400}[）)]")
_COPIES = 100
"""The plan so often in one text: 2.5 million characters, to see that time grows no faster than the text."""


@benchmark
def extraction() -> Iterator[Row]:
    """Characters a second of processor time over the Zhangye plan."""
    plan = read(ZHANGYE)
    length = len(plan.text)
    ours = length / seconds(lambda: parse(plan), clock=process_time)
    with redirect_stderr(StringIO()), redirect_stdout(StringIO()):
        # It prints the traceback of what it raises and catches.
        theirs = length / seconds(lambda: jionlp.ner.extract_time(plan.text), times=3, clock=process_time)
    regex = length / seconds(lambda: [_BRACKET.findall(plan.text) for _ in range(100)], clock=process_time) * 100
    yield Row("extract.parse", ours, "characters/s", level=(">=", 1_000_000))
    yield Row("", ours, "characters/s", "jionlp.ner.extract_time", ours / theirs, (">=", 15))
    yield Row("", ours, "characters/s", "one compiled regular expression", ours / regex)
    long = replace(plan, text=plan.text * _COPIES)
    grown = length * _COPIES / seconds(lambda: parse(long), times=1, clock=process_time)
    yield Row(f"extract.parse, {_COPIES} times the text", grown, "characters/s", "once the text", grown / ours)
    registry = Registry.load(DATA)
    whole = length / seconds(lambda: understand(plan, registry), clock=process_time)
    yield Row("with units resolved", whole, "characters/s", "extract.parse", whole / ours)
