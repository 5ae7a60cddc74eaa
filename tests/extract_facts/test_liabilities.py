"""Liabilities, on sentences of our own."""

from __future__ import annotations

import pytest

from tests.extract_facts.reading import held

LIABILITIES = [
    (
        "对整改不力、问题较多的，要及时约谈、责令整改、通报批评。",
        [("对整改不力、问题较多的", None, "要及时约谈、责令整改、通报批评")],
    ),
    (
        "健全制度，对推进不力、进展缓慢的单位和个人，予以通报批评，情节严重的，依规依纪追究责任。",
        [("对推进不力、进展缓慢的", "单位和个人", "予以通报批评"), ("情节严重的", None, "依规依纪追究责任")],
    ),
    ("因工作不力导致任务未完成的，严肃问责。", [("因工作不力导致任务未完成的", None, "严肃问责")]),
    ("对责任不落实的，要约谈主要负责人。", [("对责任不落实的", "主要负责人", "要约谈主要负责人")]),
    (
        "未按期完成任务的县（市、区），取消年度评优资格，实行“一票否决”。",
        [("未按期完成任务的", "县（市、区）", "取消年度评优资格，实行“一票否决”")],
    ),
    (
        "对决策失误造成损失的，严格追究行政首长、负有责任的其他人员的党纪、政纪和法律责任。",
        [
            (
                "对决策失误造成损失的",
                "行政首长、负有责任的其他人员",
                "严格追究行政首长、负有责任的其他人员的党纪、政纪和法律责任",
            )
        ],
    ),
    (
        "对出现系统性问题的地方和部门，既要追究主体责任，又要追究领导责任。",
        [("对出现系统性问题的", "地方和部门", "既要追究主体责任，又要追究领导责任")],
    ),
    (
        "对排名落后的县区党委主要负责同志进行约谈，建立常态化机制。",
        [("对排名落后的", "县区党委主要负责同志", "进行约谈")],
    ),
    (
        "对玩忽职守的工作人员，依法给予处分；构成犯罪的，依法追究刑事责任。",
        [("对玩忽职守的", "工作人员", "依法给予处分"), ("构成犯罪的", None, "依法追究刑事责任")],
    ),
    (
        "对未按规定履职的，按照《问责条例》有关规定严肃问责。",
        [("对未按规定履职的", None, "按照《问责条例》有关规定严肃问责")],
    ),
    (
        "对落实不到位的部门，市政府督查室将进行通报批评，造成严重后果的，移送纪检监察机关处理。",
        [("对落实不到位的", "部门", "市政府督查室将进行通报批评"), ("造成严重后果的", None, "移送纪检监察机关处理")],
    ),
    ("对成效明显的予以表扬，对工作不力的予以通报批评。", [("对工作不力的", None, "予以通报批评")]),
]


@pytest.mark.parametrize(("sentence", "expected"), LIABILITIES)
def test_liability(sentence: str, expected: list[tuple[str, str | None, str]]) -> None:
    found = held(sentence)
    assert [(each.trigger, each.subject, each.consequence) for each in found] == expected
    for each in found:
        assert each.trigger_span.of(sentence) == each.trigger
        assert each.consequence_span.of(sentence) == each.consequence
        assert each.span.start == each.trigger_span.start
        assert each.span.end == each.consequence_span.end


@pytest.mark.parametrize(
    "sentence",
    [
        "健全责任追究制度，完善约谈、通报、问责机制。",
        "严格落实“一票否决制”，做到有错必纠、有责必问。",
        "定期通报工作进展情况，适时曝光典型案例。",
        "对违法的规范性文件责令制定机关纠正，拒不纠正的坚决予以撤销并公开通报。",
        "对违反规定的企业，依法责令停产整治。",
        "建立案情通报、案件移送制度。",
        "坚决惩处失职、渎职。",
        "对行政执法人员实行平时考核。",
    ],
)
def test_is_no_liability(sentence: str) -> None:
    assert [each.trigger for each in held(sentence)] == []
