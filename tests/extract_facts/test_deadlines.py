"""Every row of the census's deadline table, on sentences of our own."""

from __future__ import annotations

from datetime import date

import pytest

from graph_loader.extract.deadlines import TimeContext, find
from graph_loader.extract.fold import fold
from graph_loader.model import Span
from tests.extract_facts.reading import CONTEXT, time_limits, time_reading

UNDATED = TimeContext()


def test_a_dated_span_before_it_gives_an_undated_papers_limit_its_year() -> None:
    _, limit = time_limits("总结提升阶段(2022年8月21日—8月31日)。8月25日前报送总结。", UNDATED)
    assert str(limit.end) == "2022-08-25"


BY = [
    ("到2027年，全市建成充电桩5000个以上。", "到2027年", "2027-12-31", "全市建成充电桩5000个以上"),
    ("到2028年底，打造示范区10个。", "到2028年底", "2028-12-31", "打造示范区10个"),
    ("到2026年末，基本形成产业体系。", "到2026年末", "2026-12-31", "基本形成产业体系"),
    ("力争到2030年，森林覆盖率达到45%。", "到2030年", "2030-12-31", "森林覆盖率达到45%"),
    ("2025年年底前，完成全部改造任务。", "2025年年底前", "2025-12-31", "完成全部改造任务"),
    ("2026年底前建成投用。", "2026年底前", "2026-12-31", "建成投用"),
    ("2025年9月底前完成摸底排查。", "2025年9月底前", "2025-09-30", "完成摸底排查"),
    ("12月底前，各县（市、区）报送年度总结。", "12月底前", "2025-12-31", "各县（市、区）报送年度总结"),
    ("于2025年12月31日前将落实情况报送市政府办公室。", "2025年12月31日前", "2025-12-31", "将落实情况报送市政府办公室"),
    ("今年年底前完成清理。", "今年年底前", "2025-12-31", "完成清理"),
    ("明年6月底前建成。", "明年6月底前", "2026-06-30", "建成"),
    ("截至2027年底，完成全部任务。", "截至2027年底", "2027-12-31", "完成全部任务"),
    ("二〇二七年底前建成投产。", "二〇二七年底前", "2027-12-31", "建成投产"),
    ("到 2027 年，建成 5 个基地。", "到 2027 年", "2027-12-31", "建成 5 个基地"),
    ("2025年底，新能源汽车占比达到40%。", "2025年底", "2025-12-31", "新能源汽车占比达到40%"),
    ("到“十五五”末，全市高新技术企业达到500家。", "到“十五五”末", "2030-12-31", "全市高新技术企业达到500家"),
    ("到2027年6月，建成数据中心。", "到2027年6月", "2027-06-30", "建成数据中心"),
    ("到本世纪中叶，全面建成现代化强市。", "到本世纪中叶", "2050-12-31", "全面建成现代化强市"),
    ("2025年四月底前印发方案。", "2025年四月底前", "2025-04-30", "印发方案"),
    ("1.2025年6月底前完成县级规划编制。", "2025年6月底前", "2025-06-30", "完成县级规划编制"),
    ("一是2025年底前完成清查。", "2025年底前", "2025-12-31", "完成清查"),
    ("对全市老旧管网进行改造，2027年底前完成。", "2027年底前", "2027-12-31", "对全市老旧管网进行改造，2027年底前完成"),
    ("该项目须于2026年底前建成通车。", "2026年底前", "2026-12-31", "该项目须于2026年底前建成通车"),
    ("推进信息共享（2025年底前完成）。", "2025年底前", "2025-12-31", "推进信息共享"),
    ("完善协调机制（发展改革委牵头，6月底前印发）。", "6月底前", "2025-06-30", "完善协调机制"),
    ("重点集群2026年底前全覆盖。", "2026年底前", "2026-12-31", "重点集群2026年底前全覆盖"),
]

WITHIN = [
    ("2025年开展首批试点。", "2025年", "2025-01-01", "2025-12-31", "开展首批试点"),
    ("2025年，启动建设市级数据平台。", "2025年", "2025-01-01", "2025-12-31", "启动建设市级数据平台"),
    ("年内建成3个社区食堂。", "年内", "2025-01-01", "2025-12-31", "建成3个社区食堂"),
    ("2025年内实现全覆盖。", "2025年内", "2025-01-01", "2025-12-31", "实现全覆盖"),
    (
        "2025年编制部门预算时，全面推行绩效管理。",
        "2025年",
        "2025-01-01",
        "2025-12-31",
        "编制部门预算时，全面推行绩效管理",
    ),
    ("全年新增授信80亿元以上。", "全年", "2025-01-01", "2025-12-31", "新增授信80亿元以上"),
    ("“十五五”期间，选育新品种20个以上。", "“十五五”期间", "2026-01-01", "2030-12-31", "选育新品种20个以上"),
    ("2025年度完成50个行政村整治。", "2025年度", "2025-01-01", "2025-12-31", "完成50个行政村整治"),
    ("2025年第二季度完成招标。", "2025年第二季度", "2025-04-01", "2025-06-30", "完成招标"),
    ("下半年全面推开。", "下半年", "2025-07-01", "2025-12-31", "全面推开"),
    ("2025年前三季度完成投资80%。", "2025年前三季度", "2025-01-01", "2025-09-30", "完成投资80%"),
    ("2025年4—6月集中攻坚。", "2025年4—6月", "2025-04-01", "2025-06-30", "集中攻坚"),
    (
        "自2025年1月1日起至2025年12月31日止开展整治。",
        "自2025年1月1日起至2025年12月31日止",
        "2025-01-01",
        "2025-12-31",
        "开展整治",
    ),
    ("从2025年5月1日起，试行网上公开两年。", "从2025年5月1日起", "2025-05-01", "2027-04-30", "试行网上公开两年"),
    ("2025年4月至10月开展集中整治。", "2025年4月至10月", "2025-04-01", "2025-10-31", "开展集中整治"),
    ("2025年11月至次年3月开展冬季巡查。", "2025年11月至次年3月", "2025-11-01", "2026-03-31", "开展冬季巡查"),
    (
        "动员部署阶段（2025年3月—4月）。各单位制定工作方案。",
        "2025年3月—4月",
        "2025-03-01",
        "2025-04-30",
        "动员部署阶段",
    ),
    ("2025年1月1日至12月31日开展专项行动。", "2025年1月1日至12月31日", "2025-01-01", "2025-12-31", "开展专项行动"),
    ("2025年5月10日—20日开展宣传周活动。", "2025年5月10日—20日", "2025-05-10", "2025-05-20", "开展宣传周活动"),
    ("“十五五”期间，建成5条主干道。", "“十五五”期间", "2026-01-01", "2030-12-31", "建成5条主干道"),
    ("2025-2027年实施老旧小区改造120个。", "2025-2027年", "2025-01-01", "2027-12-31", "实施老旧小区改造120个"),
    ("从2025年5月1日起，实施三年行动。", "从2025年5月1日起，实施三年", "2025-05-01", "2028-04-30", "实施三年行动"),
    ("市住建局2025年完成10个小区改造。", "2025年", "2025-01-01", "2025-12-31", "市住建局2025年完成10个小区改造"),
]

RECURRING = [
    ("每年至少开展2次应急演练。", "每年", "FREQ=YEARLY", "至少开展2次应急演练"),
    ("审计机关应当每年10月份通过媒体公布结果。", "每年10月份", "FREQ=YEARLY;BYMONTH=10", "通过媒体公布结果"),
    (
        "市政府每年第一季度向人大报告工作。",
        "每年第一季度",
        "FREQ=YEARLY;BYMONTH=1,2,3",
        "市政府每年第一季度向人大报告工作",
    ),
    ("每年10月底前报下一年度计划。", "每年10月底前", "FREQ=YEARLY;BYMONTH=10;BYMONTHDAY=-1", "报下一年度计划"),
    ("每年3月和9月集中开展执法检查。", "每年3月和9月", "FREQ=YEARLY;BYMONTH=3,9", "集中开展执法检查"),
    ("每年6月20日和12月20日前报送。", "每年6月20日和12月20日前", "FREQ=YEARLY;BYMONTH=6,12;BYMONTHDAY=20", "报送"),
    ("每季度末月20日前报送进展。", "每季度末月20日前", "FREQ=MONTHLY;BYMONTH=3,6,9,12;BYMONTHDAY=20", "报送进展"),
    ("每季度末10日内报送进展。", "每季度末10日内", "FREQ=MONTHLY;BYMONTH=1,4,7,10;BYMONTHDAY=10", "报送进展"),
    ("每季度召开一次联席会议。", "每季度", "FREQ=MONTHLY;INTERVAL=3", "召开一次联席会议"),
    ("每月28日前报送台账。", "每月28日前", "FREQ=MONTHLY;BYMONTHDAY=28", "报送台账"),
    ("每半年向市政府报告一次。", "每半年", "FREQ=MONTHLY;INTERVAL=6", "向市政府报告一次"),
    ("每年6月底前、12月底前报送总结。", "每年6月底前、12月底前", "FREQ=YEARLY;BYMONTH=6,12;BYMONTHDAY=-1", "报送总结"),
    ("实行半年一小结。", "半年一", "FREQ=MONTHLY;INTERVAL=6", "实行半年一小结"),
    ("保洁员每天清扫一次。", "每天", "FREQ=DAILY", "保洁员每天清扫一次"),
    ("举办草业大会，两年一届。", "两年一届", "FREQ=YEARLY;INTERVAL=2", "举办草业大会，两年一届"),
    ("每两年开展一次评估。", "每两年", "FREQ=YEARLY;INTERVAL=2", "开展一次评估"),
    ("每周五前汇总数据。", "每周五前", "FREQ=WEEKLY;BYDAY=FR", "汇总数据"),
    ("按季度通报工作进展。", "按季度", "FREQ=MONTHLY;INTERVAL=3", "通报工作进展"),
]


@pytest.mark.parametrize(("sentence", "text", "end", "undertaking"), BY)
def test_by(sentence: str, text: str, end: str, undertaking: str) -> None:
    (limit,) = time_limits(sentence)
    assert (limit.kind, limit.text, limit.start, limit.end) == ("by", text, None, date.fromisoformat(end))
    assert limit.undertaking == undertaking


@pytest.mark.parametrize(("sentence", "text", "start", "end", "undertaking"), WITHIN)
def test_within(sentence: str, text: str, start: str, end: str, undertaking: str) -> None:
    limit = time_limits(sentence)[0]
    assert (limit.kind, limit.text) == ("within", text)
    assert (limit.start, limit.end) == (date.fromisoformat(start), date.fromisoformat(end))
    assert limit.undertaking == undertaking


@pytest.mark.parametrize(("sentence", "text", "rrule", "undertaking"), RECURRING)
def test_recurring(sentence: str, text: str, rrule: str, undertaking: str) -> None:
    (limit,) = time_limits(sentence)
    assert (limit.kind, limit.text, limit.rrule, limit.end) == ("recurring", text, rrule, None)
    assert limit.undertaking == undertaking


@pytest.mark.parametrize("words", ["即日起至11月15日", "自即日起到2025年11月15日"])
def test_from_today_on(words: str) -> None:
    (limit,) = time_limits(f"{words}，设立值班点。")
    assert (limit.kind, limit.text, str(limit.end)) == ("within", words, "2025-11-15")
    assert limit.start == CONTEXT.issued_on


def test_recurring_from_a_year_on() -> None:
    (limit,) = time_limits("2025年，县区政府每年选取至少2件重大决策，开展后评估。")
    assert (limit.text, limit.start, limit.end, limit.rrule) == ("2025年", date(2025, 1, 1), None, "FREQ=YEARLY")
    assert limit.undertaking == "县区政府每年选取至少2件重大决策，开展后评估"
    (limit,) = time_limits("自2026年起每年开展一次评估。")
    assert (limit.text, limit.start, limit.rrule) == ("自2026年起每年", date(2026, 1, 1), "FREQ=YEARLY")


def test_recurring_within_a_period() -> None:
    (limit,) = time_limits("2025—2027年，每年培训基层干部1000人次。")
    assert (limit.kind, limit.rrule) == ("recurring", "FREQ=YEARLY")
    assert (limit.start, limit.end) == (date(2025, 1, 1), date(2027, 12, 31))
    (limit,) = time_limits("2025年起，连续三年每年安排专项资金。")
    assert (limit.kind, limit.start, limit.end) == ("recurring", date(2025, 1, 1), date(2027, 12, 31))
    (limit,) = time_limits("2025年、2026年每年新增绿地10公顷。")
    assert (limit.text, limit.start, limit.end) == ("2025年、2026年", date(2025, 1, 1), date(2026, 12, 31))
    (limit,) = time_limits("2025、2026、2027年每年新增绿地10公顷。")
    assert (limit.start, limit.end) == (date(2025, 1, 1), date(2027, 12, 31))


def test_a_date_without_year_after_every_year_recurs() -> None:
    first, second = time_limits("每年年初制定计划，年末进行总结。")
    assert (first.rrule, second.rrule) == ("FREQ=YEARLY;BYMONTH=1", "FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=-1")
    assert second.kind == "recurring"


def test_ongoing() -> None:
    (limit,) = time_limits("从2026年起，全面推行林长制。")
    assert (limit.kind, limit.start, limit.end) == ("ongoing", date(2026, 1, 1), None)
    (limit,) = time_limits("加强巡查管护（长期坚持）。")
    assert (limit.kind, limit.text, limit.undertaking) == ("ongoing", "长期坚持", "加强巡查管护")


@pytest.mark.parametrize(
    ("sentence", "text", "end"),
    [
        ("自本意见印发之日起30日内，各县区制定实施细则。", "自本意见印发之日起30日内", "2025-04-09"),
        ("本方案印发后1个月内，各部门制定年度计划。", "本方案印发后1个月内", "2025-04-10"),
        ("3年内完成安全隐患排查整治。", "3年内", "2028-03-10"),
        ("力争用三年左右时间，基本消除黑臭水体。", "用三年左右时间", "2028-03-10"),
        ("半年内建成平台。", "半年内", "2025-09-10"),
    ],
)
def test_relative_to_the_issue(sentence: str, text: str, end: str) -> None:
    (limit,) = time_limits(sentence)
    assert (limit.kind, limit.text, limit.start, limit.end) == (
        "relative",
        text,
        date(2025, 3, 10),
        date.fromisoformat(end),
    )


def test_relative_to_an_event_keeps_the_words() -> None:
    (limit,) = time_limits("规章实施满5年后，起草部门应当组织后评估。")
    assert (limit.kind, limit.text, limit.end, limit.undertaking) == (
        "relative",
        "满5年后",
        None,
        "起草部门应当组织后评估",
    )
    (limit,) = time_limits("各医院应于目录更新后30天内，组织专家评估。")
    assert (limit.kind, limit.text, limit.end, limit.undertaking) == (
        "relative",
        "目录更新后30天内",
        None,
        "组织专家评估",
    )


def test_relative_without_day_of_issue_is_not_resolved() -> None:
    (limit,) = time_limits("自本意见印发之日起30日内，各县区制定实施细则。", UNDATED)
    assert (limit.kind, limit.start, limit.end) == ("relative", None, None)


def test_through_the_period_where_it_is_as_long() -> None:
    (limit,) = time_limits("用三年时间建成全省平台。", TimeContext(date(2025, 3, 10), (2025, 2027)))
    assert limit.end == date(2027, 12, 31)


def test_dates_of_a_list_share_kind_and_undertaking() -> None:
    first, second = time_limits("到2025年和2030年，非化石能源消费比重分别达到20%和25%左右。")
    assert (first.kind, first.end, second.kind, second.end) == ("by", date(2025, 12, 31), "by", date(2030, 12, 31))
    assert first.undertaking == second.undertaking == "非化石能源消费比重分别达到20%和25%左右"


def test_the_last_of_a_list_says_what_all_are() -> None:
    first, second = time_limits("2025年6月、12月底前完成报送。")
    assert [(each.kind, each.start, each.end) for each in (first, second)] == [
        ("by", None, date(2025, 6, 30)),
        ("by", None, date(2025, 12, 31)),
    ]
    first, second = time_limits("2025年6月、12月分别开展检查。")
    assert (first.kind, second.kind, second.start) == ("within", "within", date(2025, 12, 1))


def test_each_clause_of_a_sentence_has_its_own_limit() -> None:
    limits = time_limits("6月底前完成自查，9月底前完成整改，12月底前完成验收。")
    assert [(limit.text, limit.undertaking) for limit in limits] == [
        ("6月底前", "完成自查"),
        ("9月底前", "完成整改"),
        ("12月底前", "完成验收"),
    ]


def test_limits_of_one_clause_part_it() -> None:
    limits = time_limits("项目须于2025年10月1日前开工、2026年6月30日前竣工。")
    assert [limit.undertaking for limit in limits] == ["开工", "竣工"]


def test_a_date_without_year_takes_the_year_just_named() -> None:
    first, second = time_limits("2026年3月底前完成自查，9月底前完成整改。")
    assert (first.end, second.end) == (date(2026, 3, 31), date(2026, 9, 30))


def test_a_one_year_plan_gives_its_year() -> None:
    context = TimeContext(date(2025, 12, 28), (2026, 2026))
    (limit,) = time_limits("6月底前完成招标。", context)
    assert limit.end == date(2026, 6, 30)


def test_an_undated_plan_may_name_its_year() -> None:
    opening = "为做好2020年政府工作，提出如下意见。\n"
    folded = fold(opening + "6月底前出台政策。")
    (limit,), warnings = find(folded, Span(len(opening), len(folded.text)), UNDATED)
    assert (limit.end, warnings) == (date(2020, 6, 30), ())


def test_labels_in_running_text_are_fields() -> None:
    (limit,) = time_limits("推动政务数据共享。时限要求：2025年12月")
    assert (limit.kind, limit.end, limit.undertaking) == ("by", date(2025, 12, 31), "推动政务数据共享")
    (limit,) = time_limits("做好防汛备汛。\n牵头单位：市水务局；责任单位：各县区政府；完成时限：长期坚持")
    assert (limit.kind, limit.undertaking) == ("ongoing", "做好防汛备汛")


@pytest.mark.parametrize(
    ("sentence", "marked"),
    [
        ("2027年前，培育5家龙头企业。", "2027年前"),
        ("方案印发之日起15个工作日内制定配套措施。", "方案印发之日起15个工作日内"),
        ("6个月内完成平台搭建。", "6个月内"),
        ("2025年春节前完成兑付。", "2025年"),
        ("次年1月底前报送总结。", "1月底前"),
        ("春节前完成工资清欠。", "春节前"),
    ],
)
def test_what_can_be_contested_is_a_warning(sentence: str, marked: str) -> None:
    _, warnings = time_reading(sentence)
    (warning,) = warnings
    assert warning.text == marked == warning.span.of(sentence)
    assert warning.message


def test_what_is_plain_gives_no_warning() -> None:
    for sentence, *_ in (*BY, *WITHIN, *RECURRING):
        assert time_reading(sentence)[1] == (), sentence


def test_a_year_that_is_not_known_is_a_warning() -> None:
    (limit,), (warning,) = time_reading("12月底前报送总结。", UNDATED)
    assert (limit.kind, limit.end) == ("by", None)
    assert warning.text == "12月底前"
