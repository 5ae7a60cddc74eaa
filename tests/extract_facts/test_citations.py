"""Citations, on sentences of our own."""

from __future__ import annotations

from tests.extract_facts.reading import named


def test_title_and_number() -> None:
    sentence = "严格执行《甘肃省行政规范性文件管理办法》（甘政办发〔2016〕10号），加强审查。"
    (citation,) = named(sentence)
    assert (citation.title, citation.number, citation.kind) == (
        "甘肃省行政规范性文件管理办法",
        "甘政办发〔2016〕10号",
        "cited",
    )
    assert citation.span.of(sentence) == "《甘肃省行政规范性文件管理办法》（甘政办发〔2016〕10号）"


def test_every_width_of_bracket() -> None:
    for number in ("国发〔2019〕3号", "国发[2019]3号", "国发［2019］3号", "国发（2019）3号", "国务院令第713号"):
        for left, right in ("（）", "()"):
            (citation,) = named(f"落实《关于促进发展的意见》{left}{number}{right}要求。")
            assert citation.number == number


def test_titles_inside_titles() -> None:
    (citation,) = named("落实《关于印发〈城市更新管理办法〉的通知》要求。")
    assert citation.title == "关于印发〈城市更新管理办法〉的通知"


def test_basis_stands_in_the_opening_only() -> None:
    sentence = (
        "根据《甲省安全生产条例》《乙省消防条例》等法规和《关于加强监管的意见》（甲政发〔2020〕1号），制定本方案。"
    )
    assert [citation.kind for citation in named(sentence, opening=True)] == ["basis", "basis", "basis"]
    assert [citation.kind for citation in named(sentence)] == ["cited", "cited", "cited"]
    (citation,) = named("本方案与《甲省安全生产条例》相衔接。", opening=True)
    assert citation.kind == "cited"


def test_superseded() -> None:
    sentence = "原《甲市预算管理办法》（甲政办发〔2010〕5号）、《甲市支出管理办法》（甲政办发〔2011〕6号）同时废止。"
    assert [citation.kind for citation in named(sentence)] == ["superseded", "superseded"]
    assert [citation.kind for citation in named("落实《甲市支出管理办法》。《甲市旧办法》同时废止。")] == [
        "cited",
        "superseded",
    ]


def test_what_is_no_document() -> None:
    assert named("在《人民日报》刊登，填写《申请登记表》，观看《榜样》。") == ()
    assert named("按照《通知》要求执行。") == ()
    assert named("現將《甲市農(nóng)村飲水方案》印發給你們。", own=("甲市農村飲水方案",)) == ()
    assert named("现将《甲市实施方案(2025年)》印发给你们。", own=("甲市实施方案（2025年）",)) == ()


def test_each_title_once_with_its_number() -> None:
    found = named("落实《甲市预算管理办法》。依据《甲市预算管理办法》（甲政发〔2020〕2号）开展检查。")
    assert [(citation.title, citation.number) for citation in found] == [("甲市预算管理办法", "甲政发〔2020〕2号")]


def test_a_short_name_stands_for_a_document_named_before() -> None:
    found = named("依据《甲市规章制定程序规定》（甲政发〔2015〕12号，以下简称《规定》）清理，《规定》另有要求的除外。")
    assert [citation.title for citation in found] == ["甲市规章制定程序规定"]
