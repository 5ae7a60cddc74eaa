"""Which format a file is in, and what people are told about those that are not read."""

from __future__ import annotations

import io
import zipfile

import pytest

from graph_loader.errors import ReadError
from graph_loader.readers import SUFFIXES, read_bytes

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600


def container(*names: str) -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as archive:
        for name in names:
            archive.writestr(name, "x")
    return target.getvalue()


@pytest.mark.parametrize(
    ("name", "data", "way_out"),
    [
        ("p.doc", OLE, "docx"),
        ("p.wps", OLE, "docx"),
        ("p.xls", OLE, "xlsx"),
        ("p.et", OLE, "xlsx"),
        ("p.docx", OLE + "EncryptedPackage".encode("utf-16-le"), "密码"),
        ("p.ofd", container("OFD.xml"), "PDF"),
        ("p.odt", container("mimetype", "content.xml"), "docx"),
        ("p.xlsb", container("xl/workbook.bin"), "xlsx"),
        ("p.zip", container("a.txt"), "解压"),
        ("p.rtf", b"{\\rtf1 x}", "docx"),
        ("p.mht", b"MIME-Version: 1.0\r\nContent-Type: multipart/related", "html"),
        ("p.png", b"\x89PNG\r\n\x1a\n" + b"\0" * 100, "OCR"),
        ("p.jpg", b"\xff\xd8\xff\xe0" + b"\0" * 100, "OCR"),
        ("p.dwg", b"AC1032", "docx"),
        ("p.docx", b"plain words", "重新保存"),
        ("p.pdf", b"plain words", "重新保存"),
    ],
)
def test_formats_that_are_not_read_say_what_to_do(name: str, data: bytes, way_out: str) -> None:
    with pytest.raises(ReadError) as caught:
        read_bytes(data, name)
    assert way_out in caught.value.todo
    assert caught.value.where == name


def test_suffixes_are_offered_to_upload_forms() -> None:
    assert {".txt", ".md", ".html", ".docx", ".pdf", ".xlsx", ".csv"} <= set(SUFFIXES)


def test_a_file_without_extension_is_text() -> None:
    assert read_bytes("某市方案".encode(), "plan").format == "txt"


def test_the_same_bytes_have_the_same_hash_whatever_the_name() -> None:
    assert read_bytes("某市方案".encode(), "a.txt").sha256 == read_bytes("某市方案".encode(), "b.md").sha256
