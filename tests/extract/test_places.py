"""The place of a document, by issuers and titles: each listed division, and words that name none."""

from __future__ import annotations

import csv
import re

import pytest

from graph_loader.extract.places import jurisdiction
from tests.support import ROOT

ZONES = re.compile(
    "(?:开发|工业园|产业园|园|示范|管理|实验|保税|新城)区$|产业园$|新城$|(?:管委|行政委员)会$|群岛|市辖区$"
)
"""Rows of data/jurisdictions.csv that are zones and no divisions."""
WORDS = {"城区", "矿区", "郊区", "老城区", "新城区"}
"""Names of districts that are words for parts of any city."""


def test_every_listed_division_is_read_from_issuers_and_titles() -> None:
    with (ROOT / "data" / "jurisdictions.csv").open(encoding="utf-8", newline="") as file:
        names = {row["name"] for row in csv.DictReader(file)}
    names = {name for name in names if name in ("绿园区", "梁园区", "下花园区") or not ZONES.search(name)} - WORDS
    assert len(names) > 3000
    assert [name for name in sorted(names) if jurisdiction([f"{name}人民政府办公室"], []) != name] == []
    assert [name for name in sorted(names) if jurisdiction([], [f"{name}优化营商环境实施方案"]) != name] == []


def test_a_body_of_a_place_names_it() -> None:
    assert jurisdiction(["桐山区安全生产委员会办公室"], ["桐山区2023年冬春火灾防控工作方案"]) == "桐山区"


@pytest.mark.parametrize(
    "title",
    [
        "在全市营商环境攻坚年动员大会上的讲话",
        "全市安全生产工作方案",
        "贫困山区饮水安全方案",
        "山区公路建设方案",
        "郊区垃圾治理方案",
        "主城区排水防涝方案",
        "国有林区改革方案",
    ],
)
def test_words_for_parts_of_any_place_name_none(title: str) -> None:
    assert jurisdiction([], [title]) == ""
