"""What goes wrong with a store ends in one clear message, and the graph that was there stays."""

from __future__ import annotations

import gc
import os
import shutil
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest
from neo4j.exceptions import Neo4jError

from graph_loader.errors import QueryError, StoreError, StoreUnavailableError, TimeLimitError, ZerenError
from graph_loader.rows import graph_rows
from graph_loader.settings import Settings
from graph_loader.stores import open_store
from graph_loader.stores.embedded import EmbeddedStore
from graph_loader.stores.faults import neo4j_faults
from scripts.neo4j_server import free_port
from tests.engines import Engine
from tests.stores.plans import plan
from tests.support import ROOT

HOLDER = """
import sys
from pathlib import Path
from graph_loader.stores.embedded import EmbeddedStore
with EmbeddedStore(Path(sys.argv[1]), write=True).batch():
    print("holding", flush=True)
    sys.stdin.readline()
"""
SMALL_DISK = """
import resource, sys
from pathlib import Path
from graph_loader.errors import StoreUnavailableError
from graph_loader.rows import graph_rows
from graph_loader.stores.embedded import EmbeddedStore
from tests.stores.plans import plan
store = EmbeddedStore(Path(sys.argv[1]), write=True)
resource.setrlimit(resource.RLIMIT_FSIZE, (int(sys.argv[2]), int(sys.argv[2])))
try:
    store.replace_document(graph_rows(plan(clauses=400)))
except StoreUnavailableError as error:
    print(error)
"""


def child(script: str, *arguments: str) -> subprocess.Popen[str]:
    command = [sys.executable, "-c", script, *arguments]
    return subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, cwd=ROOT)


def test_locked_file_says_who_holds_it(tmp_path: Path) -> None:
    graph = tmp_path / "graph.lbug"
    store = EmbeddedStore(graph, write=True, patience=0.2)
    store.replace_document(graph_rows(plan()))
    with child(HOLDER, str(graph)) as holder:
        assert holder.stdout is not None
        assert holder.stdout.readline() == "holding\n"
        with pytest.raises(StoreUnavailableError, match=rf"进程号 {holder.pid}.*结束该进程"):
            store.remove_document(graph_rows(plan()).document_id)
        # Reading goes on beside a writer.
        assert store.read("MATCH (m:Measure) RETURN count(m) AS n").rows == ((2,),)
        holder.communicate("done\n")
    assert store.remove_document(graph_rows(plan()).document_id).changed


@pytest.mark.parametrize("bytes_left", [20_000, 200_000, 1_500_000])
def test_write_that_fails_leaves_the_old_graph(tmp_path: Path, bytes_left: int) -> None:
    """The loader may write no file longer than the graph and a little: it stops in the copy, in the log, or when publishing."""
    graph = tmp_path / "graph.lbug"
    store = EmbeddedStore(graph, write=True)
    store.replace_document(graph_rows(plan(clauses=1)))
    before = store.dump()
    size = 0 if bytes_left < 100_000 else graph.stat().st_size
    with child(SMALL_DISK, str(graph), str(size + bytes_left)) as loader:
        said = loader.communicate()[0]
    if size == 0:
        assert "磁盘空间不足" in said
    assert EmbeddedStore(graph).dump() == before
    assert store.replace_document(graph_rows(plan(clauses=400))).changed


def test_full_disk(tmp_path: Path) -> None:
    disk = tmp_path / "disk"
    disk.mkdir()
    mounted = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", "size=60m", "zeren", str(disk)], capture_output=True, check=False
    )
    if mounted.returncode:
        pytest.skip("a small disk cannot be mounted here")
    try:
        source = EmbeddedStore(tmp_path / "graph.lbug", write=True)
        source.replace_document(graph_rows(plan()))
        shutil.copy(tmp_path / "graph.lbug", disk)
        store = EmbeddedStore(disk / "graph.lbug", write=True)
        with pytest.raises(StoreUnavailableError, match=r"磁盘空间不足.*原有图谱未改动.*请清理磁盘"):
            store.remove_document(graph_rows(plan()).document_id)
        assert store.dump() == source.dump()
        store.close()
    finally:
        gc.collect()
        subprocess.run(["umount", str(disk)], check=True)


def test_damaged_file(tmp_path: Path) -> None:
    graph = tmp_path / "graph.lbug"
    graph.write_bytes(b"not a graph" * 1000)
    with pytest.raises(StoreUnavailableError, match="打不开"):
        EmbeddedStore(graph).read("RETURN 1 AS one")
    assert graph.read_bytes() == b"not a graph" * 1000


def test_folder_without_permission(tmp_path: Path) -> None:
    if os.geteuid() == 0:
        pytest.skip("root may write anywhere")
    tmp_path.chmod(0o500)
    with pytest.raises(StoreUnavailableError, match="权限"):
        EmbeddedStore(tmp_path / "graph.lbug", write=True).prepare()


def test_path_that_is_no_folder(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(StoreUnavailableError, match="无法使用"):
        EmbeddedStore(tmp_path / "file" / "graph.lbug", write=True).prepare()


def test_schema_of_an_older_version_is_completed(tmp_path: Path) -> None:
    import ladybug

    graph = tmp_path / "graph.lbug"
    with ladybug.Database(str(graph)) as database, ladybug.Connection(database) as connection:
        connection.execute("CREATE NODE TABLE Unit (id STRING PRIMARY KEY, name STRING)")
        connection.execute("CREATE (:Unit {id: '青河市/市司法局', name: '市司法局'})")
    store = EmbeddedStore(graph)
    assert store.read("MATCH (u:Unit) RETURN u.name AS name, u.kind AS kind").rows == (("市司法局", None),)


@pytest.mark.parametrize(
    "store", [EmbeddedStore(Path("graph.lbug")), open_store(Settings(neo4j_uri="bolt://127.0.0.1:1"))]
)
def test_store_for_reading_does_not_write(store: EmbeddedStore) -> None:
    for change in (lambda: store.replace_document(graph_rows(plan())), lambda: store.remove_document("x")):
        with pytest.raises(StoreError, match="只读"):
            change()


def test_read_only_product_gives_a_store_for_reading(tmp_path: Path) -> None:
    store = open_store(Settings(graph=tmp_path / "graph.lbug", readonly=True), write=True)
    with pytest.raises(StoreError, match="只读"):
        store.remove_document("x")


def test_server_that_is_down() -> None:
    store = open_store(Settings(neo4j_uri=f"bolt://127.0.0.1:{free_port()}"), write=True)
    for use in (lambda: store.read("RETURN 1 AS one"), store.prepare, store.state, store.dump):
        with pytest.raises(StoreUnavailableError, match=r"连不上 Neo4j 服务器.*请启动服务器"):
            use()


def test_address_that_is_none() -> None:
    with pytest.raises(StoreUnavailableError, match="NEO4J_URI"):
        open_store(Settings(neo4j_uri="localhost:7687")).read("RETURN 1 AS one")


def test_wrong_password_and_database(engine: Engine) -> None:
    if engine.name == "embedded":
        pytest.skip("the embedded store has neither")
    with pytest.raises(StoreUnavailableError, match="不接受用户名或密码"):
        open_store(replace(engine.settings, neo4j_password="wrong")).read("RETURN 1 AS one")
    with pytest.raises(StoreUnavailableError, match="没有数据库 nowhere"):
        open_store(replace(engine.settings, neo4j_database="nowhere")).read("RETURN 1 AS one")


@pytest.mark.parametrize(
    ("code", "message", "raised", "said"),
    [
        ("Neo.DatabaseError.General.UnknownError", "No space left on device", StoreUnavailableError, "磁盘空间不足"),
        ("Neo.ClientError.Transaction.TransactionTimedOut", "timed out", TimeLimitError, "超过时限"),
        ("Neo.TransientError.General.MemoryPoolOutOfMemoryError", "memory", QueryError, "内存"),
        ("Neo.ClientError.Security.CredentialsExpired", "expired", StoreUnavailableError, "初始密码"),
        ("Neo.ClientError.Statement.SyntaxError", "Invalid input\nmore", QueryError, "无法运行：Invalid input$"),
        ("Neo.DatabaseError.General.UnknownError", "broken", StoreUnavailableError, "Neo4j 出错"),
    ],
)
def test_codes_of_the_server(code: str, message: str, raised: type[ZerenError], said: str) -> None:
    fault = Neo4jError._hydrate_neo4j(code=code, message=message)
    with pytest.raises(raised, match=said), neo4j_faults("bolt://x", "neo4j", "neo4j", reading=True):
        raise fault
