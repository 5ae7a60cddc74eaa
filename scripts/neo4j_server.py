"""A Neo4j Community server out of Maven Central: fetched once, started on a free port, stopped by its own process id.

`python scripts/neo4j_server.py` runs one for a person: it prints URI and password, keeps its data under .zeren/neo4j and stops
with Ctrl-C. Tests use `Server` with a temporary home. The jars go into a cache outside the repository (ZEREN_CACHE, else
XDG_CACHE_HOME/zeren, else ~/.cache/zeren).
"""

from __future__ import annotations

import ctypes
import os
import re
import secrets
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path
from typing import Self

from neo4j import GraphDatabase
from neo4j.exceptions import AuthError, ServiceUnavailable

ROOT = Path(__file__).resolve().parent.parent
START_SECONDS = 300


class ServerError(Exception):
    """The server cannot be had or does not start; the text says why."""


@dataclass(frozen=True, slots=True)
class Release:
    """A release line of Neo4j: the oldest and newest Java that it is run on here, and what it needs on its command line."""

    version: str
    java: range
    main: str
    options: tuple[str, ...] = ()


LTS = Release("5.26.12", range(17, 22), "org.neo4j.server.CommunityEntryPoint")
CURRENT = Release(
    "2026.01.4", range(21, 100), "org.neo4j.server.Neo4jCommunity", ("--add-modules=jdk.incubator.vector",)
)

_POM = """<project xmlns="http://maven.apache.org/POM/4.0.0">
<modelVersion>4.0.0</modelVersion><groupId>zeren</groupId><artifactId>neo4j-server</artifactId><version>1</version>
<dependencies>
<dependency><groupId>org.neo4j</groupId><artifactId>neo4j</artifactId><version>{0}</version></dependency>
<dependency><groupId>org.neo4j.app</groupId><artifactId>neo4j-server</artifactId><version>{0}</version></dependency>
</dependencies></project>
"""
_CONF = """server.bolt.listen_address=127.0.0.1:{0}
server.bolt.advertised_address=127.0.0.1:{0}
server.http.enabled=false
server.https.enabled=false
dbms.usage_report.enabled=false
server.memory.pagecache.size=256m
"""
_OPENED = ("java.base/java.nio", "java.base/java.io", "java.base/sun.nio.ch")


def find_java(release: Release) -> Path | None:
    """A Java that runs the release: JAVA_HOME, the one on the path, or one installed beside it. None when there is none."""
    on_path = shutil.which("java")
    homes = [Path(os.environ["JAVA_HOME"])] if os.environ.get("JAVA_HOME") else []
    if on_path:
        home = Path(on_path).resolve().parent.parent
        homes += [home, *sorted(home.parent.iterdir())]
    for home in homes:
        java = home / "bin" / "java"
        if java.exists() and _java_version(home) in release.java:
            return java
    return None


def jars(release: Release) -> Path:
    """The folder with the release's jars, fetched with Maven when it is not in the cache yet. Raises ServerError."""
    cache = Path(
        os.environ.get("ZEREN_CACHE") or Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "zeren"
    )
    folder = cache / f"neo4j-{release.version}"
    if folder.exists():
        return folder
    maven = shutil.which("mvn")
    if maven is None:
        raise ServerError("Neo4j is not in the cache, and there is no Maven (mvn) to fetch it with")
    cache.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=cache) as work:
        (Path(work) / "pom.xml").write_text(_POM.format(release.version), encoding="utf-8")
        command = [maven, "-q", "-B", "dependency:copy-dependencies", "-DoutputDirectory=lib", "-DincludeScope=runtime"]
        done = subprocess.run(command, cwd=work, capture_output=True, text=True, check=False)
        if done.returncode:
            raise ServerError(f"Maven could not fetch Neo4j {release.version}: {(done.stdout + done.stderr)[-500:]}")
        # Another process may have been faster: then its folder is as good.
        if not folder.exists():
            (Path(work) / "lib").rename(folder)
    return folder


class Server:
    """One server with a home of its own; a context manager. uri, username and password tell how to connect."""

    username = "neo4j"

    def __init__(self, home: Path, *, release: Release = LTS, port: int = 0, password: str = "") -> None:
        self.home = home
        self.release = release
        self.port = port or free_port()
        self.password = password or secrets.token_urlsafe(12)
        self._process: subprocess.Popen[bytes] | None = None

    @property
    def uri(self) -> str:
        """Where it answers."""
        return f"bolt://127.0.0.1:{self.port}"

    def start(self) -> Self:
        """Start and wait until it answers with its password. Raises ServerError; then nothing is left running."""
        java = find_java(self.release)
        if java is None:
            wanted = self.release.java
            raise ServerError(f"Neo4j {self.release.version} needs Java {wanted.start} to {wanted[-1]}, none was found")
        library = jars(self.release)
        conf = self.home / "conf"
        conf.mkdir(parents=True, exist_ok=True)
        (conf / "neo4j.conf").write_text(_CONF.format(self.port), encoding="utf-8")
        command = [
            *(str(java), "-Xms256m", "-Xmx1g", "-Dfile.encoding=UTF-8"),
            *(f"--add-opens={package}=ALL-UNNAMED" for package in _OPENED),
            *(*self.release.options, "-cp", f"{library}/*", self.release.main),
            *(f"--home-dir={self.home}", f"--config-dir={conf}"),
        ]
        with open(self.home / "console.log", "wb") as log:
            # A session of its own: Ctrl-C reaches us only, and we stop it in order.
            self._process = subprocess.Popen(
                command, stdout=log, stderr=log, start_new_session=True, preexec_fn=_die_with_parent
            )
        try:
            self._wait()
        except BaseException:
            self.stop()
            raise
        return self

    def stop(self) -> None:
        """End the process that `start` started, and wait for it."""
        process, self._process = self._process, None
        if process is None:
            return
        process.terminate()
        try:
            process.wait(30)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()

    def wait(self) -> int:
        """Wait until the server ends by itself; its exit code."""
        return self._process.wait() if self._process else 0

    def __enter__(self) -> Self:
        return self.start()

    def __exit__(self, *_: object) -> None:
        self.stop()

    def _wait(self) -> None:
        deadline = time.monotonic() + START_SECONDS
        while time.monotonic() < deadline:
            if self._process is None or self._process.poll() is not None:
                break
            try:
                self._log_in()
            except ServiceUnavailable:
                time.sleep(0.2)
            else:
                return
        log = (self.home / "console.log").read_text(encoding="utf-8", errors="replace")
        raise ServerError(f"Neo4j {self.release.version} did not start: {log[-1000:]}")

    def _log_in(self) -> None:
        try:
            with GraphDatabase.driver(self.uri, auth=(self.username, self.password)) as driver:
                driver.verify_connectivity()
        except AuthError:
            # A new server: the first password must be changed before it takes anything else.
            with GraphDatabase.driver(self.uri, auth=(self.username, "neo4j")) as driver:
                driver.execute_query(
                    "ALTER CURRENT USER SET PASSWORD FROM 'neo4j' TO $new", new=self.password, database_="system"
                )


def _java_version(home: Path) -> int:
    try:
        found = re.search(r'JAVA_VERSION="(\d+)', (home / "release").read_text(encoding="utf-8"))
    except OSError:
        return 0
    return int(found[1]) if found else 0


def free_port() -> int:
    """A port of this machine that nothing listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


def _die_with_parent() -> None:
    """On Linux the kernel ends the server when the process that started it is gone, however it went."""
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(1, signal.SIGTERM)


def main() -> int:
    """Run a server for a person until Ctrl-C."""
    home = ROOT / ".zeren" / "neo4j"
    home.mkdir(parents=True, exist_ok=True)
    secret = home / "password"
    if not secret.exists():
        secret.touch(mode=0o600)
        secret.write_text(secrets.token_urlsafe(12), encoding="ascii")
    with socket.socket() as probe:
        port = 0 if probe.connect_ex(("127.0.0.1", 7687)) == 0 else 7687
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(0))
    try:
        with Server(home, port=port, password=secret.read_text(encoding="ascii")) as server:
            print(f"NEO4J_URI={server.uri}\nNEO4J_USERNAME={server.username}\nNEO4J_PASSWORD={server.password}")
            print("Neo4j 已启动，数据保存在 .zeren/neo4j；按 Ctrl-C 停止。", flush=True)
            return server.wait()
    except KeyboardInterrupt:
        return 0
    except ServerError as error:
        print(f"无法启动 Neo4j：{error}", file=sys.stderr)
        return 1


if __name__ == "__main__":
    sys.exit(main())
