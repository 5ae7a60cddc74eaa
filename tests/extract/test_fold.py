"""The folded view and its way back to the original."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph_loader.extract.fold import fold


@pytest.mark.parametrize(
    ("original", "folded"),
    [
        ("（２０１７）〔Ａ〕【责任】，：；％", "(2017)[A][责任],:;%"),
        ("牽頭單位", "牵头单位"),
        ("市發(fā)改委、市財（cái）政局", "市发改委、市财政局"),
        ("的(de)措施", "的措施"),
        ("责 任 单 位：", "责任单位:"),
        ("责　任　单　位", "责任单位"),
        ("市教育局 市财政局", "市教育局 市财政局"),
        ("区\u200b级", "区级"),
        ("⼀、总体", "一、总体"),
        ("（APP）与（an）", "(APP)与(an)"),
    ],
)
def test_fold(original: str, folded: str) -> None:
    assert fold(original).text == folded


def test_span_leads_back() -> None:
    view = fold("由市發(fā)改委負(fù)責(zé)，责 任 单 位")
    start = view.text.index("市发改委")
    assert view.span(start, start + 4).of(view.original) == "市發(fā)改委"
    start = view.text.index("负责")
    assert view.span(start, start + 2).of(view.original) == "負(fù)責(zé)"
    start = view.text.index("责任单位")
    assert view.span(start, start + 4).of(view.original) == "责 任 单 位"


@given(st.text(alphabet="市發(fā)责 任单位\u200b的de（）a", max_size=40))
def test_every_kept_character_leads_back(text: str) -> None:
    view = fold(text)
    spans = [view.span(at, at + 1) for at in range(len(view.text))]
    assert [view.locate(span.start) for span in spans] == list(range(len(view.text)))
    assert all(before.end <= after.start for before, after in pairwise(spans))
    assert view.span(0, len(view.text)).end <= len(text)


def test_paragraphs_broken_at_a_width_are_whole_again() -> None:
    paragraph = (
        "为深入贯彻落实各项部署要求持续推进重点领域改革切实提升治理能力现代化水平结合实际制定本方案并认真组织实施" * 4
    )
    lines = [paragraph[at : at + 30] for at in range(0, len(paragraph), 30)]
    text = "一、总体要求\n" + "\n".join(lines) + "。\n二、重点任务\n（责任单位：市发展\n"
    view = fold(text)
    assert paragraph in view.text
    assert "\n二、重点任务\n" in view.text
    start = view.text.index(paragraph)
    assert view.span(start, start + len(paragraph)).of(text) == "\n".join(lines)
