"""What a plan says happens if it is not done: 对工作不力、问题较多的,要及时约谈、责令整改、通报批评.

A liability is a condition (对…的, 因…的, 未…的) with a measure against those who answer for it. Building a mechanism
(健全责任追究制度), enforcement against companies and the fate of papers are none.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from graph_loader.extract.fold import HAN, Folded
from graph_loader.model import Liability, ParseWarning, Span

_HINT = re.compile(
    r"追究|追责|问责|约谈|通报|处分|一票否决|移送|责令|诫勉|免职|停职|组织处理|函询|挂牌督办|扣分|扣减|批评|查处|处理|"
    r"取消[^,。;\n]{0,12}资格|不得评|评先"
)
_EVENT = re.compile("[(),;:]")
_MAX_SENTENCE = 500
_MAX_CLAUSES, _MAX_TRIES = 6, 12
# Who acts (市政府督查室将, 由市政府办公室), by which rule, and how. Each long part may stand once: no nested repetition.
_ACTOR = rf"(?:[{HAN}、()]{{2,24}}?(?:将|要|应当?|可))?"
_AGENCY = r"(?:按照?[^,。;]{0,40}?(?:规定|程序|要求)|(?:由|会同|在)[^,。;]{1,24}?)?"
_MANNER = (
    r"(?:[、,和并]|要|应当?|须|必须|将|坚决|及时|严[格肃厉]|依法|依规|依纪|视情[节况]?|一律|予以|给予|进行|开展|实[行施]|从[严重]|直接|公开|同时|[既又也还且]|"
    r"立即|启动|认真|适时|终身|对其?|相应|提请|建议|向|采取|全程|逐级|倒查)"
)
_MEASURE = (
    r"(?:追究|追责|问责|约谈|通报|处分|“?一票否决|移送|移交|责令|处理|诫勉|免职|停职|降职|撤职|组织处理|取消|函询|挂牌督办|扣分|扣减|不得|批评|查处|惩处|"
    r"党纪|政纪|纪律|行政处分|督办|黄牌|严惩|调整|提醒[、谈])"
)
_CONSEQUENCE = re.compile(rf" ?{_ACTOR}{_MANNER}{{0,4}}{_AGENCY}{_MANNER}{{0,6}}{_MEASURE}")
_EXPLICIT = ("对", "凡", "因")
_OPENING = re.compile(
    r"(?:对于?|凡是?|因|如有?|若|属于?|拒不|逾期|未|不|违反|情节|造成|构成|涉嫌|存在|经|屡|擅自|推诿|弄虚|连续|[^,。;的]{0,12}(?:未|不|失|滞后|落后))"
)
_SUBJECT_END = (
    r"(?:单位|部门|地方|地区|人员|干部|责任人|负责人|负责同志|同志|领导|个人|机构|县|市|区|\)|乡镇|镇|街道|村|党组织|党委|党组|班子|政府|机关|成员|者|"
    r"公职人员|一把手|科室|局|委)"
)
_SUBJECT = re.compile(_SUBJECT_END)
# Those who are governed, not those who answer for the plan; and things.
_OUTSIDERS = re.compile(
    r"(?:企业|市场主体|经营者|经营户|商户|用人单位|违法者|嫌疑人|行政相对人|用户|居民|村民|社会组织|纳税人|驾驶|车辆|平台|生产者|文件|行为|案件|线索|问题|项目)"
)
_BLAMED = re.compile(
    rf"追究(?:其|该)?(?P<who>[{HAN}、()“”\d]{{0,80}}{_SUBJECT_END})的?"
    r"(?:(?:直接|主要|主体|监督|领导|法律|刑事|行政|党纪|政纪|纪律|相关|相应|管理|工作|连带|责任)[、和及或]?){0,8}责任"
)
_TALKED_TO = re.compile(rf"(?:约谈|问责|处分|通报批评)(?P<who>(?:其|该)?[{HAN}、()]{{0,40}}{_SUBJECT_END})")
_FOLLOW_UP = re.compile(r"(?:情节|造成|构成|涉嫌|拒不|屡|再次|连续|整改不|逾期|仍|后果|性质|经|问题|触犯|违反|出现)")
_DUTY = re.compile(
    r"不力|不到位|不落实|未落实|履职|履行|职责|失职|渎职|不作为|慢作为|乱作为|推诿|敷衍|弄虚作假|瞒报|谎报|拖延|滞后|缓慢|未完成|未按|不按|不认真|不重视|落后|排名|靠后|"
    r"责任|工作|任务|失误|违纪|腐败|问题|不实|形式主义|官僚|玩忽|滥用|徇私|违反|违规|事故|损失|损害|后果|影响|久拖|应当|整改|泄密|干预"
)
_MAIN_CLAUSE = re.compile(r"依法(?!作出|履|应)|予以|给予|加大|加强|开展|建立|进行|实行|完善|强化")
_MECHANISM = re.compile(r"[^,。;]{0,6}(?:机制|制度|办法|体系|程序|清单|力度|规定|情形)")


class _Condition(NamedTuple):
    """A condition and its subject, and where the consequence begins: at `at`, in clause number `clause`."""

    trigger: Span
    subject: Span | None
    at: int
    clause: int


def find(folded: Folded, region: Span) -> tuple[tuple[Liability, ...], tuple[ParseWarning, ...]]:
    """The liabilities stated in `region` of the folded text, in order."""
    text = folded.text
    found: list[Liability] = []
    at = region.start
    while hint := _HINT.search(text, at, region.end):
        sentence = _sentence(text, Span(at, region.end), hint.start())
        found += _in_sentence(folded, sentence)
        at = max(sentence.end, hint.end())
    return tuple(found), ()


def _sentence(text: str, region: Span, at: int) -> Span:
    low, high = max(region.start, at - _MAX_SENTENCE), min(region.end, at + _MAX_SENTENCE)
    start = max(low, text.rfind("。", low, at) + 1, text.rfind("\n", low, at) + 1)
    return Span(start, min(end if end >= 0 else high for end in (text.find("。", at, high), text.find("\n", at, high))))


def _in_sentence(folded: Folded, sentence: Span) -> list[Liability]:
    """Each condition of the sentence that a measure against somebody follows."""
    text = folded.text
    found: list[Liability] = []
    clauses = _clauses(text, sentence)
    taken = sentence.start
    for index, clause in enumerate(clauses):
        condition = _condition(text, clauses, index, bool(found)) if clause.start >= taken else None
        if condition is None:
            continue
        end = _consequence_end(text, clauses, condition.clause)
        if liability := _liability(folded, condition, end, bool(found)):
            found.append(liability)
            taken = end
    return found


def _clauses(text: str, sentence: Span) -> list[Span]:
    """The clauses of a sentence, parted by comma, semicolon or colon outside brackets, without the blanks before them."""
    clauses: list[Span] = []
    start = sentence.start
    depth = 0
    for event in _EVENT.finditer(text, *sentence):
        char, at = event[0], event.start()
        if char == "(":
            depth += 1
        elif char == ")":
            depth = max(0, depth - 1)
        elif not depth:
            clauses.append(_unindented(text, start, at))
            start = at + 1
    clauses.append(_unindented(text, start, sentence.end))
    return clauses


def _unindented(text: str, start: int, end: int) -> Span:
    while start < end and text[start] == " ":
        start += 1
    return Span(start, end)


def _condition(text: str, clauses: list[Span], index: int, follows: bool) -> _Condition | None:
    """The condition that begins with a clause, through the 的 that ends it and the subject behind that."""
    start = clauses[index].start
    explicit = text.startswith(_EXPLICIT, start)
    if not explicit and not _OPENING.match(text, start, clauses[index].end):
        return None
    for number in range(index, min(index + _MAX_CLAUSES, len(clauses))):
        begin, end = clauses[number]
        more = number + 1 < len(clauses)
        if end > begin and text[end - 1] == "的" and more:
            return _Condition(Span(start, end), None, clauses[number + 1].start, number + 1)
        split = _split(text, begin, end)
        if split:
            cut, behind = split
            subject = Span(cut, behind) if behind > cut else None
            if behind < end:
                return _Condition(Span(start, cut), subject, behind, number)
            if more and (explicit or follows or subject):
                return _Condition(Span(start, cut), subject, clauses[number + 1].start, number + 1)
        if text[end : end + 1] == ";" or _MAIN_CLAUSE.search(text, start, end):
            return None
    return None


def _split(text: str, start: int, end: int) -> tuple[int, int] | None:
    """Behind the 的 that ends the condition, and behind the subject that stands there: 对…案件的〔地方、部门和单位〕."""
    at = text.find("的", start, end)
    tries = _MAX_TRIES
    while at >= 0 and tries:
        tries -= 1
        if _CONSEQUENCE.match(text, at + 1, end):
            return at + 1, at + 1
        subject = _subject(text, at + 1, end)
        if subject is not None:
            return at + 1, subject
        at = text.find("的", at + 1, end)
    return None


def _subject(text: str, start: int, end: int) -> int | None:
    """Where the named subject that begins at `start` ends: at the clause's end, or where the consequence begins."""
    for match in _SUBJECT.finditer(text, start, min(end, start + 60)):
        stop = match.end()
        if (stop == end or _CONSEQUENCE.match(text, stop, end)) and "的" not in text[start:stop].replace("的其他", ""):
            return stop
    return None


def _consequence_end(text: str, clauses: list[Span], first: int) -> int:
    """Where the consequence that begins in clause `first` ends: clauses that go on with measures belong to it."""
    end = clauses[first].end
    for clause in clauses[first + 1 :]:
        if ";" in text[end : clause.start] or not _CONSEQUENCE.match(text, *clause) or text[clause.end - 1] == "的":
            break
        end = clause.end
    return end


def _liability(folded: Folded, condition: _Condition, end: int, follows: bool) -> Liability | None:
    text = folded.text
    trigger, subject = condition.trigger, condition.subject
    start = condition.at
    while start < end and text[start] in " ,":
        start += 1
    match = _CONSEQUENCE.match(text, start, end)
    if not match or _MECHANISM.match(text, match.end(), end):
        return None
    named = text[subject.start : subject.end] if subject else ""
    words = text[trigger.start : trigger.end]
    if _OUTSIDERS.search(named) or not (
        _DUTY.search(words + named) or (_FOLLOW_UP.match(words) and follows) or words.startswith("构成犯罪")
    ):
        return None
    blamed = subject or _blamed(text, start, end)
    trigger_span, consequence_span = folded.span(*trigger), folded.span(start, end)
    return Liability(
        trigger=trigger_span.of(folded.original),
        subject=folded.span(*blamed).of(folded.original) if blamed else None,
        consequence=consequence_span.of(folded.original),
        span=folded.span(trigger.start, end),
        trigger_span=trigger_span,
        consequence_span=consequence_span,
        rule="condition-consequence",
    )


def _blamed(text: str, start: int, end: int) -> Span | None:
    """Whom the consequence itself names: 追究〔主要责任人〕的责任, 约谈〔主要负责人〕."""
    match = _BLAMED.search(text, start, end) or _TALKED_TO.search(text, start, end)
    return Span(*match.span("who")) if match else None
