"""Measurable aims: 比例达到60%以上, 不少于5人, 每年至少举办1期培训班, 压缩至3周以内, 翻一番, 实现全覆盖.

A target is a quantity with a unit that an operator word or a verb of achievement makes an aim. Sums of subsidies, conditions,
definitions and past statistics are quantities too, and are none. X实现全覆盖 states a level of X; 实现X全覆盖 only an
undertaking (so annotated in the Zhangye plan).
"""

from __future__ import annotations

import re
from typing import NamedTuple

from graph_loader.extract import numerals
from graph_loader.extract.clauses import Names, clause_end, clause_start
from graph_loader.extract.fold import HAN, Folded
from graph_loader.model import ParseWarning, Span, Target, TargetOp

_TIME_UNIT = r"(?:个?工作日|个月|个?小时|分钟|自然日|周|天|日(?!均|常)|秒)"
_UNIT = (
    rf"(?:%|‰|个?百分点|{_TIME_UNIT}|平方公里|平方千米|平方米|微克/立方米|毫克/升|立方米|公里|千米|公顷|千瓦时|千瓦|美元|人民币|元|吨标准煤|吨|亩|米|斤|公斤|"
    r"人次|人(?![民才工均口员大社物文行群机])|人份|名|件|家次|家|期|次(?!数)|场次|场|条|项|处|所|座|套|台|辆|户次|户|张|门类|门|种|类|篇|部(?![门分署])|支|批次|批|例|"
    r"床|倍|番|份|本|册|组|只|头|株|棵|架|艘|列|班|课时|学时|学分|对|款|幅|盏|眼|口|片|块|宗|单|分(?![别类级批步工层散布析期区局])|标段|标箱|"
    r"P(?:FLOPS)?|E(?:FLOPS)?|TB|PB|GB|个)"
)
_FIGURE = r"(?:\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?)[百千]?[万亿]{0,2}"
_QUANTITY = re.compile(
    rf"(?P<low>{_FIGURE})(?: ?{_UNIT})? ?(?:-|—{{1,2}}|~|至|到) ?(?P<high>{_FIGURE}) ?(?P<unit1>{_UNIT})"
    rf"|(?P<value>{_FIGURE}|[百千万亿](?=[个家名人亿]))(?:余|多)? ?(?P<unit2>{_UNIT})"
    rf"|百分之(?P<percent>[{numerals.CHINESE}]{{1,6}})"
    r"|翻(?P<doubling>[一两二])番"
    r"|(?P<all>全覆盖)"
)
# A cheap pattern, which begins with a class of characters, finds the few places where the costly one has to look.
_SIGN = re.compile(
    r"[\d百千万亿翻全](?:(?<=\d)(?<![\d.A-Za-z].)|(?<=百)分之|(?<=翻)[一两二]番|(?<=实现全|达到全|做到全|达成全)覆盖|"
    r"(?<=[百千万亿])(?<![\d百千万亿].)(?=[个家名人亿]))"
)

# Behind the quantity.
_LEAST = re.compile(r"(?:及|或)?以上")
_MOST = re.compile(r"以下|以内|之内|及以下")
_ABOUT = re.compile(r"左右|上下")
# Before it, nearest last.
_SOFTENER = r"(?:力争|总体|平均|均|分别|总数|总量|规模|水平|累计|稳步|基本|全部|持续|逐步|要|约|近|应|需)?"
_SHARE_OF = r"(?:[^,。;\d]{0,16}的)? ?$"
_ACHIEVE = (
    r"(?:建成|打造|培育|新增|配备|配齐|集聚|聚集|建设|创建|引进|培养|举办|组织开展|组织|开展|实施|完成|设立|新建|改造|推出|形成|认定|选树|评选|遴选|选取|选派|"
    r"选聘|创作|推广|布局|落地|孵化|吸引|引育|招引|招聘|发展|争创|建立|改建|扩建|整治|治理|培训|轮训|选育|制定|制修订|修订|发布|出台|推动|支持|安排|配置|"
    r"创成|提供|开设|设置|扶持|储备|实现|开放|梳理|谋划|签约|开工|投产|拥有|建有|达到|成立|组建|编制|征集|推荐|入选|获批|办好|办结|打通|开通|开行|投放|"
    r"种植|修复)"
)
_AT_LEAST = re.compile(
    rf"(?:不得?(?:低于|少于|小于|下于)|至少{_ACHIEVE}?|达到或超过|达到|达至|达|超过|突破|(?<!增速)高于|大于|多于|逾|超|"
    r"(?:提高|提升|增加|扩大|上升|增长|发展|壮大|拓展|扩展|保持|稳定|恢复|提速|扩容)[到至在])"
    rf"了?{_SOFTENER}{_SHARE_OF}"
)
_AT_MOST = re.compile(
    r"(?:不得?(?:超过|高于|大于|多于)|(?<![不得])(?:低于|少于|小于)|控制在|限制在|最多|"
    rf"(?:压缩|压减|缩短|减少|降低|下降|精简|缩减|降|压|减|优化)[到至])了?{_SOFTENER}{_SHARE_OF}"
)
_BY_ABOUT = r"了?(?:约|不低于|不少于|超过|达到?|在|超)? ?$"
_RISE = re.compile(rf"(?:增长|提高|提升|上升|增加|递增|增幅|增速){_BY_ABOUT}")
_FALL = re.compile(rf"(?:下降|降低|减少|压减|缩短|压缩|递减|降幅|精简|削减){_BY_ABOUT}")
_COMPARED = re.compile(r"(?<![不得])(?:高于|低于|快于|多于|领先)[^,。;]{1,13}[^,。;的]$")
_VERB = re.compile(_ACHIEVE)

# The words of the metric.
_RATE = re.compile(
    r"(?:率|比例|比重|占比|面积|产值|收入|规模|水平|时间|时限|期限|用时|时长|周期|能力|指数|强度|度|额|量|值|增速|人口|里程|数)$"
)
_RATE_VERB = re.compile(r"培育|打造|形成|引进|新建|建成|集聚")
_TIME_METRIC = re.compile(r"时间|时限|期限|用时|时长|周期|工期|环节|时效|审批|办理|审评|耗时|流程")
_LEADING = re.compile(
    r"(?:[ 、,和及并的]|以[上下内]|左右|力争|确保|保证|争取|努力|推动|推进|促进|使得?|将|把|让|其中|实现|要|应当?|须|必须|需|原则上|"
    r"每年|每季度|每月|年内|全年|届时|同时|"
    r"[到至在]?(?:20\d\d|今|明|本)年?(?:年?[底末初])?(?:之?前|,|内)?|到?“?十[一二三四五六]五”?(?:末|期间|时期),?|用?[一二三四五\d]+年内)+"
)
_TRAILING = re.compile(
    r"(?:[ ,、:]|实现|达到|做到|达成|总体|平均|分别|均|累计|力争|要|应|需|也|都|已|再|年均|以|"
    r"为|有|占|各|约|近|共|合计|稳定|保持|基本|全部|全年|每年)++$"
)
_COMPARISON = re.compile(r"(?:(?:较|比|与)(?=[\d上去同“十])|[由从](?=[\d.,]+))[^,。;]{1,16}$")
_NOUN_END = re.compile(r"[(,。;:]|、(?=[^、,。;]{0,12}\d)|并(?![购网行轨联])|以及|和(?=[^,。;、]{0,10}\d)")
_NOUN_START = re.compile(rf"[“{HAN}A-Z]")
_JOINT = re.compile(r"(?:以上|左右|以下)?[、和及,与]")
_MAX_SHARED = 10
_LISTED = re.compile(r"(?:以上|左右|以下)?[、和及](?!以)")
_PARTS = re.compile(r"[、和与及]")

# Quantities that are no aims.
_SUBSIDY = re.compile(
    r"[给予]予|奖[励补金]|补助|补贴|资助|贴息|免租|券|减免|免费|罚款|贷款|授信|一次性|租金|注资|额度|最高|最长|上限|封顶|投保|限额|跟投|股权投资"
)
_CONDITION = re.compile(r"对(?!标)|凡|经|如|若|因|符合|满足|首次|连续|年龄|同一|单[个家次]|每[人户亩家]")
_NO_AIM = re.compile(r"已(?:有|经|建成|完成|达|累计)|累计(?:完成|建成|达)|连续保持|同比|取得了|是指|所称|指由")
_SENTENCE_END = re.compile(r"[。;\n]")


class _Reading(NamedTuple):
    """An operator with its figures. head: where the words before it end; tail: where those behind it begin (text offsets)."""

    op: TargetOp
    head: int
    tail: int
    value: float
    value_to: float | None = None


class _Said(NamedTuple):
    """The target read last in the sentence: its end, metric and operator, and metrics still to come (分别达到95%、90%)."""

    end: int
    metric: Span
    op: TargetOp
    more: tuple[Span, ...] = ()


def find(folded: Folded, region: Span) -> tuple[tuple[Target, ...], tuple[ParseWarning, ...]]:
    """The targets stated in `region` of the folded text, in order."""
    text = folded.text
    found: list[Target] = []
    names: Names | None = None
    said: _Said | None = None
    at = cut = region.start
    while sign := _SIGN.search(text, at, region.end):
        match = _QUANTITY.match(text, sign.start(), region.end)
        at = match.end() if match else sign.end()
        if match is None:
            continue
        if names is None:
            names = Names(text, region)
        if names.holding(match.start()):
            continue
        if said and _SENTENCE_END.search(text, said.end, match.start()):
            said = None
        result = _target(folded, region, match, cut, said)
        if result:
            target, said = result
            found.append(target)
        listed = _LISTED.match(text, match.end(), region.end)
        cut = listed.end() if listed else cut
    return tuple(found), ()


def _target(
    folded: Folded, region: Span, match: re.Match[str], cut: int, said: _Said | None
) -> tuple[Target, _Said] | None:
    """The target of one quantity, whose own words begin no earlier than `cut`, behind the quantity listed before it."""
    text = folded.text
    start, end = match.span()
    clause = Span(clause_start(text, region, start), clause_end(text, region, end))
    if _is_no_aim(text, clause, end):
        return None
    left = Span(min(start, max(clause.start, cut, said.end if said else 0)), start)
    unit = "番" if match["doubling"] else match["unit1"] or match["unit2"] or "%"
    reading = _reading(text, left, match, clause.end, said)
    if reading is None or (reading.op == "=" and unit.endswith("元")):
        return None
    metric = _metric(text, Span(left.start, reading.head), Span(reading.tail, clause.end), reading.op, said)
    if metric is None or (re.fullmatch(_TIME_UNIT, unit) and not _TIME_METRIC.search(text, *metric)):
        return None
    parts = _respective(text, metric, left) if not (said and said.more) else said.more[1:]
    if parts and not (said and said.more):
        metric, *rest = parts
        parts = tuple(rest)
    inherited = said is not None and metric.start < said.end
    first, last = (
        (reading.head, reading.tail) if inherited else (min(metric.start, reading.head), max(metric.end, reading.tail))
    )
    target = Target(
        metric=folded.span(*metric).of(folded.original),
        op=reading.op,
        value=reading.value,
        unit=unit,
        span=folded.span(first, last),
        value_to=reading.value_to,
        rule="quantity-plain" if reading.op == "=" else "quantity",
    )
    return target, _Said(reading.tail, metric, reading.op, parts)


def _is_no_aim(text: str, clause: Span, end: int) -> bool:
    """Whether the quantity that ends at `end` is a subsidy, a condition, an attribute (100平方米的展厅) or a past fact."""
    if _SUBSIDY.search(text, *clause) or _CONDITION.match(text, *clause) or _NO_AIM.search(text, *clause):
        return True
    return text[clause.end - 1 : clause.end] == "的" or text[end : end + 1] == "的"


def _reading(text: str, left: Span, match: re.Match[str], stop: int, said: _Said | None) -> _Reading | None:
    """Operator and figures of a quantity by the words around it; None where nothing makes it an aim."""
    before, end = text[left.start : left.end], match.end()
    if match["all"]:
        return _Reading("=", left.end, end, 100.0)
    if match["doubling"]:
        return _Reading("change", left.end, end, 1.0 if match["doubling"] == "一" else 2.0)
    value = numerals.parse(match["percent"] or match["value"] or match["low"])
    if value is None or _COMPARED.search(before):
        return None
    least, most, about = (pattern.match(text, end, stop) for pattern in (_LEAST, _MOST, _ABOUT))
    behind = least or most or about
    tail = behind.end() if behind else end
    rise, fall, at_most, at_least = (pattern.search(before) for pattern in (_RISE, _FALL, _AT_MOST, _AT_LEAST))
    sign = rise or fall or at_most or at_least
    head = left.start + sign.start() if sign else left.end
    if match["high"]:
        upper = numerals.parse(match["high"])
        if upper is None or upper <= value or not (sign or _VERB.search(before)):
            return None
        return _Reading("range", head, tail, value, upper)
    if rise or fall:
        return _Reading("change", head, tail, value if rise else -value)
    if at_most or most:
        return _Reading("<=", head, tail, value)
    if least or (at_least and not about):
        return _Reading(">=", head, tail, value)
    if said and said.more and _JOINT.fullmatch(text, said.end, left.end):
        return _Reading(said.op, left.start, tail, value)
    listed = said is not None and tail == stop
    if at_least or ("(" not in before and (_VERB.search(before) or listed)):
        return _Reading("=", head, tail, value)
    return None


def _metric(text: str, left: Span, right: Span, op: TargetOp, said: _Said | None) -> Span | None:
    """What is measured: the words before the operator, or behind the quantity (举办1期〔培训班〕), or those said before."""
    if said and said.more and left.end - left.start <= 3:
        return said.more[0]
    before = _trimmed(text, left)
    noun_end = _NOUN_END.search(text, *right)
    noun = Span(right.start, noun_end.start() if noun_end else right.end)
    has_noun = noun.end - noun.start >= 2 and _NOUN_START.match(text, *noun) is not None
    rate = _RATE.search(text[before.start : before.end]) is not None
    verb = None if rate else _VERB.search(text, *before)
    if has_noun and op != "change" and not rate and (verb is None or before.end - verb.end() < 2):
        return noun
    short = before.end - before.start < 2
    if verb:
        behind = _trimmed(text, Span(verb.end(), before.end))
        within = verb.start() > before.start and behind.end - behind.start <= 2
        if behind.end - behind.start >= 2 and not within and not _VERB.fullmatch(text, *behind):
            return behind
        short = short or before.end - verb.end() < 2
    elif rate and (leading := _RATE_VERB.match(text, *before)):
        before = Span(leading.end(), before.end)
    if not short:
        return before
    return noun if has_noun else (said.metric if said and op == "change" else None)


def _respective(text: str, metric: Span, left: Span) -> tuple[Span, ...]:
    """The metrics that the figures to come belong to (A、B分别达到95%、90%), one for all where one is named; none without 分别."""
    if "分别" not in text[metric.end : left.end]:
        return ()
    parts: list[Span] = []
    start = metric.start
    for joint in _PARTS.finditer(text, *metric):
        parts.append(Span(start, joint.start()))
        start = joint.end()
    return (*parts, Span(start, metric.end)) if parts else (metric,) * _MAX_SHARED


def _trimmed(text: str, span: Span) -> Span:
    """The words without modal verbs, dates and conjunctions before them, and adverbs and comparisons behind them."""
    leading = _LEADING.match(text, *span)
    start = leading.end() if leading else span.start
    end = span.end
    for pattern in (_TRAILING, _COMPARISON, _TRAILING):
        trailing = pattern.search(text[start:end])
        end = start + trailing.start() if trailing else end
    return Span(start, max(start, end))
