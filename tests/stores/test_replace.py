"""Putting documents in and taking them out, on each engine: the graph is a pure function of the documents that are loaded."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from graph_loader.model import Plan
from graph_loader.rows import graph_rows
from graph_loader.stores.base import GraphDump, GraphStore
from tests.stores.plans import GROUP, plan


def load(store: GraphStore, *plans: Plan) -> None:
    for one in plans:
        store.replace_document(graph_rows(one))


def known(dump: GraphDump) -> GraphDump:
    """The dump without the times of loading."""
    nodes = tuple(replace(node, properties={**node.properties, "loaded_at": ""}) for node in dump.nodes)
    return GraphDump(nodes, dump.relationships)


def units(store: GraphStore) -> dict[str, tuple[str, list[str]]]:
    rows = store.read("MATCH (u:Unit) RETURN u.id AS id, u.name AS name, u.aliases AS aliases").rows
    return {key: (name, aliases) for key, name, aliases in rows}


def test_everything_that_was_read_is_written(store: GraphStore) -> None:
    rows = graph_rows(plan(cites=[("某省方案", "某发〔2016〕1号")], basis=[("上级方案", "")]))
    change = store.replace_document(rows)
    assert change.changed
    dump = store.dump()
    written = {(node.label, node.properties["id"]): node.properties for node in dump.nodes}
    told = {"loaded_at", "digest"}
    for node in rows.nodes:
        here = written[node.label, node.properties["id"]]
        assert {k: v for k, v in here.items() if k not in told} == {
            k: v for k, v in node.properties.items() if k not in told
        }
    links = {(link.type, link.from_id, link.to_id, link.properties.get("start")) for link in dump.relationships}
    assert {(link.type, link.from_id, link.to_id, link.properties.get("start")) for link in rows.relationships} <= links


def test_loading_again_changes_nothing(store: GraphStore) -> None:
    load(store, plan())
    before, state = store.dump(), store.state()
    assert not store.replace_document(graph_rows(plan())).changed
    assert store.dump() == before
    assert store.state() == state


def test_edited_document_replaces_it_whole(store: GraphStore) -> None:
    load(store, plan(clauses=4, leads=("市司法局", "市财政局")))
    state = store.state()
    load(store, plan(clauses=1, leads=("市司法局",)))
    edited = known(store.dump())
    assert store.state() != state
    store.remove_document(graph_rows(plan()).document_id)
    assert store.dump() == GraphDump((), ())
    load(store, plan(clauses=1, leads=("市司法局",)))
    assert known(store.dump()) == edited


def test_shared_units_stay_while_a_document_names_them(store: GraphStore) -> None:
    first, second = plan("甲方案", leads=("市司法局", "市财政局")), plan("乙方案", leads=("市司法局",))
    load(store, first, second)
    store.remove_document(graph_rows(first).document_id)
    assert "青河市/市财政局" not in units(store)
    assert "青河市/市司法局" in units(store)


def test_name_is_the_form_most_used_over_all_documents(store: GraphStore) -> None:
    short, long = plan("甲方案", leads=("市政府办",), clauses=2), plan("乙方案", leads=("市政府办公室",), clauses=3)
    load(store, short, long)
    assert units(store)["青河市/市政府办"] == ("市政府办公室", ["市政府办"])
    store.remove_document(graph_rows(long).document_id)
    assert units(store)["青河市/市政府办"] == ("市政府办", ["市政府办公室"])


def test_departments_of_a_place_are_members_of_its_group(store: GraphStore) -> None:
    load(store, plan("甲方案", leads=("市司法局",)), plan("乙方案", leads=("市财政局",), shares=("市卫健委",)))
    load(store, plan("丙方案", city="白水市", leads=("市民政局",), shares=("市残联",)))
    statement = "MATCH (u:Unit)-[r:MEMBER_OF]->(g:Unit {name: $name}) RETURN u.id AS id, r.rule AS rule ORDER BY id"
    members = [
        key for key, rule in store.read(statement, {"name": GROUP}).rows if rule == "departments-of-jurisdiction"
    ]
    assert {"青河市/市卫健委", "青河市/市司法局", "青河市/市财政局"} <= set(members)
    assert not any(key.startswith("白水市") for key in members)
    assert "青河市/市政府" not in members
    store.remove_document("乙方案/青河市")
    assert "青河市/市财政局" not in [key for key, _ in store.read(statement, {"name": GROUP}).rows]


def test_successor_comes_and_goes_with_the_unit(store: GraphStore) -> None:
    gone = plan("甲方案", leads=("市法制办",))
    load(store, gone, plan("乙方案", leads=("市财政局",)))
    statement = "MATCH (a:Unit)-[r:SUCCEEDED_BY]->(b:Unit) RETURN a.name AS a, b.name AS b, r.on AS day"
    ((old, new, day),) = store.read(statement).rows
    assert (old, new, day.isoformat()) == ("市法制办", "市司法局", "2019-01-01")
    store.remove_document(graph_rows(gone).document_id)
    assert store.read(statement).rows == ()
    assert "青河市/市司法局" not in units(store)


@pytest.mark.parametrize("first", [0, 1], ids=["cited-first", "citing-first"])
def test_citation_without_number_means_the_loaded_document_of_that_title(store: GraphStore, first: int) -> None:
    cited = plan("青河市总体方案", number="青发〔2017〕1号")
    citing = plan("青河市细化方案", basis=[("青河市总体方案", "")], cites=[("青河市总体方案", "青发〔2017〕1号")])
    load(store, *((cited, citing) if first == 0 else (citing, cited)))
    statement = "MATCH (:Document)-[:BASED_ON]->(d:Document) RETURN d.id AS id, d.loaded AS loaded"
    assert store.read(statement).rows == ((graph_rows(cited).document_id, True),)
    assert len([node for node in store.dump().nodes if node.label == "Document"]) == 2
    store.remove_document(graph_rows(cited).document_id)
    assert store.read(statement).rows == (("青河市总体方案", False),)


def test_ambiguous_title_is_tied_to_none(store: GraphStore) -> None:
    load(store, plan("工作要点", number="青发1号"), plan("工作要点", number="青发2号"))
    load(store, plan("细则", basis=[("工作要点", "")]))
    assert store.read("MATCH (:Document)-[:BASED_ON]->(d) RETURN d.id AS id").rows == (("工作要点",),)
    store.remove_document("工作要点/青发2号")
    assert store.read("MATCH (:Document)-[:BASED_ON]->(d) RETURN d.id AS id").rows == (("工作要点/青发1号",),)


def test_removing_what_is_not_there_changes_nothing(store: GraphStore) -> None:
    load(store, plan(cites=[("某省方案", "")]))
    before = store.dump()
    assert not store.remove_document("某省方案").changed
    assert not store.remove_document("没有的文件").changed
    assert store.dump() == before


PLANS = (
    plan("甲方案", leads=("市法制办", "市政府办"), cites=[("乙方案", "")]),
    plan("乙方案", number="青发〔2018〕2号", leads=("市司法局", "市政府办公室"), basis=[("总方案", "某发1号")]),
    plan("乙方案", number="青发〔2019〕3号", leads=("市政府办公室",), clauses=3, cites=[("甲方案", "")]),
    plan("甲方案", leads=("市财政局",), shares=("市政府办",), clauses=1, basis=[("乙方案", "青发〔2019〕3号")]),
    plan("丙方案", city="白水市", leads=("市司法局",), cites=[("《乙方案》", ""), ("乙方案", "青发〔2018〕2号")]),
)
"""The first and the fourth are one document before and after an edit."""


@settings(max_examples=6, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(steps=st.lists(st.tuples(st.sampled_from(range(len(PLANS))), st.booleans()), min_size=1, max_size=9))
def test_any_order_of_loading_and_removing_gives_the_same_graph(
    store: GraphStore, steps: list[tuple[int, bool]]
) -> None:
    left: dict[str, Plan] = {}
    with store.batch():
        for index, put in steps:
            rows = graph_rows(PLANS[index])
            if put:
                store.replace_document(rows)
                left[rows.document_id] = PLANS[index]
            else:
                store.remove_document(rows.document_id)
                left.pop(rows.document_id, None)
    got = known(store.dump())
    _clear(store)
    with store.batch():
        load(store, *(left[key] for key in sorted(left)))
    assert got == known(store.dump())
    _clear(store)


def _clear(store: GraphStore) -> None:
    with store.batch():
        for one in PLANS:
            store.remove_document(graph_rows(one).document_id)
    assert store.dump() == GraphDump((), ())
