"""What changes nothing in what is asked changes nothing in the answer: frames around a question, and other words for the same.

Each rewording is put on questions of the gold set (its tuning part) that stand alone. What cannot be reworded so is left out.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

import pytest

from graph_loader.stores.base import GraphStore
from tests.ask.test_questions import QUESTIONS, answer, in_test_part, is_right

Rewording = Callable[[str], str | None]
SAMPLE = 16
_REFERENCE = re.compile("第([一二三四五六七八九十]{1,3})[条项]")
_UNIT = "(市(?:政府法制办|司法局|编办|人社局|监察局|财政局|公安局|发改委|政府办|委组织部))"
_FIGURES = {word: number for number, word in enumerate("零一二三四五六七八九十")}
PLAIN = [
    question
    for question in QUESTIONS
    if not in_test_part(question) and not question.get("unmet")
    if not question["expect"].get("refused") and "previous" not in question and question["register"] != "english"
]


def _framed(before: str = "", behind: str = "") -> Rewording:
    return lambda text: f"{before}{text.rstrip('？?。') if behind else text}{behind}"


def _put(pattern: str, instead: str) -> Rewording:
    return lambda text: re.sub(pattern, instead, text, count=1) if re.search(pattern, text) else None


def _numbered(form: str) -> Rewording:
    def put(text: str) -> str | None:
        found = _REFERENCE.findall(text)
        if len(found) != 1 or "、" in text:
            return None
        tens, _, ones = found[0].rpartition("十")
        value = _FIGURES.get(ones, 0) + ("十" in found[0]) * 10 * _FIGURES.get(tens, 1)
        return _REFERENCE.sub(form.format(value), text)

    return put


REWORDINGS: Mapping[str, Rewording] = {
    "请问": _framed("请问"),
    "麻烦查一下": _framed("麻烦帮我查一下，"),
    "我想知道": _framed("我想知道"),
    "就问一句": _framed("就问一句，"),
    "再问一下": _framed("再问一下，"),
    "还有个问题": _framed("还有个问题："),
    "领导问": _framed("领导刚问我，"),
    "根据方案": _framed("根据《张掖市法治政府建设实施方案》，"),
    "按规定": _framed("按规定，"),
    "并附原文": _framed(behind="，并附原文"),
    "以文件为准": _framed(behind="，以文件为准"),
    "谢谢": _framed(behind="？谢谢！"),
    "急用": _framed(behind="？急用"),
    "任务": _put("哪些措施", "哪些任务"),
    "哪几项": _put("哪些(?=措施|任务|工作)", "哪几项"),
    "啥时候": _put("什么时候|何时", "啥时候"),
    "哪一天": _put("什么时候|何时", "哪一天"),
    "挑头": _put("牵头(?!单位|部门)", "挑头"),
    "哪个部门": _put("谁(?=牵头|负责)", "哪个部门"),
    "法制办": _put("市政府法制办", "市法制办"),
    "人力资源和社会保障局": _put("人社局", "人力资源和社会保障局"),
    "这个单位": _put(f"^{_UNIT}(?=牵头|负责)", r"\1这个单位"),
    "目前为止": _put(f"^{_UNIT}(?=牵头(?:哪|什么))", r"截至目前，\1"),
    "由": _put(f"^{_UNIT}(?=牵头)", r"由\1"),
    "关于": _put("^(第[一二三四五六七八九十]+[条项])(?=谁|由|的)", r"关于\1，"),
    "这一条": _put("^(第[一二三四五六七八九十]+[条项])(?=谁|由|的)", r"\1这一条"),
    "第27条": _numbered("第{}条"),
    "(27)": _numbered("({})"),
    "27号措施": _numbered("{}号措施"),
    "序号为27的措施": _numbered("序号为{}的措施"),
}

PLACED: Mapping[str, Rewording] = {
    "清泽的": _put("^(清泽|星河|双溪|河汐)市", r"\1的"),
    "在清泽市": _put("^((?:清泽|星河|双溪|河汐)市)", r"在\1，"),
    "清泽市这边": _put("^((?:清泽|星河|双溪|河汐)市)(?!的)", r"\1这边，"),
    "清泽市的文件里": _put("^((?:清泽|星河|双溪|河汐)市)(?!的)", r"\1的文件里，"),
    "我说的是清泽市": _put("^((?:清泽|星河|双溪|河汐)市)(?!的|那)(.*?)[？?。]?$", r"\2？我说的是\1"),
}

UNANSWERABLE = [
    question
    for question in QUESTIONS
    if question["graph"] == "zhangye" and not in_test_part(question) and question["expect"].get("refused")
    if "previous" not in question and len(question["question"]) > 6
]


@pytest.mark.parametrize("name", ["请问", "就问一句", "根据方案", "按规定", "并附原文", "急用"])
def test_what_cannot_be_answered_cannot_in_a_frame(name: str, embedded_graphs: Mapping[str, GraphStore]) -> None:
    part = [{**question, "question": REWORDINGS[name](question["question"])} for question in UNANSWERABLE[::6]]
    answered = [
        question["question"] for question in part if answer(question, embedded_graphs["zhangye"]).refused is None
    ]
    assert len(answered) <= len(part) // 50, answered


@pytest.mark.parametrize("name", REWORDINGS)
def test_a_rewording_keeps_the_answer(name: str, embedded_graphs: Mapping[str, GraphStore]) -> None:
    _assert_kept(REWORDINGS[name], "zhangye", embedded_graphs)


@pytest.mark.parametrize("name", PLACED)
def test_another_way_to_say_where_keeps_the_answer(name: str, embedded_graphs: Mapping[str, GraphStore]) -> None:
    _assert_kept(PLACED[name], "places", embedded_graphs)


def _assert_kept(reword: Rewording, graph: str, graphs: Mapping[str, GraphStore]) -> None:
    """Of some of the questions that can be reworded so, nearly all keep their answer."""
    plain = [question for question in PLAIN if question["graph"] == graph]
    asked = [(each, said) for each in plain if (said := reword(each["question"])) not in (None, each["question"])]
    part = asked[:: max(1, len(asked) // SAMPLE)][:SAMPLE]
    assert part
    wrong = [
        said for each, said in part if not is_right(each["expect"], answer({**each, "question": said}, graphs[graph]))
    ]
    assert len(wrong) <= len(part) // SAMPLE, wrong
