"""Title, number, issuers, day, place and period."""

from __future__ import annotations

from datetime import date

import pytest

from graph_loader.extract.places import jurisdiction
from tests.extract.reading import plan_of

CLAUSES = "一、任务\n（一）甲事。文。（责任单位：市教育局）\n"
NOTICE = (
    "平川市人民政府办公室\n关于印发平川市推进城镇化建设\n实施方案的通知\n\n平政办〔2022〕33号\n\n各县区人民政府：\n"
    "现将《平川市推进城镇化建设实施方案》印发给你们，请认真抓好落实。\n\n平川市人民政府办公室\n二〇二二年五月六日\n\n"
)


def test_plan_behind_a_notice() -> None:
    info = plan_of(f"{NOTICE}平川市推进城镇化建设实施方案\n{CLAUSES}").document
    assert info.title == "平川市推进城镇化建设实施方案"
    assert (info.number, info.issuers, info.issued_on) == (
        "平政办〔2022〕33号",
        ("平川市人民政府办公室",),
        date(2022, 5, 6),
    )
    assert (info.jurisdiction, info.period) == ("平川市", None)


def test_title_in_two_lines_and_signature_at_the_end() -> None:
    head = "某某省人民政府关于深入开展某项工作\n助力高质量发展的指导意见\n某政发〔2018〕12号\n各市人民政府：\n"
    text = f"{head}{CLAUSES}某某省人民政府\n2018年12月30日\n"
    info = plan_of(text).document
    assert info.title == "某某省人民政府关于深入开展某项工作助力高质量发展的指导意见"
    assert (info.issuers, info.issued_on, info.jurisdiction) == (("某某省人民政府",), date(2018, 12, 30), "某某省")


def test_day_of_the_web_site_is_not_the_day_of_issue() -> None:
    site = "发布时间: 2024-12-17 15:16 来源: 某网\n甲市委发〔2017〕23号\n各县区委:\n现印发给你们。\n"
    signed = "中共甲市委   甲市人民政府\n2017年4月24日\n"
    text = f"{site}{signed}甲市建设实施方案(2016-2020年)\n{CLAUSES}"
    info = plan_of(text).document
    assert (info.title, info.issued_on, info.period) == (
        "甲市建设实施方案(2016-2020年)",
        date(2017, 4, 24),
        ("2016", "2020"),
    )


@pytest.mark.parametrize(
    ("head", "title"),
    [
        (
            "某市人民政府关于印发2019年《政府工作报告》重点工作任务分工方案的通知\n某政发〔2019〕9号\n各乡镇：\n现印发给你们。\n"
            "2019年2月26日\n2019年《政府工作报告》重点工作任务分工方案\n",
            "2019年《政府工作报告》重点工作任务分工方案",
        ),
        (
            "某省人民政府办公厅关于同意某市\n改革试点方案的复函\n某政办函〔2022〕1号\n某市人民政府：\n现函复如下。\n"
            "某省人民政府办公厅\n2022年3月1日\n附件\n某市改革试点方案\n",
            "某市改革试点方案",
        ),
        (
            "某区人民政府办公厅关于印发\n草产业三年行动计划\n（2022—2024年）的通知\n各市：\n现印发给你们。\n某区人民政府办公厅\n"
            "2022年3月28日\n草产业三年行动计划\n（2022—2024年）\n",
            "草产业三年行动计划（2022—2024年）",
        ),
        (
            "某省科学技术厅关于发布2024年度重点研发计划\n“揭榜挂帅”项目申报指南的通知\n各单位：\n现予发布。\n",
            "某省科学技术厅关于发布2024年度重点研发计划“揭榜挂帅”项目申报指南的通知",
        ),
        ("《某区老年助餐办法》政策解读\n", "《某区老年助餐办法》政策解读"),
    ],
)
def test_titles_over_several_lines_and_with_titles_inside(head: str, title: str) -> None:
    body = "" if "发布2024" in head or "解读" in head else CLAUSES
    assert plan_of(f"{head}{body}").document.title == title


def test_day_in_a_note_under_the_title() -> None:
    info = plan_of(f"某市教育局2024年工作要点\n（某教〔2024〕1号　2024年1月29日印发）\n{CLAUSES}").document
    assert info.issued_on == date(2024, 1, 29)


def test_basis() -> None:
    text = f"甲市工作方案\n根据《某省工作方案(2016-2020年)》(某发〔2016〕23号),制定本方案。\n{CLAUSES}"
    assert [(each.title, each.number, each.kind) for each in plan_of(text).document.citations] == [
        ("某省工作方案(2016-2020年)", "某发〔2016〕23号", "basis")
    ]


@pytest.mark.parametrize(
    ("issuer", "place"),
    [
        ("中共张掖市委", "张掖市"),
        ("张掖市甘州区人民政府", "甘州区"),
        ("肃南裕固族自治县人民政府办公室", "肃南裕固族自治县"),
        ("广东省发展和改革委员会", "广东省"),
        ("广西壮族自治区人民政府", "广西壮族自治区"),
        ("上海市科学技术委员会", "上海市"),
        ("杭州市市场监督管理局", "杭州市"),
        ("国务院办公厅", "国家"),
        ("教育部", "国家"),
        ("市政府办公室", ""),
    ],
)
def test_jurisdiction(issuer: str, place: str) -> None:
    assert jurisdiction([issuer], []) == place
