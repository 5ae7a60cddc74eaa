"""Markdown: the same words without the markup."""

from __future__ import annotations

import pytest

from graph_loader.readers import read_bytes


def lines(source: str) -> list[str]:
    return read_bytes(source.encode(), "p.md").text.rstrip("\n").split("\n")


@pytest.mark.parametrize(
    ("source", "shown"),
    [
        ("# 某市方案", "某市方案"),
        ("**（一）推进公开。**加强领导。", "（一）推进公开。加强领导。"),
        ("**责任单位：**市政府办", "责任单位：市政府办"),
        ("- 市政府办", "市政府办"),
        ("> **牵头单位**：市司法局", "牵头单位：市司法局"),
        ("见[国发〔2019〕3号](http://example.org/a_(b).html)规定", "见国发〔2019〕3号规定"),
        ("见[通知](/a/b.pdf )", "见通知"),
        ("前![图](a.png)后", "前后"),
        ("1\\. 推进", "1. 推进"),
        ("*重要*事项", "重要事项"),
        ("（责任单位：*市发改委、市财政局）", "（责任单位：*市发改委、市财政局）"),
        (
            "甲（责任单位：*市发改委、市财政局）乙（责任单位：*市教育局）",
            "甲（责任单位：*市发改委、市财政局）乙（责任单位：*市教育局）",
        ),
        ("（责任单位：\\*市发改委）", "（责任单位：*市发改委）"),
        ("推进<span style='x'>公开</span>&nbsp;&amp;清理", "推进公开\xa0&清理"),
        ("`市政府办`", "市政府办"),
        ("1. 推进公开", "1. 推进公开"),
    ],
)
def test_inline_markup(source: str, shown: str) -> None:
    assert lines(source) == [shown]


def test_front_matter_rulers_and_fences_go() -> None:
    assert lines("---\ntitle: 某市实施方案\ndate: 2020\n---\n\n---\n一、任务\n```\n甲\n```\n***\n") == [
        "某市实施方案",
        "一、任务",
        "甲",
    ]
    assert lines("---\ntitle: 某市实施方案\n---\n# 某市实施方案\n正文") == ["某市实施方案", "正文"]


def test_tables_of_bars_and_of_html() -> None:
    text = (
        "任务表\n\n| 任务 | **牵头单位** |\n|:---|---|\n| 公开 | 市政府办<br>市司法局 |\n\n中间\n\n"
        "<table><tr><td rowspan=2>甲</td><td>乙</td></tr><tr><td>丙</td></tr></table>\n结尾"
    )
    source = read_bytes(text.encode(), "p.md")
    first, second = ([cell.span.of(source.text) for cell in table.cells] for table in source.tables)
    assert first == ["任务", "牵头单位", "公开", "市政府办\n市司法局"]
    assert second == ["甲", "乙", "丙"]
    assert source.tables[1].cells[0].rows == 2
    assert source.text.startswith("任务表\n任务\t牵头单位\n")
    assert source.text.endswith("中间\n甲\t乙\n丙\n结尾\n")


@pytest.mark.parametrize("unit", ["[", "![](", "**", "*a ", "<table", "<a ", "> ", "|", "\\", "`", "[a]("])
def test_adversarial_markup_ends(unit: str) -> None:
    read_bytes(("甲" + unit * 50_000).encode(), "p.md")
