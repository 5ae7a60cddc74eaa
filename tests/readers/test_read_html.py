"""Web pages: the paper whole and in order, the page around it gone, tables with merged cells."""

from __future__ import annotations

import pytest

from graph_loader.errors import ReadError
from graph_loader.model import SourceText
from graph_loader.readers import limits, read_bytes


def lines(body: str, head: str = "") -> list[str]:
    return page(body, head).text.rstrip("\n").split("\n")


def page(body: str, head: str = "") -> SourceText:
    return read_bytes(f"<!DOCTYPE html><html><head>{head}</head><body>{body}</body></html>".encode(), "p.html")


def grid(source: SourceText, table: int = 0) -> dict[tuple[int, int, int, int], str]:
    return {
        (cell.row, cell.column, cell.rows, cell.columns): cell.span.of(source.text)
        for cell in source.tables[table].cells
    }


PAPER = "".join(
    f"<p>（{n}）推进第{n}项工作，加强领导，落实责任，务求实效。（责任单位：市政府办）</p>" for n in range(1, 30)
)


def test_inline_markup_does_not_break_paragraphs() -> None:
    assert lines(
        "<p><span>（一）推进</span><b>政务</b>公开。<span class='u'>（责任单位：<a href='#'>市政府办</a>）</span></p>"
    ) == ["（一）推进政务公开。（责任单位：市政府办）"]


def test_br_inside_a_sentence_goes_on_and_between_paragraphs_ends() -> None:
    assert lines(
        "<p>加强市场监管，<br>完善制度，推进综合执法改革和队伍建<br/>设。<br>　　（二）优化服务。<br><br>责任单位：市政府办</p>"
    ) == [
        "加强市场监管，完善制度，推进综合执法改革和队伍建设。",
        "（二）优化服务。",
        "责任单位：市政府办",
    ]


def test_br_in_a_heading_joins_and_after_a_number_does_not() -> None:
    assert lines("<h1>某市人民政府关于<br>印发方案的通知</h1><div>某政发〔2020〕3号<br>各县区人民政府：</div>") == [
        "某市人民政府关于印发方案的通知",
        "某政发〔2020〕3号",
        "各县区人民政府：",
    ]


def test_source_line_breaks_vanish_between_chinese_characters() -> None:
    assert lines("<p>\n   推进政务\n   公开 OPC\n  社区建设\n</p><p>中共某市委&nbsp;&nbsp;某市人民政府</p>") == [
        "推进政务公开 OPC 社区建设",
        "中共某市委 某市人民政府",
    ]


def test_furniture_goes_and_the_paper_stays() -> None:
    body = (
        "<nav><a href=/>首页</a></nav><div class='breadcrumb'>当前位置：首页 &gt; 公开</div><p>您现在的位置：首页 > 文件</p>"
        "<div class='share-box'>分享到微信</div><script>var a='<p>假</p>';</script><style>p{}</style>"
        f"<div class='article'>{PAPER}</div><p>【打印】</p><p>打印本页</p><p>扫一扫在手机打开当前页</p>"
        "<ul><li><a href=1>某市一号文件</a></li><li><a href=2>某市二号文件</a></li><li><a href=3>三号文件</a></li></ul>"
        "<p>相关链接</p><p>某通知的解读</p><footer>版权所有 某市人民政府</footer>"
    )
    got = lines(body)
    assert got == lines(PAPER)
    assert len(got) == 29


def test_what_holds_most_of_the_page_is_never_furniture() -> None:
    assert len(lines(f"<div class='share related nav' style='display:none'>{PAPER}</div>")) == 29
    assert (
        len(lines(f"<form id='aspnetForm'><input value='x'><div>{PAPER}</div><div class='foot'>版权</div></form>"))
        == 29
    )
    assert len(lines("".join(f"<p><a href='#'>（{n}）推进工作，由市政府办负责。</a></p>" for n in range(9)))) == 9


def test_title_comes_first_when_the_body_lacks_it() -> None:
    head = "<title>某市法治政府建设实施方案_某市人民政府网</title>"
    assert lines("<p>一、总体要求</p>", head)[0] == "某市法治政府建设实施方案"
    assert lines("<p>某市法治政府建设<br>实施方案</p><p>一、总体要求</p>", head)[0] == "某市法治政府建设"
    assert lines("<p>一、总体要求</p>", "<title>某市人民政府门户网站</title>") == ["一、总体要求"]


def test_front_matter_before_the_page() -> None:
    source = read_bytes(
        "---\nlayout: default\ntitle: 某省若干措施\n---\n<style>a{}</style><p>一、加强</p>".encode(), "p.html"
    )
    assert source.text == "某省若干措施\n一、加强\n"


def test_data_tables_keep_merged_cells_and_lines_in_cells() -> None:
    source = page(
        "<p>任务分解表</p><table><tr><th>序号</th><th>重点任务</th><th>责任单位</th></tr>"
        "<tr><td>1</td><td rowspan='2'>推进<br>公开</td><td><p>市政府办</p><p>市司法局</p></td></tr>"
        "<tr><td>2</td><td>市公安局</td></tr><tr><td colspan=3>备注</td></tr></table><p>完</p>"
    )
    assert grid(source) == {
        (0, 0, 1, 1): "序号", (0, 1, 1, 1): "重点任务", (0, 2, 1, 1): "责任单位",
        (1, 0, 1, 1): "1", (1, 1, 2, 1): "推进\n公开", (1, 2, 1, 1): "市政府办\n市司法局",
        (2, 0, 1, 1): "2", (2, 2, 1, 1): "市公安局",
        (3, 0, 1, 3): "备注",
    }  # fmt: skip
    assert source.text.startswith("任务分解表\n序号\t重点任务\t责任单位\n1\t")
    assert source.text.endswith("备注\n完\n")


def test_caption_and_stray_text_of_a_table_are_kept() -> None:
    source = page("<p>前</p><table><caption>附件：任务分解表</caption><tr><td>1<td>2<tr><td>3<td>4</table><p>后</p>")
    assert source.text == "前\n附件：任务分解表\n1\t2\n3\t4\n后\n"


def test_layout_tables_are_no_tables() -> None:
    source = page(
        f"<table><tr><td>导航</td><td>侧栏</td></tr><tr><td>x</td><td><table><tr><td>{PAPER}</td></tr></table></td></tr></table>"
    )
    assert source.tables == ()
    assert source.text.count("\n（") == 29


def test_ordered_lists_show_their_numbers() -> None:
    assert lines("<ol start=3><li>加强领导</li><li>（二）落实</li></ol><ul><li>其他</li></ul>") == [
        "3.加强领导",
        "（二）落实",
        "其他",
    ]


def test_html_under_another_name_is_read_as_html() -> None:
    assert read_bytes(b"<html><body><p>\xe4\xb8\x80</p></body></html>", "p.txt").format == "html"
    assert read_bytes(b"<html><table><tr><td>1<td>2<tr><td>3<td>4</table></html>", "p.xls").format == "html"


def test_gbk_page() -> None:
    assert (
        "市政府办" in read_bytes(f"<html><meta charset=gbk><p>{'由市政府办负责。' * 9}</p>".encode("gbk"), "p.htm").text
    )


def test_a_million_tags() -> None:
    assert read_bytes(b"<p>" + b"<b>x</b>" * 500_000, "p.html").text.strip() == "x" * 500_000
    assert len(lines("<p>甲</p>" * 300_000)) == 300_000


@pytest.mark.parametrize("tag", ["div", "table><tr><td", "ul><li", "section"])
def test_deep_nesting_is_an_error_not_a_loss(tag: str) -> None:
    with pytest.raises(ReadError, match="嵌套过深"):
        read_bytes(b"<p>begin</p>" + f"<{tag}>".encode() * 50_000 + b"end", "p.html")


def test_thousands_of_unclosed_inline_tags_lose_nothing() -> None:
    assert len(lines("".join(f"<p><font color=red>第{n}段" for n in range(5_000)))) == 5_000


@pytest.mark.parametrize(
    "body",
    [
        "<h1>" + "甲<br>" * 200_000,
        "<p>" + "甲，<br>" * 200_000,
        "<ol><li>" * 900 + "乙" * 1_000_000,
        "<div><a>附件</a><a>甲</a><a>乙</a>" * 900 + "丙" * 1_000_000,
        "<table><tr>" + "<td colspan=1000 rowspan=65534>甲" * 4 + "<tr><td>乙" * 900 + "</table>",
        "<p>甲" + "&nbsp;" * 1_000_000 + "乙",
    ],
)
def test_pages_that_invite_quadratic_work_end(body: str) -> None:
    assert page(body).text


def test_unclosed_and_crossed_markup() -> None:
    assert lines("<p>甲<b>乙<p>丙</b>丁<table><tr><td>戊</table>己") == ["甲乙", "丙丁", "戊", "己"]


def test_absurd_spans_are_bounded(monkeypatch) -> None:
    source = page("<table><tr><td rowspan=99999999>甲</td><td>乙</td></tr><tr><td colspan=-3>丙</td></tr></table>")
    assert grid(source) == {(0, 0, 2, 1): "甲", (0, 1, 1, 1): "乙", (1, 1, 1, 1): "丙"}
    monkeypatch.setattr(limits, "MAX_CELLS", 1_000)
    with pytest.raises(ReadError, match="单元格"):
        page("<table>" + "<tr><td colspan=900>甲</td><td>乙</td></tr>" * 2 + "</table>")


def test_page_above_the_limit(monkeypatch) -> None:
    monkeypatch.setattr(limits, "MAX_MARKUP_BYTES", 1_000)
    with pytest.raises(ReadError, match="网页超过"):
        page("甲" * 1_000)


def test_entities_and_doctypes_reach_nothing() -> None:
    source = read_bytes(
        b'<!DOCTYPE html [<!ENTITY x SYSTEM "file:///etc/hostname">]><html><p>a &x; b</p></html>', "p.html"
    )
    assert "x" in source.text
    assert "/" not in source.text
