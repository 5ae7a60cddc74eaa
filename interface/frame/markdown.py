"""Words of documents in places where Streamlit reads Markdown: labels of buttons and pills, messages, titles."""

from __future__ import annotations

import re

_PUNCTUATION = re.compile(r"([!-/:-@\[-`{-~])")
_ADDRESS = re.compile(r"https?(?=://)|www(?=\.)|@", re.IGNORECASE)
"""Where GitHub's Markdown, which Streamlit reads, begins an address that is no written link."""
_SHORTCODE = re.compile(r"\\:(?=[\w+\\-]*\\:)")


def plain(text: str) -> str:
    """The text so that Markdown shows it as it is: every mark that could begin a link, picture, colour or icon is escaped.

    Streamlit also turns :name: into pictures and addresses into links after Markdown is read; a word joiner after the first
    colon, or in the address, keeps it from that.
    """
    joined = _ADDRESS.sub("\\g<0>\u2060", text.replace("\n", " "))
    escaped = _PUNCTUATION.sub(r"\\\1", joined)
    return _SHORTCODE.sub("\\:\u2060", escaped)
