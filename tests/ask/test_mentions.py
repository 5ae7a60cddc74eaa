"""Papers, places and units that a question names in words of its own: 中医药意见, 国发99号文, 工信厅 in a paper of a province."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import pytest

from graph_loader.loading import load_files
from graph_loader.settings import Settings
from graph_loader.stores import open_store
from graph_loader.stores.base import GraphStore
from queries.ask import ask
from queries.understand.meaning import understand
from queries.understand.papers.numbers import PaperNumbers
from queries.understand.papers.titles import shortens, stands_in
from tests.ask.test_questions import GOLD

DAY = date(2024, 6, 1)
PLANS = (
    "gwy-zizhi-maoyi.html",
    "dongqiao-sheng-zhongyiyao.md",
    "xishan-sheng-shuiwang.txt",
    "jinze-shi-chengxin.txt",
    "buwei-canyin.txt",
    "yuzhou-shi-yingji.md",
    "tiegang-qu-xiaofei.md",
    "tongshan-qu-xiaofang.txt",
)
MEDICINE, PORTS, WATER, FOOD, FIRE, TRUST, SHOPS = "中医药", "口岸", "水网", "食品", "火灾", "诚信", "消费"


@pytest.fixture(scope="module")
def papers(tmp_path_factory: pytest.TempPathFactory) -> Iterator[GraphStore]:
    """A graph of papers of eight subjects and places."""
    store = open_store(Settings(graph=tmp_path_factory.mktemp("mentions") / "graph.lbug"), write=True)
    load_files([GOLD / "plans" / name for name in PLANS], store)
    yield store
    store.close()


@pytest.mark.parametrize(
    ("question", "subject"),
    [
        ("中医药那份实施意见里谁牵头最多", MEDICINE),
        ("东桥意见一共几条", MEDICINE),
        ("桥政发8号文里谁牵头最多", MEDICINE),
        ("国务院那个支持口岸的文，商务部牵头几条", PORTS),
        ("国务院中陆口岸的意见谁牵头最多", PORTS),
        ("国发〔2019〕99号里商务部负责哪项", PORTS),
        ("西杉那份，财政厅牵头哪条", WATER),
        ("省财政厅在水网方案的五项任务里牵头什么", WATER),
        ("校园食安方案里公安部牵头哪条", FOOD),
        ("校园餐那份方案第三条责任单位", FOOD),
        ("教育部那份方案谁牵头最多", FOOD),
        ("《水网方案》里省财政厅牵头哪条", WATER),
        ("桐山防火方案那三项都什么时候完成", FIRE),
        ("关于诚信的那份意见是哪个市发的", TRUST),
        ("铁港消费措施里住建局牵头哪条", SHOPS),
        ("Which measures in the Xishan water network plan have no deadline?", WATER),
        ("Guofa [2019] No. 99: what does the Ministry of Commerce lead?", PORTS),
    ],
)
def test_a_paper_is_named_by_place_subject_kind_or_number(question: str, subject: str, papers: GraphStore) -> None:
    (found,) = understand(question, papers, today=DAY).question.of("document")
    assert subject in found.text
    assert len(found.value) == 1


@pytest.mark.parametrize(
    "question",
    ["哪些措施要制定工作方案", "东桥省任务清单", "省商务厅任务清单", "北京市中医药方案谁牵头", "提到应急预案的是哪条"],
)
def test_what_names_no_loaded_paper(question: str, papers: GraphStore) -> None:
    assert not understand(question, papers, today=DAY).question.of("document")


@pytest.mark.parametrize(
    ("question", "subject"),
    [
        ("西杉水网 国开行 配合", WATER),
        ("东桥中医药 医保局 牵头哪条", MEDICINE),
        ("西杉水网里省水利厅负责几条", WATER),
        ("桐山火灾防控，牵头最多的是谁", FIRE),
        ("中医药传承创新发展 第三条 牵头单位", MEDICINE),
        ("铁港消费政策谁牵头最多", SHOPS),
        ("Which items of the Tiegang consumption measures have no deadline?", SHOPS),
        ("How many tasks are in the fire prevention plan of Tongshan district?", FIRE),
        ("In the traditional Chinese medicine opinions, who leads item 3?", MEDICINE),
    ],
)
def test_a_paper_is_named_by_bare_words_of_its_title(question: str, subject: str, papers: GraphStore) -> None:
    (found,) = understand(question, papers, today=DAY).question.of("document")
    assert subject in found.text
    assert len(found.value) == 1


@pytest.mark.parametrize(
    "question",
    [
        "数字孪生水网 牵头单位",
        "东桥省卫生健康委 牵头什么",
        "西杉 水价改革 谁牵头",
        "消防车通道 第几条",
        "In the gas safety plan of Tongshan district, who leads?",
    ],
)
def test_bare_words_of_a_measure_or_a_body_name_no_paper(question: str, papers: GraphStore) -> None:
    assert not understand(question, papers, today=DAY).question.of("document")


@pytest.mark.parametrize(
    ("question", "measure"),
    [
        ("西杉水网 国开行 配合", "（五）"),
        ("桥政发8号文里工信厅牵头什么", "5."),
        ("中医药意见里商务局牵头哪条", "6."),
        ("禹洲责任分解里粮储局牵头什么", "4."),
        ("In the Dongqiao opinions, which items does the Department of Commerce lead?", "6."),
    ],
)
def test_a_short_name_is_a_unit_of_the_named_paper(question: str, measure: str, papers: GraphStore) -> None:
    assert ask(question, papers, today=DAY).measures == (measure,)


@pytest.mark.parametrize(
    ("before", "question", "expected"),
    [
        ("中医药意见一共几条", "水网方案呢", {"count": 5}),
        ("八份文件一共多少条措施", "光算铁港的呢", {"count": 6}),
        ("财政厅牵头哪些任务", "只看东桥的", {"measures": ("8.",)}),
        ("中医药意见里医保局牵头哪条", "那工信厅呢", {"measures": ("5.",)}),
        ("国务院口岸意见第5条谁牵头", "再看看6号", {"units": ("自然资源部",)}),
    ],
)
def test_a_follow_up_changes_the_paper_the_unit_or_the_number(
    before: str, question: str, expected: dict[str, object], papers: GraphStore
) -> None:
    answer = ask(question, papers, previous=ask(before, papers, today=DAY), today=DAY)
    assert {name: getattr(answer, name) for name in expected} == expected


@pytest.mark.parametrize(
    "question",
    [
        "八份文件里财政厅牵头的有哪些",
        "财政厅牵头哪些？两个省的都要",
        "不管哪个省，财政厅牵头的任务都给我找出来",
        "东桥和西杉两个省，财政厅牵头哪些",
    ],
)
def test_everything_that_is_loaded_may_be_named(question: str, papers: GraphStore) -> None:
    assert set(ask(question, papers, today=DAY).measures) == {"8.", "（五）"}


def test_numbers_are_written_as_printed() -> None:
    numbers = PaperNumbers(["国发〔2019〕3号", "粤发改高技〔2026〕78号", "郑政办〔2026〕3号"])
    written = {
        "国发3号文第5条": "国发[2019]3号第5条",
        "guofa [2019] no. 3": "国发[2019]3号",
        "粤发改高技78号": "粤发改高技[2026]78号",
        "78号文": "粤发改高技[2026]78号",
        "3号文": "3号文",
        "3号措施": "3号措施",
        "第78条": "第78条",
    }
    assert {text: numbers.written(text) for text in written} == written


def test_words_stand_in_titles_as_they_are_or_shortened() -> None:
    title = "关于促进综合保税区高水平开放的若干意见"
    assert all(stands_in(words, title) for words in ("综合保税区", "综保区", "综保", "综保区意见"))
    assert not any(stands_in(words, title) for words in ("保综", "综见", "关见", "口岸"))
    assert shortens("工信", "工业和信息化")
    assert not shortens("信工", "工业和信息化")
