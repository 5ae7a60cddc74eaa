"""Sentences that open with who does it: `由市财政局负责,建立记录制度。` Works on folded text."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from graph_loader.extract.assignments.grammar import read
from graph_loader.extract.assignments.lexing import clauses
from graph_loader.extract.assignments.reading import Reading
from graph_loader.extract.assignments.words import surely_unit, verb_tail

_BY = re.compile("由(?!于|此|贸)")
_OPENING = re.compile(r"由[^。;\n]{2,80}?(?:负责|牵头|承办|组织实施|牵头组织|配合)[,。;]")
_TOLD = re.compile(r"了|已经?|先后|曾|目前|现已|近年")
"""Words of a report on what was done."""
_STARTS = "\n。;、.)"
_INDENT = 12
_MAX_SENTENCE = 300


def find(text: str, closing: Mapping[int, int]) -> Iterator[Reading]:
    """The statements that open a sentence, each up to the comma behind its last verb; none of sentences about the past."""
    for match in _BY.finditer(text):
        start = match.start()
        if text[max(0, start - _INDENT) : start].rstrip(" \t")[-1:] not in _STARTS or not _OPENING.match(text, start):
            continue
        stops = [at for at in (text.find(char, start, start + _MAX_SENTENCE) for char in "。;\n") if at >= 0]
        stop = min(stops, default=start)
        end = start
        for piece in clauses(text, start, stop, closing):
            if verb_tail(text, piece.start, piece.end) == piece.end:
                break
            end = piece.end
        if end == start or _TOLD.search(text, end, stop):
            continue
        reading = read(text, start, end, "sentence", closing)
        sure = all(name.rule == "verb" and surely_unit(text[name.start : name.end]) for name in reading.names)
        if reading.names and sure and not reading.doubts:
            yield reading
