"""Plain text, with `|` tables where there are any."""

from __future__ import annotations

from graph_loader.readers.build import Extracted
from graph_loader.readers.decoding import decode
from graph_loader.readers.pipes import pipe_tables


def read_text(data: bytes) -> Extracted:
    """The text as it stands. Raises ReadError when it is none."""
    text, notices = decode(data)
    return text, pipe_tables(text), notices
