"""PDF files for tests, written by hand: text in the standard Chinese font (not embedded), ruling lines, as many pages as it takes."""

from __future__ import annotations

import zlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

WIDTH, HEIGHT = 595, 842
LEFT, TOP, BOTTOM = 90, 740, 100
SIZE = 16
PER_LINE = 26


@dataclass
class Page:
    """What stands on a page: texts at (x, y) in a size, lines between points."""

    texts: list[tuple[float, float, float, str]] = field(default_factory=list)
    rules: list[tuple[float, float, float, float]] = field(default_factory=list)

    def content(self) -> bytes:
        """The page's content stream."""
        parts = [
            f"BT /F1 {size} Tf {x} {y} Td <{text.encode('utf-16-be').hex()}> Tj ET" for x, y, size, text in self.texts
        ]
        parts += [f"{x0} {y0} m {x1} {y1} l S" for x0, y0, x1, y1 in self.rules]
        return "\n".join(parts).encode()


def write(pages: Iterable[Page]) -> bytes:
    """A PDF file of these pages."""
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"",
        b"<< /Type /Font /Subtype /Type0 /BaseFont /STSong-Light /Encoding /UniGB-UCS2-H /DescendantFonts [4 0 R] >>",
        b"<< /Type /Font /Subtype /CIDFontType0 /BaseFont /STSong-Light /DW 1000 /FontDescriptor 5 0 R"
        b" /CIDSystemInfo << /Registry (Adobe) /Ordering (GB1) /Supplement 2 >> >>",
        b"<< /Type /FontDescriptor /FontName /STSong-Light /Flags 4 /FontBBox [-25 -254 1000 880] /ItalicAngle 0 /Ascent 880"
        b" /Descent -120 /CapHeight 880 /StemV 93 >>",
    ]
    kids = []
    for page in pages:
        stream = zlib.compress(page.content())
        kids.append(f"{len(objects) + 1} 0 R")
        objects.append(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 {WIDTH} {HEIGHT}] /Resources << /Font << /F1 3 0 R >> >>"
            f" /Contents {len(objects) + 2} 0 R >>".encode()
        )
        objects.append(b"<< /Length %d /Filter /FlateDecode >>\nstream\n%s\nendstream" % (len(stream), stream))
    objects[1] = f"<< /Type /Pages /Count {len(kids)} /Kids [{' '.join(kids)}] >>".encode()
    out, offsets = bytearray(b"%PDF-1.5\n"), []
    for number, body in enumerate(objects, 1):
        offsets.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    start = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    out += b"".join(b"%010d 00000 n \n" % offset for offset in offsets)
    out += b"trailer << /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (len(objects) + 1, start)
    return bytes(out)


def typeset(title: str, paragraphs: Iterable[str], *, head: str = "", table: Sequence[Sequence[str]] = ()) -> bytes:
    """A paper as an office prints it: centred title, paragraphs indented by two characters and broken at the margin, page
    numbers, a running head on each page, and a ruled table at the end (an empty cell goes on the one above)."""
    pages: list[Page] = []
    y = 0.0

    def line(text: str, x: float = LEFT, size: float = SIZE) -> None:
        nonlocal y
        if not pages or y < BOTTOM:
            page = Page([(280, 40, 12, f"— {len(pages) + 1} —")])
            if head:
                page.texts.append((LEFT, 800, 10, head))
            pages.append(page)
            y = TOP
        pages[-1].texts.append((x, y, size, text))
        y -= 28

    for start in range(0, len(title), 18):
        part = title[start : start + 18]
        line(part, (WIDTH - 22 * len(part)) / 2, 22)
    for paragraph in paragraphs:
        first = PER_LINE - 2
        line(paragraph[:first], LEFT + 2 * SIZE)
        for start in range(first, len(paragraph), PER_LINE):
            line(paragraph[start : start + PER_LINE])
    if table:
        pages.append(_table_page(table, len(pages) + 1))
    return write(pages)


def _table_page(table: Sequence[Sequence[str]], number: int) -> Page:
    page = Page([(280, 40, 12, f"— {number} —")])
    columns = len(table[0])
    width = (WIDTH - 120) / columns
    per_cell = int((width - 8) // 12)
    y = float(TOP)
    for index, row in enumerate(table):
        lines = [[piece for part in cell.split("\n") for piece in _wrap(part, per_cell)] for cell in row]
        height = 16 * max(map(len, lines)) + 8
        for column, (cell, shown) in enumerate(zip(row, lines, strict=True)):
            x = 60 + column * width
            page.texts += [(x + 4, y - 14 - 16 * at, 12, piece) for at, piece in enumerate(shown) if piece]
            if cell or not index:
                page.rules.append((x, y, x + width, y))
        page.rules += [(60 + column * width, y, 60 + column * width, y - height) for column in range(columns + 1)]
        y -= height
    page.rules.append((60, y, 60 + columns * width, y))
    return page


def _wrap(text: str, width: int) -> list[str]:
    return [text[start : start + width] for start in range(0, len(text), width)] or [""]
