"""From an upload to the graph: nothing is written before load, and a correction is still there the next time."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from graph_loader.errors import DataError, StoreError
from graph_loader.settings import DATA, ROOT, Settings
from graph_loader.stores import open_store
from interface import intake

PLAN = next(DATA.glob("张掖*.txt"))
WORD = ROOT / "tests/gold/plans/changning-xian-zhufang.docx"


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    """An empty embedded store and a copy of the data, so that corrections go nowhere else."""
    data = tmp_path / "data"
    data.mkdir()
    for table in DATA.glob("*.csv"):
        shutil.copy(table, data)
    return Settings(graph=tmp_path / "graph.lbug", data=data)


def test_reading_writes_nothing(settings: Settings) -> None:
    read = intake.read_upload(PLAN.read_bytes(), PLAN.name, settings)
    assert (read.error, len(read.plans[0].measures)) == ("", 29)
    assert not settings.graph.exists()


@pytest.mark.parametrize("name", ["../../etc/passwd.txt", "..\\..\\boot.txt", "/abs/plan.txt", "plan.txt"])
def test_a_name_is_only_a_name(name: str, settings: Settings) -> None:
    read = intake.read_upload(PLAN.read_bytes(), name, settings)
    assert "/" not in read.name
    assert "\\" not in read.name
    assert read.plans


def test_what_cannot_be_read_says_why(settings: Settings) -> None:
    read = intake.read_upload(bytes(range(256)) * 40, "binary.txt", settings)
    assert not read.plans
    assert "binary.txt" in read.error


def test_loading_and_removing(settings: Settings) -> None:
    read = intake.read_upload(WORD.read_bytes(), WORD.name, settings)
    report = intake.load(read, settings)
    assert report.changed
    assert not intake.load(read, settings).changed
    assert intake.remove(report.documents[0], settings)
    store = open_store(settings)
    assert store.read("MATCH (m:Measure) RETURN count(m) AS n").rows == ((0,),)
    store.close()


def test_a_corrected_name_is_still_there_next_time(settings: Settings) -> None:
    read = intake.read_upload(PLAN.read_bytes(), PLAN.name, settings)
    unit = next(unit for unit in read.units() if "督查考核" in unit)
    intake.rename_unit(read, unit, "市督考局", "张三", "按单位来函", settings)
    again = intake.reread(read, settings)
    changed = PLAN.read_text("utf-8-sig").replace("加强理论研究", "加强政策研究").encode()
    edited = intake.read_upload(changed, PLAN.name, settings)
    for later in (again, edited):
        intake.load(later, settings)
        store = open_store(settings)
        names = [row[0] for row in store.read("MATCH (u:Unit)-[:LEADS]->(:Measure) RETURN DISTINCT u.name").rows]
        store.close()
        assert "市督考局" in names


def test_a_correction_without_a_reason_is_refused(settings: Settings) -> None:
    read = intake.read_upload(PLAN.read_bytes(), PLAN.name, settings)
    before = (settings.data / "corrections.csv").read_text("utf-8")
    with pytest.raises(DataError):
        intake.rename_unit(read, read.units()[0], "", "", "", settings)
    assert (settings.data / "corrections.csv").read_text("utf-8") == before


def test_readonly_changes_nothing(settings: Settings) -> None:
    readonly = Settings(graph=settings.graph, data=settings.data, readonly=True)
    read = intake.read_upload(PLAN.read_bytes(), PLAN.name, readonly)
    for change in (
        lambda: intake.load(read, readonly),
        lambda: intake.remove("x", readonly),
        lambda: intake.rename_unit(read, read.units()[0], "甲", "乙", "丙", readonly),
    ):
        with pytest.raises(StoreError, match="只读"):
            change()
    assert not settings.graph.exists()
