"""scripts/neo4j_server.py leaves nothing running, and says what it lacks."""

from __future__ import annotations

import subprocess
import sys
import time
from pathlib import Path

import pytest

from scripts import neo4j_server
from scripts.neo4j_server import LTS, Server, ServerError, find_java
from tests.support import ROOT, unavailable

OWNER = """
import sys, time
from pathlib import Path
from scripts.neo4j_server import Server
with Server(Path(sys.argv[1])) as server:
    print(server._process.pid, flush=True)
    time.sleep(600)
"""


def running(pid: int) -> bool:
    try:
        state = Path(f"/proc/{pid}/stat").read_text(encoding="utf-8").rsplit(")", 1)[1].split()[0]
    except OSError:
        return False
    return state != "Z"


@pytest.mark.neo4j
@pytest.mark.skipif(sys.platform != "linux", reason="the kernel's word for a parent's death is Linux's own")
def test_server_ends_with_an_owner_that_is_killed(tmp_path: Path) -> None:
    if find_java(LTS) is None:
        unavailable("neo4j", f"Neo4j {LTS.version} needs Java")
    owner = subprocess.Popen([sys.executable, "-c", OWNER, str(tmp_path)], stdout=subprocess.PIPE, text=True, cwd=ROOT)
    assert owner.stdout is not None
    pid = int(owner.stdout.readline() or "0")
    assert pid, "the server did not start"
    assert running(pid)
    owner.kill()
    owner.wait()
    owner.stdout.close()
    deadline = time.monotonic() + 60
    while running(pid) and time.monotonic() < deadline:
        time.sleep(0.2)
    assert not running(pid)


def test_without_java(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.delenv("JAVA_HOME", raising=False)
    with pytest.raises(ServerError, match="needs Java 17 to 21"):
        Server(tmp_path).start()


def test_without_maven(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ZEREN_CACHE", str(tmp_path / "cache"))
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(ServerError, match="no Maven"):
        neo4j_server.jars(LTS)


@pytest.mark.neo4j
def test_server_that_cannot_start_says_why(tmp_path: Path) -> None:
    if find_java(LTS) is None:
        unavailable("neo4j", f"Neo4j {LTS.version} needs Java")
    (tmp_path / "data").write_text("a file where the folder of the data should be", encoding="utf-8")
    server = Server(tmp_path)
    with pytest.raises(ServerError, match="did not start"):
        server.start()
    assert server._process is None
