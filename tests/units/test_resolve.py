"""A plan's units: bodies, elisions in lists, names in use, reforms, warnings."""

from __future__ import annotations

from collections import Counter
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graph_loader.extract import parse
from graph_loader.model import ROLES, Plan
from graph_loader.readers import read
from graph_loader.settings import DATA
from graph_loader.units import Registry, resolve_plan
from tests.units.plans import mentions, plan

REGISTRY = Registry.load(DATA)
NAMES = (
    "市司法局",
    "省工信厅",
    "科技厅",
    "广州",
    "东莞市政府",
    "各县区政府",
    "市直各部门",
    "市政府法制办",
    "市财政局（市国资委）",
    "某某中心",
    "",
)


@pytest.fixture(scope="module")
def zhangye(registry: Registry) -> Plan:
    return resolve_plan(parse(read(next(DATA.glob("张掖市*.txt")))), registry)


def test_the_zhangye_plan(zhangye: Plan) -> None:
    """29 measures, 93 leads by 32 units, 57 responsibilities; 市政府办 and 市政府办公室 are one unit, shown by the commoner form."""
    leads: Counter[str] = Counter()
    responsible = 0
    for measure in zhangye.measures:
        for assignment in measure.assignments:
            leads.update(mention.unit_id for mention in assignment.lead)
            responsible += len(assignment.responsible)
    assert (len(zhangye.measures), leads.total(), len(leads), responsible) == (29, 93, 32, 57)
    office = next(unit for unit in zhangye.units if unit.id == "张掖市/市政府办公室")
    assert (office.name, leads[office.id]) == ("市政府办", 14)
    assert {"市政府办公室", "张掖市人民政府办公室"} <= set(office.aliases)
    assert zhangye.warnings == ()


def test_its_reforms(zhangye: Plan) -> None:
    links = {(link.from_id, link.to_id): link for link in zhangye.links if link.type == "SUCCEEDED_BY"}
    legal = links["张掖市/市政府法制办", "张掖市/市司法局"]
    assert (legal.on, legal.rule) == (date(2019, 3, 31), "general")
    assert "机构改革方案" in legal.basis
    assert "行政复议" in legal.scope
    assert links["张掖市/市监察局", "张掖市/市监委"].on == date(2018, 2, 28)
    units = {unit.id for unit in zhangye.units}
    assert all(link.from_id in units and link.to_id in units for link in zhangye.links)


def test_its_places(zhangye: Plan) -> None:
    places = {place.name: place for place in zhangye.jurisdictions}
    assert places["张掖市"].id == "620700"
    assert places["张掖市"].parent_id == places["甘肃省"].id
    assert {unit.jurisdiction for unit in zhangye.units} <= set(places)


def test_elided_prefixes_follow_the_list(registry: Registry) -> None:
    names = ["省工业和信息化厅", "科技厅", "市场监管局", "市财政局", "统计局"]
    resolved = resolve_plan(plan("省工业和信息化厅、科技厅、市场监管局，市财政局、统计局负责", names), registry)
    assert [mention.unit_id for mention in mentions(resolved)] == [
        *("甘肃省/省工业和信息化厅", "甘肃省/省科技厅", "甘肃省/省市场监管局", "张掖市/市财政局", "张掖市/市统计局"),
    ]
    assert {unit.id: unit.name for unit in resolved.units}["甘肃省/省科技厅"] == "省科技厅"


def test_elided_endings_follow_the_list(registry: Registry) -> None:
    names = ["广州", "深圳", "东莞市政府"]
    resolved = resolve_plan(
        plan("广州、深圳、东莞市政府配合", names, jurisdiction="广东省", role="supporting"), registry
    )
    assert [m.unit_id for m in mentions(resolved, "supporting")] == ["广州市/市政府", "深圳市/市政府", "东莞市/市政府"]
    assert [m.unit for m in mentions(resolved, "supporting")] == ["广州市政府", "深圳市政府", "东莞市政府"]


def test_a_second_plate_is_the_same_body_in_its_paper(registry: Registry) -> None:
    names = ["市发展改革委（市数据局）", "市财政局", "市数据局"]
    resolved = resolve_plan(plan("市发展改革委（市数据局）、市财政局；市数据局", names), registry)
    first, _, last = mentions(resolved)
    assert first.unit_id == last.unit_id == "张掖市/市发展改革委"
    unit = next(unit for unit in resolved.units if unit.id == first.unit_id)
    assert (unit.name, "市数据局" in unit.aliases) == ("市发展改革委", True)
    assert "张掖市/市数据局" not in {unit.id for unit in resolved.units}


def test_issuers_are_units(registry: Registry) -> None:
    resolved = resolve_plan(plan("市司法局", ["市司法局"], issuers=("中共张掖市委", "张掖市人民政府")), registry)
    assert {"张掖市/市委", "张掖市/市政府"} <= {unit.id for unit in resolved.units}
    unnamed = resolve_plan(plan("市司法局", ["市司法局"], jurisdiction="", issuers=("张掖市人民政府办公室",)), registry)
    assert mentions(unnamed)[0].unit_id == "张掖市/市司法局"


def test_a_reform_before_the_papers_day_is_no_successor(registry: Registry) -> None:
    """A paper of 2022 that names 市林业局 shows it at work: the general rule of 2019 did not end it here."""
    resolved = resolve_plan(plan("市林业局", ["市林业局"], issued_on=date(2022, 1, 1)), registry)
    assert [link for link in resolved.links if link.type == "SUCCEEDED_BY"] == []


def test_successors_have_successors(registry: Registry) -> None:
    resolved = resolve_plan(plan("市扶贫办", ["市扶贫办"]), registry)
    chain = [(link.from_id, link.to_id) for link in resolved.links if link.type == "SUCCEEDED_BY"]
    assert chain == [("张掖市/市扶贫办", "张掖市/市乡村振兴局"), ("张掖市/市乡村振兴局", "张掖市/市农业农村局")]


def test_doubts_are_warnings(registry: Registry) -> None:
    names = ["市政府法治办", "市財政局", "推进工作落实", "市督查考核局", "县教育局"]
    resolved = resolve_plan(plan("、".join(names), names), registry)
    warned = {warning.text: (warning.message, warning.other) for warning in resolved.warnings}
    assert warned["市政府法治办"][1] == "市政府法制办"
    assert warned["市財政局"][1] == "市财政局"
    assert "不像单位名称" in warned["推进工作落实"][0]
    assert "市督查考核局" not in warned
    assert "县教育局" in warned
    found = {mention.as_written: mention.unit_id for mention in mentions(resolved)}
    assert found["市政府法治办"] == "张掖市/市政府法治办公室"
    assert found["县教育局"] == "张掖市/县教育局"
    for warning in resolved.warnings:
        assert warning.span.of(resolved.source.text) == warning.text


@settings(deadline=None)
@given(st.lists(st.sampled_from(NAMES), max_size=8), st.sampled_from(["张掖市", "广东省", "国家", "云川市", ""]))
def test_resolving_again_changes_nothing(names: list[str], jurisdiction: str) -> None:
    once = resolve_plan(plan("、".join(names), names, jurisdiction=jurisdiction), REGISTRY)
    assert resolve_plan(once, REGISTRY) == once
    units = {unit.id for unit in once.units}
    for measure in once.measures:
        for assignment in measure.assignments:
            assert {mention.unit_id for role in ROLES for mention in assignment.of(role)} <= units
            assert [m.as_written for m in assignment.responsible] == names


def test_places_of_no_table_share_endings_too(registry: Registry) -> None:
    names = ["青塘", "石峪", "白鹿市政府"]
    resolved = resolve_plan(plan("青塘、石峪、白鹿市政府", names, jurisdiction="平瀚省"), registry)
    assert [m.unit for m in mentions(resolved)] == ["青塘市政府", "石峪市政府", "白鹿市政府"]
    assert resolved.warnings == ()


def test_traditional_characters_are_one_warning(registry: Registry) -> None:
    names = ["市財政局", "市教育局", "市衛生健康委"]
    resolved = resolve_plan(plan("、".join(names), names, jurisdiction="張掖市"), registry)
    assert resolved.document.jurisdiction == "张掖市"
    assert [(w.text, w.other) for w in resolved.warnings] == [("市財政局", "市财政局、市卫健委")]
