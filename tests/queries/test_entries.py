"""Every entry of the catalogue, on each engine, on plans of several cities loaded together."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator

import pytest

from graph_loader.stores.base import GraphStore
from queries.answer_graph import answer_graph
from queries.catalogue import load
from queries.evidence import document_texts
from queries.model import Entry
from queries.run import run
from tests.engines import open_engine
from tests.queries.samples import MAY_FIND_NOTHING, PLANS, parameter_sets

ENTRIES = [pytest.param(entry, id=name) for name, entry in load().items()]


@pytest.fixture
def graph(graph_of: Callable[..., GraphStore]) -> GraphStore:
    """All plans, on the engine of this run."""
    return graph_of(*PLANS)


@pytest.fixture(scope="session")
def twin(tmp_path_factory: pytest.TempPathFactory) -> Iterator[GraphStore]:
    """All plans once more, in an embedded store of their own: what each engine's rows are compared with."""
    with open_engine("embedded", tmp_path_factory.mktemp("twin")) as engine:
        yield engine.holding(*PLANS)


@pytest.mark.parametrize("entry", ENTRIES)
def test_rows_are_the_same_on_each_engine(entry: Entry, graph: GraphStore, twin: GraphStore) -> None:
    for parameters in parameter_sets(entry):
        here, there = run(graph, entry, parameters), run(twin, entry, parameters)
        assert here.columns == tuple(column.name for column in entry.columns)
        volatile = here.columns.index("loaded_at") if "loaded_at" in here.columns else None
        assert _without(here.rows, volatile) == _without(there.rows, volatile)
        assert here.evidence == there.evidence
        if volatile is None:
            assert here.answer == there.answer


@pytest.mark.parametrize("entry", ENTRIES)
def test_finds_something_and_proves_it(entry: Entry, graph: GraphStore) -> None:
    answers = [run(graph, entry, parameters, question="问") for parameters in parameter_sets(entry)]
    assert any(answer.rows for answer in answers) or entry.name in MAY_FIND_NOTHING
    spans = {"mention_start", "deadline_start", "target_start", "liability_start", "citation_start", "measure_start"}
    for answer in answers:
        assert answer.answer
        assert "{" not in answer.answer
        assert json.loads(json.dumps(answer.to_json(), ensure_ascii=False))["question"] == "问"
        assert bool(answer.evidence) == bool(answer.rows and spans & set(answer.columns))
        texts = document_texts(graph, {evidence.document_id for evidence in answer.evidence})
        for evidence in answer.evidence:
            assert evidence.text == texts[evidence.document_id][evidence.start : evidence.end]
            assert all(evidence.text[mark.start : mark.end] for mark in evidence.marks)


@pytest.mark.parametrize("entry", ENTRIES)
def test_its_graph_holds_only_what_the_rows_name(entry: Entry, graph: GraphStore) -> None:
    for parameters in parameter_sets(entry):
        answer = run(graph, entry, parameters)
        drawn = answer_graph(graph, answer)
        named = set(answer.node_ids)
        assert {node.id for node in drawn.nodes} <= named
        assert all(node.caption for node in drawn.nodes)
        assert {end for edge in drawn.edges for end in (edge.from_id, edge.to_id)} <= named


@pytest.mark.parametrize("entry", ENTRIES)
def test_parameters_in_the_statement_select_what_is_asked(entry: Entry, graph: GraphStore) -> None:
    """A place or document that nothing is loaded of selects nothing."""
    for name, nowhere in (("places", ["无此地"]), ("documents", None)):
        parameter = next((p for p in entry.parameters if p.name == name and not p.required), None)
        if parameter and nowhere:
            assert run(graph, entry, {**parameter_sets(entry)[0], name: nowhere}).rows == ()


def _without(rows: tuple[tuple[object, ...], ...], column: int | None) -> list[tuple[object, ...]]:
    """Rows without a column that differs from load to load; that column also orders them."""
    if column is None:
        return list(rows)
    return sorted((row[:column] + row[column + 1 :] for row in rows), key=str)
