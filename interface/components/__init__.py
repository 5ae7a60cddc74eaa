"""What Streamlit cannot draw: docket (tables, quotes, links) and graph. Their scripts set texts only as text."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

import streamlit as st

if TYPE_CHECKING:
    from streamlit.components.v2.types import ComponentRenderer


@cache
def registered(name: str, *, css: bool = False) -> ComponentRenderer:
    """The component of that name, its script (and style sheet) from the folder that pyproject.toml names for it.

    Registered once a process, when it is first drawn: Streamlit knows the folders only while it serves. It draws into the page
    itself, so the style sheets of interface/assets hold inside it.
    """
    style = f"{name}.css" if css else None
    return st.components.v2.component(f"zeren.{name}", js=f"{name}.js", css=style, isolate_styles=False)
