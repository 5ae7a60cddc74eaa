"""What looks like a time limit and is none: the list under the census's deadline table, on sentences of our own."""

from __future__ import annotations

import pytest

from graph_loader.extract.deadlines import TimeContext
from tests.extract_facts.reading import CONTEXT, time_limits, time_reading

NOT_LIMITS = {
    "service standards": [
        "14个工作日内办结审批事项。",
        "自受理之日起20个工作日内作出决定。",
        "收到申请后5日内答复申请人。",
        "30分钟内到达现场，24小时内反馈处置情况。",
        "申请人应当在收到通知后10日内补正材料。",
        "自取得营业执照之日起30日内办理登记。",
    ],
    "any year": ["不得对同一企业在一个自然年度内重复开展检查。"],
    "whole year as an attribute": ["推行电子保函，全年预算5亿元。", "全年登记数据产品达10个以上的，给予奖励。"],
    "prohibitions": ["对严重退化草原综合治理（治理后3年内严禁放牧）。"],
    "validity": [
        "本意见自2025年5月1日起施行，有效期至2030年4月30日。",
        "政策执行至2027年12月31日。",
        "将阶段性政策延续实施至2026年底。",
        "本方案实施期限为2025年至2027年。",
        "2026年1月1日起施行的条例。",
    ],
    "consultation": ["征求意见时间为2025年3月15日至4月15日。", "请于2025年5月15日前将意见反馈至市司法局。"],
    "eligibility": [
        "毕业5年内的高校毕业生可申请创业担保贷款。",
        "成立3年内的初创企业给予房租减免。",
        "自转型之日起三年内，各地可按财力给予代理记账费用补助。",
        "对2025年底前建成投产的项目，给予最高100万元奖励。",
        "对2025年1月1日后注册的企业给予奖励。",
        "对投资期限满2年的，按10%给予奖励。",
        "取得资质满3年后方可申请。",
        "六月前到期的减税降费政策继续执行。",
        "近三年未发生安全事故的企业优先。",
    ],
    "subsidies": [
        "每年给予最高200万元补助。",
        "每家企业每年最高不超过50万元。",
        "每月1000元生活补贴。",
        "每人每年补助1000元。",
        "同一企业每年申领金额不超过100万元。",
        "提供最长60个月的租房补贴。",
        "对同一市场主体，每年抽查不超过2次。",
        "原则上每年入企检查不得多于1次。",
    ],
    "the past": [
        "2024年，全市能耗总量超出控制目标32万吨标准煤。",
        "2025年，督察发现3条水体返黑返臭。",
        "2025年1月，全区未按期完成改造任务。",
        "2016年以来累计完成投资10亿元。",
        "2024年全市生产总值突破5000亿元。",
        "截至2024年底，全市共有企业1万家。",
        "落实2015年印发的管理办法。",
        "“十三五”期间，全市新增造林50万亩。",
    ],
    "names": [
        "深入贯彻十八届四中全会精神。",
        "严格执行《2025年工作要点》。",
        "按照国发〔2016〕23号文件要求推进。",
        "持续实施质量提升三年行动计划（2025—2027年）。",
        "做好2025年世界互联网大会筹备工作。",
        "推进2025年重点项目建设。",
        "完成2025年度考核任务。",
        "完成2025年度和2026年度建设任务。",
        "纳入2025年财政预算。",
        "完成全市2025年高标准农田建设任务。",
        "编制“十五五”规划。",
        "开展“百日攻坚2025年行动”宣传。",
        "打造“10分钟便民生活圈”。",
    ],
    "conditions": ["1年内发生多起安全事故的，取消评优资格。", "连续2年未完成任务的，予以通报。"],
    "baselines": [
        "单位GDP能耗比2020年下降13.5%。",
        "在2020年基础上再降低10%。",
        "较2025年提高5个百分点。",
        "提高到2025年的85%。",
    ],
    "rates": ["日处理能力达到每日5万吨。", "学生每天锻炼1小时。"],
}


@pytest.mark.parametrize("sentence", [sentence for group in NOT_LIMITS.values() for sentence in group])
def test_is_no_limit(sentence: str) -> None:
    limits, warnings = time_reading(sentence)
    assert [limit.text for limit in limits] == []
    assert [warning.text for warning in warnings] == []


def test_what_is_past_depends_on_the_day_of_issue() -> None:
    sentence = "2024年开展试点。"
    assert time_limits(sentence) == ()
    assert (
        len(time_limits(sentence, TimeContext(CONTEXT.issued_on.replace(year=2024) if CONTEXT.issued_on else None)))
        == 1
    )


def test_the_deadline_beside_a_lookalike_is_kept() -> None:
    (limit,) = time_limits("到2026年底，基本完成2000年底前建成的城镇老旧小区改造任务。")
    assert limit.text == "到2026年底"
    (limit,) = time_limits("在2024年完成50个村整治的基础上，2025年再完成60个。")
    assert limit.text == "2025年"
