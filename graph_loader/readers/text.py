"""Plain text, with tables parted by `|` or tabs where there are any."""

from __future__ import annotations

from graph_loader.readers.build import Extracted
from graph_loader.readers.decoding import decode
from graph_loader.readers.page_breaks import mend_page_breaks
from graph_loader.readers.pipes import pipe_tables, tab_tables
from graph_loader.readers.wrapped import unwrap, without_margin


def read_text(data: bytes) -> Extracted:
    """The text as it stands, page breaks and lines broken at a fixed width mended. Raises ReadError when it is no text."""
    text, notices = decode(data)
    text = unwrap(mend_page_breaks(without_margin(text)))
    return text, pipe_tables(text) or tab_tables(text), notices
