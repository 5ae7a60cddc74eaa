"""Time expressions that limit nothing: past facts, titles, baselines, eligibility, subsidies, validity, service standards.

Each test looks at a bounded window around the expression. Source: census of 50 plans, the list under its deadline table.
"""

from __future__ import annotations

import re

from graph_loader.extract.deadlines.context import Reading, TimeContext
from graph_loader.extract.deadlines.undertaking import clause_end, clause_start
from graph_loader.extract.fold import HAN
from graph_loader.model import Span

# Directly before the expression.
_BASELINE = re.compile(
    r"(?:较|比|相比于?|同比|与|同|以|基于|高于|低于|超过|不低于|继|自从|早在|按照?|根据|参照|依据)(?:上年|去年)?$"
)
_VALIDITY_BEFORE = re.compile(
    r"(?:执行|有效期?限?|延长|延续|延期|延至|保留|施行|试行|试用|暂定|优惠|减免|缓缴|免征|有效|截止日期为?)(?:实施)?(?:期限)?:?(?:到|至|截止到|为)?$"
)
_VERB_TO = re.compile(r"(?:提高|提升|增加|增长|达|收|得|做|提|回|下降|降低|缩短|压缩|扩大|追溯|推迟|上升|减少|升|降)$")
# Directly behind it.
_PAST_AFTER = re.compile(
    r"(?:以来|来(?=[,的])|的(?!基础上)|以后|之后|后(?!续|备)|(?:印发|发布|出台|公布|颁布|修订|制定|通过|下发|施行|建成|启动|实施|认定|发生|入选|获批|立项|新认定)的|版|修订版|第[一二三四五六七八九十百\d]{1,3}[届次批期号]|号|级|款|元旦|春节|国庆|中央|全国|世界|国际|中国|北京|奥运|冬奥|亚运)"
)
_YEAR_NOUN_AFTER = re.compile(
    r"(?:工作要点|政府工作报告|工作报告|一号文件|预算|决算|计划|规划|方案|目标|任务|重点|考核|要点|报告|部门预算|财政|水平|基数|同期|数据|统计|底数|基础|末期|高考|中考|应届|毕业|指标)"
)
_BASE_AFTER = re.compile(r"[^,。;]{0,8}(?:相比|基础上|为基数|为基期|为基准|同期|水平上)")
# What may stand before a plain year that limits: nothing, a modal or a preposition, or the body that acts.
_MAY_PRECEDE = re.compile(
    r"(?:^|[ ,。;:、)\]”—\-.\d]|力争|争取|确保|保证|计划|拟|预计|原则上|将|应当|应|要|须|必须|需|可|并|且|其中|即|在|于|从|自|到|至|和|及|以及|"
    r"分别|进度|时间|分工|是|政府|部门|局|委|办|厅|单位|县区?|市|区|省|州|盟|旗|乡镇|镇|乡|村|街道|企业|学校|高校|机构|中心|公司|各地|地区|院|校|站|所|"
    r"用|全部|项目|工程|平台|率|量|比例|面积|规模|总额|产值|收入|力度|阶段|时限|期限|期间|人员|干部|任务|左右|\(|\[|“)$"
)
_ELIGIBLE_END = re.compile(r"的 ?$")
_SUBSIDY = re.compile(r"给予|奖励|奖补|补助|补贴|资助|贴息|奖金|享受|减免|免收|免征|发放|每人|每户|每亩|每家|同一")
_MONEY = re.compile(
    r"(?:最高|上限|不超过|不高于|累计|总额|总计|合计|限额|按|每)[^,。;]{0,24}元|\d[\d.,]*[万亿]?元(?:/|的?(?:标准|补|奖|资助|支持))|(?:不超过|最高)[^,。;]{0,12}%"
)
_VALIDITY = re.compile(
    r"有效期|(?:起|起正式)(?:施行|实施|执行|生效|试行)|废止|试行期|公示期|征求意见(?:时间|期)|公开征集意见|意见反馈|意见建议|为准$|截止时间为"
)
_PAST_FACT = re.compile(
    r"(?:已(?:经|于|完成|建成|实现|累计)?|累计(?:完成|建成|实现)|取得了|印发了|出台了|获得了|被评为|荣获|实现了|完成了|召开的?|审议通过)"
)
_TITLE_WORD = re.compile(
    r"(?:方案|规划|计划|纲要|行动|意见|措施|办法|工程|清单|目录|要点|政策|条例|规定|战略|指南|标准|细则|通知|表)[”)》]?$"
)
_QUOTED = re.compile(r"[“《‘]([^“”《》‘’\n]{0,80})[”》’]")
_DUTY_NEXT = re.compile(r"(?:[,、 ]|应|要|须|必须|由)")


def enclosed(text: str, region: Span) -> list[tuple[int, int]]:
    """Titles and quoted names of the region, whose inner dates limit nothing (the mere name of a plan period is let through)."""
    return [
        match.span()
        for match in _QUOTED.finditer(text, region.start, region.end)
        if len(match[1]) > 4 or match[0][0] == "《"
    ]


def is_past(reading: Reading, context: TimeContext) -> bool:
    """Whether it was over before the document was issued."""
    return bool(reading.last and context.earliest and reading.last < context.earliest)


def limits_nothing(text: str, region: Span, reading: Reading) -> bool:
    """Whether the words around a calendar expression show that it is no time limit."""
    start, end = reading.start, reading.end
    left, right = clause_start(text, region, start), clause_end(text, region, end)
    before, after = text[left:start], text[end:right]
    if (
        _VALIDITY_BEFORE.search(before)
        or _BASELINE.search(before)
        or _VERB_TO.search(before)
        or _BASE_AFTER.match(after)
    ):
        return True
    if _VALIDITY.search(text[left:right]) or _PAST_FACT.search(before) or _PAST_FACT.match(after):
        return True
    if before.rstrip(" (").endswith(_TITLES) and text[start - 1 : start] == "(":
        return True
    if _is_eligibility(before, after, text[right : right + 1]):
        return True
    if reading.bare:
        return bool(_PAST_AFTER.match(after) or _YEAR_NOUN_AFTER.match(after)) or not _MAY_PRECEDE.search(before)
    return False


def is_allowance(text: str, region: Span, reading: Reading, unit: str) -> bool:
    """Whether a recurring expression states a sum (每年最高200万元) or a rate (每月1000元) and no duty."""
    left, right = clause_start(text, region, reading.start), clause_end(text, region, reading.end)
    clause = text[left:right]
    after = text[reading.end : right]
    if re.match(
        rf" ?(?:约|超过?|近|可|仅)?[\d.,]+ ?[百千万亿]*(?:元|吨|人次|辆|件|立方|千瓦|度)|一度|一届|(?:最高|不超过|上限|限额|累计|每)",
        after,
    ):
        return True
    return bool(_MONEY.search(clause) and (_SUBSIDY.search(clause) or "不超过" in clause or "最高" in clause))


def _is_eligibility(before: str, after: str, stop: str) -> bool:
    if _ELIGIBLE_END.search(after) and stop == ",":
        return True
    return bool(
        re.match(r"对(?:于)?|凡|给予|支持(?=.{0,20}的)", before) and "的" in after and _SUBSIDY.search(before + after)
    ) or bool(
        before.startswith("对")
        and re.match(
            r"(?:[^,]{0,12})(?:注册|成立|认定|入选|取得|获得|毕业|立项|备案|新建|购买|投产|开工)[^,]{0,20}的", after
        )
    )


_TITLES = tuple(
    "方案 规划 计划 纲要 行动 意见 措施 办法 工程 清单 目录 要点 政策 条例 规定 战略 指南 标准 细则 通知".split()
)
