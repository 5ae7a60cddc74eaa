"""The matrix of units and measures."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

import networkx as nx

from interface.downloads.matrix import sheets
from interface.downloads.xlsx import workbook
from interface.records.matrix import CAP, matrix

ON = date(2018, 11, 30)
ALL = ("LEADS", "RESPONSIBLE_FOR", "SUPPORTS")


def graph(duties: dict[str, dict[str, str]], measures: Sequence[str]) -> nx.MultiDiGraph[str]:
    """duties: unit -> measure -> role type."""
    whole: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    whole.add_node("d", label="Document", title="方案")
    for place, key in enumerate(measures):
        whole.add_node(
            key, label="Measure", document_id="d", number=f"（{key}）", title=f"措施{key}", position=place, text=""
        )
    for unit, roles in duties.items():
        whole.add_node(unit, label="Unit", name=unit, group="departments" if unit.endswith("部门") else "")
        for measure, role in roles.items():
            properties = dict.fromkeys(
                ("as_written", "rule", "correction", "start", "end", "assignment_start", "assignment_end", "part")
            )
            whole.add_edge(
                unit, measure, type=role, inferred=role == "SUPPORTS", implied=False, open_ended=False, **properties
            )
    return whole


DUTIES = {
    "市教育局": {"一": "LEADS", "二": "LEADS"},
    "市财政局": {"三": "LEADS", "四": "RESPONSIBLE_FOR", "一": "SUPPORTS"},
    "市公安局": {"一": "LEADS", "二": "LEADS", "三": "LEADS"},
    "市直各部门": {"一": "RESPONSIBLE_FOR", "二": "RESPONSIBLE_FOR", "三": "RESPONSIBLE_FOR"},
}
MEASURES = ("一", "二", "三", "四")


def names(order: str, roles: Sequence[str] = ALL) -> list[str]:
    found = matrix(graph(DUTIES, MEASURES), MEASURES, roles, order, ON)
    return [row.name for row in found.rows]


def test_units_are_sorted_by_leads_by_sound_and_by_likeness_with_groups_below() -> None:
    assert names("leads") == ["市公安局", "市教育局", "市财政局", "市直各部门"]
    assert names("name") == ["市财政局", "市公安局", "市教育局", "市直各部门"]
    assert names("alike") == ["市公安局", "市教育局", "市财政局", "市直各部门"]


def test_only_units_with_one_of_the_roles_are_rows() -> None:
    assert names("leads", ["RESPONSIBLE_FOR"]) == ["市财政局", "市直各部门"]
    assert names("leads", []) == []


def test_a_column_counts_its_leads_whatever_roles_are_shown() -> None:
    found = matrix(graph(DUTIES, MEASURES), MEASURES, ["SUPPORTS"], "leads", ON)
    assert [column.leads for column in found.columns] == [2, 2, 2, 0]
    assert [column.head for column in found.columns] == list(MEASURES)


def test_beyond_the_cap_the_measure_that_was_asked_for_is_among_those_shown() -> None:
    many = [f"m{number}" for number in range(CAP + 50)]
    whole = graph({"市公安局": dict.fromkeys(many, "LEADS")}, many)
    first = matrix(whole, many, ALL, "leads", ON)
    assert len(first.columns) == CAP
    assert first.left_out == 50
    later = matrix(whole, many, ALL, "leads", ON, asked=many[-1])
    assert many[-1] in {column.id for column in later.columns}
    assert len(later.columns) == CAP


def test_the_sheet_holds_the_table_and_a_line_for_each_cell() -> None:
    found = matrix(graph(DUTIES, MEASURES), MEASURES, ALL, "leads", ON)
    table, lines = sheets(found, "")
    assert table.headings == ["单位", "合计", "一", "二", "三", "四"]
    assert ["市财政局", 3, "配≈", "", "牵", "责"] in table.rows
    assert len(lines.rows) == sum(len(roles) for roles in DUTIES.values())
    assert workbook([table, lines]).startswith(b"PK")
