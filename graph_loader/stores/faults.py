"""Faults of the engines as errors of ours: Chinese, what is wrong, where and what to do."""

from __future__ import annotations

import errno
import re
from collections.abc import Iterator
from contextlib import contextmanager

from graph_loader.errors import QueryError, StoreError, StoreUnavailableError, TimeLimitError, ZerenError

DISK_FULL = "磁盘空间不足，没有写入；原有图谱未改动"
FREE_SPACE = "请清理磁盘后再试"
TOO_LONG = "查询超过时限，已停止"
NARROW = "请缩小范围或加上 LIMIT"
_FULL = re.compile(r"no space left|disk (is )?full|not enough space|file too large", re.IGNORECASE)
_STATEMENT = re.compile(
    r"(parser|binder|catalog|conversion|runtime|overflow|function|connection) exception", re.IGNORECASE
)


@contextmanager
def embedded_faults(address: str, *, reading: bool) -> Iterator[None]:
    """Turns what LadybugDB and the file system raise into errors of ours. reading: a question is being run, so that its
    wording may be at fault."""
    try:
        yield
    except ZerenError:
        raise
    except OSError as error:
        if error.errno in {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}:
            raise StoreUnavailableError(DISK_FULL, where=address, todo=FREE_SPACE) from error
        if error.errno in {errno.EACCES, errno.EPERM, errno.EROFS}:
            raise StoreUnavailableError(
                "没有图谱文件的读写权限", where=address, todo="请检查文件和文件夹的权限"
            ) from error
        raise StoreUnavailableError(f"图谱文件无法使用：{error.strerror}", where=address) from error
    except MemoryError as error:
        raise StoreError("内存不足", where=address, todo=NARROW) from error
    except RuntimeError as error:
        raise _ladybug(str(error), address, reading) from error


def _ladybug(message: str, address: str, reading: bool) -> ZerenError:
    first = message.splitlines()[0] if message else ""
    if _FULL.search(message):
        return StoreUnavailableError(DISK_FULL, where=address, todo=FREE_SPACE)
    if "Interrupted" in message:
        return TimeLimitError(TOO_LONG, todo=NARROW)
    if "Buffer manager exception" in message:
        return (
            QueryError("查询需要的内存太多，已停止", todo=NARROW) if reading else StoreError("内存不足", where=address)
        )
    if "read-only" in message:
        return QueryError("只能查询，不能修改图谱")
    if reading and _STATEMENT.search(first):
        return QueryError(f"语句无法运行：{first}")
    return StoreUnavailableError(
        f"图谱文件打不开：{first}", where=address, todo="文件可能已损坏：请删除它，再重新载入文件"
    )


@contextmanager
def neo4j_faults(uri: str, username: str, database: str, *, reading: bool) -> Iterator[None]:
    """Turns what the Neo4j driver raises into errors of ours."""
    from neo4j.exceptions import AuthError, ConfigurationError, DriverError, Neo4jError, ServiceUnavailable

    try:
        yield
    except ZerenError:
        raise
    except AuthError as error:
        raise StoreUnavailableError(
            f"Neo4j 不接受用户名或密码（用户 {username}）", where=uri, todo="请检查 NEO4J_USERNAME 和 NEO4J_PASSWORD"
        ) from error
    except Neo4jError as error:
        raise _neo4j(error.code or "", error.message or "", uri, database, reading) from error
    except ServiceUnavailable as error:
        raise StoreUnavailableError("连不上 Neo4j 服务器", where=uri, todo="请启动服务器，或检查 NEO4J_URI") from error
    except (ConfigurationError, ValueError) as error:
        raise StoreUnavailableError(
            f"NEO4J_URI 写得不对：{error}", where=uri, todo="例如 bolt://localhost:7687"
        ) from error
    except (DriverError, OSError) as error:
        raise StoreUnavailableError(f"与 Neo4j 的连接出错：{error}", where=uri, todo="请稍后再试") from error


def _neo4j(code: str, message: str, uri: str, database: str, reading: bool) -> ZerenError:
    first = message.splitlines()[0] if message else code
    if "TransactionTimedOut" in code or ("Terminated" in code and "timeout" in message.lower()):
        return TimeLimitError(TOO_LONG, todo=NARROW)
    if "CredentialsExpired" in code:
        return StoreUnavailableError("Neo4j 的初始密码还没有改", where=uri, todo="请先为该用户设置新密码")
    if "DatabaseNotFound" in code:
        return StoreUnavailableError(f"Neo4j 上没有数据库 {database}", where=uri, todo="请检查 NEO4J_DATABASE")
    if _FULL.search(message):
        return StoreUnavailableError(DISK_FULL, where=uri, todo=FREE_SPACE)
    if "MemoryPool" in code or "OutOfMemory" in code:
        return (
            QueryError("查询需要的内存太多，已停止", todo=NARROW)
            if reading
            else StoreError("服务器内存不足", where=uri)
        )
    if "AccessMode" in code:
        return QueryError("只能查询，不能修改图谱")
    if reading and code.startswith("Neo.ClientError"):
        return QueryError(f"语句无法运行：{first}")
    return StoreUnavailableError(f"Neo4j 出错：{first}", where=uri, todo="请查看服务器日志")
