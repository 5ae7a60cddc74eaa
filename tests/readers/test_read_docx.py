"""Word documents: order, merged cells, generated numbers, tracked changes, hostile containers."""

from __future__ import annotations

import io
import zipfile

import docx
import pytest
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn

from graph_loader.errors import ReadError
from graph_loader.model import SourceText
from graph_loader.readers import limits, read_bytes
from graph_loader.readers.archive import parse_xml as parse_part
from graph_loader.readers.numbering import Numbering

W = nsdecls("w")


def saved(document) -> bytes:
    target = io.BytesIO()
    document.save(target)
    return target.getvalue()


def text(document) -> str:
    return read_bytes(saved(document), "p.docx").text


def with_body(xml: str) -> bytes:
    """A container whose document.xml has this body."""
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as archive:
        archive.writestr("word/document.xml", f"<w:document {W}><w:body>{xml}</w:body></w:document>")
    return target.getvalue()


def body(xml: str) -> SourceText:
    return read_bytes(with_body(xml), "p.docx")


def run(words: str) -> str:
    return f"<w:r><w:t>{words}</w:t></w:r>"


def paragraph(content: str) -> str:
    return f"<w:p>{content}</w:p>"


def test_paragraphs_and_tables_in_their_order() -> None:
    document = docx.Document()
    document.add_paragraph("某市实施方案")
    document.add_paragraph().add_run("（一）推进")
    document.paragraphs[1].add_run("公开。").bold = True
    table = document.add_table(rows=3, cols=3)
    for row, cells in enumerate(
        [["重点任务", "牵头单位", "责任单位"], ["公开", "市政府办", "市司法局\n市公安局"], ["", "市发改委", ""]]
    ):
        for column, cell in enumerate(cells):
            table.cell(row, column).text = cell
    table.cell(1, 0).merge(table.cell(2, 0))
    document.add_paragraph("落款")
    source = read_bytes(saved(document), "p.docx")
    assert source.text.startswith("某市实施方案\n（一）推进公开。\n重点任务\t牵头单位\t责任单位\n")
    assert source.text.endswith("落款\n")
    assert {(c.row, c.column, c.rows, c.columns): c.span.of(source.text) for c in source.tables[0].cells} == {
        (0, 0, 1, 1): "重点任务", (0, 1, 1, 1): "牵头单位", (0, 2, 1, 1): "责任单位",
        (1, 0, 2, 1): "公开", (1, 1, 1, 1): "市政府办", (1, 2, 1, 1): "市司法局\n市公安局",
        (2, 1, 1, 1): "市发改委", (2, 2, 1, 1): "",
    }  # fmt: skip


def test_columns_merged_across_and_rows_that_begin_late() -> None:
    cell = "<w:tc><w:tcPr>{}</w:tcPr>" + paragraph(run("{}")) + "</w:tc>"
    wide = cell.format('<w:gridSpan w:val="2"/>', "甲")
    late = f'<w:tr><w:trPr><w:gridBefore w:val="1"/></w:trPr>{cell.format("", "丙")}{cell.format("", "丁")}</w:tr>'
    source = body(f"<w:tbl><w:tr>{wide}{cell.format('', '乙')}</w:tr>{late}</w:tbl>")
    assert [(c.row, c.column, c.columns, c.span.of(source.text)) for c in source.tables[0].cells] == [
        (0, 0, 2, "甲"), (0, 2, 1, "乙"), (1, 1, 1, "丙"), (1, 2, 1, "丁"),
    ]  # fmt: skip


def test_tracked_changes_read_as_accepted() -> None:
    kept = f"<w:ins>{run('市司法局')}</w:ins>"
    dropped = f"<w:del><w:r><w:delText>市政府法制办</w:delText></w:r></w:del><w:moveFrom>{run('市编办')}</w:moveFrom>"
    joined = "<w:pPr><w:rPr><w:del/></w:rPr></w:pPr>" + run("（责任单位：")
    row = f"<w:tr><w:trPr><w:del/></w:trPr><w:tc>{paragraph(run('旧行'))}</w:tc></w:tr>"
    source = body(paragraph(joined) + paragraph(dropped + kept + run("）")) + f"<w:tbl>{row}</w:tbl>")
    assert source.text == "（责任单位：市司法局）\n"


def test_readings_fields_hidden_text_and_notes_are_not_the_papers_words() -> None:
    ruby = f"<w:r><w:ruby><w:rt>{run('fā')}</w:rt><w:rubyBase>{run('发')}</w:rubyBase></w:ruby></w:r>"
    field = '<w:r><w:instrText>TOC \\o "1-3"</w:instrText></w:r>'
    hidden = "<w:r><w:rPr><w:vanish/></w:rPr><w:t>批注</w:t></w:r>"
    source = body(
        paragraph(run("市") + ruby + field + hidden + run("改委") + '<w:r><w:footnoteReference w:id="1"/></w:r>')
    )
    assert source.text == "市发改委\n"
    assert source.notices == ("脚注和尾注没有读入",)


def test_content_controls_links_and_text_boxes_are_read_once() -> None:
    choice = f'<mc:Choice Requires="wps"><w:drawing><w:txbxContent>{paragraph(run("框内"))}</w:txbxContent></w:drawing></mc:Choice>'
    fallback = f"<mc:Fallback><w:pict><w:txbxContent>{paragraph(run('框内'))}</w:txbxContent></w:pict></mc:Fallback>"
    box = (
        '<w:r><mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006">'
        f"{choice}{fallback}</mc:AlternateContent></w:r>"
    )
    link = f"<w:hyperlink>{run('甲')}</w:hyperlink>"
    control = f"<w:sdt><w:sdtContent>{paragraph(link + box)}</w:sdtContent></w:sdt>"
    assert body(control).text == "框内\n甲\n"


def test_table_in_a_cell_is_part_of_its_text() -> None:
    inner = f"<w:tbl><w:tr><w:tc>{paragraph(run('内'))}</w:tc></w:tr></w:tbl>"
    source = body(f"<w:tbl><w:tr><w:tc>{paragraph(run('外'))}{inner}{paragraph('')}</w:tc></w:tr></w:tbl>")
    assert [cell.span.of(source.text) for cell in source.tables[0].cells] == ["外\n内"]


def test_line_breaks_and_tabs() -> None:
    assert (
        body(paragraph("<w:r><w:t>责任单位：甲</w:t><w:br/><w:t>时限：</w:t><w:tab/><w:t>乙</w:t></w:r>")).text
        == "责任单位：甲\n时限： 乙\n"
    )


LEVELS = (
    ("chineseCountingThousand", "%1、"),
    ("chineseCounting", "（%2）"),
    ("decimal", "%3."),
    ("decimalEnclosedCircle", "%4"),
)


def numbered_document():
    """A document with one list of four levels and a second list that restarts it."""
    document = docx.Document()
    numbering = document.part.numbering_part.element
    levels = "".join(
        f'<w:lvl w:ilvl="{level}"><w:start w:val="1"/><w:numFmt w:val="{name}"/><w:lvlText w:val="{pattern}"/></w:lvl>'
        for level, (name, pattern) in enumerate(LEVELS)
    )
    numbering.insert(0, parse_xml(f'<w:abstractNum {W} w:abstractNumId="77">{levels}</w:abstractNum>'))
    numbering.append(parse_xml(f'<w:num {W} w:numId="77"><w:abstractNumId w:val="77"/></w:num>'))
    override = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride>'
    numbering.append(parse_xml(f'<w:num {W} w:numId="78"><w:abstractNumId w:val="77"/>{override}</w:num>'))

    def add(words: str, level: int, number: int = 77) -> None:
        properties = document.add_paragraph(words)._p.get_or_add_pPr()
        properties.append(parse_xml(f'<w:numPr {W}><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr>'))

    return document, add


def test_generated_numbers_are_written_out() -> None:
    document, add = numbered_document()
    for words, level in [
        ("总体要求", 0),
        ("任务", 0),
        ("公开", 1),
        ("清理", 1),
        ("细目", 2),
        ("小项", 3),
        ("监督", 1),
        ("细目", 2),
        ("保障", 0),
    ]:
        add(words, level)
    add("附件一", 0, 78)
    assert text(document).split("\n")[:-1] == [
        "一、总体要求", "二、任务", "（一）公开", "（二）清理", "1.细目", "①小项", "（三）监督", "1.细目", "三、保障", "一、附件一",
    ]  # fmt: skip


def test_numbers_come_from_styles_too() -> None:
    document, _ = numbered_document()
    style = document.styles["Heading 1"].element
    style.get_or_add_pPr().append(parse_xml(f'<w:numPr {W}><w:numId w:val="77"/></w:numPr>'))
    derived = document.styles.add_style("条", 1)
    derived.base_style = document.styles["Heading 1"]
    document.add_paragraph("总则", "Heading 1")
    document.add_paragraph("任务", "条")
    properties = document.add_paragraph("无号", "条")._p.get_or_add_pPr()
    properties.append(parse_xml(f'<w:numPr {W}><w:numId w:val="0"/></w:numPr>'))
    assert text(document) == "一、总则\n二、任务\n无号\n"


@pytest.mark.parametrize(
    ("name", "count", "shown"),
    [
        ("chineseCounting", 1, "一"), ("chineseCounting", 10, "十"), ("chineseCounting", 15, "十五"),
        ("chineseCounting", 20, "二十"), ("chineseCounting", 101, "一百零一"), ("chineseCounting", 110, "一百一十"),
        ("japaneseCounting", 32, "三十二"), ("chineseLegalSimplified", 12, "壹拾贰"), ("upperRoman", 14, "XIV"),
        ("lowerLetter", 27, "aa"), ("decimalFullWidth", 12, "１２"), ("ideographDigital", 10, "一〇"),
    ],
)  # fmt: skip
def test_number_formats(name: str, count: int, shown: str) -> None:
    level = f'<w:lvl w:ilvl="0"><w:start w:val="{count}"/><w:numFmt w:val="{name}"/><w:lvlText w:val="%1"/></w:lvl>'
    numbering = parse_part(
        f'<w:numbering {W}><w:abstractNum w:abstractNumId="1">{level}</w:abstractNum>'
        '<w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num></w:numbering>'.encode(),
        "numbering.xml",
    )
    properties = parse_xml(f'<w:pPr {W}><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr></w:pPr>')
    assert properties.tag == qn("w:pPr")
    assert Numbering(numbering, None).number(properties) == shown


# Hostile containers


def test_doctype_is_refused() -> None:
    laughs = '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]>'
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as archive:
        archive.writestr(
            "word/document.xml", f"{laughs}<w:document {W}><w:body>{paragraph(run('&b;'))}</w:body></w:document>"
        )
    with pytest.raises(ReadError, match="DOCTYPE"):
        read_bytes(target.getvalue(), "p.docx")


def test_bomb_is_refused_by_its_ratio_and_its_size(monkeypatch) -> None:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", b" " * (20 * limits.MIB))
    with pytest.raises(ReadError, match="压缩炸弹"):
        read_bytes(target.getvalue(), "p.docx")
    monkeypatch.setattr(limits, "MAX_ARCHIVE_BYTES", 10 * limits.MIB)
    with pytest.raises(ReadError, match="解压后超过"):
        read_bytes(target.getvalue(), "p.docx")


def test_directory_that_lies_about_a_size_is_refused() -> None:
    data = bytearray(with_body(paragraph(run("甲" * 1000))))
    directory = data.index(b"PK\x01\x02")
    data[directory + 24 : directory + 28] = (10).to_bytes(4, "little")
    with pytest.raises(ReadError):
        read_bytes(bytes(data), "p.docx")


def test_too_many_entries_are_refused() -> None:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as archive:
        for number in range(limits.MAX_ARCHIVE_ENTRIES + 1):
            archive.writestr(f"{number}", b"")
    with pytest.raises(ReadError, match="文件超过"):
        read_bytes(target.getvalue(), "p.docx")


def test_deep_nesting_is_refused() -> None:
    with pytest.raises(ReadError):
        body("<w:sdt><w:sdtContent>" * 20_000 + paragraph(run("甲")) + "</w:sdtContent></w:sdt>" * 20_000)


def test_damaged_files_are_refused() -> None:
    data = with_body(paragraph(run("甲" * 1000)))
    for bad in (data[: len(data) // 2], data.replace(b"</w:body>", b"</w:bodx>"), b"PK\x03\x04" + b"x" * 100):
        with pytest.raises(ReadError):
            read_bytes(bad, "p.docx")


def test_deleted_paragraph_ends_without_end() -> None:
    piece = paragraph("<w:pPr><w:rPr><w:del/></w:rPr></w:pPr>" + run("甲"))
    assert body(piece * 100_000 + paragraph(run("乙"))).text == "甲" * 100_000 + "乙\n"


def test_a_table_of_a_hundred_thousand_rows() -> None:
    row = f"<w:tr><w:tc>{paragraph(run('公开'))}</w:tc><w:tc>{paragraph(run('市政府办'))}</w:tc></w:tr>"
    assert len(body(f"<w:tbl>{row * 100_000}</w:tbl>").tables[0].cells) == 200_000
