"""The guard: what it refuses, what it lets through, and what stops a statement that it cannot judge."""

from __future__ import annotations

import re
import time
from contextlib import suppress
from pathlib import Path

import pytest
from cypherast.lexer import Lexer
from hypothesis import given
from hypothesis import strategies as st

from graph_loader.errors import QueryError, RefusedError, TimeLimitError
from graph_loader.stores.base import GraphStore, NodeValue
from graph_loader.stores.embedded import EmbeddedStore
from queries.console import run_cypher
from queries.guard import check
from tests.queries.statements import GREEDY, HONEST, HOSTILE, RUNAWAY

PARAMETERS = {"id": "张掖市/市政府法制办", "ids": ["张掖市/市政府法制办", "张掖市/市司法局"]}


def parameters_of(statement: str) -> dict[str, object]:
    return {name: value for name, value in PARAMETERS.items() if re.search(rf"\${name}\b", statement)}


def test_there_are_enough_statements() -> None:
    assert min(len(set(HOSTILE)), len(set(HONEST))) >= 60


@pytest.mark.parametrize("statement", HOSTILE, ids=lambda text: text[:60])
def test_hostile_statements_are_refused(statement: str) -> None:
    with pytest.raises(QueryError) as caught:
        check(statement)
    assert re.search(r"[\u4e00-\u9fff]", caught.value.what)
    assert caught.value.todo
    assert len(str(caught.value)) < 600


@pytest.mark.parametrize("statement", HONEST, ids=lambda text: text[:60])
def test_honest_statements_pass(statement: str) -> None:
    assert check(statement) == statement.removesuffix(";")


@pytest.mark.parametrize(
    ("statement", "what", "where"),
    [
        ("MATCH (n)\n  DETACH DELETE n", "不能使用 DETACH", "第 2 行第 3 列"),
        ("MATCH (n) CALL { CREATE (m) RETURN m } RETURN m", "不能使用 CREATE", "第 1 行第 18 列"),
        ("MATCH (n) WHERE n.name = 'SET' SET n.x = 1", "不能使用 SET", "第 1 行第 32 列"),
        ("LOAD CSV FROM 'x' AS l RETURN l", "不能使用 LOAD", "第 1 行第 1 列"),
        ("RETURN 1 AS x, apoc.util.sleep(1) AS y", "不能使用函数 apoc.util.sleep", "第 1 行第 16 列"),
        ("CALL dbms.components() YIELD name RETURN name", "不能使用过程 dbms.components", "第 1 行第 6 列"),
        ("COPY Unit TO 'x.csv'", "不能以 COPY 开头", "第 1 行第 1 列"),
        ("RETURN 1;\nRETURN 2", "一次只能运行一条语句", "第 1 行第 9 列"),
        ("RETURN '\\u0041'", "不接受 Unicode 转义", "第 1 行第 9 列"),
        ("RETURN 1\u200b", "不接受看不见的字符 U+200B", "第 1 行第 9 列"),
    ],
)
def test_a_refusal_says_what_and_where(statement: str, what: str, where: str) -> None:
    with pytest.raises(RefusedError) as caught:
        check(statement)
    assert (caught.value.what, caught.value.where) == (what, where)


@pytest.mark.parametrize(
    ("statement", "where"),
    [
        ("MATCH (n RETURN n", "第 1 行第 10 列"),
        ("MATCH (n)\nRETRUN n", "第 2 行第 1 列"),
        ("RETURN 'x", "第 1 行第 8 列"),
        ("", ""),
    ],
)
def test_what_is_no_cypher_is_told_apart_from_what_is_refused(statement: str, where: str) -> None:
    with pytest.raises(QueryError) as caught:
        check(statement)
    assert not isinstance(caught.value, RefusedError)
    assert caught.value.where == where


@given(st.text(max_size=300))
def test_any_text_is_judged(text: str) -> None:
    with suppress(QueryError):
        assert check(text)


@pytest.mark.parametrize(
    "clause",
    [
        *(
            "DETACH DELETE n",
            "CREATE (q)",
            "LOAD FROM 'x'",
            "LOAD CSV FROM 'x' AS l",
            "FOREACH (x IN [1] | CREATE (n))",
        ),
        "USING INDEX n:Unit(name) DELETE n",
    ],
)
def test_a_hostile_clause_between_any_two_words_is_refused(clause: str) -> None:
    """Nowhere in a reading statement does the parser pass over such a clause without seeing it."""
    for honest in HONEST:
        code = honest.partition("//")[0] if honest.startswith("MATCH") else honest
        for token in Lexer(code).tokenize():
            with pytest.raises(QueryError):
                check(f"{code[: token.position.offset]} {clause} {code[token.position.offset :]}")


@pytest.mark.parametrize("statement", HONEST, ids=lambda text: text[:60])
def test_honest_statements_run(statement: str, loaded_store: GraphStore) -> None:
    text, values = check(statement), parameters_of(statement)
    assert loaded_store.reads_only(text, values)
    assert loaded_store.read(text, values, limit=100).columns


@pytest.mark.parametrize("statement", HONEST[::12], ids=lambda text: text[:60])
def test_the_console_runs_them_and_says_how_to_run_them_again(statement: str, loaded_store: GraphStore) -> None:
    """On the embedded store in a process of their own, with the same rows."""
    console = run_cypher(loaded_store, statement, parameters_of(statement))
    assert console.result == loaded_store.read(check(statement), parameters_of(statement))
    assert console.to_json()["reproduction"]["cypher"] == statement.removesuffix(";")


def test_hostile_statements_change_nothing(
    loaded_store: GraphStore, tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path_factory.mktemp("empty")
    monkeypatch.chdir(folder)
    before = loaded_store.dump()
    for statement in HOSTILE:
        with pytest.raises(QueryError):
            run_cypher(loaded_store, statement)
    assert loaded_store.dump() == before
    assert list(folder.iterdir()) == []


def test_a_store_that_reads_refuses_to_write_without_the_guard(loaded_store: GraphStore) -> None:
    """The layer behind the guard, on each engine."""
    before = loaded_store.dump()
    for statement in ("CREATE (:Unit {id: 'x'})", "MATCH (u:Unit) SET u.name = 'x'", "MATCH (u:Unit) DETACH DELETE u"):
        with pytest.raises(QueryError):
            loaded_store.read(statement)
    assert loaded_store.dump() == before


@pytest.mark.neo4j
def test_neo4j_is_asked_what_it_thinks(loaded_store: GraphStore) -> None:
    if loaded_store.name != "neo4j":
        assert loaded_store.reads_only("RETURN 1")
        return
    assert loaded_store.reads_only("MATCH (n) RETURN n")
    assert not loaded_store.reads_only("CREATE (n)")
    assert not loaded_store.reads_only("CREATE INDEX x FOR (n:X) ON (n.y)")


@pytest.mark.parametrize("statement", RUNAWAY, ids=lambda text: text[:40])
def test_runaway_statements_are_stopped(statement: str, loaded_store: GraphStore) -> None:
    started = time.monotonic()
    with pytest.raises(TimeLimitError):
        run_cypher(loaded_store, statement, seconds=1.0)
    assert time.monotonic() - started < 60


@pytest.mark.parametrize("statement", GREEDY, ids=lambda text: text[:40])
def test_greedy_statements_end_alone(statement: str, tmp_path: Path) -> None:
    """On the embedded store a statement runs in a process of its own: this one lives on, and so does the graph."""
    store = EmbeddedStore(tmp_path / "graph.lbug", write=True)
    store.prepare()
    with pytest.raises(QueryError):
        run_cypher(store, statement, seconds=5.0)
    assert run_cypher(store, "RETURN 1 AS one").result.rows == ((1,),)


def test_rows_are_capped(loaded_store: GraphStore) -> None:
    result = run_cypher(loaded_store, "UNWIND range(1, 100000) AS x RETURN x", limit=10).result
    assert (len(result.rows), result.truncated) == (10, True)


def test_values_travel_as_parameters(loaded_store: GraphStore) -> None:
    hostile = "x' OR 1=1 DETACH DELETE n //"
    result = run_cypher(loaded_store, "MATCH (u:Unit) WHERE u.name = $name RETURN u", {"name": hostile}).result
    assert result.rows == ()


def test_nodes_of_the_result_can_be_drawn(loaded_store: GraphStore) -> None:
    console = run_cypher(loaded_store, "MATCH (u:Unit {id: $id}) RETURN u", {"id": PARAMETERS["id"]})
    assert isinstance(console.result.rows[0][0], NodeValue)
    assert console.node_ids == (PARAMETERS["id"],)
    assert console.to_json()["rows"][0][0]["label"] == "Unit"
