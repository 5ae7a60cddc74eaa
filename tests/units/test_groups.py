"""Groups: which names are groups, of what kind, and who their members are."""

from __future__ import annotations

from datetime import date

import pytest

from graph_loader.model import Plan
from graph_loader.units import Registry, resolve_plan
from tests.units.plans import plan


def members(resolved: Plan, group: str) -> set[str]:
    return {link.from_id for link in resolved.links if link.type == "MEMBER_OF" and link.to_id == group}


@pytest.mark.parametrize(
    ("jurisdiction", "written", "name", "kind"),
    [
        ("张掖市", "市直各部门", "市直各部门", "departments"),
        ("张掖市", "市级各部门", "市直各部门", "departments"),
        ("张掖市", "市直有关部门", "有关部门", "open"),
        ("张掖市", "各县区政府", "各县区政府", "listed"),
        ("张掖市", "各县（市、区）人民政府", "各县区政府", "listed"),
        ("宁波市", "各区〔县、市〕政府", "各县区政府", "listed"),
        ("郑州市", "各区县（市）政府", "各县区政府", "listed"),
        ("张掖市", "各区、县（市）政府", "各县区政府", "listed"),
        ("张掖市", "有关区县", "有关县区政府", "open"),
        ("张掖市", "各有关部门", "有关部门", "open"),
        ("张掖市", "相关部门", "有关部门", "open"),
        ("张掖市", "各成员单位", "各成员单位", "open"),
        ("张掖市", "各街道", "各街道", "open"),
        ("张掖市", "各乡镇（街道）", "各乡镇街道", "open"),
        ("张掖市", "各人民团体", "各人民团体", "open"),
        ("张掖市", "市各功能区管委会", "各功能区管委会", "open"),
        ("广东省", "各地级以上市人民政府", "各市州政府", "listed"),
        ("湖北省", "有关市州人民政府", "有关市州政府", "open"),
        ("国家", "各省级人民政府", "各省级政府", "listed"),
        ("国家", "各省（区、市）人民政府", "各省级政府", "listed"),
        ("国家", "有关部门", "有关部门", "open"),
        ("上海市", "各区政府", "各县区政府", "listed"),
        ("重庆市", "各区县（自治县）人民政府", "各县区政府", "listed"),
        ("浙江省", "各市、县（市、区）政府", "各市州县区政府", "listed"),
        ("浙江省", "各市、县级人民政府", "各市州县区政府", "listed"),
        ("浙江省", "各市和县（市、区）人民政府", "各市州县区政府", "listed"),
        ("河南省", "各省辖市、省直管县（市）人民政府", "各市州县区政府", "listed"),
        ("东桥省", "各县（市、区）党委和政府", "各县区党委政府", "open"),
    ],
)
def test_groups(registry: Registry, jurisdiction: str, written: str, name: str, kind: str) -> None:
    unit = registry.candidates(written, jurisdiction)[0].unit
    assert (unit.id, unit.group, unit.kind) == (f"{jurisdiction}/{name}", kind, "group")


@pytest.mark.parametrize(
    "written",
    ["市政府", "区政府", "市财政局", "省市场监管局", "市人才局", "县区", "市场监管总局", "甘州区政府", "市属国企办"],
)
def test_single_bodies_are_no_groups(registry: Registry, written: str) -> None:
    assert registry.candidates(written, "张掖市")[0].group is None


def test_county_governments_are_members(registry: Registry) -> None:
    resolved = resolve_plan(plan("各县区政府、各县区教育局", ["各县区政府", "各县区教育局"]), registry)
    assert members(resolved, "张掖市/各县区政府") == {
        *(
            "甘州区/区政府",
            "临泽县/县政府",
            "高台县/县政府",
            "山丹县/县政府",
            "民乐县/县政府",
            "肃南裕固族自治县/县政府",
        ),
    }
    assert "肃南裕固族自治县/县教育局" in members(resolved, "张掖市/各县区教育局")
    names = {unit.id: unit.name for unit in resolved.units}
    assert names["甘州区/区政府"] == "甘州区政府"
    assert all(link.rule == "general" and link.source for link in resolved.links)


def test_members_are_those_of_the_documents_day(registry: Registry) -> None:
    old, new = (
        resolve_plan(plan("各区、县（市）政府", ["各区、县（市）政府"], jurisdiction="杭州市", issued_on=day), registry)
        for day in (date(2019, 1, 1), date(2024, 1, 1))
    )
    assert "下城区/区政府" in members(old, "杭州市/各县区政府")
    assert "下城区/区政府" not in members(new, "杭州市/各县区政府")
    assert "钱塘区/区政府" in members(new, "杭州市/各县区政府")


def test_provinces_are_members(registry: Registry) -> None:
    resolved = resolve_plan(plan("各省级人民政府", ["各省级人民政府"], jurisdiction="国家"), registry)
    found = members(resolved, "国家/各省级政府")
    assert len(found) == 31
    assert {"甘肃省/省政府", "上海市/市政府", "内蒙古自治区/自治区政府"} <= found


def test_departments_are_those_that_the_paper_names(registry: Registry) -> None:
    names = ["市司法局", "市委组织部", "省司法厅", "甘州区政府", "团市委", "市督查考核局", "市直各部门", "市委各部门"]
    resolved = resolve_plan(plan("、".join(names), names), registry)
    assert members(resolved, "张掖市/市直各部门") == {"张掖市/市司法局", "张掖市/市委组织部", "张掖市/市督查考核局"}
    assert members(resolved, "张掖市/市委各部门") == {"张掖市/市委组织部"}


def test_a_place_of_no_table_has_no_known_members(registry: Registry) -> None:
    resolved = resolve_plan(plan("各县区政府", ["各县区政府"], jurisdiction="云川市"), registry)
    assert members(resolved, "云川市/各县区政府") == set()
    assert {unit.id: unit.group for unit in resolved.units} == {"云川市/各县区政府": "open"}
