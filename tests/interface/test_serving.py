"""The app as a server: what its answers announce, that small answers are not held back, and what it says where its port is taken."""

from __future__ import annotations

import http.client
import re
import socket
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from graph_loader.settings import ROOT, Settings, environment
from interface.serving import listening
from scripts.app_in_browser import serve


@pytest.fixture(scope="module")
def connection(tmp_path_factory: pytest.TempPathFactory) -> Iterator[http.client.HTTPConnection]:
    folder: Path = tmp_path_factory.mktemp("serving")
    with serve(Settings(graph=folder / "graph.lbug"), folder / "log.txt") as address:
        yield http.client.HTTPConnection(address.removeprefix("http://"))


def _get(connection: http.client.HTTPConnection, path: str) -> http.client.HTTPResponse:
    connection.request("GET", path)
    response = connection.getresponse()
    response.read()
    return response


def test_a_page_announces_scripts_that_are_there(connection: http.client.HTTPConnection) -> None:
    for page in ("/", "/unit?id=1"):
        announced = _get(connection, page).headers["link"]
        paths = re.findall(r"<([^>]+)>; rel=modulepreload", announced)
        assert any("BidiComponent" in path for path in paths)
        assert any(path.endswith("docket.js") for path in paths)
        for path in paths:
            answer = _get(connection, path)
            assert (answer.status, answer.headers.get_content_subtype()) == (200, "javascript"), path
    assert "link" not in _get(connection, "/_stcore/health").headers


def test_an_address_that_is_no_page_says_so_in_chinese(connection: http.client.HTTPConnection) -> None:
    connection.request("GET", "/nowhere")
    answer = connection.getresponse()
    assert answer.status == 404
    assert "没有这一页" in answer.read().decode()
    assert _get(connection, "/favicon.png").status == 200


def test_small_answers_are_not_held_back() -> None:
    """asyncio turns Nagle's algorithm off only for sockets that name their protocol; Streamlit's own server's does not."""
    with listening("127.0.0.1", 0) as found:
        assert found.proto == socket.IPPROTO_TCP


def test_a_taken_port_is_said_in_one_line() -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        env = environment(Settings()) | {"STREAMLIT_SERVER_PORT": str(port)}
        ended = subprocess.run([sys.executable, "app.py"], cwd=ROOT, env=env, capture_output=True, text=True)
    assert ended.returncode == 1
    assert (
        ended.stderr.splitlines()[-1] == f"127.0.0.1:{port} 已被占用或不可用。换一个端口再试：make run PORT={port + 1}"
    )
    assert "Traceback" not in ended.stderr
