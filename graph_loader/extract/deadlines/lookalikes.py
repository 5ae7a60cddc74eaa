"""Time expressions that limit nothing: past facts, titles, baselines, eligibility, subsidies, validity, service standards.

Each test looks at a bounded window around the expression. Source: census of 50 plans, the list under its deadline table.
"""

from __future__ import annotations

import re

from graph_loader.extract.clauses import clause_end, clause_start
from graph_loader.extract.deadlines.context import NOT_UNDERSTOOD, Reading, TimeContext
from graph_loader.model import Span

# Directly before the expression: a baseline (比2020年), a validity (执行至2027年), a figure (提高到2025年的85%).
_BEFORE = re.compile(
    r"(?:(?:较|比|相比于?|同比|与|同|以|基于|继|自从|早在|按照?|根据|参照|依据)(?:上年|去年)?"
    r"|(?:执行|有效期?限?|延长|延续|延期|延至|保留|施行|试行|试用|暂定|优惠|减免|缓缴|免征|有效|实施期|规划期|计划期)(?:实施)?(?:期限|限)?:?(?:到|至|截止到|为)?"
    r"|(?:提高|提升|增加|增长|达|收|得|做|提|回|下降|降低|缩短|压缩|扩大|追溯|推迟|上升|减少|升|降)(?:到|至)?"
    r"|(?:当年|次年|翌年|来年|上年|去年|往年|历年|下年|下一年度?))$"
)
_ANY_YEAR = re.compile(r"(?:一个|每个|同一|单个|自然|会计|财政)$")
"""A year long, whichever it is: 一个自然年度内."""
_WHICH_YEAR = re.compile(r"(?:当年|次年|翌年|下年|下一年度?)$")
# Directly behind it.
_BASE_AFTER = re.compile(r"[^,。;]{0,8}(?:相比|基础上|为基数|为基期|为基准|同期|水平上)")
_DONE_ATTRIBUTE = r"(?:印发|发布|出台|公布|颁布|修订|制定|通过|下[发达]|施行|建成|启动|实施|认定|发生|入选|获批|立项|召开|签订|形成)的"
_NAME_AFTER = re.compile(
    rf"(?:以来|来(?=[,的])|的(?!基础上)|(?:以|之)?后(?!续|备)|{_DONE_ATTRIBUTE}|(?:修订)?版|第[一二三四五六七八九十百\d]{{1,3}}[届次批期号]|号|级|款|"
    r"元旦|春节|国庆|中秋|五一|端午|清明|中央|全国|世界|国际|中国|北京|奥运|冬奥|亚运|开学|汛|采暖|供暖|高考|中考|应届)"
)
_PLAN_AFTER = re.compile(
    r"(?:度|全[市县区省]|[市县区省]|我[市县区省])?(?:重点|主要|年度|民生|实事|国家|法治|经济社会)?(?:工作要点|政府工作报告|工作报告|一号文件|部门预算|预算|决算|计划|规划|方案|目标|任务|"
    r"工作(?!日)|要点|报告|财政|水平|基数|同期|数据|统计|底数|末期|毕业|指标|考核|实事|项目(?!全部|建成|开工)|清单)"
)
_SCHEDULE_LABEL = re.compile(r"度?(?:工作|主要)?(?:目标|任务|计划|安排)(?:任务)?: ?")
"""What makes a period the label of its own goals: 上半年目标:建成泵站。"""
_VAGUE_DAY = re.compile(
    r"[“‘]?(?:元旦|春节|国庆|中秋|五一|端午|清明|开学|汛期?|采暖|供暖|高考|中考)[^,。;\d]{0,4}前|[春秋](?:季学期|季|学期)(?:开学)?(?:起|前|开始)|今冬明春"
)
# What may stand before a plain year that limits: nothing, punctuation, a modal or a preposition …
_DATE_IN_BRACKET = re.compile(r"\([^()\n]{0,8}\d{1,2}[月日]")
"""The day of an occasion, printed behind it: 秋季开学前(8月31日前)."""
_MODAL_BEFORE = re.compile(
    r"(?:^|[ ,。;:、)\](\[“”—\-.\d]|力争|争取|确保|保证|计划|拟|预计|原则上|将|应当|应|要|须|必须|需|可|并|且|其中|即|在|于|"
    r"从|自|到|至|和|及|分别|是|力度|阶段|时限|期限|期间|进度|时间|左右)$"
)
# … or the body or thing that acts, unless a verb makes it an object (完成全市2025年…任务).
_SUBJECT_BEFORE = re.compile(
    r"(?:政府|部门|局|委|办|厅|单位|县|市|区|省|州|盟|旗|镇|乡|村|街道|企业|学校|高校|机构|中心|公司|各地|院|校|站|所|项目|工程|平台|"
    r"率|量|比例|面积|规模|总额|产值|收入|全部|人员|干部|任务|路|园|系统|标准|细则|政策|改革|试点|建设)$"
)
_SHORT_SUBJECT = 6
_VERB_BEFORE = re.compile(
    r"完成|开展|推进|落实|制定|编制|做好|实施|启动|组织|加强|抓好|推动|加快|下达|印发|根据|按照|依据|围绕|对照|结合|纳入|列入|分解|谋划|争创|申报|"
    r"承办|举办|召开|筹备|总结|梳理|编报|发布|公布|深化|用好|安排|执行|贯彻|确定|明确|参加|迎接|支持|建设(?=.)"
)
_VERB_AFTER = re.compile(
    r"[完建新]成|完工|竣工|开工|投[用产入运]|实现|达[到成标]|启动|开展|推[进行广动出开]|实[行施]|设[立置]|建[立设]|新[增建设]|制[定订]|出台|培[育训养]|打造|组织|举办|争取|力争|基本|全[面部]|"
    r"印发|开[通放建始办]|覆盖|引进|完善|形成|选[取派树]|整[治改合]|改[造建革]|清[理零除]|提[升高交供]|增[加长]|下降|降[低至到]|减少|控制|配[备套]|安排|投资|取得|运[行营]|"
    r"退税|减[税免]|压[减降]|选育|育[成苗]|接待|争创|签[约订]|孵化|储备|招[引聘]|吸引|带动|发行|兑现|拨付|投放|收[储购集]|采[购集]|研[发制究]|遴选|评定|命名|授[牌予]|[挂揭]牌|"
    r"[联并]网|贯通|通[车航水电气]|封顶|出让|销号|轮训|试运行|"
    r"纳入|落[实地]|加[强快大]|健全|优化|搭建|构建|扩大|创[建成]|申[报请]|报[送告]|上[线报]|发[布展放]|更新|修[订复编]|编制|召开|公布|公示|试点|试行|消除|退出|淘汰|关闭|"
    r"搬迁|安置|种植|生产|治理|检查|评[估选价]|验收|考核|调查|摸底|排查|动员|部署|总结|巩固|攻坚|应|要|须|将|不低于|不少于|超过|突破|保持|稳定|翻"
)
_ACT = re.compile(rf"(?:共|计划|力争|争取|确保|预计|累计|至少|将|要|拟|全市|全区|全县|全省)*(?:{_VERB_AFTER.pattern})")
_ELIGIBLE_AFTER = re.compile(
    r"[^,]{0,12}(?:注册|成立|认定|入选|取得|获得|毕业|立项|备案|新建|购买|投产|开工|建成|签订|入库|纳统|上市|落户)[^,]{0,20}的"
)
_ATTRIBUTE_AFTER = re.compile(
    r"(?:到期|建成(?:投[产用])?|出台|注册|成立|取得|入库|签订|立项|开工|备案|购买|登记|发放|出生|认定|已?投产|办理|实施)[^,。;]{0,8}的"
)
_ELIGIBLE_BEFORE = re.compile(r"对(?!标|照|接)|凡|给予")
_SUBSIDY = re.compile(r"给予|奖励|奖补|补助|补贴|资助|贴息|奖金|享受|减免|免收|免征|每人|每户|每亩|每家|同一")
_SUM = re.compile(
    r"(?:最高|上限|不超过|不高于|累计|总额|总计|合计|限额|按|每)[^,。;]{0,24}元|\d[\d.,]*[万亿]?元(?:/|的?(?:标准|补|奖|资助|支持))|"
    r"(?:不超过|最高)[^,。;]{0,12}%"
)
_RATE_AFTER = re.compile(
    r" ?(?:约|超过?|近|可|仅)?[\d.,]+ ?[百千万亿]*(?:元|吨|人次|辆|件|立方|千瓦|度)|一度|一届|(?:最高|不超过|上限|限额|累计|每)"
)
_AT_MOST = re.compile(r"[^,。;]{0,20}(?:不(?:得|能|可)?(?:超过|多于|高于)|最多|至多|以内)[^,。;]{0,6}[次家户场轮]")
"""A cap on how often something may be done to somebody (每年抽查不超过2次) asks for no work."""
_DAILY_DUTY = re.compile(
    r"[^,。;]{0,8}(?:[一两二三]|\d{1,2}) ?[次遍轮]|"
    r"(?:定时|及时|按时|至少|应|要|\d{1,2}[时点][^,]{0,4})?(?:报[送告]|上报|调度|通报|研判|更新|巡[查检]|公[布开]|汇总|发布|会商|排查|督[查导])"
)
_VALIDITY = re.compile(
    r"有效期|起(?:正式)?(?:施行|实施|执行|生效|试行)(?= ?(?:[,。;)至的]|$))|废止|"
    r"试行期|公示期|征求意见|公开征集|意见(?:建议)?反馈|为准$"
)
_PAST_FACT = re.compile(
    r"已(?:经|于|完成|建成|实现|累计|达|有)|累计(?:完成|建成|实现)|取得了|印发了|出台了|获得了|被评为|荣获|实现了|完成了|召开的|审议通过|共有|超出|(?:督察|检查|排查|审计|巡视|巡察)发现|未(?:按|能|完|达|有)|不降反"
)
_TITLE_WORDS = (
    *("方案", "规划", "计划", "纲要", "行动", "意见", "措施", "办法", "工程", "清单", "目录", "要点"),
    *("政策", "条例", "规定", "战略", "指南", "标准", "细则", "通知", "任务书", "路线图"),
)


NO_DAY = "时限的日期无法推算，请人工核对"


def is_past(reading: Reading, context: TimeContext) -> bool:
    """Whether it was over before the document was issued."""
    return bool(reading.last and context.earliest and reading.last < context.earliest)


def limits_nothing(text: str, region: Span, reading: Reading) -> bool:
    """Whether the words around a calendar expression show that it is no time limit."""
    start, end = reading.start, reading.end
    left, right = clause_start(text, region, start), clause_end(text, region, end)
    before, after = text[left:start], text[end:right]
    if (
        _BEFORE.search(before)
        or _ANY_YEAR.search(before)
        or _BASE_AFTER.match(after)
        or _VALIDITY.search(text, left, right)
    ):
        return True
    if reading.bare and before.endswith("(") and before.rstrip(" (").endswith(_TITLE_WORDS):
        return True
    if reading.rule == "before" and _ATTRIBUTE_AFTER.match(after):
        return True
    if _is_eligibility(before, after, text[right : right + 1]):
        return True
    if reading.rule in {"until", "period-end"} or reading.bare:
        return _is_fact(text, region, before, after, right) if reading.bare else bool(_PAST_FACT.search(after + before))
    return False


def is_vague(text: str, reading: Reading) -> bool:
    """Whether a limit is named whose day the calendar does not give: 2025年春节前, 次年1月底前."""
    return bool(
        _VAGUE_DAY.match(text, reading.end) or _WHICH_YEAR.search(text, max(0, reading.start - 5), reading.start)
    )


def vague(text: str, region: Span, start: int, end: int) -> Reading | None:
    """The warning that a limit such as 春节前 deserves where something is to be done by then."""
    if _DATE_IN_BRACKET.match(text, end):
        return None
    if not _VERB_AFTER.match(text, end + text.startswith(",", end)) and not _VERB_AFTER.search(
        text, end, clause_end(text, region, end)
    ):
        return None
    return Reading(start, end, "by", rule=NOT_UNDERSTOOD, doubt=NO_DAY)


def acts(text: str, at: int, limit: int) -> bool:
    """Whether the words at `at` begin with what is to be done."""
    return _ACT.match(text, at, limit) is not None


def is_allowance(text: str, region: Span, reading: Reading, unit: str) -> bool:
    """Whether a recurring expression states a sum (每年最高200万元) or a rate (每月1000元) and no duty."""
    left, right = clause_start(text, region, reading.start), clause_end(text, region, reading.end)
    if unit == "day" and not _DAILY_DUTY.match(text, reading.end, right):
        return True
    if _RATE_AFTER.match(text, reading.end, right):
        return True
    clause = text[left:right]
    if _AT_MOST.match(text, reading.end, right):
        return True
    return bool(_SUM.search(clause) and (_SUBSIDY.search(clause) or "不超过" in clause or "最高" in clause))


def _is_fact(text: str, region: Span, before: str, after: str, right: int) -> bool:
    """Whether a plain period names something (2025年工作要点) or tells of the past, and opens no undertaking."""
    if scheduled := _SCHEDULE_LABEL.match(after):
        return bool(before.strip()) or not _VERB_AFTER.search(after, scheduled.end())
    if _NAME_AFTER.match(after) or _PLAN_AFTER.match(after) or _PAST_FACT.search(before) or _PAST_FACT.match(after):
        return True
    acts = _SUBJECT_BEFORE.search(before) or len(before) <= _SHORT_SUBJECT
    if not _MODAL_BEFORE.search(before) and (not acts or _VERB_BEFORE.search(before)):
        return True
    if after.strip(" )"):
        return not _VERB_AFTER.search(after)
    if text[right : right + 1] != ",":
        return False
    following = clause_end(text, region, right + 1)
    return bool(_PAST_FACT.search(text, right, following)) or not _VERB_AFTER.search(text, right, following)


def _is_eligibility(before: str, after: str, stop: str) -> bool:
    """Whether the clause says who may have something: 对2025年底前投产的项目,给予…"""
    if after.endswith("的") and stop == ",":
        return True
    return bool(
        _ELIGIBLE_BEFORE.match(before)
        and (_ELIGIBLE_AFTER.match(after) or ("的" in after and _SUBSIDY.search(before + after)))
    )
