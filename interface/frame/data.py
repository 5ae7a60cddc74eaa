"""What the pages read: one store for the process, its directory and its graph, answers. Kept until the graph changes."""

from __future__ import annotations

import gc
from contextlib import suppress
from datetime import date
from functools import lru_cache
from typing import Any

import networkx as nx
import streamlit as st

from graph_loader import settings
from graph_loader.errors import QueryError, ZerenError
from graph_loader.stores import open_store
from graph_loader.stores.base import GraphStore
from queries import catalogue
from queries.ask import ask
from queries.directory import Directory, directory
from queries.graph import network
from queries.model import Answer, Entry
from queries.run import run


@st.cache_resource(show_spinner=False)
def store() -> GraphStore:
    """The process's one handle on the graph, for reading; threads share it."""
    return open_store(settings.from_environment())


def known() -> Directory:
    """The units, documents and measures that are loaded. Raises StoreUnavailableError when the store does not answer."""
    return directory(store())


def whole() -> nx.MultiDiGraph[str]:
    """The whole graph, by id. Shared between sessions: never change it."""
    return _spared(network(store()))


@lru_cache(maxsize=1)
def _spared(graph: nx.MultiDiGraph[str]) -> nx.MultiDiGraph[str]:
    """The graph, set aside from the collector with all that was made before it: Streamlit collects garbage after every run of
    a page, which took 0.1 s and more of each before the page was sent.
    """
    gc.unfreeze()
    gc.collect()
    gc.freeze()
    return graph


def entry_of(name: str) -> Entry:
    """The catalogue's entry. Raises QueryError when there is none of that name."""
    entry = catalogue.load().get(name)
    if entry is None:
        raise QueryError(f"目录里没有这个问法：{name}")
    return entry


def answer(name: str, **params: Any) -> Answer:
    """What the catalogue's entry answers, kept until the graph changes. Raises QueryError as queries.run.run does."""
    return _answer(store().state(), name, params)


@st.cache_data(max_entries=400, show_spinner=False)
def _answer(state: str, name: str, params: dict[str, Any]) -> Answer:
    return run(store(), entry_of(name), params)


def prepare() -> None:
    """Read what every page needs before the first tab asks for it; a store that does not answer says so on the pages."""
    with suppress(ZerenError):
        reply("哪些措施没有写明时限")
        known()
        whole()


def reply(question: str, previous: Answer | None = None) -> Answer:
    """The answer to a question in people's words. previous: the answer before it in this tab, for questions that go on."""
    return ask(question, store(), previous=previous, today=date.today())
