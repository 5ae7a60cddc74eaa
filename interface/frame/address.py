"""Widgets whose value lives in the page's address, so that a reload keeps it and a link carries it.

Streamlit can bind widgets to the address itself, but writes the words that people see; ids of units and measures need ids.

Every click brings along the address that the browser had when it was made. Of two quick clicks the second brings one in which the
first is not written yet; `hold` puts it back. Going back or to another link starts a run without a click, and that address counts.
A value taken from the address reaches the browser with its widget. Where the next run cuts that one short, the browser still
shows the old value and will bring it along with the next click; so each value taken is sent again until a run comes to its end.
"""

from __future__ import annotations

from collections.abc import Callable, Container, Iterable
from typing import Any, TypedDict

import streamlit as st

_PAGE, _WRITTEN, _UNSENT = "address_page", "address_written", "address_unsent"
_BETWEEN = "|"
"""Between ids in the address."""


class Bound(TypedDict):
    """Keyword arguments for the widget."""

    key: str
    on_change: Callable[[], None]


def bound(name: str, read: Callable[[str], Any], write: Callable[[Any], str]) -> Bound:
    """Tie a widget to the parameter `name`. read: its text ("" when it is not there) to the widget's value; write: back again.

    Call it before the widget; the value is at once in st.session_state[key]. The widget gets no default of its own.
    """
    key, seen = f"at_{name}", f"seen_{name}"
    text = st.query_params.get(name, "")
    held, unsent = st.session_state.get(key), _unsent()
    if key not in st.session_state or st.session_state.get(seen) != text or held in unsent.get(key, ()):
        st.session_state[key], st.session_state[seen] = read(text), text
        unsent.setdefault(key, []).extend((held, st.session_state[key]))

    def changed() -> None:
        _unsent().pop(key, None)
        hold()
        put(name, write(st.session_state[key]))
        st.session_state[seen] = st.query_params.get(name, "")

    return {"key": key, "on_change": changed}


def value(widget: Bound) -> Any:
    """The widget's value, before it is drawn too."""
    return st.session_state[widget["key"]]


def choice(name: str, options: Iterable[str], default: str | None = None) -> Bound:
    """One of the options; the default, or a text that is none of them, is not written."""
    known = set(options)
    return bound(
        name, lambda text: text if text in known else default, lambda value: "" if value == default else value or ""
    )


def choices(name: str, options: Iterable[str], default: Iterable[str] = ()) -> Bound:
    """Some of the options, parted by commas; "-" for none where the default is some."""
    known, usual = list(options), list(default)

    def read(text: str) -> list[str]:
        return [part for part in text.split(",") if part in known] if text else list(usual)

    def write(values: list[str]) -> str:
        return "" if set(values) == set(usual) else ",".join(values) or "-"

    return bound(name, read, write)


def several(name: str, options: Container[str]) -> Bound:
    """Some of many options, by id, in the order of choosing; ids that are none of them are left out."""
    return bound(
        name, lambda text: [key for key in text.split(_BETWEEN) if key in options], lambda keys: _BETWEEN.join(keys)
    )


def put(name: str, text: str) -> None:
    """Write a parameter of the address; "" takes it out."""
    _written()[name] = text
    _set(name, text)


def arrive(page: str) -> None:
    """Begin a run of the named page: what the reader went away from is no longer held."""
    if st.session_state.get(_PAGE) != page:
        st.session_state[_PAGE] = page
        _written().clear()
    for name in [name for name, text in _written().items() if st.query_params.get(name, "") != text]:
        del _written()[name]


def settle() -> None:
    """End a run that was not cut short: the browser has got every value that was taken from the address."""
    _unsent().clear()


def hold() -> None:
    """For the callback of a click: put back what clicks before it have written, where its own address does not have it yet."""
    for name, text in _written().items():
        _set(name, text)


def _written() -> dict[str, str]:
    """What this page's clicks have written, by parameter."""
    written: dict[str, str] = st.session_state.setdefault(_WRITTEN, {})
    return written


def _unsent() -> dict[str, list[Any]]:
    """By widget, the values before and after taking one from the address, of runs that have not come to their end."""
    unsent: dict[str, list[Any]] = st.session_state.setdefault(_UNSENT, {})
    return unsent


def _set(name: str, text: str) -> None:
    if text:
        st.query_params[name] = text
    elif name in st.query_params:
        del st.query_params[name]
