"""The button that gives a file."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

import streamlit as st


class Kind(NamedTuple):
    """A kind of file: its media type and the icon of its button."""

    mime: str
    icon: str


KINDS = {
    "xlsx": Kind("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "table"),
    "docx": Kind("application/vnd.openxmlformats-officedocument.wordprocessingml.document", "description"),
    "csv": Kind("text/csv", "csv"),
    "json": Kind("application/json", "data_object"),
    "ics": Kind("text/calendar", "calendar_month"),
    "graphml": Kind("application/xml", "schema"),
}
"""By suffix."""


def button(label: str, make: Callable[[], bytes | str], name: str, *, primary: bool = False) -> None:
    """A file that is made when it is asked for, so that it costs a page nothing. name: of the file; its suffix is one of KINDS."""
    kind = KINDS[name.rpartition(".")[2]]
    st.download_button(
        label,
        make,
        name,
        kind.mime,
        type="primary" if primary else "secondary",
        icon=f":material/{kind.icon}:",
        on_click="ignore",
    )
