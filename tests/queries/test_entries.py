"""Every entry of the catalogue, on each engine, on plans of several cities loaded together."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator

import pytest

from graph_loader.stores.base import GraphStore
from queries.answer_graph import answer_graph
from queries.catalogue import load
from queries.evidence import document_texts
from queries.model import Answer, Entry
from queries.run import run
from tests.engines import Engine, open_engine
from tests.queries.samples import MAY_FIND_NOTHING, PLANS, parameter_sets


def _takes_places(entry: Entry) -> bool:
    return any(parameter.name == "places" and not parameter.required for parameter in entry.parameters)


ENTRIES = [pytest.param(entry, id=name) for name, entry in load().items()]


Answers = Callable[[Entry], tuple[Answer, ...]]


@pytest.fixture
def graph(graph_of: Callable[..., GraphStore]) -> GraphStore:
    """All plans, on the engine of this run."""
    return graph_of(*PLANS)


@pytest.fixture(scope="session")
def asked() -> dict[tuple[str, str], tuple[Answer, ...]]:
    """Answers by engine and entry: nobody writes to these graphs, so each entry is asked once."""
    return {}


@pytest.fixture
def answers(engine: Engine, graph: GraphStore, asked: dict[tuple[str, str], tuple[Answer, ...]]) -> Answers:
    """What an entry answers to each of its parameter sets, on the engine of this run."""
    return lambda entry: _ask(entry, engine.name, graph, asked)


@pytest.fixture(scope="session")
def twin(
    tmp_path_factory: pytest.TempPathFactory, asked: dict[tuple[str, str], tuple[Answer, ...]]
) -> Iterator[Answers]:
    """The same of all plans once more in an embedded store of their own: what each engine's answers are compared with."""
    with open_engine("embedded", tmp_path_factory.mktemp("twin")) as engine:
        yield lambda entry: _ask(entry, "twin", engine.holding(*PLANS), asked)


@pytest.mark.parametrize("entry", ENTRIES)
def test_rows_are_the_same_on_each_engine(entry: Entry, answers: Answers, twin: Answers) -> None:
    for here, there in zip(answers(entry), twin(entry), strict=True):
        assert here.columns == tuple(column.name for column in entry.columns)
        volatile = here.columns.index("loaded_at") if "loaded_at" in here.columns else None
        assert _without(here.rows, volatile) == _without(there.rows, volatile)
        assert here.evidence == there.evidence
        if volatile is None:
            assert here.answer == there.answer


@pytest.mark.parametrize("entry", ENTRIES)
def test_finds_something_and_proves_it(entry: Entry, answers: Answers, graph: GraphStore) -> None:
    assert any(answer.rows for answer in answers(entry)) or entry.name in MAY_FIND_NOTHING
    spans = {"mention_start", "deadline_start", "target_start", "liability_start", "citation_start", "measure_start"}
    for answer in answers(entry):
        assert answer.answer
        assert "{" not in answer.answer
        assert json.loads(json.dumps(answer.to_json(), ensure_ascii=False))["question"] == "问"
        assert bool(answer.evidence) == bool(answer.rows and spans & set(answer.columns))
        texts = document_texts(graph, {evidence.document_id for evidence in answer.evidence})
        for evidence in answer.evidence:
            assert evidence.text == texts[evidence.document_id][evidence.start : evidence.end]
            assert all(evidence.text[mark.start : mark.end] for mark in evidence.marks)


@pytest.mark.parametrize("entry", ENTRIES)
def test_its_graph_holds_only_what_the_rows_name(entry: Entry, answers: Answers, graph: GraphStore) -> None:
    for answer in answers(entry):
        drawn = answer_graph(graph, answer)
        named = set(answer.node_ids)
        assert {node.id for node in drawn.nodes} <= named
        assert all(node.caption for node in drawn.nodes)
        assert {end for edge in drawn.edges for end in (edge.from_id, edge.to_id)} <= named


@pytest.mark.parametrize("entry", [entry for entry in load().values() if _takes_places(entry)], ids=lambda e: e.name)
def test_a_place_that_nothing_is_loaded_of_selects_nothing(entry: Entry, graph: GraphStore) -> None:
    assert run(graph, entry, {**parameter_sets(entry)[0], "places": ["无此地"]}).rows == ()


def _ask(
    entry: Entry, engine: str, graph: GraphStore, asked: dict[tuple[str, str], tuple[Answer, ...]]
) -> tuple[Answer, ...]:
    if (engine, entry.name) not in asked:
        asked[engine, entry.name] = tuple(
            run(graph, entry, parameters, question="问") for parameters in parameter_sets(entry)
        )
    return asked[engine, entry.name]


def _without(rows: tuple[tuple[object, ...], ...], column: int | None) -> list[tuple[object, ...]]:
    """Rows without a column that differs from load to load; that column also orders them."""
    if column is None:
        return list(rows)
    return sorted((row[:column] + row[column + 1 :] for row in rows), key=str)
