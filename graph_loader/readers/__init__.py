"""Files to SourceText. `read` and `read_bytes` are the way in; each module holds one format."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable
from pathlib import Path

from graph_loader.errors import ReadError
from graph_loader.model import SourceText
from graph_loader.readers import limits
from graph_loader.readers.build import Extracted
from graph_loader.readers.html import read_html
from graph_loader.readers.text import read_text

__all__ = ["SUFFIXES", "read", "read_bytes"]

_READERS: dict[str, Callable[[bytes], Extracted]] = {
    "txt": read_text,
    "html": read_html,
}
_FORMATS = {".txt": "txt", ".text": "txt", "": "txt", ".html": "html", ".htm": "html", ".shtml": "html"}
SUFFIXES = tuple(suffix for suffix in _FORMATS if suffix)
"""Extensions of the files that can be read, with their dots."""

_HTML = re.compile(rb"\s*(?:<\?xml[^>]{0,200}>\s*)?(?:<!doctype\s+html|<html[\s>])", re.IGNORECASE)


def read(path: Path | str) -> SourceText:
    """Read a file. Raises ReadError when it is not there, too large, damaged, hostile or of a format that is not read."""
    path = Path(path)
    try:
        length = path.stat().st_size
        if not path.is_file():
            raise ReadError("不是文件", where=path.name, todo="请给出文件的路径")
        limits.require(length <= limits.MAX_FILE_BYTES, f"文件超过 {limits.size(limits.MAX_FILE_BYTES)}")
        data = path.read_bytes()
    except ReadError as error:
        raise ReadError(error.what, where=path.name, todo=error.todo) from None
    except FileNotFoundError:
        raise ReadError("没有这个文件", where=str(path), todo="请检查路径和文件名") from None
    except OSError as error:
        raise ReadError(
            f"文件打不开：{error.strerror or error}", where=str(path), todo="请检查文件的读取权限"
        ) from None
    return read_bytes(data, path.name)


def read_bytes(data: bytes, name: str) -> SourceText:
    """Read a file's bytes; name: its file name, whose extension and whose content together tell the format. Raises ReadError."""
    name = re.split(r"[/\\]", name)[-1]
    try:
        limits.require(len(data) <= limits.MAX_FILE_BYTES, f"文件超过 {limits.size(limits.MAX_FILE_BYTES)}")
        kind = _format(data, name)
        text, tables, notices = _READERS[kind](data)
        if not text.strip():
            raise ReadError("文件里没有文字", todo="请确认文件内容")
    except ReadError as error:
        raise ReadError(error.what, where=error.where or name, todo=error.todo) from None
    return SourceText(name, kind, hashlib.sha256(data).hexdigest(), text, tables, notices)


def _format(data: bytes, name: str) -> str:
    suffix = Path(name).suffix.lower()
    if _HTML.match(data[:1024].removeprefix(b"\xef\xbb\xbf")):
        return "html"
    if suffix not in _FORMATS:
        raise ReadError(f"不支持 {suffix} 格式", todo="请转换为 docx、pdf、xlsx、html 或 txt 后再读")
    return _FORMATS[suffix]
