"""Measurable aims: 比例达到60%以上, 不少于5人, 每年至少举办1期培训班, 压缩至3周以内, 翻一番, 实现全覆盖.

A target is a quantity with a unit that an operator word or a verb of achievement makes an aim. Sums of subsidies, conditions,
definitions and past statistics are quantities too, and are none.
"""

from __future__ import annotations

import re

from graph_loader.extract import numerals
from graph_loader.extract.deadlines.undertaking import clause_end, clause_start
from graph_loader.extract.fold import HAN, Folded
from graph_loader.model import ParseWarning, Span, Target, TargetOp

_TIME_UNIT = r"个?工作日|个月|个?小时|分钟|自然日|周|天|日(?!均|常)|秒"
_UNIT = (
    rf"(?:%|‰|个?百分点|{_TIME_UNIT}|平方公里|平方千米|平方米|立方米|公里|千米|公顷|千瓦时|千瓦|美元|人民币|元|吨标准煤|吨|亩|米|斤|公斤|"
    r"人次|人(?!民|才|工|均|口|员|大|社|物|文|行|群|机)|人份|名|件|家|期|次(?!数)|场次|场|条|项|处|所|座|套|台|辆|户|张|门类|门|种|类|篇|部(?!门|分|署)|支|批次|批|例|"
    r"床|岁|倍|番|份|本|册|组|只|头|株|棵|架|艘|列|班|课时|学时|学分|对|款|幅|盏|眼|口|片|块|宗|单|分(?!别|类|级|批|步|工|层|散|布|析|期|区|局)|万户|户次|标段|标箱|"
    r"千家|百家|家次|P(?:FLOPS)?|E(?:FLOPS)?|TB|PB|GB|个)"
)
_FIGURE = r"(?:\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?)[百千]?[万亿]{0,2}"
_QUANTITY = re.compile(
    rf"(?P<low>{_FIGURE})(?: ?{_UNIT})? ?(?:-|—{{1,2}}|~|至|到) ?(?P<high>{_FIGURE}) ?(?P<unit1>{_UNIT})"
    rf"|(?P<value>{_FIGURE}|[百千万亿](?=[个家名人亿]))(?:余|多)? ?(?P<unit2>{_UNIT})"
    rf"|百分之(?P<percent>[{numerals.CHINESE}]{{1,6}})"
    r"|翻(?P<doubling>[一两二])番"
    r"|(?P<all>全覆盖)"
)
# A cheap pattern finds the few places where the costly one has to look.
_SIGN = re.compile(
    r"(?<![\d.A-Za-z])\d|百分之|翻[一两二]番|(?<=实现|达到|做到|达成)全覆盖|(?<![\d百千万亿])[百千万亿](?=[个家名人亿])"
)
_LEAST = re.compile(r"(?:以上|及以上|或以上)")
_MOST = re.compile(r"(?:以下|以内|之内|及以下)")
_ABOUT = re.compile(r"(?:左右|上下)")
_SOFTENER = r"(?:力争|总体|平均|均|分别|总数|总量|规模|水平|累计|稳步|基本|全部|持续|逐步|要|约|近|应|需)?"
_ACHIEVE = (
    r"(?:建成|打造|培育|新增|配备|配齐|集聚|聚集|建设|创建|引进|培养|举办|组织开展|组织|开展|实施|完成|设立|新建|改造|推出|形成|认定|选树|评选|遴选|选取|选派|选聘|"
    r"创作|推广|布局|落地|孵化|吸引|引育|招引|招聘|发展|争创|建立|改建|扩建|整治|治理|培训|轮训|选育|制定|制修订|修订|发布|出台|推动|支持|安排|配置|创成|"
    r"提供|开设|设置|扶持|储备|实现|开放|梳理|谋划|签约|开工|投产|拥有|建有|达到|不少于|至少|成立|组建|编制|征集|推荐|入选|获批|办好|办结|打通|开通|开行|投放|种植|修复)"
)
_AT_LEAST = re.compile(
    rf"(?:不(?:得)?(?:低于|少于|小于|下于)|至少{_ACHIEVE}?|达到或超过|达到|达至|达|超过|突破|高于|大于|多于|逾|超|"
    rf"(?:提高|提升|增加|扩大|上升|增长|发展|壮大|拓展|扩展|保持|稳定|恢复|提速|扩容)(?:到|至|在))(?:了)?{_SOFTENER}(?P<of>[^,。;\d]{{0,16}}的)? ?$"
)
_AT_MOST = re.compile(
    rf"(?:不(?:得)?(?:超过|高于|大于|多于)|(?<![不得])(?:低于|少于|小于)|控制在|限制在|(?:压缩|压减|缩短|减少|降低|下降|精简|缩减|降|压|减|优化)(?:到|至)|最多)(?:了)?{_SOFTENER}"
    r"(?P<of>[^,。;\d]{0,16}的)? ?$"
)
_RISE = re.compile(r"(?:增长|提高|提升|上升|增加|递增|增幅|增速)(?:了)?(?:约|不低于|不少于|超过|达到?|在|超)? ?$")
_FALL = re.compile(
    r"(?:下降|降低|减少|压减|缩短|压缩|递减|降幅|精简|削减)(?:了)?(?:约|不低于|不少于|超过|达到?|在)? ?$"
)
_VERB_LEFT = re.compile(rf"{_ACHIEVE}(?:了|各|约|近|不少于|至少|不低于|超过?|超)? ?$")
_VERB = re.compile(_ACHIEVE)
_RATE = re.compile(
    r"(?:率|比例|比重|占比|面积|总额|产值|收入|规模|水平|数量|总量|时间|时限|期限|用时|时长|周期|产量|能力|总数|分值|指数|强度|浓度|度|额|量|值|增速|人口|里程)$"
)
_RATE_VERB = re.compile(r"培育|打造|形成|引进|新建|建成|集聚")
_TIME_METRIC = re.compile(r"(?:时间|时限|期限|用时|时长|周期|工期|环节|时效|审批|办理|审评|耗时|流程)")
_LEADING = re.compile(
    r"^(?:[ 、,和及并]|以[上下内]|左右|力争|确保|保证|争取|努力|推动|推进|促进|使得?|将|把|让|其中|实现|要|应当?|须|必须|需|原则上|每年|每季度|每月|年内|全年|届时|同时|"
    r"(?:力争)?(?:到|至|在)?(?:20\d\d|今|明|本)年?(?:年?[底末初])?(?:之?前|,|内)?|到?[“”十一二三四五六]{2,5}(?:末|期间|时期)?,?|[用再]?[一二三四五\d]+年内)+"
)
_TRAILING = re.compile(
    r"(?:[ ,、:]|实现|达到|做到|达成|(?:较|比|与)(?=[\d上去同“十])[^,。;]{1,16}(?:相比|年|底|末|期)?(?:累计)?|总体|平均|分别|均|累计|力争|要|应|需|也|都|已|再|总数|数量|年均|以|为|有|占|各|约|近|共|合计|稳定|保持|基本|全部|全年|每年)+$"
)
_SUBSIDY = re.compile(
    r"给予|予以|奖励|奖补|补助|补贴|资助|贴息|奖金|免租|券|减免|免费|罚款|贷款|授信|一次性|租金|标准予以|予以支持|注资|额度|最高|最长|上限|封顶|投保|限额|跟投|股权投资"
)
_CONDITION = re.compile(r"^(?:对(?!标)|凡|经|如|若|因|符合|满足|首次|连续|年龄|同一|单[个家次]|每[人户亩家])")
_PAST = re.compile(r"(?:已(?:有|经|建成|完成|达|累计)|累计(?:完成|建成|达)|连续保持|同比|取得了)")
_DEFINITION = re.compile(r"是指|所称|指由")
_QUALIFIER = re.compile(r" ?(?:的[^,。;]{0,30}(?:企业|项目|毕业生|人员|单位|个人|团队|机构|园区|基地|主体),?$)")
_NOUN_END = re.compile(r"[(（]|、(?=[^、,。;]{0,12}\d)|并(?!购|网|行|轨|联)|以及|和(?=[^,。;、]{0,10}\d)|,|。|;|:")
_SENTENCE_END = re.compile(r"[。;\n]")
_QUOTED = re.compile(r"[“《‘][^“”《》‘’\n]{0,80}[”》’]")


def find(folded: Folded, region: Span) -> tuple[tuple[Target, ...], tuple[ParseWarning, ...]]:
    """The targets stated in `region` of the folded text, in order."""
    text = folded.text
    found: list[Target] = []
    last = said = region.start
    quoted: list[tuple[int, int]] | None = None
    at = region.start
    while sign := _SIGN.search(text, at, region.end):
        match = _QUANTITY.match(text, sign.start(), region.end)
        at = match.end() if match else sign.end()
        if match is None:
            continue
        if quoted is None:
            quoted = [name.span() for name in _QUOTED.finditer(text, region.start, region.end)]
        if any(start <= match.start() < end for start, end in quoted):
            continue
        follows = bool(found) and not _SENTENCE_END.search(text, said, match.start())
        target = _target(folded, region, match, last, follows)
        last = match.end()
        if target:
            found.append(target)
            said = last
    return tuple(found), ()


def _target(folded: Folded, region: Span, match: re.Match[str], last: int, follows: bool) -> Target | None:
    text = folded.text
    start, end = match.span()
    left = max(clause_start(text, region, start), last)
    right = clause_end(text, region, end)
    whole = text[clause_start(text, region, start) : right]
    if (
        _SUBSIDY.search(whole)
        or _CONDITION.search(whole)
        or _PAST.search(whole)
        or _DEFINITION.search(whole)
        or text[right - 1 : right] == "的"
    ):
        return None
    before, after = text[left:start], text[end:right]
    if _QUALIFIER.match(after):
        return None
    reading = _operator(match, before, after, follows)
    if reading is None or (reading[0] == "=" and _unit(match).endswith("元")):
        return None
    op, head, tail, value, value_to = reading
    unit = _unit(match)
    metric = _metric(text, Span(left, left + head), Span(end + tail, right), op, unit, bare=head == len(before))
    if metric is None or (re.fullmatch(_TIME_UNIT, unit) and not _TIME_METRIC.search(text, *metric)):
        return None
    span = folded.span(min(metric.start, start - len(before) + head), max(metric.end, end + tail))
    return Target(
        metric=folded.span(*metric).of(folded.original),
        op=op,
        value=value,
        unit=unit,
        span=span,
        value_to=value_to,
        rule="quantity" if op != "=" else "quantity-plain",
    )


def _unit(match: re.Match[str]) -> str:
    if match["doubling"]:
        return "番"
    if match["percent"] or match["all"]:
        return "%"
    return match["unit1"] or match["unit2"]


def _operator(
    match: re.Match[str], before: str, after: str, follows: bool
) -> tuple[TargetOp, int, int, float, float | None] | None:
    """Operator, where the words before it end, where those behind it begin, value, and a range's upper value."""
    if match["all"]:
        return "=", len(before), 0, 100.0, None
    if match["doubling"]:
        return "change", len(before), 0, 1.0 if match["doubling"] == "一" else 2.0, None
    value = numerals.parse(match["percent"] or match["value"] or match["low"])
    if value is None:
        return None
    behind = _LEAST.match(after) or _MOST.match(after) or _ABOUT.match(after)
    tail = behind.end() if behind else 0
    if match["high"]:
        upper = numerals.parse(match["high"])
        sign = _AT_LEAST.search(before) or _AT_MOST.search(before) or _RISE.search(before)
        if upper is None or upper <= value or not (sign or _VERB_LEFT.search(before) or _VERB.search(before)):
            return None
        return "range", sign.start() if sign else len(before), tail, value, upper
    if sign := _RISE.search(before):
        return "change", sign.start(), tail, value, None
    if sign := _FALL.search(before):
        return "change", sign.start(), tail, -value, None
    if sign := _AT_MOST.search(before):
        return "<=", sign.start(), tail, value, None
    if sign := _AT_LEAST.search(before):
        return (">=" if not _MOST.match(after) else "<="), sign.start(), tail, value, None
    if _LEAST.match(after):
        return ">=", len(before), tail, value, None
    if _MOST.match(after):
        return "<=", len(before), tail, value, None
    if "(" not in before and (_VERB.search(before) or (follows and not after)):
        return "=", len(before), tail, value, None
    return None


def _metric(text: str, left: Span, right: Span, op: TargetOp, unit: str, *, bare: bool) -> Span | None:
    """What is measured: the words before the operator, or behind the quantity (举办1期〔培训班〕)."""
    before = _trimmed(text, left)
    noun_end = _NOUN_END.search(text, right.start, right.end)
    noun = Span(right.start, noun_end.start() if noun_end else right.end)
    while noun.start < noun.end and text[noun.start] in " 的":
        noun = Span(noun.start + 1, noun.end)
    has_noun = noun.end - noun.start >= 2 and bool(re.match(rf"[“{HAN}A-Z]", text[noun.start : noun.end]))
    rate = bool(_RATE.search(text[before.start : before.end]))
    verb = None if rate else _last_verb(text, before)
    if (
        has_noun
        and op != "change"
        and not rate
        and (verb is None or verb.end == before.end or before.end - verb.end < 2)
    ):
        return noun
    if verb and before.end - verb.end >= 2:
        before = _trimmed(text, Span(verb.end, before.end))
    if rate and (leading := _RATE_VERB.match(text, *before)):
        before = Span(leading.end(), before.end)
    if before.end - before.start < 2 or _VERB.fullmatch(text, *before):
        return noun if has_noun else None
    return before


def _last_verb(text: str, span: Span) -> Span | None:
    """The first verb of achievement in the words, behind which its object stands."""
    match = _VERB.search(text, *span)
    return Span(*match.span()) if match else None


def _trimmed(text: str, span: Span) -> Span:
    piece = text[span.start : span.end]
    leading = _LEADING.match(piece)
    start = span.start + (leading.end() if leading else 0)
    trailing = _TRAILING.search(text[start : span.end])
    end = start + trailing.start() if trailing else span.end
    return Span(start, max(start, end))
