"""Limits counted from an event: 本意见印发之日起30日内, 三年内, 满5年后, 用3年左右时间."""

from __future__ import annotations

import re
from datetime import date

from graph_loader.extract import numerals
from graph_loader.extract.clauses import clause_end, clause_start
from graph_loader.extract.deadlines import lengths
from graph_loader.extract.deadlines.context import Reading, TimeContext
from graph_loader.model import Span

_COUNT = rf"(?P<count>半|{numerals.COUNT})(?: ?(?:-|—{{1,2}}|~|至|到) ?(?P<upper>{numerals.COUNT}))?"
_UNIT = r"(?P<unit>个?工作日|个?自然日|个?月|个?季度|个?学年|个?星期|个?小时|年|日|天|周)"
_WITHIN = re.compile(rf"{_COUNT} ?{_UNIT}(?:左右)?(?:的?时间)?(?:之|以)?内(?!容|部|外|涵|在)")
_BARE = re.compile(rf"{_COUNT} ?{_UNIT}")
_TAKING = re.compile(
    rf"(?:用|花|利用|通过|经过|力争用) ?{_COUNT} ?(?P<unit>个?月|年)(?:左右)?(?:的?(?:时间|努力|建设|攻坚|持续努力))"
)
_AFTER = re.compile(rf"(?P<full>满)? ?{_COUNT} ?(?P<unit>个?月|年|日|天)(?:之|以)?后(?!续|备|期)")
_ANCHOR = re.compile(
    r"(?:自|从|在|于)?(?P<what>[^,。;、\s]{0,16}?)(?:印发|发布|公布|下发|颁布|出台|签发|施行|实施)"
    r"(?:之日|之后|后|当日)?(?:起|算起|开始)?的?[, ]?$"
)
_OWN = re.compile(
    r"(?:本|该)(?:意见|方案|计划|通知|规划|措施|办法|行动|细则|政策|文件|规定|若干|《|市|省)|^(?:通知|意见|方案|文件|本)?$|^(?:实施)?方案$"
)
_EVENT = re.compile(r"(?:之日|后|以后|之后|次日|当日|完成|结束|到期|届满)(?:起|算起|开始)?(?:的)?[, ]?$")
# The verb of a service standard (办结, 答复) or its occasion (受理, 收到申请): a promise for every case, no limit of the plan's work.
_SERVICE = re.compile(
    r"[ ,]?(?:应当?|要|须|必须|即|可以?|能|予以|依法|给予|完成|实现|进行|作出|当场|由[^,。;]{1,16})*"
    r"(?:办[结理妥好完]|受理|答复|反馈|作出|审[批核查结]|核[准发]|出具|送达|拨付|兑[付现]|到[账达位]|响应|处置|回复|告知|赶到|转办|支付|放款|接诉|出证|领取|签发|发证|决定|"
    r"办成|注销|登记|备案|开户|诊断|确诊|修复|恢复)"
)
_OCCASION = re.compile(
    r"受理|收到|申请|接到|接诉|接报|提交|申报|投诉|举报|来电|取得|交付|签收|送达|发现|事故|事件|发生|报案|立案|出生|分娩|入院|入学|资料|材料|公示"
)
_CONDITION_BEFORE = re.compile(
    r"(?:近|最近|过去|前|连续|毕业|离校|成立|注册|入职|设立|每|任期|期|任职|首|上|退役|不超过|最长|年度|出生|开业|入驻|落户|工作|从业|上市|获批|获得|"
    r"来[^,]{1,3}|人均|等待|间隔|保质期|提前|行驶|步行|车程|里程|超过|期限|周期|第|(?<![12一二两三3])[至到]|控制在|为|达)$"
)
_CONDITION_AFTER = re.compile(
    r"(?:的[^,。;]{0,12}(?:企业|毕业生|人员|项目|单位|创业|学生|职工)|(?:发生|未|没有|无|累计|连续|因|有|曾|出现|不得|不再|不准|严禁|禁止|免|有效|均|首次|新?注册|多次|两次|毕业|可(?!研)|"
    r"到达|步行|生活圈|通勤)|[^,。;]{0,30}的(?:,|$))"
)
_EVERY_CASE = re.compile(r"个?(?:工作日|小时)")
_SUBSIDY = re.compile(r"给予|奖励|补助|补贴|资助|贴息|免租|免费|享受|减免|租金")
_IN_FORCE = re.compile(r"(?:实施|施行|运行|印发|发布|试点|试行)$")


UNDERSTOOD = "from-issue-understood"
"""The rule of a limit whose start is not printed."""


def read(text: str, region: Span, at: int, context: TimeContext) -> Reading | None:
    """The limit counted from an event that begins at `at`; None where it limits nothing."""
    for pattern, handler in ((_WITHIN, _within), (_TAKING, _taking), (_AFTER, _after)):
        match = pattern.match(text, at, region.end)
        if match:
            return handler(text, region, match, context)
    return None


def end(text: str, at: int, limit: int) -> int:
    """Behind the length that begins at `at`, so that nothing is read inside it: 三年内 holds no 年内; `at` where none is."""
    match = _WITHIN.match(text, at, limit)
    return match.end() if match else at


def _within(text: str, region: Span, match: re.Match[str], context: TimeContext) -> Reading | None:
    start, end = match.span()
    left, right = clause_start(text, region, start), clause_end(text, region, end)
    before, after = text[left:start], text[end:right]
    if not before and start > region.start and text[start - 1] == ",":
        left = clause_start(text, region, start - 1)
        before = text[left:start]
    anchor = _ANCHOR.search(before)
    if anchor and _OWN.search(anchor["what"]) and not _is_condition(before[: anchor.start()], after):
        first = context.issued_on
        last = _last(first, match)
        estimated = last is not None and match["unit"].endswith("工作日")
        return Reading(
            left + anchor.start(),
            end,
            "relative",
            first,
            last,
            rule="from-issue",
            doubt="工作日未扣除法定节假日" if estimated else "",
            other="按法定节假日推算的日期" if estimated else "",
        )
    if _SUBSIDY.search(text, left, right) or _is_condition(before, after):
        return None
    if _SERVICE.match(text, end, min(end + 40, region.end)):
        return None
    event = _EVENT.search(before)
    if event and not after and _SUBSIDY.search(text, right, clause_end(text, region, right + 1)):
        return None  # how long somebody is paid: 自转型之日起三年内,给予补助
    if event and (_OCCASION.search(before) or _EVERY_CASE.match(match["unit"])):
        return None
    if event:
        return Reading(_event_start(before, event.start()) + left, end, "relative", rule="from-event")
    if _EVERY_CASE.match(match["unit"]):
        return None
    return _from_now(start, end, match, context)


def _taking(text: str, region: Span, match: re.Match[str], context: TimeContext) -> Reading | None:
    return _from_now(*match.span(), match, context)


def _after(text: str, region: Span, match: re.Match[str], context: TimeContext) -> Reading | None:
    start, end = match.span()
    left, right = clause_start(text, region, start), clause_end(text, region, end + 1)
    before = text[left:start]
    if not (match["full"] or _IN_FORCE.search(before)):
        return None
    if _SUBSIDY.search(text, left, right) or text.startswith(("的", "方可", "可", "才"), end):
        return None
    return Reading(start, end, "relative", rule="after-period")


def lasting(text: str, start: int, end: int, context: TimeContext) -> Reading | None:
    """A field's bare length (三年, 6个月), counted from the issue of the document."""
    match = _BARE.fullmatch(text, start, end)
    return _from_now(start, end, match, context) if match else None


def _from_now(start: int, end: int, match: re.Match[str], context: TimeContext) -> Reading | None:
    """A span of time whose start is not printed: from the issue of the document; through its period where that is as long."""
    if context.issued_on is None:
        return Reading(start, end, "relative", rule=UNDERSTOOD)
    period = context.period
    count = numerals.whole(match["upper"] or match["count"])
    if period and match["unit"] == "年" and count == period[1] - period[0] + 1:
        return Reading(start, end, "relative", context.issued_on, date(period[1], 12, 31), rule="through-period")
    last = _last(context.issued_on, match)
    return Reading(
        start,
        end,
        "relative",
        context.issued_on,
        last,
        rule=UNDERSTOOD,
        doubt="期限未写明起算日，按成文日期起算",
        other="自工作启动之日起算",
    )


def _last(first: date | None, match: re.Match[str]) -> date | None:
    """The last day of the length that was matched, by its upper figure (3至5年)."""
    return lengths.later(first, match["upper"] or match["count"], match["unit"]) if first else None


def _is_condition(before: str, after: str) -> bool:
    return bool(_CONDITION_BEFORE.search(before) or _CONDITION_AFTER.match(after))


def _event_start(before: str, event: int) -> int:
    """Where the words of the event begin: at most twelve characters, behind its preposition."""
    for preposition in ("于", "自", "在", "应当", "应", "要", "须"):
        at = before.rfind(preposition, 0, event)
        if at >= 0:
            return at + (0 if preposition == "自" else len(preposition))
    return max(0, event - 12) if event > 16 else 0
