"""Every notation of responsibility in the census of 50 plans (rows 1-15) and its traps, one clause each."""

from __future__ import annotations

import pytest

from tests.extract.reading import all_roles, clause, mentions, plan_of, units

STATEMENTS = {
    # row 1, 2, 3, 7
    "（牵头单位：市教育局、市财政局，责任单位：市人社局、各县区政府）": "牵 市教育局 市财政局 | 责 市人社局 各县区政府",
    "(牵头单位:市教育局,市财政局;责任单位:市人社局)": "牵 市教育局 市财政局 | 责 市人社局",
    "（市政府办、市司法局，责任单位：市直各部门）": "牵 市政府办 市司法局 | 责 市直各部门",
    "（责任单位：市教育局、市财政局）": "责 市教育局 市财政局",
    "（牵头单位：市教育局）": "牵 市教育局",
    # row 6
    "（责任单位：*市教育局、市财政局）": "牵 市教育局 | 责 市财政局",
    "（责任单位：市教育局、市财政局*）": "牵 市财政局 | 责 市教育局",
    # row 8
    "（主办单位：市教育局；协办单位：市财政局）": "牵 市教育局 | 配 市财政局",
    "（牵头责任单位：市教育局；配合责任单位：市财政局、市人社局）": "牵 市教育局 | 配 市财政局 市人社局",
    "（责任部门：市科委、市教委）": "责 市科委 市教委",
    "（第一责任单位：市教育局；其他责任单位：市财政局）": "牵 市教育局 | 责 市财政局",
    "【主责单位：市教育局；承办单位：市财政局；参与单位：团市委】": "牵 市教育局 | 责 市财政局 | 配 团市委",
    "（责任单位：市教育局；协同单位：市人社局）": "责 市教育局 | 配 市人社局",
    "（牵头部门：市教育局 配合部门：市财政局 市人社局）": "牵 市教育局 | 配 市财政局 市人社局",
    "（牵头单位：市教育局、配合单位：市财政局）": "牵 市教育局 | 配 市财政局",
    # row 9, 10
    "（税务总局、财政部负责）": "责 税务总局 财政部",
    "（市教育局、市财政局按职责分工负责）": "责 市教育局 市财政局",
    "（市教育局会同有关部门负责）": "责 市教育局 有关部门",
    "（扶贫办、商务部等和各有关省级人民政府负责）": "责 扶贫办 商务部 各有关省级人民政府",
    "（海关总署、商务部等有关部门负责）": "责 海关总署 商务部 有关部门",
    "（市教育局、市财政局等部门和单位负责）": "责 市教育局 市财政局",
    "（市教育局、市财政局）": "责 市教育局 市财政局",
    # row 11 to 14
    "（市教育局牵头，市财政局、市人社局配合）": "牵 市教育局 | 配 市财政局 市人社局",
    "（市教育局牵头负责，市财政局配合）": "牵 市教育局 | 配 市财政局",
    "（省发展改革委牵头负责，省工业和信息化厅、财政厅，各地级以上市人民政府配合）": (
        "牵 省发展改革委 | 配 省工业和信息化厅 财政厅 各地级以上市人民政府"
    ),
    "（市教育局牵头，市财政局、市人社局负责）": "牵 市教育局 | 责 市财政局 市人社局",
    "〔市教育局牵头，市财政局参与，各县区政府负责落实〕": "牵 市教育局 | 责 各县区政府 | 配 市财政局",
    "（市教育局牵头督导，各乡镇落实）": "牵 市教育局 | 责 各乡镇",
    "（市场监管总局、司法部牵头，各有关部门按职责分工负责）": "牵 市场监管总局 司法部 | 责 各有关部门",
    "（由市教育局牵头，会同市财政局等有关部门负责）": "牵 市教育局 | 责 市财政局 有关部门",
    "（责任单位：省发展改革委牵头，省财政厅、省住建厅配合）": "牵 省发展改革委 | 配 省财政厅 省住建厅",
    "（市教育局为牵头单位，市财政局为配合单位）": "牵 市教育局 | 配 市财政局",
    "（责任单位：各园区管委会、市商务局（牵头））": "牵 市商务局 | 责 各园区管委会",
    "（市公安局负责打击犯罪，各县区政府具体落实）": "责 市公安局 各县区政府",
    "（牵头单位：市委政法委，市法院、市公安局按职责分工负责）": "牵 市委政法委 | 责 市法院 市公安局",
    # row 15
    "\n责任单位：市教育局、市财政局": "责 市教育局 市财政局",
    "\n牵头单位：市教育局\n配合单位：市财政局、市人社局\n完成时限：2025年12月底": "牵 市教育局 | 配 市财政局 市人社局",
    "责任单位：市教育局、市财政局。": "责 市教育局 市财政局",
    "\n责任单位：\n市教育局、市财政局": "责 市教育局 市财政局",
    "\n责任单位  市教育局、市财政局": "责 市教育局 市财政局",
    "\n责任单位：市教育局，各区县政府（管委会）": "责 市教育局 各区县政府（管委会）",
    "责任单位为市教育局、市财政局。": "责 市教育局 市财政局",
    "\n（1）牵头单位：市教育局\n（2）配合单位：市财政局\n（3）完成时限：2025年底": "牵 市教育局 | 配 市财政局",
    "{责任单位：市教育局、市财政局}": "责 市教育局 市财政局",
    "（省级牵头单位：省教育厅；市级责任单位：市教育局）": "牵 省教育厅 | 责 市教育局",
    "市教育局牵头，市财政局配合。": "牵 市教育局 | 配 市财政局",
    # traps
    "（责任单位：市教育局，中央、省、市驻区各单位）": "责 市教育局 中央、省、市驻区各单位",
    "（责任单位：各县区党委、政府，市直各部门）": "责 各县区党委、政府 市直各部门",
    "（县教育局牵头，县直其他部门按照职责做好相关工作）": "牵 县教育局 | 责 县直其他部门",
    "（牵头单位：市委组织部（人才办），责任单位：市人社局）": "牵 市委组织部（人才办） | 责 市人社局",
    "（责任单位：市委改革办〔市营商环境建设局〕、市发展改革委（市数据局））": (
        "责 市委改革办〔市营商环境建设局〕 市发展改革委（市数据局）"
    ),
    "（责任单位：各县（市、区）政府，市直各部门）": "责 各县（市、区）政府 市直各部门",
    "（责任单位：各区、县（市）政府）": "责 各区、县（市）政府",
    "（各省、自治区、直辖市人民政府负责）": "责 各省、自治区、直辖市人民政府",
    "（责任单位：广州、深圳市政府，横琴执委会）": "责 广州 深圳市政府 横琴执委会",
    "（责任单位：市住房和城乡建设局和市发展和改革委员会）": "责 市住房和城乡建设局 市发展和改革委员会",
    "（责任单位：市委组织部（市委人才办）及市人力资源和社会保障局）": "责 市委组织部（市委人才办） 市人力资源和社会保障局",
    "（责任单位：市教育局 市财政局；责任领导：张三；责任人：李四）": "责 市教育局 市财政局",
    "（责任单位：市教育局，2025年底前完成）": "责 市教育局",
    "（责任单位：市教育局、市财政局。此项工作每年开展一次）": "责 市教育局 市财政局",
    "（责 任 单 位：市教育局）": "责 市教育局",
    "(牽頭單位:市發(fā)改委、市財(cái)政局，責任單位:各縣區(qū)政府)": "牵 市發(fā)改委 市財(cái)政局 | 责 各縣區(qū)政府",
    "（牵头单位：市教育局，\n责任单位：市公安局、市发展\n改革委）": "牵 市教育局 | 责 市公安局 市发展\n改革委",
}


@pytest.mark.parametrize("statement", STATEMENTS)
def test_statement(statement: str) -> None:
    plan = plan_of(clause(statement))
    expected = STATEMENTS[statement].replace("市发展\n改革委", "市发展\0改革委")
    wanted = {role: [name.replace("\0", "\n") for name in names] for role, names in units(expected).items()}
    assert all_roles(plan) == [wanted]
    assert [(measure.number, measure.title) for measure in plan.measures] == [("1.", "做好工作")]
    assert all(mention.span.of(plan.source.text) == mention.as_written for mention in mentions(plan))


NOTHING = (
    "（含市教育局等部门）",
    "（由企业自行负责）",
    "（以下简称牵头单位）",
    "本方案由市教育局负责解释。",
    "建立市教育局牵头的联席会议制度。",
    "市教育局要会同市财政局制定办法。",
    "明确责任单位和完成时限。",
)


@pytest.mark.parametrize("words", NOTHING)
def test_prose_is_no_assignment(words: str) -> None:
    assert all_roles(plan_of(clause(words))) == []


def test_unlabelled_first_role_is_inferred() -> None:
    (first, second, third) = mentions(plan_of(clause("（市政府办、市司法局，责任单位：市直各部门）")))
    assert [each.inferred for each in (first, second, third)] == [True, True, False]
    assert first.rule == "unlabelled-first"


@pytest.mark.parametrize(
    ("statement", "open_ended"),
    [
        ("（责任单位：市教育局、市财政局等）", True),
        ("（责任单位：市教育局等，各县区政府）", True),
        ("（责任单位：市教育局、有关部门）", True),
        ("（责任单位：市教育局等相关部门）", True),
        ("（责任单位：市教育局、各县区政府）", False),
        ("（高等教育司、市财政局负责）", False),
    ],
)
def test_open_ended(statement: str, open_ended: bool) -> None:
    (measure,) = plan_of(clause(statement)).measures
    assert measure.assignments[0].open_ended is open_ended


def test_several_statements_in_one_clause() -> None:
    plan = plan_of(
        "一、任务\n（三）加强供给。建设平台。（责任单位：市发改委、市数据局）给予补助。（责任单位：市经信局）其余照旧。"
    )
    assert all_roles(plan) == [units("责 市发改委 市数据局"), units("责 市经信局")]
    assert [measure.number for measure in plan.measures] == ["（三）"]


def test_time_limit_inside_the_bracket_is_the_clauses() -> None:
    (measure,) = plan_of(clause("【牵头单位：市教育局；完成时限：2025年6月底前】")).measures
    (deadline,) = measure.deadlines
    assert (deadline.text, deadline.kind, str(deadline.end)) == ("2025年6月底前", "by", "2025-06-30")
    assert deadline.undertaking == "做好工作"


WARNED = {
    "（责任单位见附件）": "责任单位见附件",
    "（牵头单位：市教育局": "市教育局",
    "（责任单位：市教育局、推进落实工作）": "推进落实工作",
    "（市教育局、市财政局）": "市教育局",
    "（责任单位：市教育局 张三）": "张三",
    "（责任单位：市教育局；督导单位：市纪委监委）": "督导单位",
    "（责任单位：市教育局，各乡镇、街道）": "各乡镇、街道",
    "（市教育局牵头，市财政局、市人社局）": "市财政局",
}


@pytest.mark.parametrize("statement", WARNED)
def test_contestable_readings_are_warned_of(statement: str) -> None:
    plan = plan_of(clause(statement))
    assert any(WARNED[statement] in warning.text for warning in plan.warnings)
    assert all(warning.span.of(plan.source.text) == warning.text for warning in plan.warnings)


def test_plain_notations_are_not_warned_of() -> None:
    plain = [statement for statement in STATEMENTS if statement not in WARNED]
    warned = [statement for statement in plain if plan_of(clause(statement)).warnings]
    assert len(warned) * 10 <= len(plain)


def test_a_document_without_assignments_says_so() -> None:
    plan = plan_of(
        "某市若干意见\n一、重点任务\n（一）加强领导。各部门要高度重视。\n（二）抓好落实。各县区要加快推进。\n"
    )
    assert plan.measures == ()
    assert [section.title for section in plan.sections] == ["重点任务", "加强领导", "抓好落实"]
    (warning,) = plan.warnings
    assert "没有写明责任分工" in warning.message
