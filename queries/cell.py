"""A process of its own for one statement on the embedded store, which ends with the statement, at its time limit or when it
takes too much memory, whatever the engine is doing at that moment.

The engine looks at its own time limit between pieces of work only (a long list took 20 s to notice 3 s), and what an expression
builds up is outside its memory limit; inside the process of the app either could stop everybody.

    parent: read(path, statement, …) -> python -m queries.cell < request > reply
"""

from __future__ import annotations

import os
import pickle
import resource
import subprocess
import sys
import threading
import time
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from graph_loader.errors import QueryError, StoreError, TimeLimitError, ZerenError
from graph_loader.settings import ROOT
from graph_loader.stores.base import Result
from graph_loader.stores.embedded import EmbeddedStore
from graph_loader.stores.faults import NARROW, TOO_LONG

MEMORY = 2 << 30
"""Bytes that one statement's process may take."""
_GRACE = 1.0
"""Seconds beyond the limit in which the engine may end by itself."""
_OUT_OF_TIME, _OUT_OF_MEMORY = 81, 82
_LOOK_EVERY = 0.05


def read(path: Path, statement: str, parameters: Mapping[str, Any], limit: int, seconds: float) -> Result:
    """The rows of a reading statement. Raises TimeLimitError, QueryError and what the store raises."""
    request = pickle.dumps((path, statement, dict(parameters), limit, seconds))
    done = subprocess.run([sys.executable, "-m", __name__], input=request, capture_output=True, cwd=ROOT, check=False)
    if done.returncode == _OUT_OF_TIME:
        raise TimeLimitError(TOO_LONG, todo=NARROW)
    if done.returncode == _OUT_OF_MEMORY:
        raise QueryError("查询需要的内存太多，已停止", todo=NARROW)
    if done.returncode:
        raise StoreError("查询进程意外结束", where=str(path), todo="请再试一次")
    reply = pickle.loads(done.stdout)
    if isinstance(reply, ZerenError):
        raise reply
    if not isinstance(reply, Result):
        raise TypeError(f"a cell replied with {type(reply).__name__}")
    return reply


def _watch(seconds: float) -> None:
    """End this process when it has taken too long or too much."""
    end = time.monotonic() + seconds + _GRACE
    while True:
        if time.monotonic() > end:
            os._exit(_OUT_OF_TIME)
        if _resident() > MEMORY:
            os._exit(_OUT_OF_MEMORY)
        time.sleep(_LOOK_EVERY)


def _resident() -> int:
    """Bytes of memory that this process holds now. Linux hands ru_maxrss on from the process that started this one, so that a
    large app would seem to have used up its cell's memory before it began."""
    try:
        return int(Path("/proc/self/statm").read_text("ascii").split()[1]) * os.sysconf("SC_PAGE_SIZE")
    except OSError:  # macOS, which counts ru_maxrss in bytes and from the start of the program
        return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss


def main() -> None:
    """Answer the one request on standard input."""
    path, statement, parameters, limit, seconds = pickle.load(sys.stdin.buffer)
    threading.Thread(target=_watch, args=(seconds,), daemon=True).start()
    store = EmbeddedStore(path)
    try:
        reply: Result | ZerenError = store.read(statement, parameters, limit=limit, seconds=seconds)
    except ZerenError as error:
        reply = error
    sys.stdout.buffer.write(pickle.dumps(reply))
    sys.stdout.buffer.flush()
    os._exit(0)


if __name__ == "__main__":
    main()
