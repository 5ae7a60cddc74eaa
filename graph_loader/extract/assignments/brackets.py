"""Brackets of a text matched in one linear pass, with bounds on nesting and length. Works on folded text."""

from __future__ import annotations

import re
from collections.abc import Container

_EVENT = re.compile(r"[()\[\]\n]")
_CLOSES = {")": "(", "]": "["}
MAX_DEPTH = 16
MAX_LENGTH = 4_000
MAX_LINES = 4
"""A pair spans at most so many characters and so many line ends; more is a bracket that somebody forgot to close."""


class Brackets:
    """The pairs of a text. closing: from the place of each opening bracket to that of its partner; opened: those without one."""

    __slots__ = ("closing", "opened", "outer", "stray", "unclosed")

    def __init__(self, text: str, breaks: Container[int] = ()) -> None:
        """breaks: offsets of line starts that no bracket spans (numbered lines)."""
        self.closing: dict[int, int] = {}
        self.opened: list[int] = []
        self.stray: list[int] = []
        stack: list[tuple[str, int, int]] = []
        lines = 0
        for event in _EVENT.finditer(text):
            char, at = event.group(), event.start()
            if char == "\n":
                lines += 1
                if stack and (at + 1 in breaks or text.startswith("\n", at + 1)):
                    self._forget(stack)
            elif char in "([":
                if len(stack) == MAX_DEPTH:
                    self.opened.append(stack.pop(0)[1])
                stack.append((char, at, lines))
            else:
                self._close(stack, char, at, lines)
        self._forget(stack)
        self.opened.sort()
        self.unclosed = frozenset(self.opened)
        self.outer = self._outermost()

    def _close(self, stack: list[tuple[str, int, int]], char: str, at: int, lines: int) -> None:
        if not stack:
            self.stray.append(at)
            return
        # A pair of one type may hold an opening bracket of the other type that was never closed; else any types pair.
        want = _CLOSES[char]
        place = next((index for index in range(len(stack) - 1, -1, -1) if stack[index][0] == want), len(stack) - 1)
        self.opened.extend(each[1] for each in stack[place + 1 :])
        _, start, line = stack[place]
        del stack[place:]
        if at - start <= MAX_LENGTH and lines - line <= MAX_LINES:
            self.closing[start] = at
        else:
            self.opened.append(start)

    def _forget(self, stack: list[tuple[str, int, int]]) -> None:
        self.opened.extend(each[1] for each in stack)
        stack.clear()

    def _outermost(self) -> list[tuple[int, int]]:
        outer: list[tuple[int, int]] = []
        end = -1
        for start in sorted(self.closing):
            if start > end:
                end = self.closing[start]
                outer.append((start, end))
        return outer
