"""What one name means: places, families, elisions, plates, bodies inside bodies, look-alikes, names in running text."""

from __future__ import annotations

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graph_loader.model import UnitName
from graph_loader.settings import DATA
from graph_loader.units import Registry

REGISTRY = Registry.load(DATA)
ALPHABET = "省市县区州盟旗各有关部门直政府委办公室教育局发改财司法厅张掖甘州国家税务总（）()、 财務發"


@pytest.mark.parametrize(
    ("jurisdiction", "written", "id", "reason"),
    [
        ("张掖市", "市政府办", "张掖市/市政府办公室", "family"),
        ("张掖市", "张掖市人民政府办公室", "张掖市/市政府办公室", "exact"),
        ("张掖市", "省司法厅", "甘肃省/省司法厅", "exact"),
        ("张掖市", "财政厅", "甘肃省/省财政厅", "elision"),
        ("张掖市", "财政部", "国家/财政部", "exact"),
        ("张掖市", "市场监管局", "张掖市/市市场监管局", "elision"),
        ("张掖市", "甘州区教育局", "甘州区/区教育局", "exact"),
        ("张掖市", "肃南县人民政府", "肃南裕固族自治县/县政府", "family"),
        ("张掖市", "国家税务总局张掖市税务局", "张掖市/市税务局", "exact"),
        ("张掖市", "团市委", "张掖市/团市委", "exact"),
        ("张掖市", "市督查考核局", "张掖市/市督查考核局", "as written"),
        ("张掖市", "张掖市督查考核局", "张掖市/市督查考核局", "as written"),
        ("张掖市", "市财政局国库支付中心", "张掖市/市财政局国库支付中心", "exact"),
        ("伊犁哈萨克自治州", "自治州发展改革委", "伊犁哈萨克自治州/州发展改革委", "family"),
        ("伊犁哈萨克自治州", "自治区司法厅", "新疆维吾尔自治区/自治区司法厅", "exact"),
        ("甘州区", "市司法局", "张掖市/市司法局", "exact"),
        ("敦煌市", "市司法局", "敦煌市/市司法局", "exact"),
        ("国家", "发展改革委", "国家/国家发展改革委", "family"),
        ("上海市", "浦东新区政府", "浦东新区/区政府", "exact"),
        ("广东省", "深圳证监局", "深圳市/深圳证监局", "exact"),
        ("云川市", "市发改委", "云川市/市发展改革委", "family"),
        ("云川市", "云川市司法局", "云川市/市司法局", "exact"),
        ("张掖市", "市財政局", "张掖市/市财政局", "variant"),
        ("张掖市", "市发（fā）改委", "张掖市/市发展改革委", "family"),
        ("张掖市", " 市 财政局 ", "张掖市/市财政局", "exact"),
    ],
)
def test_first_candidate(jurisdiction: str, written: str, id: str, reason: str) -> None:
    first = REGISTRY.candidates(written, jurisdiction)[0]
    assert (first.unit.id, first.reason) == (id, reason)


def test_full_names_follow_the_written_stem() -> None:
    assert REGISTRY.candidates("市经信局", "宁波市")[0].unit.full_name == "宁波市经济和信息化局"
    assert REGISTRY.candidates("市工信局", "郑州市")[0].unit.full_name == "郑州市工业和信息化局"
    assert REGISTRY.candidates("市委政法委", "张掖市")[0].unit.full_name == "中共张掖市委政法委员会"
    assert REGISTRY.candidates("市法院", "张掖市")[0].unit.full_name == "张掖市中级人民法院"
    assert REGISTRY.candidates("省法院", "甘肃省")[0].unit.full_name == "甘肃省高级人民法院"


def test_municipalities_have_a_provinces_bodies_and_a_citys_departments() -> None:
    found = {
        name: REGISTRY.candidates(name, "重庆市")[0].unit
        for name in ("市高院", "市科委", "市委办公厅", "重庆金融监管局")
    }
    assert {name: unit.full_name for name, unit in found.items()} == {
        "市高院": "重庆市高级人民法院",
        "市科委": "重庆市科学技术委员会",
        "市委办公厅": "中共重庆市委员会办公厅",
        "重庆金融监管局": "国家金融监督管理总局重庆监管局",
    }
    assert REGISTRY.candidates("市科技局", "重庆市")[0].unit.id == found["市科委"].id


@pytest.mark.parametrize(
    ("jurisdiction", "one", "other"),
    [
        ("张掖市", "市委办公室", "市政府办公室"),
        ("张掖市", "市纪委", "市监委"),
        ("张掖市", "市编办", "市委编办"),
        ("张掖市", "市教育局", "市教育局机关党委"),
        ("张掖市", "市司法局", "省司法厅"),
        ("张掖市", "甘州区政府", "甘州区委"),
        ("张掖市", "市林业局", "市林草局"),
        ("张掖市", "市政务服务中心", "市政务服务局"),
        ("张掖市", "市委金融办", "市政府金融办"),
        ("张掖市", "各县区政府", "有关县区政府"),
        ("张掖市", "市法治办", "市法制办"),
        ("广东省", "广东证监局", "深圳证监局"),
        ("国家", "农业部", "农业农村部"),
    ],
)
def test_near_names_of_two_bodies_stay_apart(jurisdiction: str, one: str, other: str) -> None:
    first, second = (REGISTRY.candidates(name, jurisdiction)[0].unit.id for name in (one, other))
    assert first != second


def test_two_plates_are_one_body() -> None:
    first = REGISTRY.candidates("市发展改革委（市数据局）", "张掖市")[0]
    assert first.unit.id == "张掖市/市发展改革委"
    assert [plate.id for plate in first.plates] == ["张掖市/市数据局"]
    joined = REGISTRY.candidates("市经信局市新经济委", "成都市")[0]
    assert joined.unit.id == REGISTRY.candidates("市经信局", "成都市")[0].unit.id
    assert [plate.name for plate in joined.plates] == ["市新经济委员会"]


def test_a_homophone_is_suggested_and_never_taken() -> None:
    candidates = REGISTRY.candidates("市政府法治办", "张掖市")
    assert [(c.unit.id, c.reason) for c in candidates[:2]] == [
        ("张掖市/市政府法治办公室", "as written"),
        ("张掖市/市政府法制办", "pinyin"),
    ]
    assert [c.score for c in candidates] == sorted((c.score for c in candidates), reverse=True)


def test_the_json_form() -> None:
    assert REGISTRY.candidates("市工商局", "张掖市")[0].to_json() == {
        "id": "张掖市/市工商局",
        "name": "市工商局",
        "full_name": "张掖市工商行政管理局",
        "jurisdiction": "张掖市",
        "reason": "exact",
        "score": 1.0,
        "succeeded_by": ["张掖市/市市场监管局"],
    }


def test_without_a_place_the_loaded_units_answer() -> None:
    units = [REGISTRY.candidates("市发改委", city)[0].unit for city in ("张掖市", "宁波市")]
    loaded = REGISTRY.with_units(
        [*units, UnitName("宁波市/通商控股集团", "通商控股集团", "", "宁波市", aliases=("通商集团",))]
    )
    assert [c.unit.id for c in loaded.candidates("市发展改革委")] == ["张掖市/市发展改革委", "宁波市/市发展改革委"]
    assert loaded.candidates("通商集团", "宁波市")[0].unit.id == "宁波市/通商控股集团"
    assert loaded.candidates("通商集团", "宁波市")[0].reason == "alias"
    assert REGISTRY.candidates("市发改委")[0].unit.jurisdiction == ""
    assert REGISTRY.candidates("  ") == []


def test_successors_by_level_and_part() -> None:
    def after(name: str, place: str) -> list[tuple[str, str, bool]]:
        unit = REGISTRY.candidates(name, place)[0].unit
        return [(body.id, line.on.isoformat(), line.ended) for line, body in REGISTRY.successions(unit)]

    assert after("市政府法制办", "张掖市") == [("张掖市/市司法局", "2019-03-31", True)]
    assert after("省工商局", "甘肃省") == [("甘肃省/省市场监管局", "2018-12-31", True)]
    assert after("省食药监局", "甘肃省") == [
        ("甘肃省/省市场监管局", "2018-12-31", True),
        ("甘肃省/省药监局", "2018-12-31", True),
    ]
    assert after("国务院法制办", "国家") == [("国家/司法部", "2018-03-17", True)]
    assert after("市信访局", "张掖市") == [("张掖市/市委社会工作部", "2024-12-31", False)]
    assert after("市教育局", "张掖市") == []


def test_find_in_running_text() -> None:
    text = "请问张掖市司法局和市发改委、甘州区教育局、团市委的工作，海关总署、市政府法制办牵头，财政局不在内"
    found = [item.text for item in REGISTRY.find(text, "张掖市")]
    assert found == ["张掖市司法局", "市发改委", "甘州区教育局", "团市委", "海关总署", "市政府法制办"]
    loaded = REGISTRY.with_units([UnitName("张掖市/市督查考核局", "市督查考核局", "", "张掖市")])
    hit = loaded.find("由市督查考核局牵头")[0]
    assert (hit.span, hit.units[0].id) == ((1, 7), "张掖市/市督查考核局")


def test_five_thousand_units_are_found_at_a_million_characters_a_second() -> None:
    cities = [place for place in REGISTRY.places.all if place.level == "prefecture" and place.valid_to is None]
    families = (
        "教育",
        "财政",
        "司法",
        "公安",
        "发展改革",
        "人社",
        "住建",
        "水利",
        "审计",
        "民政",
        "商务",
        "统计",
        "科技",
        "税务",
        "政府办公室",
    )
    units = [unit for city in cities for family in families if (unit := REGISTRY.family_unit(family, city, None))]
    loaded = REGISTRY.with_units([*units, *(UnitName(f"甲/{n}局", f"第{n}事务局", "", "甲") for n in range(100))])
    assert len(loaded.known) >= 5_000
    text = (
        "由张掖市司法局、市发改委牵头，第十七事务局和兰州市财政局配合，按照职责分工抓好落实，重大事项及时报告。" * 8_000
    )
    loaded.find(text[:100])
    started = time.perf_counter()
    found = loaded.find(text, "张掖市")
    speed = len(text) / (time.perf_counter() - started)
    print(f"find: {speed:,.0f} characters a second, {len(found)} names")
    assert len(found) >= 3 * 8_000
    assert speed >= 1_000_000 / 4, "a quarter of the aim: other work may share the machine"


@settings(deadline=None)
@given(st.text(alphabet=ALPHABET, max_size=30), st.sampled_from(["张掖市", "", "国家", "甘州区", "上海市", "无此市"]))
def test_any_name_has_a_first_candidate_that_means_itself(name: str, jurisdiction: str) -> None:
    candidates = REGISTRY.candidates(name, jurisdiction)
    for candidate in candidates[:1]:
        place, _, tail = candidate.unit.id.partition("/")
        assert tail
        if candidate.unit.kind != "group" and place:
            again = REGISTRY.candidates(tail, place)
            assert again == [] or again[0].unit.id == candidate.unit.id or candidate.reason == "as written"


@settings(deadline=None)
@given(st.text(max_size=60))
def test_no_text_breaks_it(text: str) -> None:
    REGISTRY.candidates(text, "张掖市")
    for item in REGISTRY.find(text, "张掖市"):
        assert item.span.of(text) == item.text
