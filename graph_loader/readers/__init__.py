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
from graph_loader.readers.docx import read_docx
from graph_loader.readers.html import read_html
from graph_loader.readers.markdown import read_markdown
from graph_loader.readers.pdf import read_pdf
from graph_loader.readers.separated import read_csv
from graph_loader.readers.sniff import content_format
from graph_loader.readers.text import read_text
from graph_loader.readers.xlsx import read_xlsx

__all__ = ["SUFFIXES", "read", "read_bytes"]

_READERS: dict[str, Callable[[bytes], Extracted]] = {
    "txt": read_text,
    "md": read_markdown,
    "html": read_html,
    "docx": read_docx,
    "pdf": read_pdf,
    "xlsx": read_xlsx,
    "csv": read_csv,
}
_FORMATS = {f".{kind}": kind for kind in _READERS} | {
    ".text": "txt",
    ".markdown": "md",
    ".htm": "html",
    ".shtml": "html",
    ".docm": "docx",
    ".xlsm": "xlsx",
    ".tsv": "csv",
}
SUFFIXES = tuple(_FORMATS)
"""Extensions of the files that can be read, with their dots."""


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
    """What the content shows, else what the extension says."""
    suffix = Path(name).suffix.lower()
    found = content_format(data, suffix)
    if found:
        return found
    if suffix and suffix not in _FORMATS:
        raise ReadError(f"不支持 {suffix} 格式", todo="请转换为 docx、pdf、xlsx、html 或 txt 后再读")
    kind = _FORMATS.get(suffix, "txt")
    if kind in ("docx", "xlsx", "pdf"):
        raise ReadError(f"扩展名是 {suffix}，内容却不是", todo="请确认文件没有损坏，或重新保存后再读")
    return kind
