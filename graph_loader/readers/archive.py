"""Zip containers (docx, xlsx) and the XML in them, opened so that a hostile file costs no more than limits.py allows."""

from __future__ import annotations

import io
import zipfile
import zlib
from collections.abc import Callable
from typing import Any
from xml.parsers import expat

from lxml import etree  # type: ignore[import-untyped]

from graph_loader.errors import ReadError
from graph_loader.readers import limits

_BROKEN = "压缩包损坏"
_RESAVE = "请用 Word 或 WPS 重新保存后再读"


class Archive:
    """The entries of a zip file, checked against limits.py by the directory and again while unpacking."""

    def __init__(self, data: bytes) -> None:
        """Raises ReadError for a damaged or encrypted zip and for one that passes a limit."""
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(data))
        except (zipfile.BadZipFile, ValueError, OSError) as error:
            raise ReadError(_BROKEN, todo=_RESAVE) from error
        entries = self._zip.infolist()
        limits.require(
            len(entries) <= limits.MAX_ARCHIVE_ENTRIES, f"压缩包里的文件超过 {limits.MAX_ARCHIVE_ENTRIES} 个"
        )
        total = sum(entry.file_size for entry in entries)
        limits.require(total <= limits.MAX_ARCHIVE_BYTES, f"解压后超过 {limits.size(limits.MAX_ARCHIVE_BYTES)}")
        for entry in entries:
            swollen = entry.file_size > limits.MIB and entry.file_size > limits.MAX_ARCHIVE_RATIO * max(
                entry.compress_size, 1
            )
            limits.require(not swollen, "压缩比异常，疑似压缩炸弹")
            if entry.flag_bits & 1:
                raise ReadError("文件已加密", todo="请去掉密码后再读")
        self.names = frozenset(entry.filename for entry in entries)

    def read(self, name: str) -> bytes:
        """An entry's bytes; never more than its directory entry declares. Raises ReadError when it is damaged."""
        try:
            return self._zip.read(name)
        except (
            zipfile.BadZipFile,
            zlib.error,
            KeyError,
            NotImplementedError,
            RuntimeError,
            EOFError,
            OSError,
        ) as error:
            raise ReadError(_BROKEN, where=name, todo=_RESAVE) from error

    def xml(self, name: str) -> Any:
        """The root element of an XML entry, None where there is no such entry. Raises ReadError as parse_xml does."""
        return parse_xml(self.read(name), name) if name in self.names else None

    def repacked(self) -> bytes:
        """The same XML entries as a zip without compression: what another library unpacks from it is what was checked here."""
        target = io.BytesIO()
        with zipfile.ZipFile(target, "w", zipfile.ZIP_STORED) as copy:
            for name in self.names:
                if name.lower().endswith((".xml", ".rels")):
                    copy.writestr(name, self.read(name))
        return target.getvalue()


def parse_xml(data: bytes, name: str) -> Any:
    """The root element of XML bytes. Raises ReadError as scan_xml does, and for nesting deeper than libxml2's 256."""
    scan_xml(data, name)
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, remove_comments=True, remove_pis=True
    )
    try:
        return etree.fromstring(data, parser)
    except etree.XMLSyntaxError as error:
        raise ReadError("XML 内容损坏", where=name, todo=_RESAVE) from error


def scan_xml(data: bytes, name: str, start: Callable[[str, dict[str, str]], None] | None = None) -> None:
    """Go through XML bytes without keeping them; start: called with name and attributes of each element.

    Raises ReadError for broken XML, for a DOCTYPE (entities that grow or reach outside) and for markup above the limits.
    """
    limits.require(len(data) <= limits.MAX_MARKUP_BYTES, f"{name} 超过 {limits.size(limits.MAX_MARKUP_BYTES)}")

    def refuse(*_: object) -> None:
        raise ReadError("XML 含有 DOCTYPE 声明，可能不安全", where=name, todo=_RESAVE)

    parser = expat.ParserCreate()
    parser.StartDoctypeDeclHandler = refuse
    parser.StartElementHandler = start
    try:
        parser.Parse(data, True)
    except expat.ExpatError as error:
        raise ReadError("XML 内容损坏", where=name, todo=_RESAVE) from error
