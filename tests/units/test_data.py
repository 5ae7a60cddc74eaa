"""The data files: each row of its form, with its source; codes and families that exist; places as they were."""

from __future__ import annotations

import csv
from collections import Counter
from datetime import date
from pathlib import Path

import pytest

from graph_loader.errors import DataError
from graph_loader.settings import DATA
from graph_loader.units import Registry
from graph_loader.units.corrections import COLUMNS
from graph_loader.units.names import Names
from graph_loader.units.places import Places, short_names
from graph_loader.units.successions import Successions

KINDS = {
    *("party", "government", "congress", "consultative", "supervision", "court", "procuratorate", "military"),
    *("organisation", "democratic_party", "institution", "vertical", "enterprise"),
}


def rows(name: str) -> list[dict[str, str]]:
    with (DATA / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


@pytest.mark.parametrize("name", ["unit_names.csv", "jurisdictions.csv", "successions.csv"])
def test_every_row_has_a_source(name: str) -> None:
    assert [row for row in rows(name) if not row["source"].strip()] == []


def test_present_codes_are_unique_and_lie_in_known_places() -> None:
    table = rows("jurisdictions.csv")
    present = Counter(row["code"] for row in table if not row["valid_to"])
    assert present.most_common(1)[0][1] == 1
    assert Counter(row["level"] for row in table if not row["valid_to"]) == {
        "provincial": 34,
        "prefecture": 333,
        "county": 2847,
    }
    codes = {row["code"] for row in table}
    assert {row["parent"] for row in table} - {""} <= codes
    assert all(len(row["code"]) == 6 and row["code"].isdigit() for row in table)
    assert all(not row["valid_to"] or row["valid_from"] < row["valid_to"] for row in table)


def test_families_have_kinds_and_years() -> None:
    for row in rows("unit_names.csv"):
        assert row["kind"] in KINDS, row["family"]
        assert all(not year or (year.isdigit() and len(year) == 4) for year in (row["since"], row["until"])), row[
            "family"
        ]


def test_successors_are_known_and_later(registry: Registry) -> None:
    lines = registry.succession_table.lines
    assert len(lines) > 150
    for line in lines:
        assert line.level in registry.names.families[line.successor].names
        assert date(2013, 1, 1) < line.on < date(2025, 1, 1)
        assert line.predecessor != line.successor


def test_the_corrections_file_has_its_header_only() -> None:
    assert (DATA / "corrections.csv").read_text(encoding="utf-8").strip() == ",".join(COLUMNS)


def test_six_counties_of_zhangye(registry: Registry) -> None:
    zhangye = registry.places.named("张掖市")
    assert zhangye is not None
    names = {place.name for place in registry.places.children(zhangye, "county", date(2017, 4, 24))}
    assert names == {"甘州区", "临泽县", "高台县", "山丹县", "民乐县", "肃南裕固族自治县"}


def test_counties_are_those_of_the_day(registry: Registry) -> None:
    hangzhou = registry.places.named("杭州市")
    assert hangzhou is not None
    before = {place.name for place in registry.places.children(hangzhou, "county", date(2019, 1, 1))}
    now = {place.name for place in registry.places.children(hangzhou, "county")}
    assert "下城区" in before - now
    assert {"临平区", "钱塘区"} <= now - before


@pytest.mark.parametrize(
    ("name", "short"),
    [
        ("肃南裕固族自治县", ("肃南县", "肃南")),
        ("甘肃省", ("甘肃",)),
        ("广西壮族自治区", ("广西",)),
        ("内蒙古自治区", ("内蒙古",)),
        ("伊犁哈萨克自治州", ("伊犁州", "伊犁")),
        ("恩施土家族苗族自治州", ("恩施州", "恩施")),
        ("沙县", ()),
    ],
)
def test_short_names(name: str, short: tuple[str, ...]) -> None:
    assert short_names(name) == short


def test_a_shared_name_is_told_by_its_surroundings(registry: Registry) -> None:
    places = registry.places
    changchun = places.named("长春市")
    found = places.named("朝阳区", changchun)
    assert found is not None
    assert (found.code, places.label(found)) == ("220104", "长春市朝阳区")
    assert places.named("长春市朝阳区") == found
    gansu = places.named("甘肃省张掖市甘州区")
    assert gansu is not None
    assert [place.name for place in places.chain(gansu)] == ["甘州区", "张掖市", "甘肃省", "国家"]
    assert places.locate("中共张掖市委 张掖市人民政府") == places.named("张掖市")


@pytest.mark.parametrize(
    ("text", "part"),
    [
        ("family\n发展\n", "缺少列"),
        (
            "family,name,full,short,national,provincial,prefecture,county,also,prefix,kind,since,until,source\na,b\n",
            "列数",
        ),
        (
            "family,name,full,short,national,provincial,prefecture,county,also,prefix,kind,since,until,source\n"
            "甲,,教育,,,,局,,,,government,,,s\n乙,,教育,,,,局,,,,government,,,s\n",
            "同时属于",
        ),
        (
            "family,name,full,short,national,provincial,prefecture,county,also,prefix,kind,since,until,source\n"
            "甲,,教育,,,,局,,,,government,,,\n",
            "来源",
        ),
    ],
)
def test_a_wrong_row_is_named(tmp_path: Path, text: str, part: str) -> None:
    path = tmp_path / "unit_names.csv"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(DataError, match=part) as caught:
        Names.load(path)
    assert "unit_names.csv" in str(caught.value)


def test_a_missing_file_and_a_wrong_date_are_named(tmp_path: Path, registry: Registry) -> None:
    with pytest.raises(DataError, match="读不出来"):
        Places.load(tmp_path / "jurisdictions.csv")
    path = tmp_path / "successions.csv"
    header = "predecessor,successor,level,on,scope,basis,ended,place,source\n"
    path.write_text(header + "工商,市场监管,prefecture,2019年,a,b,yes,,s\n", encoding="utf-8")
    with pytest.raises(DataError, match="2018-12-31"):
        Successions.load(path, registry.names)
    path.write_text(header + "工商,没有的,prefecture,2019-01-01,a,b,yes,,s\n", encoding="utf-8")
    with pytest.raises(DataError, match="没有“没有的”"):
        Successions.load(path, registry.names)
