"""What a plan says happens if it is not done: 对工作不力、问题较多的,要及时约谈、责令整改、通报批评.

A liability is a condition (对…的, 因…的, 未…的) with a measure against those who answer for it. Building a mechanism
(健全责任追究制度), enforcement against companies and the fate of papers are none.
"""

from __future__ import annotations

import re

from graph_loader.extract.fold import HAN, Folded
from graph_loader.model import Liability, ParseWarning, Span

_HINT = re.compile(
    r"追究|追责|问责|约谈|通报|处分|一票否决|移送|责令|严肃处理|依法处理|依规处理|依纪处理|诫勉|免职|停职|组织处理|取消[^,。;]{0,12}资格|"
    r"函询|挂牌督办|扣分|扣减|不得评|评先|批评教育|从严处理|严肃查处|严厉查处|查处"
)
_MAX_SENTENCE = 500
_ADVERBS = (
    r"(?:[、,和并]|要|应当?|须|必须|将|坚决|及时|严格|严肃|依法|依规|依纪|依法依规|依规依纪|依纪依法|按照?(?:有关|相关)?(?:规定|程序)?|视情(?:节|况)?|一律|予以|给予|进行|"
    r"由[^,。;]{1,30}?|会同[^,。;]{1,16}|实行|实施|从严|从重|直接|在全[市县区省]范围内|公开|同时|既|又|也|还|且|立即|启动|严厉|认真|适时|按|对其?|相应|提请|建议|向)"
)
_ACTION = (
    r"(?:追究|追责|问责|约谈|通报|处分|一票否决|“一票否决”|移送|移交|责令|处理|诫勉|免职|停职|降职|撤职|组织处理|取消|函询|挂牌督办|扣分|扣减|不得|批评|查处|惩处|"
    r"党纪|政纪|纪律|行政处分|倒查|督办|黄牌|严惩|调整)"
)
_CONSEQUENCE = re.compile(rf"(?:{_ADVERBS}){{0,8}}(?P<action>{_ACTION})")
# 对…的, 凡…的, 因…的: the condition, up to the 的 that its subject or a comma follows.
_OPEN = re.compile(
    r"(?:对于?|凡是?|因|如有?|若|属于?|拒不|逾期|未|不|违反|情节|造成|构成|涉嫌|存在|发现|经|屡|工作|擅自|推诿|弄虚|有)"
)
_SUBJECT_END = re.compile(
    r"(?:单位|部门|地方|地区|人员|干部|责任人|负责人|负责同志|同志|领导|个人|机构|县区|县|市|区|\)|乡镇|镇|街道|村|党组织|党委|党组|班子|政府|机关|成员|者|当事人|公职人员|一把手|科室|局|委)"
)
_ENDS_AS_SUBJECT = re.compile(rf"{_SUBJECT_END.pattern}$")
_OUTSIDERS = re.compile(
    r"(?:企业|市场主体|经营者|经营户|商户|用人单位|违法者|嫌疑人|行政相对人|用户|居民|村民|社会组织|纳税人|驾驶|车辆|平台|生产者|文件|行为|案件|线索|问题|项目)"
)
_OBJECT_OF_BLAME = re.compile(
    rf"追究(?:其|该)?(?P<who>[{HAN}、()“”\d]{{1,80}}[^的、和及])的?(?P<what>(?:(?:直接|主要|主体|监督|领导|法律|刑事|行政|党纪|政纪|纪律|相关|相应|管理|工作|连带|责任)[、和及或]?){{0,8}}责任)"
)
_TALKED_TO = re.compile(rf"(?:约谈|问责|处分|通报批评)(?P<who>(?:其|该)?[{HAN}、()]{{2,40}})")
_FOLLOW_UP = re.compile(r"(?:情节|造成|构成|涉嫌|拒不|屡|再次|连续|整改不|逾期|仍|后果|性质|经|问题|触犯|违反|出现)")
_MAIN_CLAUSE = re.compile(r"依法(?!作出|履|应)|予以|给予|加大|加强|开展|建立|进行|实行|完善|强化")
_DUTY = re.compile(
    r"不力|不到位|不落实|未落实|履职|履行|职责|失职|渎职|不作为|慢作为|乱作为|推诿|敷衍|弄虚作假|瞒报|谎报|拖延|滞后|缓慢|未完成|未按|不按|不认真|不重视|落后|排名|"
    r"责任|工作|任务|失误|违纪|腐败|问题|不实|形式主义|官僚|玩忽|滥用|徇私|违反|违规|事故|损失|后果|影响|久拖|应当|整改|泄密|干预"
)
_MECHANISM = re.compile(r"^(?:[^,。;]{0,6})?(?:机制|制度|办法|体系|程序|清单|力度|规定|工作机制|情形)")


def find(folded: Folded, region: Span) -> tuple[tuple[Liability, ...], tuple[ParseWarning, ...]]:
    """The liabilities stated in `region` of the folded text, in order."""
    text = folded.text
    found: list[Liability] = []
    at = region.start
    while hint := _HINT.search(text, at, region.end):
        sentence = _sentence(text, region, hint.start())
        found += _in_sentence(folded, sentence)
        at = max(sentence.end, hint.end())
    return tuple(found), ()


def _sentence(text: str, region: Span, at: int) -> Span:
    low, high = max(region.start, at - _MAX_SENTENCE), min(region.end, at + _MAX_SENTENCE)
    start = max(text.rfind("。", low, at), text.rfind("\n", low, at)) + 1 or low
    ends = [end for end in (text.find("。", at, high), text.find("\n", at, high)) if end >= 0]
    return Span(max(start, low), min(ends) if ends else high)


def _in_sentence(folded: Folded, sentence: Span) -> list[Liability]:
    """Each condition of the sentence that a measure against somebody follows."""
    text = folded.text
    found: list[Liability] = []
    clauses = _clauses(text, sentence)
    taken = 0
    for index, (start, end) in enumerate(clauses):
        if index < taken:
            continue
        condition = _condition(text, clauses, index, bool(found))
        if condition is None:
            continue
        trigger, subject, after, last = condition
        stop = _consequence_end(text, clauses, last)
        liability = _liability(folded, trigger, subject, Span(after, stop))
        if liability:
            found.append(liability)
            taken = next((number for number, clause in enumerate(clauses) if clause[0] >= stop), len(clauses))
    return found


def _clauses(text: str, sentence: Span) -> list[tuple[int, int]]:
    """The clauses of a sentence, parted by comma or semicolon outside brackets."""
    clauses: list[tuple[int, int]] = []
    start = sentence.start
    depth = 0
    for at in range(sentence.start, sentence.end):
        char = text[at]
        if char == "(":
            depth += 1
        elif char == ")":
            depth = max(0, depth - 1)
        elif char in ",;:" and not depth:
            clauses.append((start, at))
            start = at + 1
    clauses.append((start, sentence.end))
    return clauses


def _condition(
    text: str, clauses: list[tuple[int, int]], index: int, follows: bool
) -> tuple[Span, Span | None, int, int] | None:
    """Trigger, subject, where the consequence begins and in which clause it does, for a condition that begins in a clause."""
    start = clauses[index][0]
    while text[start : start + 1] == " ":
        start += 1
    opening = _OPEN.match(text, start, clauses[index][1])
    explicit = text.startswith(("对", "凡", "因"), start)
    for number in range(index, min(index + 6, len(clauses))):
        end = clauses[number][1]
        if text[end - 1 : end] == "的" and number + 1 < len(clauses) and (opening or number > index):
            return Span(start, end), None, clauses[number + 1][0], number + 1
        split = _split(text, start if number == index else clauses[number][0], end, explicit or follows)
        if split and (opening or explicit):
            cut, subject_end = split
            rest = text[subject_end:end].strip(" ")
            subject = Span(cut, subject_end) if subject_end > cut else None
            if rest and _CONSEQUENCE.match(rest):
                return Span(start, cut), subject, subject_end, number
            if not rest and number + 1 < len(clauses):
                return Span(start, cut), subject, clauses[number + 1][0], number + 1
        if (not explicit and not opening) or text[end : end + 1] == ";" or _MAIN_CLAUSE.search(text, start, end):
            return None
    return None


def _split(text: str, start: int, end: int, explicit: bool) -> tuple[int, int] | None:
    """Behind the 的 that ends the condition, and behind the subject that stands there: 对…案件的〔地方、部门和单位〕."""
    if not explicit:
        return None
    for at in range(start, end):
        if text[at] != "的":
            continue
        consequence = _CONSEQUENCE.match(text, at + 1, end)
        if consequence:
            return at + 1, at + 1
        subject = _subject(text, at + 1, end)
        if subject is not None:
            return at + 1, subject
    return None


def _subject(text: str, start: int, end: int) -> int | None:
    """Where the named subject that begins at `start` ends: the clause's end, or where the consequence begins."""
    for match in _SUBJECT_END.finditer(text, start, min(end, start + 60)):
        stop = match.end()
        if (stop == end or _CONSEQUENCE.match(text, stop, end)) and "的" not in text[start:stop].replace("的其他", ""):
            return stop
    return None


def _consequence_end(text: str, clauses: list[tuple[int, int]], first: int) -> int:
    """Where the consequence that begins in clause `first` ends: clauses that go on with measures belong to it."""
    end = clauses[first][1]
    for start, stop in clauses[first + 1 :]:
        if text[start - 1] == ";" or not _CONSEQUENCE.match(text, start, stop) or text[stop - 1 : stop] == "的":
            break
        end = stop
    return end


def _liability(folded: Folded, trigger: Span, subject: Span | None, consequence: Span) -> Liability | None:
    text = folded.text
    start, end = consequence
    while start < end and text[start] in " ,":
        start += 1
    match = _CONSEQUENCE.match(text, start, end)
    if not match or _MECHANISM.match(text[match.end() : end]):
        return None
    named = text[subject.start : subject.end] if subject else ""
    condition = text[trigger.start : trigger.end]
    if _OUTSIDERS.search(named) or not _DUTY.search(condition + named) and not _FOLLOW_UP.match(condition):
        return None
    if subject is None:
        subject = _blamed(text, start, end)
    trigger_span, consequence_span = folded.span(*trigger), folded.span(start, end)
    return Liability(
        trigger=trigger_span.of(folded.original),
        subject=folded.span(*subject).of(folded.original) if subject else None,
        consequence=consequence_span.of(folded.original),
        span=folded.span(trigger.start, end),
        trigger_span=trigger_span,
        consequence_span=consequence_span,
        rule="condition-consequence",
    )


def _blamed(text: str, start: int, end: int) -> Span | None:
    """Whom the consequence itself names: 追究〔主要责任人〕的责任."""
    match = _OBJECT_OF_BLAME.search(text, start, end)
    if match and _ENDS_AS_SUBJECT.search(match["who"]):
        return Span(*match.span("who"))
    match = _TALKED_TO.search(text, start, end)
    if match:
        who = re.split(r"[,。;]", match["who"])[0]
        named = [piece for piece in _SUBJECT_END.finditer(who)]
        if named:
            return Span(match.start("who"), match.start("who") + named[-1].end())
    return None
