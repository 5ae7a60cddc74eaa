"""Pieces of the graph to draw, on each engine."""

from __future__ import annotations

from graph_loader.stores.base import GraphStore
from queries.answer_graph import answer_graph
from queries.catalogue import load
from queries.graph import Filters, Subgraph, neighbourhood, path, shared
from queries.run import run

OFFICE, JUSTICE, EDUCATION = "张掖市/市政府法制办", "张掖市/市司法局", "张掖市/市教育局"


def captions(drawn: Subgraph, label: str = "") -> list[str]:
    return [node.caption for node in drawn.nodes if not label or node.label == label]


def test_an_answers_graph_is_just_the_answer(loaded_store: GraphStore) -> None:
    drawn = answer_graph(loaded_store, run(loaded_store, load()["unit-leads"], {"units": OFFICE}))
    assert captions(drawn, "Unit") == ["市政府法制办"]
    assert len(captions(drawn, "Measure")) == 18
    assert {edge.type for edge in drawn.edges} == {"LEADS"}
    assert [edge.certainty for edge in drawn.edges].count("推断") == 1
    assert drawn.edges[0].caption == "牵头"


def test_a_group_stands_between_its_member_and_the_measure(loaded_store: GraphStore) -> None:
    drawn = answer_graph(loaded_store, run(loaded_store, load()["unit-responsible"], {"units": EDUCATION}))
    assert captions(drawn, "Unit") == ["市教育局", "市直各部门"]
    assert {(edge.type, edge.from_id) for edge in drawn.edges} == {
        ("MEMBER_OF", EDUCATION),
        ("RESPONSIBLE_FOR", "张掖市/市直各部门"),
    }


def test_an_answers_graph_is_capped(loaded_store: GraphStore) -> None:
    answer = run(loaded_store, load()["measure-list"], {})
    drawn = answer_graph(loaded_store, answer, cap=10)
    assert (len(drawn.nodes), drawn.left_out) == (10, 20)


def test_a_ranking_is_drawn_with_the_roles_behind_it(loaded_store: GraphStore) -> None:
    drawn = answer_graph(loaded_store, run(loaded_store, load()["unit-workload"], {"top": 2}))
    assert len(captions(drawn, "Unit")) == 2
    assert {edge.type for edge in drawn.edges} <= {"LEADS", "RESPONSIBLE_FOR"}
    assert {edge.from_id for edge in drawn.edges} == {node.id for node in drawn.nodes if node.label == "Unit"}


def test_neighbourhood_grows_by_hops(loaded_store: GraphStore) -> None:
    one, two = (neighbourhood(loaded_store, OFFICE, hops) for hops in (1, 2))
    assert one.nodes[0].id == OFFICE
    assert len(captions(one, "Measure")) == 18
    assert {"市司法局", "市直各部门", "张掖市"} <= set(captions(one))
    assert {node.id for node in one.nodes} < {node.id for node in two.nodes}
    assert "市编办" in captions(two)
    assert not {"NAMES", "HAS_WARNING"} & {edge.type for edge in two.edges}


def test_neighbourhood_is_capped_nearest_first(loaded_store: GraphStore) -> None:
    whole = neighbourhood(loaded_store, OFFICE, 2)
    capped = neighbourhood(loaded_store, OFFICE, 2, cap=5)
    assert [node.id for node in capped.nodes] == [node.id for node in whole.nodes][:5]
    assert capped.left_out == len(whole.nodes) - 5


def test_units_share_the_measures_in_which_two_of_them_have_a_role(loaded_store: GraphStore) -> None:
    drawn = shared(loaded_store, [OFFICE, JUSTICE, "张掖市/市编办", "nobody"])
    assert captions(drawn, "Unit") == ["市政府法制办", "市司法局", "市编办"]
    numbers = [caption[: caption.index(")") + 1] for caption in captions(drawn, "Measure")]
    assert sorted(numbers) == sorted(["(四)", "(十二)", "(二十二)", "(二十四)", "(三十)", "(三十二)"])
    assert captions(drawn, "Deadline"), "what those measures ask for is there too"
    assert not captions(shared(loaded_store, [OFFICE, JUSTICE], Filters(roles=frozenset({"SUPPORTS"}))), "Measure")


def test_filters(loaded_store: GraphStore) -> None:
    def found(filters: Filters) -> Subgraph:
        return neighbourhood(loaded_store, OFFICE, 2, filters)

    assert {
        edge.type for edge in found(Filters(roles=frozenset({"LEADS"}), labels=frozenset({"Measure", "Unit"}))).edges
    } <= {
        *("LEADS", "MEMBER_OF", "SUCCEEDED_BY"),
    }
    assert captions(found(Filters(labels=frozenset({"Measure"})))) != []
    assert {node.label for node in found(Filters(labels=frozenset({"Measure"}))).nodes[1:]} == {"Measure"}
    assert {
        node.kind
        for node in found(Filters(kinds=frozenset({"party"}), labels=frozenset({"Unit", "Measure"}))).nodes[1:]
    } == {
        *("", "party"),
    }
    in_2018 = found(Filters(years=frozenset({2018}), labels=frozenset({"Measure"})))
    assert {node.properties["number"] for node in in_2018.nodes[1:]} == {"(五)", "(十)", "(十三)", "(二十七)"}
    assert found(Filters(documents=frozenset({"别的文件"}), labels=frozenset({"Measure"}))).nodes[1:] == ()


def test_what_is_not_there_has_no_neighbourhood(loaded_store: GraphStore) -> None:
    assert neighbourhood(loaded_store, "无此地/无此局") == Subgraph()
    assert path(loaded_store, OFFICE, "无此地/无此局") == Subgraph()


def test_a_path_goes_over_duties_and_not_over_the_document(loaded_store: GraphStore) -> None:
    way = path(loaded_store, OFFICE, "张掖市/市监察局")
    assert captions(way)[0] == "市政府法制办"
    assert captions(way)[-1] == "市监察局"
    assert "Document" not in {node.label for node in way.nodes}
    assert len(way.edges) >= len(way.nodes) - 1
    assert path(loaded_store, OFFICE, OFFICE).nodes[0].id == OFFICE


def test_texts_do_not_travel_to_the_drawing(loaded_store: GraphStore) -> None:
    for node in neighbourhood(loaded_store, OFFICE, 2).nodes:
        assert "text" not in node.properties
        assert node.caption
