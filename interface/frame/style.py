"""The look: what the theme in .streamlit/config.toml cannot say, sent once a run as one style element."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Literal

import streamlit as st

ASSETS = Path(__file__).resolve().parents[1] / "assets"

Theme = Literal["light", "dark"]


def theme() -> Theme:
    """The theme that the reader's browser shows; light until the browser has said."""
    return "dark" if st.context.theme.type == "dark" else "light"


def apply() -> None:
    """Put the logo and the style sheets into the page. Call it once a run, before the page."""
    shown = theme()
    logo = "logo-dark.svg" if shown == "dark" else "logo.svg"
    st.logo(str(ASSETS / logo), size="large")
    st.html(f"<style>{style_sheet(shown)}</style>")


@cache
def style_sheet(shown: Theme) -> str:
    """The style sheets of a theme as one text; also what an exported page carries."""
    names = ["zeren.css", "parts.css", "pages.css", "timeline.css", *(["dark.css"] if shown == "dark" else [])]
    return "\n".join((ASSETS / name).read_text("utf-8") for name in names)
