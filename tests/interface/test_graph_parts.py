"""What is drawn of a graph, and where: views, layouts, labels."""

from __future__ import annotations

from datetime import date
from itertools import combinations

import networkx as nx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from interface.components.graph import build, layout
from interface.components.graph.labels import cut, em, wrap
from interface.components.graph.view import HUB, lines_closed, view_of
from queries.graph import GraphEdge, GraphNode, Subgraph

NAMES = st.text("深化行政审批制度改革、，。）(二十八)注重ab1—…”", min_size=1, max_size=60)


def city(measures: int, partners: int) -> tuple[nx.MultiDiGraph[str], Subgraph]:
    """A unit that leads so many measures, each with one of the partners; all departments are responsible for all of them."""
    whole: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    units = ["centre", "all", *(f"partner {n}" for n in range(partners))]
    for key in units:
        whole.add_node(key, label="Unit", name=key, group="departments" if key == "all" else "")
    for n in range(measures):
        key = f"measure {n}"
        whole.add_node(key, label="Measure", number=f"({n})", title="加强制度建设", document_id="d", position=n)
        whole.add_edge("centre", key, type="LEADS")
        whole.add_edge("all", key, type="RESPONSIBLE_FOR")
        whole.add_edge(f"partner {n % partners}", key, type="LEADS")
        whole.add_node(f"due {n}", label="Deadline", kind="by", due_on=date(2018, 12, 31), due_year=2018, rrule="")
        whole.add_edge(key, f"due {n}", type="HAS_DEADLINE")
    nodes = tuple(GraphNode(key, label, key) for key, label in whole.nodes(data="label"))
    edges = tuple(GraphEdge(kind, a, b) for a, b, kind in whole.edges(data="type"))
    return whole, Subgraph(nodes, edges)


def places(measures: int, partners: int) -> dict[str, layout.Point]:
    whole, piece = city(measures, partners)
    view = view_of(whole, piece, centre="centre")
    return layout.positions(view, build.node_heights(whole, view))


@given(NAMES, st.floats(3, 20))
def test_a_cut_name_has_room_and_a_short_one_is_not_cut(name: str, width: float) -> None:
    shown = cut(name, width)
    assert em(shown) <= width
    assert (shown == name) == (em(name) <= width) or shown == name


@given(NAMES)
def test_a_wrapped_name_has_at_most_two_lines_and_none_begins_with_a_closing_mark(name: str) -> None:
    lines = wrap(name)
    assert 1 <= len(lines) <= 2
    assert all(em(line) <= 12 for line in lines)
    joined = "".join(lines)
    assert joined == name or joined.endswith("…")


def test_wrapped_lines_are_of_about_the_same_width() -> None:
    assert wrap("(十二)深化行政执法体制改革") == ("(十二)深化行", "政执法体制改革")
    assert wrap("(四)依法履行") == ("(四)依法履行",)


def test_facts_hang_on_their_measure_and_are_no_nodes() -> None:
    whole, piece = city(3, 2)
    view = view_of(whole, piece, centre="centre")
    assert view.facts["measure 0"] == (("due 0", "deadline"),)
    assert not any(key.startswith("due") for key in view.levels)
    picture = build.picture(whole, view, date(2018, 11, 30))
    marks = [mark for node in picture["nodes"] for mark in node["marks"]]
    assert marks == [{"k": "deadline", "s": "soon", "t": "2018"}] * 3


def test_a_hub_is_closed_and_its_lines_are_counted() -> None:
    whole, piece = city(HUB + 1, 4)
    view = view_of(whole, piece, centre="centre")
    assert view.hubs == {"all": HUB + 1}
    assert set(lines_closed(view).values()) == {"all"}
    assert len(lines_closed(view)) == HUB + 1
    assert "另 16 条已收起" in build.picture(whole, view, date(2018, 1, 1))["summary"]
    assert not view_of(whole, piece, centre="centre", opened=("all",)).hubs


def test_a_written_role_wins_over_an_inferred_one() -> None:
    whole, piece = city(1, 1)
    twice = (GraphEdge("LEADS", "centre", "measure 0", "推断"), GraphEdge("LEADS", "centre", "measure 0", "写明"))
    view = view_of(whole, Subgraph(piece.nodes, twice), centre="centre")
    assert [edge.inferred for edge in view.edges] == [False]


@pytest.mark.parametrize(("measures", "partners"), [(1, 1), (5, 2), (18, 20), (60, 30), (250, 40)])
def test_no_two_nodes_stand_on_each_other(measures: int, partners: int) -> None:
    found = places(measures, partners)
    assert found["centre"] == (0, 0)
    for (a, (x, y)), (b, (p, q)) in combinations(found.items(), 2):
        assert abs(x - p) >= 40 or abs(y - q) >= 23, (a, b)


def test_the_layout_is_the_same_every_time() -> None:
    assert places(18, 20) == places(18, 20)


def test_new_nodes_find_room_beside_the_one_that_was_opened() -> None:
    taken = list(places(18, 20).values())
    found = layout.around(taken[5], 12, taken)
    assert len(found) == 12
    for (x, y), (p, q) in combinations([*taken[-1:], *found], 2):
        assert abs(x - p) > 130 or abs(y - q) > 44
    assert all(abs(x - p) > 130 or abs(y - q) > 44 for x, y in found for p, q in taken)


def test_the_list_for_narrow_screens_has_a_row_for_each_neighbour() -> None:
    whole, piece = city(10, 3)
    rows = layout.tree(view_of(whole, piece, centre="centre"))
    first = sorted(y for key, (_, y) in rows.items() if key.startswith("measure"))
    assert first == [30.0 * n for n in range(10)]
