"""Sentences of answers, and what is noted beside them."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from queries.directory import Directory, KnownDocument, KnownMeasure, KnownUnit, Succession
from queries.evidence import sentence_around
from queries.model import Column, Entry, Parameter
from queries.notes import notes_on
from queries.sentence import fill, text_of

ENTRY = Entry(
    name="example",
    subject="units",
    title="示例",
    parameters=(Parameter("units", "unit", "单位", many=True), Parameter("date", "date", "日期")),
    examples=(),
    columns=(Column("number", "编号"), Column("via", "方式"), Column("measure_id", "")),
    show="table",
    sentence="",
    empty_sentence="",
    answers={"measures": "number", "count": "measure_id"},
    statement="",
)
VALUES = {"units": ["甲市/市司法局", "乙市/市司法局"], "date": date(2018, 12, 31)}


def unit(place: str, name: str) -> KnownUnit:
    return KnownUnit(f"{place}/{name}", name, "", (), place, "government", "prefecture", "")


def document(name: str, place: str) -> KnownDocument:
    return KnownDocument(name, name, "", place, None, "", True)


DIRECTORY = Directory(
    {known.id: known for known in (unit("甲市", "市司法局"), unit("乙市", "市司法局"), unit("甲市", "市法制办"))},
    {name: document(name, place) for name, place in (("甲方案", "甲市"), ("乙方案", "乙市"))},
    {"甲方案#(一)": KnownMeasure("甲方案#(一)", "甲方案", "(一)", "清理", 0)},
    {
        "甲市/市法制办": (
            Succession("甲市/市法制办", "甲市/市司法局", date(2019, 3, 31), "改革方案", "法制工作", "general"),
        )
    },
)
ROWS = [
    {
        "number": "(一)",
        "title": "清理",
        "via": "直接",
        "measure_id": "1",
        "document": "甲方案",
        "document_id": "甲方案",
    },
    {
        "number": "(二)",
        "title": "公开",
        "via": "直接",
        "measure_id": "2",
        "document": "甲方案",
        "document_id": "甲方案",
    },
    {
        "number": "(二)",
        "title": "公开",
        "via": "经由市直各部门",
        "measure_id": "2",
        "document": "甲方案",
        "document_id": "甲方案",
    },
]


@pytest.mark.parametrize(
    ("template", "sentence"),
    [
        ("{count}项，{rows}行", "2项，3行"),
        ("{units}到{date}", "市司法局（甲市、乙市）到2018年12月31日"),
        ("{number}", "《甲方案》(一)、(二)"),
        ("{via:项}", "直接2项、经由市直各部门1项"),
        ("{document}", "《甲方案》"),
        ("{nothing}", "（未注明）"),
    ],
)
def test_placeholders(template: str, sentence: str) -> None:
    assert fill(template, ENTRY, VALUES, ROWS, DIRECTORY) == sentence


def test_measures_of_several_documents_are_parted() -> None:
    rows = [*ROWS, {"number": "", "title": "督查", "measure_id": "3", "document": "乙方案"}]
    assert fill("{number}", ENTRY, VALUES, rows, DIRECTORY) == "《甲方案》(一)、(二)；《乙方案》督查"


def test_measures_of_the_only_document_stand_alone() -> None:
    alone = replace(DIRECTORY, documents={"甲方案": DIRECTORY.documents["甲方案"]})
    assert fill("{number}", ENTRY, VALUES, ROWS, alone) == "(一)、(二)"


def test_a_number_has_a_sentence_for_each_row() -> None:
    entry = replace(ENTRY, show="number")
    rows = [{"unit": "甲", "n": 1}, {"unit": "乙", "n": 2}]
    assert fill("{unit}{n}项。", entry, VALUES, rows, DIRECTORY) == "甲1项。乙2项。"
    assert fill("共{n:sum}项。", ENTRY, VALUES, rows, DIRECTORY) == "共3项。"


def test_long_lists_end_in_等() -> None:
    rows = [{"number": f"({n})", "measure_id": str(n), "document": "甲方案"} for n in range(100)]
    sentence = fill("{number}", ENTRY, VALUES, rows, DIRECTORY)
    assert sentence.endswith("等")
    assert sentence.count("、") == 39


@pytest.mark.parametrize(
    ("value", "text"), [(60.0, "60"), (0.5, "0.5"), (("甲", "乙"), "甲、乙"), (date(2020, 1, 2), "2020年1月2日")]
)
def test_values(value: object, text: str) -> None:
    assert text_of(value) == text


def notes(rows: list[dict[str, str]], units: list[str], truncated: bool = False) -> list[str]:
    return list(notes_on(ENTRY, {"units": units, "date": date(2018, 1, 1)}, rows, DIRECTORY, truncated))


def test_notes_say_what_is_not_written() -> None:
    rows = [
        {"measure_id": "1", "role": "牵头", "unit_id": "甲市/市司法局", "certainty": "推断", "via": "直接"},
        {"measure_id": "1", "role": "牵头", "unit_id": "甲市/市司法局", "certainty": "推断", "via": "直接"},
        {"measure_id": "2", "role": "责任", "unit_id": "甲市/市司法局", "certainty": "写明", "via": "经由市直各部门"},
        {"measure_id": "3", "role": "责任", "unit_id": "甲市/市司法局", "certainty": "隐含", "open_ended": "未尽列举"},
    ]
    said = notes(rows, ["甲市/市司法局"], truncated=True)
    for words in ("1处角色没有写明", "1处单位没有印在该条", "没有逐一点名", "没有列尽", "只列出前4行"):
        assert any(words in note for note in said), words


def test_notes_name_the_places_and_the_successor() -> None:
    rows = [{"document_id": "甲方案"}, {"document_id": "乙方案"}]
    assert notes(rows, []) == ["没有指明地方，答案来自2个地方的文件：乙市、甲市。"]
    assert notes([], []) == ["没有指明地方，查的是全部2个地方的文件。"]
    (note,) = notes(rows[:1], ["甲市/市法制办"])
    assert note == "市法制办的职责（法制工作）于2019年3月31日由市司法局承接，依据改革方案；来自机构改革的一般规则。"


@pytest.mark.parametrize(
    ("text", "part", "sentence"),
    [
        ("甲。到2018年完成。乙。", "2018年", "到2018年完成。"),
        ("甲；\n  到2018年完成\n乙", "2018年", "到2018年完成"),
        ("到2018年", "2018年", "到2018年"),
        ("甲。乙。丙。", "甲。乙", "甲。乙。"),
        ("甲。乙。", "甲。", "甲。"),
    ],
)
def test_the_sentence_around(text: str, part: str, sentence: str) -> None:
    start = text.index(part)
    left, right = sentence_around(text, start, start + len(part))
    assert text[left:right] == sentence


def test_each_row_may_be_a_sentence() -> None:
    rows = [{"number": number, "via": via} for number, via in (("(一)", "直接"), ("(二)", "经由市直各部门"))]
    entry = replace(ENTRY, each=True)
    assert fill("{number}{via}。", entry, VALUES, rows, DIRECTORY) == "(一)直接。(二)经由市直各部门。"
