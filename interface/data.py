"""What the pages read: one store for the process, the graph as networkx, answers. Cached until the graph changes."""

from __future__ import annotations

from datetime import date
from typing import Any

import networkx as nx
import streamlit as st

from graph_loader import network, settings
from graph_loader.errors import QueryError
from graph_loader.stores import open_store
from graph_loader.stores.base import GraphStore
from queries import ask, catalogue, run
from queries.model import Answer, Entry


@st.cache_resource(show_spinner=False)
def store() -> GraphStore:
    """The process's one handle on the graph; threads share it. Raises StoreUnavailableError when it does not answer."""
    return open_store(settings.from_environment())


def graph() -> nx.MultiDiGraph:
    """The whole graph as networkx, read again when it has changed. Shared between sessions: never change it."""
    return _graph(store().state())


@st.cache_resource(max_entries=2, show_spinner=False)
def _graph(state: str) -> nx.MultiDiGraph:
    return network.to_networkx(store())


@st.cache_resource(show_spinner=False)
def entries() -> dict[str, Entry]:
    """The catalogue by name."""
    return dict(catalogue.load())


def answer(name: str, **params: Any) -> Answer:
    """What the catalogue's entry answers. Raises QueryError for an entry or parameter that is not there."""
    entry = entries().get(name)
    if entry is None:
        raise QueryError(f"目录里没有这个问法：{name}")
    return _answer(store().state(), name, tuple(sorted(params.items())))


@st.cache_data(max_entries=400, show_spinner=False)
def _answer(state: str, name: str, params: tuple[tuple[str, Any], ...]) -> Answer:
    return run.run(store(), entries()[name], dict(params))


@st.cache_data(max_entries=400, show_spinner=False)
def _reply(state: str, question: str, previous: Answer | None, today: date) -> Answer:
    return ask.ask(question, store(), previous=previous, today=today)


def reply(question: str, *, previous: Answer | None, today: date) -> Answer:
    """The answer to a question in people's words; previous: the question before it in this tab."""
    return _reply(store().state(), question, previous, today)
