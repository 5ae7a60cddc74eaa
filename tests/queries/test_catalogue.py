"""The form of the catalogue's files, and the errors of one that is not of it."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from graph_loader.errors import DataError
from queries.catalogue import SUBJECTS, load
from queries.catalogue.header import is_chinese, read_entry
from queries.guard import check
from queries.model import Entry
from tests.support import ROOT

ENTRIES = [pytest.param(entry, id=name) for name, entry in load().items()]

GOOD = """/*
title = "单位牵头的措施"
show = "table"
sentence = "{units}牵头{count}项：{number}。"
empty_sentence = "没有{units}牵头的措施。"
examples = [
  "{unit}牵头什么", "{unit}牵头哪些", "{unit}牵头的措施", "{unit}牵头几项",
  "谁让{unit}牵头", "由{unit}牵头的", "{unit}主办什么", "{unit} 牵头",
  "what does {unit} lead", "leads of {unit}",
]

[parameters]
units = { type = "unit", zh = "单位", many = true }

[columns]
number = "编号"
measure_id = ""

[answers]
measures = "number"
count = "measure_id"
*/
MATCH (u:Unit)-[:LEADS]->(m:Measure)
WHERE u.id IN $units
RETURN m.number AS number, m.id AS measure_id
ORDER BY measure_id;
"""


def entry_of(tmp_path: Path, text: str) -> Entry:
    path = tmp_path / "example.cypher"
    path.write_text(text, encoding="utf-8")
    return read_entry(path, "units")


def test_there_are_enough_questions_in_every_subject() -> None:
    assert len(load()) >= 45
    assert {entry.subject for entry in load().values()} == set(SUBJECTS)


@pytest.mark.parametrize("entry", ENTRIES)
def test_statement_is_stable_and_harmless(entry: Entry) -> None:
    """It passes the guard that people's own statements pass, and its rows come in one order on every engine."""
    assert check(entry.statement)
    order = re.search(r"\nORDER BY (.+?)(\nLIMIT .+)?\Z", entry.statement)
    assert order or entry.show == "number"


@pytest.mark.parametrize("entry", ENTRIES)
def test_examples_are_of_both_languages(entry: Entry) -> None:
    chinese = [example for example in entry.examples if is_chinese(example)]
    assert len(chinese) >= 8
    assert len(entry.examples) - len(chinese) >= 2


def test_every_shown_column_has_a_chinese_heading() -> None:
    headings = {column.zh for entry in load().values() for column in entry.columns if column.zh}
    assert all(re.fullmatch(r"[\u4e00-\u9fff、]+", heading) for heading in headings)
    ids = {
        column.name for entry in load().values() for column in entry.columns if column.name.endswith(("_id", "_ids"))
    }
    assert not any(column.zh for entry in load().values() for column in entry.columns if column.name in ids)


def test_a_good_file_is_read(tmp_path: Path) -> None:
    entry = entry_of(tmp_path, GOOD)
    assert (entry.name, entry.subject, entry.title) == ("example", "units", "单位牵头的措施")
    assert entry.parameters[0].required
    assert entry.statement.startswith("MATCH")
    assert entry.statement.endswith("measure_id")


@pytest.mark.parametrize(
    ("old", "new", "line", "what"),
    [
        ("/*\n", "", 1, "文件开头"),
        ('show = "table"', 'show = "tabel"', 3, "show"),
        ('show = "table"', 'show = "table', 3, "TOML"),
        ('title = "单位牵头的措施"', 'title = ""', 2, "title"),
        ('empty_sentence = "没有{units}牵头的措施。"\n', "", 1, "empty_sentence"),
        ('title = "单位牵头的措施"', 'title = "单位牵头的措施"\nauthor = "某人"', 3, "author"),
        ('type = "unit"', 'type = "units"', 13, "type"),
        ("many = true", "many = 1", 13, "many"),
        ('show = "table"', 'show = "table"\neach = 1', 4, "each"),
        ("many = true", 'many = true, default = ""', 13, "default"),
        ("$units", "$unit", 24, "unit"),
        ("{number}。", "{nummer}。", 4, "nummer"),
        ('"{unit}牵头什么"', '"{place}牵头什么"', 6, "place"),
        ('"{unit}牵头什么", ', "", 6, "至少需要"),
        ('"{unit} 牵头"', '"{unit}主办什么"', 6, "重复"),
        ('measures = "number"', 'measures = "nummer"', 20, "answers"),
        ('measures = "number"', 'measuers = "number"', 20, "answers"),
        ('number = "编号"', "number = 1", 16, "文字"),
    ],
)
def test_a_fault_names_file_and_line(tmp_path: Path, old: str, new: str, line: int, what: str) -> None:
    assert old in GOOD
    with pytest.raises(DataError, match=what) as caught:
        entry_of(tmp_path, GOOD.replace(old, new, 1))
    assert caught.value.where == f"example.cypher 第 {line} 行"


def test_a_name_stands_once(tmp_path: Path) -> None:
    for subject in ("units", "measures"):
        (tmp_path / subject).mkdir()
        (tmp_path / subject / "same.cypher").write_text(GOOD, encoding="utf-8")
    with pytest.raises(DataError, match="same"):
        load(tmp_path)


def test_the_guide_tells_every_header_key() -> None:
    guide = (ROOT / "docs" / "adding-a-question.md").read_text(encoding="utf-8")
    for key in ("title", "show", "sentence", "empty_sentence", "examples", "[parameters]", "[columns]", "[answers]"):
        assert f"`{key}`" in guide
