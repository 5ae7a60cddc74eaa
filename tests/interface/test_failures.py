"""What a page shows when something fails under it."""

from __future__ import annotations

from streamlit.testing.v1 import AppTest


def _store_down() -> None:
    from graph_loader.errors import StoreUnavailableError
    from interface.frame import failures

    with failures.shown():
        raise StoreUnavailableError("Neo4j 没有应答", where="bolt://127.0.0.1:7687", todo="请启动它再刷新")


def _bug() -> None:
    from interface.frame import failures

    with failures.shown():
        raise RuntimeError("secret <b>detail</b>")


def test_an_error_of_ours_says_what_where_and_what_to_do() -> None:
    page = AppTest.from_function(_store_down).run()
    assert not page.exception
    said = page.error[0].value.replace("\\", "")
    assert said == "Neo4j 没有应答（bolt://127.0.0.1:7687）。请启动它再刷新"


def test_a_bug_shows_a_reference_and_nothing_of_itself() -> None:
    page = AppTest.from_function(_bug).run()
    assert not page.exception
    assert "E-" in page.error[0].value
    assert "secret" not in page.error[0].value
