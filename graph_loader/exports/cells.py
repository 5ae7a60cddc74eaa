"""Text for cells that a spreadsheet must not take for a formula."""

from __future__ import annotations

_STARTS = ("=", "+", "-", "@", "\t", "\r")


def neutral(text: str) -> str:
    """The text, behind an apostrophe where a spreadsheet would run it (OWASP, "CSV Injection": = + - @ tab and CR)."""
    return f"'{text}" if text.startswith(_STARTS) else text
