"""Formats told by content: many files carry the wrong extension, and those that cannot be read deserve to be told what to do."""

from __future__ import annotations

import re

from graph_loader.errors import ReadError
from graph_loader.readers.archive import Archive

_HTML = re.compile(
    rb"(?:\xef\xbb\xbf)?\s*(?:<\?xml[^>]{0,200}>\s*)?(?:<!--[^>]{0,200}-->\s*)?(?:<!doctype\s+html|<html[\s>])",
    re.IGNORECASE,
)
_IMAGES = (b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"BM", b"II*\0", b"MM\0*")
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_TABLES = (".xls", ".et", ".ett")
_RECOGNISE = "请先用文字识别（OCR）软件转换为 docx 或 txt 后再读"


def content_format(data: bytes, suffix: str) -> str:
    """The format that the content shows; "" where it could be any text. suffix: with its dot, lower case.

    Raises ReadError for the formats that are known and not read, naming what to convert to.
    """
    if data.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return _zip_format(data, suffix)
    if b"%PDF-" in data[:1024]:
        return "pdf"
    if data.startswith(_OLE):
        raise _ole_error(data, suffix)
    if data.startswith(b"{\\rtf"):
        raise ReadError("不支持 RTF 格式", todo="请用 Word 或 WPS 另存为 docx 后再读")
    if suffix != ".txt" and re.match(rb"\s*MIME-Version:", data[:200], re.IGNORECASE):
        raise ReadError("不支持网页存档（mht）格式", todo="请用浏览器另存为 html 后再读")
    if any(data.startswith(magic) for magic in _IMAGES) and b"\0" in data[:4096]:
        raise ReadError("这是图片，不是文字", todo=_RECOGNISE)
    return "html" if _HTML.match(data[:2048]) else ""


def _zip_format(data: bytes, suffix: str) -> str:
    names = Archive(data).names
    if "word/document.xml" in names:
        return "docx"
    if "xl/workbook.xml" in names:
        return "xlsx"
    if "OFD.xml" in names:
        raise ReadError("不支持 OFD 格式", todo="请用 OFD 阅读器转换为 PDF 或 docx 后再读")
    if "content.xml" in names:
        raise ReadError("不支持 OpenDocument 格式", todo="请另存为 docx 或 xlsx 后再读")
    if suffix == ".xlsb" or "xl/workbook.bin" in names:
        raise ReadError("不支持 xlsb 格式", todo="请另存为 xlsx 后再读")
    raise ReadError("不支持压缩包", todo="请解压后逐个读入其中的文件")


def _ole_error(data: bytes, suffix: str) -> ReadError:
    if _ENCRYPTED in data:
        return ReadError("文件有密码", todo="请去掉密码后再读")
    if suffix in _TABLES:
        return ReadError(f"不支持 {suffix} 格式", todo="请用 Excel 或 WPS 另存为 xlsx 后再读")
    return ReadError(f"不支持旧版 Word、WPS 格式（{suffix or '无扩展名'}）", todo="请用 Word 或 WPS 另存为 docx 后再读")
