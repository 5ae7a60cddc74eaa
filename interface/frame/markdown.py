"""Words of documents in places where Streamlit reads Markdown: labels of buttons and pills, messages, titles."""

from __future__ import annotations

import re

_PUNCTUATION = re.compile(r"([!-/:-@\[-`{-~])")
_SHORTCODE = re.compile(r"\\:(?=[\w+\\-]*\\:)")


def plain(text: str) -> str:
    """The text so that Markdown shows it as it is: every mark that could begin a link, picture, colour or icon is escaped.

    Streamlit also turns :name: into pictures after Markdown is read; a word joiner after the first colon keeps it from that.
    """
    escaped = _PUNCTUATION.sub(r"\\\1", text.replace("\n", " "))
    return _SHORTCODE.sub("\\:\u2060", escaped)
