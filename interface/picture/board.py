"""What the page 图谱 shows: what was asked for, what was opened, hidden and pinned by hand, and where each node stands."""

from __future__ import annotations

import io
from dataclasses import dataclass
from typing import Any

import streamlit as st

from graph_loader.exports import graphml as graphml_file
from graph_loader.stores.base import GraphDump
from interface.components.graph import build, layout
from interface.components.graph.layout import Point
from interface.components.graph.view import HUB, View, view_of
from interface.frame import data
from interface.records.relations import targets
from queries.graph import Filters, neighbourhood, path, shared

_STATE = "graph_by_hand"


@dataclass(frozen=True, slots=True)
class Asked:
    """What the address asks for. centre: id of the node in the middle; others: none, or the other end of a way, or several
    units of which it shows what they and the centre share.

    labels, unit_kinds, years, documents: what is kept; the last three keep all when empty.
    """

    centre: str
    others: tuple[str, ...]
    hops: int
    roles: frozenset[str]
    labels: frozenset[str]
    unit_kinds: frozenset[str]
    years: frozenset[int]
    documents: frozenset[str]

    @property
    def name(self) -> str:
        """One text for all of it: pictures of the same name keep their nodes in place."""
        parts: list[Any] = [
            self.centre,
            self.others,
            self.hops,
            *map(sorted, (self.roles, self.labels, self.unit_kinds)),
        ]
        return repr([*parts, sorted(self.years), sorted(self.documents)])

    @property
    def filters(self) -> Filters:
        """The same for queries.graph. A name that nothing has stands for none: an empty set would keep all."""
        labels = (
            self.labels
            | {data.whole().nodes[self.centre]["label"]}
            | ({"Section"} if "Document" in self.labels else set())
        )
        return Filters(self.documents, self.roles or frozenset({"none"}), self.unit_kinds, labels, self.years)


@dataclass(slots=True)
class ByHand:
    """What the reader did to the picture of `name`. moved, placed, pinned: places by id."""

    name: str
    opened: tuple[str, ...]
    hidden: frozenset[str]
    placed: dict[str, Point]
    pinned: dict[str, Point]
    moved: dict[str, Point]


def by_hand(name: str = "") -> ByHand:
    """The reader's doings on the picture of that name; a picture of another name begins anew, with the same pins."""
    state: ByHand | None = st.session_state.get(_STATE)
    if state is None or (name and state.name != name):
        state = ByHand(name, (), frozenset(), {}, dict(state.pinned) if state else {}, {})
        st.session_state[_STATE] = state
    return state


def view_and_places(asked: Asked) -> tuple[View, dict[str, Point]]:
    """The nodes and lines to draw, and where each node stands: opened nodes put theirs around them, and nobody else moves."""
    base, spots = _base(data.store().state(), asked.name, asked)
    hand = by_hand(asked.name)
    if asked.others or not (hand.opened or hand.hidden or hand.pinned):
        return base, spots
    piece = neighbourhood(data.store(), asked.centre, asked.hops, asked.filters, hub=HUB, opened=hand.opened)
    whole = view_of(data.whole(), piece, centre=asked.centre, opened=hand.opened)
    places = {**spots, **hand.placed, **hand.pinned}
    for key in (*hand.opened, asked.centre):
        beside = whole.levels if key == asked.centre else _beside(whole, key)
        new = [other for other in beside if other not in places]
        stand = {**places, **hand.moved}
        found = layout.around(stand.get(key, (0.0, 0.0)), len(new), list(stand.values()))
        hand.placed |= dict(zip(new, found, strict=True))
        places |= hand.placed
    return _without(whole, hand.hidden), {**places, **hand.pinned}


@st.cache_resource(max_entries=200, show_spinner=False)
def _base(state: str, name: str, _asked: Asked) -> tuple[View, dict[str, Point]]:
    """The picture before anything was done by hand, laid out once for every reader."""
    whole = data.whole()
    if len(_asked.others) == 1:
        view = view_of(whole, path(data.store(), _asked.centre, _asked.others[0]), chain=True)
    elif _asked.others:
        view = view_of(whole, shared(data.store(), (_asked.centre, *_asked.others), _asked.filters))
    else:
        piece = neighbourhood(data.store(), _asked.centre, _asked.hops, _asked.filters, hub=HUB)
        view = view_of(whole, piece, centre=_asked.centre)
    return view, layout.positions(view, build.node_heights(whole, view))


def _beside(view: View, key: str) -> list[str]:
    ends = [edge.target if edge.source == key else edge.source for edge in view.edges if key in edge[:2]]
    return list(dict.fromkeys(ends))


def _without(view: View, hidden: frozenset[str]) -> View:
    if not hidden:
        return view
    levels = {key: level for key, level in view.levels.items() if key not in hidden}
    edges = tuple(edge for edge in view.edges if edge.source in levels and edge.target in levels)
    return View(levels, edges, view.centre if view.centre in levels else "", view.hubs, view.facts, view.left_out)


def busiest() -> str:
    """The unit that leads most measures: where to begin when nothing was asked for."""
    whole = data.whole()
    units = [unit.id for unit in data.known().units.values() if not unit.group]
    return max(units, key=lambda key: (len(targets(whole, key, "LEADS")), key), default="")


def documents_of(place: str, document: str) -> frozenset[str]:
    """The documents that the context lets through; empty for all."""
    if document:
        return frozenset({document})
    return frozenset(each.id for each in data.known().loaded if each.jurisdiction == place) if place else frozenset()


def graphml(view: View) -> bytes:
    """The nodes of a picture, the facts that hang on them and everything between, as GraphML."""
    kept = {*view.levels, *(fact for facts in view.facts.values() for fact, _ in facts)}
    dump = data.store().dump()
    chosen = GraphDump(
        tuple(node for node in dump.nodes if node.properties["id"] in kept),
        tuple(link for link in dump.relationships if link.from_id in kept and link.to_id in kept),
    )
    file = io.BytesIO()
    graphml_file.write(chosen, file)
    return file.getvalue()


def open_node(key: str) -> None:
    """Show a node's neighbours too."""
    hand = by_hand()
    hand.opened = (*hand.opened, key)


def close_node(key: str) -> None:
    """Take away the neighbours that came with a node; they forget where they stood."""
    hand = by_hand()
    hand.opened = tuple(other for other in hand.opened if other != key)
    hand.placed.clear()


def hide(key: str) -> None:
    """Take a node out of the picture."""
    hand = by_hand()
    hand.hidden |= {key}


def show_hidden() -> None:
    """Put all hidden nodes back."""
    by_hand().hidden = frozenset()


def pin(key: str, place: Point) -> None:
    """Keep a node where it stands, whatever is shown next; a pinned one is let go."""
    hand = by_hand()
    if hand.pinned.pop(key, None) is None:
        hand.pinned[key] = hand.moved.get(key, place)
