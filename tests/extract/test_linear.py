"""Adversarial texts twice as long take about twice the time: no bracket, label or list makes reading super-linear."""

from __future__ import annotations

import time

import pytest

from tests.extract.reading import plan_of

SEEDS = {
    "opening brackets": "（",
    "brackets of two types": "（[",
    "closing brackets": "）",
    "nested pairs": "（（责任单位：市教育局））",
    "unclosed statements": "（责任单位：市教育局、",
    "labels without value": "责任单位：",
    "labels on lines": "责任单位：\n",
    "labels alone": "责任单位\n市教育局\n",
    "shared statements": "1.甲事\n2.乙事\n3.丙事\n4.丁事\n5.戊事\n以上各项由市教育局负责。\n",
    "openings": "由市教育局负责，",
    "duties": "市教育局：负责",
    "labels with values": "责任单位：市教育局、市财政局。",
    "one endless list": "市教育局、",
    "lists with 和": "市教育局和",
    "verbs": "牵头",
    "verbs and adverbs": "组织协调",
    "lead rules": "第一位的为牵头单位，下同",
    "implied": "以下均需市教育局落实，不再列出",
    "asterisks": "*",
    "number marks": "一、",
    "lines of numbers": "1.\n",
    "deep numbers": "一、甲\n（一）乙\n1.丙\n（1）丁\n①戊\n",
    "colons": "：",
    "full stops": "。",
    "line ends": "\n",
    "blanks": "　",
    "letter spacing": "责 ",
    "pinyin": "發(fā)",
    "etc": "等",
    "years": "2025年",
    "page breaks": "一、任务\f",
    "titles": "关于印发方案的通知\n",
    "quotes": "《",
    "unit endings": "局",
    "duty phrases": "按职责分工",
}
LENGTH = 6_000
RATIO = 3.2
"""Twice the text may take so many times as long: two, and room for a busy machine."""


def _seconds(text: str) -> float:
    best = float("inf")
    for _ in range(2):
        start = time.process_time()
        plan_of(text)
        best = min(best, time.process_time() - start)
    return best


def _text(seed: str, length: int) -> str:
    """The seed over and over: as a paragraph, in a bracket with a label, and behind a label."""
    mass = seed * (length // len(seed))
    return f"{mass}\n一、任务\n（一）做好工作。（责任单位：{mass}）\n责任单位：{mass}"


@pytest.mark.parametrize("name", SEEDS)
def test_twice_the_text_takes_twice_the_time(name: str) -> None:
    once, double = _text(SEEDS[name], LENGTH), _text(SEEDS[name], 2 * LENGTH)
    ratio = RATIO
    for _ in range(3):
        ratio = min(ratio, _seconds(double) / max(_seconds(once), 0.01))
        if ratio < RATIO:
            break
    assert ratio < RATIO
