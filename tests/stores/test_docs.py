"""What docs/ says of the graph holds: the dictionary is current, the guide's statements and scripts run."""

from __future__ import annotations

import re
import subprocess
import sys

import pytest

from graph_loader.settings import environment
from graph_loader.stores.base import GraphStore
from scripts.data_dictionary import PATH, dictionary
from tests.engines import Engine
from tests.support import ROOT, ZHANGYE

GUIDE = (ROOT / "docs" / "cypher-guide.md").read_text(encoding="utf-8")
STATEMENTS = re.findall(r"```cypher\n(.*?)```", GUIDE, re.DOTALL)
SCRIPTS = re.findall(r"```python\n(.*?)```", GUIDE, re.DOTALL)


def test_data_dictionary_is_current() -> None:
    assert PATH.read_text(encoding="utf-8") == dictionary(), "run `make docs`"


def test_guide_has_ten_statements() -> None:
    assert len(STATEMENTS) == 10


@pytest.mark.parametrize("statement", STATEMENTS, ids=lambda text: text.splitlines()[0].removeprefix("// "))
def test_statement_of_the_guide_finds_something(loaded_store: GraphStore, statement: str) -> None:
    result = loaded_store.read(statement)
    assert result.rows
    assert not any("." in column or "(" in column for column in result.columns)


def run(script: str, engine: Engine) -> str:
    engine.holding(ZHANGYE)
    done = subprocess.run(
        [sys.executable, "-c", script],
        env=environment(engine.settings),
        capture_output=True,
        text=True,
        cwd=ROOT,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


def test_script_of_the_guide_reads_either_store(engine: Engine) -> None:
    lines = run(next(s for s in SCRIPTS if "open_store" in s), engine).splitlines()
    assert len(lines) == 10
    assert re.fullmatch(r"市政府法制办 \d+", lines[0])


def test_py2neo_script_of_the_guide_reads_the_graph(engine: Engine) -> None:
    if engine.name == "embedded":
        pytest.skip("py2neo talks to Neo4j only")
    said = run(next(s for s in SCRIPTS if "py2neo" in s), engine)
    assert said.startswith("依法履行法定职责\n")
    assert "measures" in said
    assert "市政府法制办" in said
