"""Office documents: headings, paragraphs, three-line tables and quotes of the paper, in the fonts of official documents."""

from __future__ import annotations

import io
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from docx import Document
from docx.document import Document as DocumentType
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt
from docx.styles.style import ParagraphStyle

from interface.downloads.cells import cell, printable


@dataclass(frozen=True, slots=True)
class Quote:
    """A sentence of the paper and the line that says where it stands."""

    text: str
    source: str


@dataclass(frozen=True, slots=True)
class Grid:
    """A table with headings."""

    headings: Sequence[str]
    rows: Sequence[Sequence[Any]]


@dataclass(frozen=True, slots=True)
class Chapter:
    """A heading with what stands below it, in order: texts, quotes, tables."""

    heading: str
    parts: Sequence[str | Quote | Grid] = field(default=())
    level: int = 1


def document(title: str, chapters: Sequence[Chapter], *, caption: str = "") -> bytes:
    """A .docx on A4: title, a line below it, chapters."""
    paper = Document()
    _set_up(paper)
    heading = paper.add_heading(printable(title), 0)
    heading.alignment = WD_ALIGN_PARAGRAPH.CENTER
    if caption:
        paper.add_paragraph(printable(caption)).alignment = WD_ALIGN_PARAGRAPH.CENTER
    for chapter in chapters:
        paper.add_heading(printable(chapter.heading), chapter.level)
        for part in chapter.parts:
            _add(paper, part)
    buffer = io.BytesIO()
    paper.save(buffer)
    return buffer.getvalue()


def _add(paper: DocumentType, part: str | Quote | Grid) -> None:
    if isinstance(part, str):
        paper.add_paragraph(printable(part))
    elif isinstance(part, Quote):
        paper.add_paragraph(printable(part.text), style="Quote")
        source = paper.add_paragraph(printable(part.source))
        source.paragraph_format.left_indent = Cm(0.75)
        source.runs[0].font.size = Pt(9)
    else:
        _add_grid(paper, part)


def _add_grid(paper: DocumentType, grid: Grid) -> None:
    table = paper.add_table(rows=1, cols=len(grid.headings), style="Table Grid")
    for place, heading in zip(table.rows[0].cells, grid.headings, strict=True):
        place.text = printable(heading)
        place.paragraphs[0].runs[0].bold = True
    header = OxmlElement("w:tblHeader")
    table.rows[0]._tr.get_or_add_trPr().append(header)
    for row in grid.rows:
        for place, value in zip(table.add_row().cells, row, strict=True):
            plain = cell(value)
            place.text = "—" if plain is None or plain == "" else printable(str(plain))
    paper.add_paragraph()


def _set_up(paper: DocumentType) -> None:
    section = paper.sections[0]
    section.page_width, section.page_height = Cm(21), Cm(29.7)
    section.left_margin = section.right_margin = Cm(2.6)
    for name, font, size in (
        ("Normal", "仿宋", 12),
        ("Title", "黑体", 20),
        ("Heading 1", "黑体", 15),
        ("Heading 2", "楷体", 13),
        ("Quote", "宋体", 11),
    ):
        style = paper.styles[name]
        if isinstance(style, ParagraphStyle):
            _set_font(style, font, size)


def _set_font(style: ParagraphStyle, font: str, size: int) -> None:
    style.font.name, style.font.size = font, Pt(size)
    style.font.italic = False
    # Word takes the font of Chinese characters from w:eastAsia, which python-docx does not set.
    fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
    for attribute in ("w:eastAsia", "w:ascii", "w:hAnsi"):
        fonts.set(qn(attribute), font)
    for theme in ("w:asciiTheme", "w:eastAsiaTheme", "w:hAnsiTheme", "w:cstheme"):
        fonts.attrib.pop(qn(theme), None)
