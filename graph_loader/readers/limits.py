"""How much a file may ask of us: declared once, so that hostile input ends in a clear error instead of a dead machine.

The figures leave an order of magnitude above the largest real plan (a few megabytes); above them a file is refused, never cut.
"""

from __future__ import annotations

from graph_loader.errors import ReadError

MIB = 1024 * 1024

MAX_FILE_BYTES = 128 * MIB
"""Largest file of any format."""
MAX_MARKUP_BYTES = 64 * MIB
"""Largest HTML page or XML part: a parsed tree takes about ten times its source."""
MAX_ARCHIVE_BYTES = 256 * MIB
"""All entries of a zip container (docx, xlsx) together, unpacked."""
MAX_ARCHIVE_ENTRIES = 5_000
MAX_ARCHIVE_RATIO = 300
"""Unpacked to packed size of one entry above a mebibyte. Real XML parts stay under 60."""
MAX_CELLS = 4_000_000
"""Grid cells of all tables of a file, merged areas counted whole."""
MAX_PAGES = 5_000
MAX_PDF_CONTENT = 48 * MIB
"""Unpacked page contents of a PDF; a page of text takes some ten kilobytes."""


def require(holds: bool, what: str) -> None:
    """Raise ReadError unless `holds`. what: Chinese, which limit was passed."""
    if not holds:
        raise ReadError(what, todo="请把文件拆小，或另存为纯文本后再读")


def size(count: int) -> str:
    """A number of bytes for people: "128 MB"."""
    return f"{count / MIB:.0f} MB"
