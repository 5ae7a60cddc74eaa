"""The pages, and links between them. A link is a page's name and its parameters; whoever draws it makes the address."""

from __future__ import annotations

from pathlib import Path
from typing import NoReturn, TypedDict

import streamlit as st

PAGES: dict[str, str] = {
    "overview": "总览",
    "ask": "问答",
    "graph": "图谱",
    "unit": "单位",
    "measure": "措施",
    "deadlines": "时限",
    "matrix": "矩阵",
    "trace": "追责",
    "documents": "文档",
    "console": "查询台",
}
"""Title of each page by its name, in the order of the menu. The name is the file in interface/pages and the address."""

_FOLDER = Path(__file__).resolve().parents[1] / "pages"

HOME = "overview"
"""The page at the address of the app itself."""


CARRIED = ("place", "doc", "on")
"""Parameters of the context, the same on every page: jurisdiction, document, as-of day."""


class Link(TypedDict):
    """Where a link goes: a page's name and the parameters of its address."""

    page: str
    params: dict[str, str]


def to(page: str, **params: str | None) -> Link:
    """A link to a page; parameters that are None or "" are left out. Raises KeyError for a page that is not there."""
    PAGES[page]
    return {"page": page, "params": {name: value for name, value in params.items() if value}}


def file_of(page: str) -> str:
    """The page's file, as st.Page and st.switch_page want it."""
    return str(_FOLDER / f"{page}.py")


def path_of(page: str) -> str:
    """The page's path, relative to any other page."""
    return "./" if page == HOME else page


def carried() -> dict[str, str]:
    """The parameters of the present address that every link carries along: place, document, as-of day."""
    return {name: value for name in CARRIED if (value := st.query_params.get(name, ""))}


def merged(link: Link) -> dict[str, str]:
    """The link's parameters with those that are carried along; the link's own win."""
    return {**carried(), **link["params"]}


def follow(link: Link) -> NoReturn:
    """Go to the link's page at once; the rest of the run is dropped."""
    st.switch_page(file_of(link["page"]), query_params=merged(link))
