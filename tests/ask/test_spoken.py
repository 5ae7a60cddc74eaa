"""How people ask aloud: spoken words for roles, what is said around a question, bodies called 它, and what is taken for granted."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

import pytest

from graph_loader.stores.base import GraphStore
from queries.ask import ask
from queries.understand import cues
from queries.understand.content.topics import plain
from queries.understand.wording.framing import unframed

Graphs = Mapping[str, GraphStore]
LEADS_OF_15 = ("市公安局", "市政府法制办", "市财政局")


@pytest.mark.parametrize(
    ("said", "question"),
    [
        ("领导刚问我行政复议谁牵头，麻烦快点", "行政复议谁牵头"),
        ("我老记不住，信访谁扛头", "信访谁牵头"),
        ("我是环保局新来的，咱局总共牵头几条啊？", "环保局总共牵头几条"),
        ("我刚调到清泽，决策目录哪年定下来？", "清泽决策目录哪年定下来"),
        ("局长刚才问信访谁抓总", "信访谁牵头"),
        ("今年之内到期的给我捋一捋，年底要交账了", "今年之内到期的给我捋一捋"),
        ("年底前要交账的", "年底前要交账的"),
        ("这条谁给税务局打配合", "这条谁配合税务局"),
        ("人行是配合谁的", "人行谁牵头"),
        ("住建局到底牵没牵头", "住建局到底是否牵头"),
        ("哪年底到期", "哪年到期"),
        ("拖到2020年才到期的", "2020年到期的"),
        ("领导干部学法谁牵头", "领导干部学法谁牵头"),
    ],
)
def test_spoken_questions_in_written_words(said: str, question: str) -> None:
    assert cues.tidy(unframed(plain(said))) == question


@pytest.mark.parametrize(
    ("graph", "question", "units"),
    [
        ("zhangye", "信访那条是不是就信访局一家牵头呀，还有没有别家", ("市信访局", "市政法委")),
        ("zhangye", "第十五条公安局也牵头吗，还有谁", LEADS_OF_15),
        ("zhangye", "法制办不是撤了嘛，那它的活儿现在哪个单位接着？", ("市司法局",)),
        ("zhangye", "质监局又归了谁", ("市市场监管局",)),
        ("places", "星河社区食堂是民政局牵头，谁给它打下手", ("各县区政府", "市市场监管局")),
        ("places", "双溪强化法治保障，责任单位是哪两家，法院牵头我知道", ("市司法局", "市检察院")),
        ("places", "双溪开办企业那条，公安局和税务局是跟着谁干的？", ("市市场监管局",)),
        ("places", "鸣沙老城区换排水管网，主办的是哪个局", ("县住建局",)),
        (
            "places",
            "双溪市推行“多规合一”的任务，除牵头单位外，尚有哪些责任单位？",
            ("各区、县（市）政府", "市发展改革委"),
        ),
    ],
)
def test_units(graph: str, question: str, units: tuple[str, ...], embedded_graphs: Graphs) -> None:
    assert tuple(sorted(ask(question, embedded_graphs[graph]).units)) == tuple(sorted(units))


@pytest.mark.parametrize(
    ("graph", "question", "measures"),
    [
        ("zhangye", "财政局那边我得去个电话，他们牵头的都是第几条来着", ("(六)", "(九)", "(十五)")),
        ("zhangye", "工商局如今没这个牌子了，当初让它牵头的是哪几条", ("(五)", "(七)", "(十二)")),
        ("zhangye", "宣传部和教育局有一起牵头的事没有，有就列一下", ()),
        ("zhangye", "食药监、工商、质监三家同为牵头", ("(七)", "(十二)")),
        ("zhangye", "安监+质监 共同牵头", ("(七)", "(十二)")),
        ("zhangye", "法律顾问队伍这块，组织部要牵头的是哪一条？", ("(三十)",)),
        ("zhangye", "2020年才收口的有哪几条", ("(五)", "(七)")),
        ("zhangye", "要严格执行甘肃省行政规范性文件管理办法的，是第几条", ("(十)",)),
        ("zhangye", "市公安厅牵头的有哪几条？", ("(十四)", "(十五)")),
        ("places", "清择市党校牵头哪一条", ("（八）",)),
        ("places", "星河这边九月份到期的实事是哪件，催一下", ("5",)),
        ("places", "星河11月底以前要办完的民生实事都有哪些", ("1", "2", "3", "5")),
    ],
)
def test_measures(graph: str, question: str, measures: tuple[str, ...], embedded_graphs: Graphs) -> None:
    answer = ask(question, embedded_graphs[graph], today=date(2026, 11, 22))
    assert (answer.refused, sorted(answer.measures)) == (None, sorted(measures))


@pytest.mark.parametrize(
    ("graph", "question", "days"),
    [
        ("zhangye", "政府规章立法联系点是说哪年要设起来", ("2017-12-31",)),
        ("zhangye", "法律顾问队伍到什么时候得配齐", ("2017-12-31",)),
        ("places", "河汐业委会党员要过半，到啥时候为止", ("2021-12-31",)),
    ],
)
def test_days(graph: str, question: str, days: tuple[str, ...], embedded_graphs: Graphs) -> None:
    assert tuple(map(str, ask(question, embedded_graphs[graph]).deadlines)) == days


@pytest.mark.parametrize(
    ("graph", "question"),
    [
        ("places", "星河的社区食堂现在开了几家了"),
        ("places", "星河的幼儿园什么时候报名"),
        ("places", "星河市那3000个学位分在哪几所幼儿园？"),
        ("zhangye", "张掖仲裁委员会是哪天正式挂牌的？"),
        ("zhangye", "领导让我问一下养老保险谁牵头"),
        ("zhangye", "谁是市政府法制办的负责人"),
    ],
)
def test_what_no_plan_says_is_refused(graph: str, question: str, embedded_graphs: Graphs) -> None:
    assert ask(question, embedded_graphs[graph]).refused


def test_documents_by_words_of_their_titles(embedded_graphs: Graphs) -> None:
    for question in ("管物业的那份文件叫啥", "物业管理的方案是哪个市的"):
        assert ask(question, embedded_graphs["places"]).documents == ("河汐市加强物业管理工作任务分工方案",)
