"""Reading statements: the same rows in plain Python from each engine, and limits that hold."""

from __future__ import annotations

import time
from datetime import date
from threading import Thread

import pytest

from graph_loader.errors import QueryError, TimeLimitError
from graph_loader.rows import graph_rows
from graph_loader.stores.base import GraphStore, NodeValue, RelationshipValue, Value
from tests.stores.plans import plan


@pytest.fixture
def filled(store: GraphStore) -> GraphStore:
    store.replace_document(graph_rows(plan(leads=("市法制办", "市政府办"))))
    return store


CASES: dict[str, tuple[str, dict[str, Value], tuple[tuple[Value, ...], ...]]] = {
    "type": (
        "MATCH (u:Unit {id: $id})-[r:LEADS|RESPONSIBLE_FOR]->(m:Measure) RETURN type(r) AS role, m.number AS n ORDER BY n",
        {"id": "青河市/市法制办"},
        (("LEADS", "(1)"), ("LEADS", "(2)")),
    ),
    "reserved words as properties": (
        "MATCH (u:Unit {name: '市法制办'})-[r:LEADS]->(m) RETURN r.end - r.start AS length, u.group AS of ORDER BY length LIMIT 1",
        {},
        ((4, ""),),
    ),
    "reserved words in texts": ("RETURN 'a.end' AS a, \"b.on\" AS b /* c.group */", {}, (("a.end", "b.on"),)),
    "dates": (
        "MATCH (d:Deadline) WHERE d.due_on <= date($day) AND d.due_on > $after "
        "RETURN DISTINCT d.due_on AS due_on, d.start_on AS start_on",
        {"day": "2018-12-31", "after": date(2018, 1, 1)},
        ((date(2018, 12, 31), None),),
    ),
    "date of a link": ("MATCH ()-[r:SUCCEEDED_BY]->() RETURN r.on AS day", {}, ((date(2019, 1, 1),),)),
    "functions": (
        "RETURN toString(12) AS a, toUpper('ab') AS b, toInteger('7') AS c, toFloat('1.5') AS d",
        {},
        (("12", "AB", 7, 1.5),),
    ),
    "lists and maps": (
        "UNWIND $rows AS row RETURN row.a AS a, [row.a, 'x'] AS l, {k: row.a} AS m ORDER BY a",
        {"rows": [{"a": "1"}, {"a": "2"}]},
        (("1", ["1", "x"], {"k": "1"}), ("2", ["2", "x"], {"k": "2"})),
    ),
    "empty list parameter": ("MATCH (u:Unit) WHERE u.id IN $ids RETURN count(u) AS n", {"ids": []}, ((0,),)),
    "node": (
        "MATCH (j:Jurisdiction {name: '青河市'}) RETURN j",
        {},
        ((NodeValue("Jurisdiction", {"id": "code-青河市", "name": "青河市", "level": "prefecture"}),),),
    ),
    "path": (
        "MATCH p = (:Unit {name: '市法制办'})-[:OF]->(:Jurisdiction)-[:PART_OF]->(:Jurisdiction) RETURN [p] AS p, length(p) AS n",
        {},
        (
            (
                [
                    [
                        NodeValue(
                            "Unit",
                            {
                                "id": "青河市/市法制办",
                                "name": "市法制办",
                                "full_name": "",
                                "aliases": ["市法制办公室"],
                                "kind": "government",
                                "level": "prefecture",
                                "jurisdiction": "青河市",
                                "group": "",
                            },
                        ),
                        RelationshipValue("OF", "青河市/市法制办", "code-青河市", {}),
                        NodeValue("Jurisdiction", {"id": "code-青河市", "name": "青河市", "level": "prefecture"}),
                        RelationshipValue("PART_OF", "code-青河市", "000000", {}),
                        NodeValue("Jurisdiction", {"id": "000000", "name": "国家", "level": "national"}),
                    ]
                ],
                2,
            ),
        ),
    ),
}


@pytest.mark.parametrize("case", CASES)
def test_same_rows_on_each_engine(filled: GraphStore, case: str) -> None:
    statement, parameters, expected = CASES[case]
    assert filled.read(statement, parameters).rows == expected


def test_relationship_tells_its_ends_only_when_they_stand_beside_it(filled: GraphStore) -> None:
    both = "MATCH (a:Jurisdiction)-[r:PART_OF]->(b) RETURN a, r, b"
    assert filled.read(both).rows[0][1] == RelationshipValue("PART_OF", "code-青河市", "000000", {})
    alone = "MATCH (a:Jurisdiction)-[r:PART_OF]->(b) RETURN r"
    assert filled.read(alone).rows == ((RelationshipValue("PART_OF", "", "", {}),),)


def test_columns_and_records(filled: GraphStore) -> None:
    result = filled.read("MATCH (m:Measure) RETURN m.number AS number, m.title AS title ORDER BY number")
    assert result.columns == ("number", "title")
    assert result.records()[0] == {"number": "(1)", "title": "第1项"}


@pytest.mark.parametrize(("limit", "rows", "truncated"), [(None, 5, False), (5, 5, False), (4, 4, True), (0, 0, True)])
def test_row_cap(store: GraphStore, limit: int | None, rows: int, truncated: bool) -> None:
    result = store.read("UNWIND range(1, 5) AS n RETURN n", limit=limit)
    assert (len(result.rows), result.truncated) == (rows, truncated)


def test_time_limit_stops_the_statement(store: GraphStore) -> None:
    product = " ".join(f"UNWIND range(1, 2000) AS n{index}" for index in range(4))
    started = time.monotonic()
    with pytest.raises(TimeLimitError, match="时限"):
        store.read(f"{product} WITH n0 + n1 + n2 + n3 AS n WHERE n % 7 = 1 RETURN count(n) AS n", seconds=0.5)
    assert time.monotonic() - started < 30
    assert store.read("RETURN 1 AS one", seconds=10).rows == ((1,),)


@pytest.mark.parametrize(
    "statement", ["MATCH (n:Unit RETURN n", "RETURN nothing", "RETURN 1 AS a; RETURN 2 AS b", "RETURN f(1)"]
)
def test_statement_that_the_engine_does_not_take(store: GraphStore, statement: str) -> None:
    with pytest.raises(QueryError):
        store.read(statement)


@pytest.mark.parametrize(
    "statement", ["CREATE (:Jurisdiction {id: 'x'})", "MATCH (n) DETACH DELETE n", "DROP TABLE Unit"]
)
def test_reading_cannot_write(filled: GraphStore, statement: str) -> None:
    before = filled.dump()
    with pytest.raises(QueryError):
        filled.read(statement)
    assert filled.dump() == before


def test_threads_read_while_one_writes(store: GraphStore) -> None:
    """Every answer is of a whole document: two clauses with two leads each, or three with one each."""
    versions = [graph_rows(plan()), graph_rows(plan(clauses=3, leads=("市财政局",)))]
    store.replace_document(versions[0])
    seen: list[Value] = []

    def read() -> None:
        for _ in range(20):
            seen.append(
                store.read("MATCH (:Unit)-[r:LEADS]->(m:Measure) RETURN count(r) AS r, count(DISTINCT m) AS m").rows[0]
            )

    readers = [Thread(target=read) for _ in range(8)]
    for reader in readers:
        reader.start()
    for turn in range(6):
        store.replace_document(versions[turn % 2])
    for reader in readers:
        reader.join()
    assert len(seen) == 160
    # Neo4j reads what is committed while the statement runs, not one moment: it may miss the old graph and the new one.
    between = {(0, 0)} if store.name == "neo4j" else set()
    assert set(seen) <= {(4, 2), (3, 3)} | between
