"""One writer at a time, and a file that is put in place whole: copy, lock, rename."""

from __future__ import annotations

import errno
import fcntl
import os
import shutil
import time
from pathlib import Path
from typing import Self

from graph_loader.errors import StoreUnavailableError

_RESERVE = 128 << 20
"""Bytes that a transaction and its publication may need beside a copy of the file."""


class WriterLock:
    """The right to write beside `path`, held until the block ends or the process dies. patience: seconds to wait for it."""

    def __init__(self, path: Path, patience: float) -> None:
        self._graph = path
        self._path = path.with_name(path.name + ".lock")
        self._patience = patience

    def __enter__(self) -> Self:
        self._path.parent.mkdir(parents=True, exist_ok=True)
        self._file = open(self._path, "a+", encoding="ascii")
        deadline = time.monotonic() + self._patience
        while True:
            try:
                fcntl.flock(self._file, fcntl.LOCK_EX | fcntl.LOCK_NB)
                break
            except BlockingIOError:
                if time.monotonic() >= deadline:
                    self._refuse()
                time.sleep(0.05)
        self._file.truncate(0)
        self._file.write(str(os.getpid()))
        self._file.flush()
        return self

    def __exit__(self, *_: object) -> None:
        self._file.close()

    def _refuse(self) -> None:
        self._file.seek(0)
        holder = self._file.read().strip() or "未知"
        self._file.close()
        raise StoreUnavailableError(
            f"图谱文件正被另一个程序写入（进程号 {holder}）",
            where=str(self._graph),
            todo="请等它写完再试，或结束该进程",
        )


def require_space(path: Path) -> None:
    """Raises OSError (ENOSPC) where the disk has no room for a copy of the file and for a large document.

    Asked before each transaction, because LadybugDB ends the whole process when its log cannot be written.
    """
    needed = _RESERVE + (path.stat().st_size if path.exists() else 0)
    if shutil.disk_usage(path.parent).free < needed:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC), str(path))


def copy_file(source: Path, target: Path) -> None:
    """Copy the bytes of a file, by reference where the file system can."""
    shutil.copyfile(source, target)


def publish(finished: Path, path: Path) -> None:
    """Put a finished file in the place of `path`, in one step and on the disk."""
    with open(finished, "rb") as file:
        os.fsync(file.fileno())
    os.replace(finished, path)
    folder = os.open(path.parent, os.O_RDONLY)
    try:
        os.fsync(folder)
    finally:
        os.close(folder)
