"""Corrections by people: applied, marked, kept apart from what was read, and told when they no longer fit."""

from __future__ import annotations

from pathlib import Path

import pytest

from graph_loader.errors import DataError
from graph_loader.model import Plan
from graph_loader.rows import graph_rows
from graph_loader.units import Correction, Registry, append_correction, read_corrections, resolve_plan
from tests.units.plans import mentions, plan

NAMES = ["市信息化办", "市司法局", "市财政局"]
NOTE = "李某 2026-01-05：据市委编办来函"


def correction(
    action: str, unit: str, to: str = "", *, document: str = "云间方案", measure: str = "（一）"
) -> Correction:
    return Correction(action, document, measure, unit, to, "李某", "2026-01-05", "据市委编办来函")


def corrected(registry: Registry, *corrections: Correction) -> Plan:
    return resolve_plan(plan("、".join(NAMES), NAMES), registry, corrections)


def test_rename_changes_the_shown_name_only(registry: Registry) -> None:
    result = corrected(registry, correction("rename", "张掖市/市司法局", "张掖市司法局", document="", measure=""))
    unit = next(unit for unit in result.units if unit.id == "张掖市/市司法局")
    assert (unit.name, "市司法局" in unit.aliases) == ("张掖市司法局", True)
    assert {m.as_written: m.correction for m in mentions(result)} == {
        "市信息化办": "",
        "市司法局": NOTE,
        "市财政局": "",
    }


def test_merge_moves_the_facts_and_keeps_what_is_written(registry: Registry) -> None:
    result = corrected(registry, correction("merge", "市信息化办", "市大数据中心", document="", measure=""))
    first = mentions(result)[0]
    assert (first.unit_id, first.as_written, first.correction) == ("张掖市/市大数据中心", "市信息化办", NOTE)
    ids = {unit.id for unit in result.units}
    assert "张掖市/市大数据中心" in ids
    assert "张掖市/市信息化办" not in ids


def test_split_gives_a_name_to_several(registry: Registry) -> None:
    result = corrected(registry, correction("split", "市信息化办", "市委网信办|市工信局"))
    assert [m.unit_id for m in mentions(result)][:2] == ["张掖市/市委网信办", "张掖市/市工业和信息化局"]
    assert {m.as_written for m in mentions(result)[:2]} == {"市信息化办"}


def test_add_remove_and_role(registry: Registry) -> None:
    result = corrected(
        registry,
        correction("add", "市审计局", "supporting"),
        correction("remove", "市财政局"),
        correction("role", "市司法局", "lead"),
    )
    assert [m.unit_id for m in mentions(result, "lead")] == ["张掖市/市司法局"]
    assert [m.unit_id for m in mentions(result)] == ["张掖市/市信息化办"]
    added = mentions(result, "supporting")[0]
    assert (added.unit_id, added.rule, added.implied, added.correction) == ("张掖市/市审计局", "correction", True, NOTE)
    assert "张掖市/市财政局" not in {unit.id for unit in result.units}
    assert [(w.message, w.text) for w in result.warnings] == [("（一）按更正不再列入此单位", f"市财政局（{NOTE}）")]


@pytest.mark.parametrize(
    "stale",
    [
        correction("role", "市教育局", "lead"),
        correction("remove", "市司法局", measure="（九）"),
        correction("split", "市没有局", "市司法局"),
        correction("add", "市司法局", "responsible"),
        correction("merge", "市教育局", "市司法局"),
    ],
)
def test_a_correction_that_fits_nothing_is_told(registry: Registry, stale: Correction) -> None:
    result = corrected(registry, stale)
    assert [warning.message for warning in result.warnings] == ["更正在文中找不到对应之处，没有生效"]
    assert mentions(result) == mentions(corrected(registry))


def test_another_documents_corrections_are_passed_over(registry: Registry) -> None:
    other = correction("remove", "市司法局", document="别的方案")
    assert corrected(registry, other) == corrected(registry)
    by_number = correction("remove", "市司法局", document="云政发〔2017〕1号")
    assert len(mentions(corrected(registry, by_number))) == 2


def test_lines_come_back_as_they_were_written(tmp_path: Path) -> None:
    path = tmp_path / "corrections.csv"
    lines = [correction("rename", "市司法局", '张掖"司法"局,二'), correction("remove", "市财政局")]
    for line in lines:
        append_correction(path, line)
    assert read_corrections(path) == tuple(lines)
    assert [file.name for file in tmp_path.iterdir()] == ["corrections.csv"]


@pytest.mark.parametrize(
    ("wrong", "part"),
    [
        (correction("delete", "市司法局"), "不认识的更正方式"),
        (correction("role", "市司法局", "boss"), "角色"),
        (correction("merge", "市司法局"), "缺少 to"),
        (correction("add", "市司法局", "lead", measure=""), "缺少 measure"),
        (Correction("remove", "云间方案", "（一）", "市司法局", "", "李某", "去年", "错了"), "日期"),
        (Correction("remove", "云间方案", "（一）", "市司法局", "", "", "2026-01-05", ""), "缺少 who、why"),
    ],
)
def test_a_wrong_line_is_refused_and_the_file_stays(tmp_path: Path, wrong: Correction, part: str) -> None:
    path = tmp_path / "corrections.csv"
    append_correction(path, correction("remove", "市财政局"))
    before = path.read_text(encoding="utf-8")
    with pytest.raises(DataError, match=part):
        append_correction(path, wrong)
    assert path.read_text(encoding="utf-8") == before


def test_the_graph_shows_the_corrected_name(registry: Registry) -> None:
    """Names come from the forms that documents use; a name that a person gave stands above them."""
    lines = (
        correction("rename", "市司法局", "张掖市司法局", document="", measure=""),
        correction("merge", "市信息化办", "市大数据中心", document="", measure=""),
    )
    rows = graph_rows(corrected(registry, *lines))
    forms = {link.to_id: link.properties["forms"] for link in rows.relationships if link.type == "NAMES"}
    assert forms["张掖市/市司法局"] == ["张掖市司法局"]
    assert forms["张掖市/市大数据中心"] == ["市大数据中心"]
