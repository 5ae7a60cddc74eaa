"""What stands around a question, and names in English or pinyin: taken away or read before anything else."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from graph_loader.stores.base import GraphStore
from queries.ask import ask
from queries.understand import cues
from queries.understand.content.topics import plain
from queries.understand.wording.english import chinese_names
from queries.understand.wording.framing import unframed


@pytest.mark.parametrize(
    ("said", "question"),
    [
        ("在吗？急！市民政局牵头啥，领导等着要", "市民政局牵头什么"),
        ("您好，我是市审计局办公室的，烦请协助查询我局牵头的任务，谢谢。", "市审计局牵头的任务"),
        ("为做好年度督察准备工作，请提供市委政法委牵头事项清单。", "市委政法委牵头事项清单"),
        ("请问学法制度由哪些部门牵头？盼复。", "学法制度由哪些部门牵头"),
        ("兹因开展专项督查，请列明市质监局牵头的措施，谢谢配合", "市质监局牵头的措施"),
        ("把第十一条念一下", "第十一条内容"),
        ("麻烦把第十五条的原话发我一下，写材料要用", "第十五条的原话"),
        ("请把市住建局的全部任务列出来，牵头的和责任的都要。", "市住建局的全部任务"),
        ("市住建局承担的全部任务，不论牵头还是责任", "市住建局承担的全部任务"),
        ("哪条是推断出来的，不是原文标明的？", "哪条是推断出来的"),
        ("把第十条删了", "把第十条删了"),
        ("第三十一条，第三十二条谁牵头", "第三十一条,第三十二条谁牵头"),
        ("What is due in 2018? Thanks", "什么到期 in 2018"),
    ],
)
def test_what_is_said_around_a_question_is_left_out(said: str, question: str) -> None:
    assert cues.tidy(unframed(plain(said))) == question


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("measures led by the municipal finance bureau", "measures led by 市财政局"),
        ("what does the bureau of justice of qingze lead", "what does 清泽市司法局 lead"),
        ("qingze city public security bureau (清泽市公安局) leads", "清泽市公安局 leads"),
        ("measures led by the commission of commerce (市商务委)", "measures led by 市商务委"),
        ("who leads the reform", "who leads the reform"),
    ],
)
def test_bodies_named_in_english(text: str, named: str) -> None:
    assert chinese_names(text, ["清泽市"]) == named


@pytest.mark.parametrize(
    ("question", "measures"),
    [
        ("司fa局牵tou哪几条", ("(二十二)", "(二十三)", "(二十四)", "(三十二)")),
        ("发改 牵头", ("(五)", "(六)", "(十二)")),
        ("公安部门牵头什么", ("(十四)", "(十五)")),
        ("食药监那边牵头的有哪些", ("(七)", "(十二)")),
        ("Which clauses are led by the Municipal Justice Bureau?", ("(二十二)", "(二十三)", "(二十四)", "(三十二)")),
    ],
)
def test_units_written_another_way(
    question: str, measures: tuple[str, ...], embedded_graphs: Mapping[str, GraphStore]
) -> None:
    assert ask(question, embedded_graphs["zhangye"]).measures == measures


@pytest.mark.parametrize("question", ["信访由谁牵头", "信访牵头单位是谁"])
def test_a_subject_is_no_stem_of_a_unit(question: str, embedded_graphs: Mapping[str, GraphStore]) -> None:
    answer = ask(question, embedded_graphs["zhangye"])
    assert answer.units == ("市政法委", "市信访局")


@pytest.mark.parametrize(
    ("text", "bare"),
    [
        ("根据《甲市方案》的规定,谁牵头第三条", "《甲市方案》里,谁牵头第三条"),
        ("请问按照甲市法治建设实施方案,帮忙查一下乙局牵头什么", "甲市法治建设实施方案里,乙局牵头什么"),
        ("依照该方案,乙局牵头什么", "乙局牵头什么"),
        ("想问问你,乙局牵头什么", "乙局牵头什么"),
        ("根据《甲法》,该方案是依据什么制定的", "根据《甲法》,该方案是依据什么制定的"),
    ],
)
def test_the_paper_that_is_to_answer_is_where_to_look(text: str, bare: str) -> None:
    assert cues.tidy(text) == bare
