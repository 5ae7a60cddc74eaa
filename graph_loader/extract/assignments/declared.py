"""Rules that a document declares once: 列第一位的为牵头单位, signs, implied units (census of 50 plans, rows 4-6, 17, 18)."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from graph_loader.extract.assignments.words import role_of
from graph_loader.model import Role

Kind = Literal["first-listed", "before-separator", "mark", "no-lead", "implied", "invisible-mark"]


@dataclass(frozen=True, slots=True)
class Declaration:
    """A declared rule at [start, end). onward: it says that it holds from here on (下同, 以下).

    count: how many of the first units lead (first-listed). sign: the separator or mark that it speaks of. others: the role of
    the units that it does not make leads. who: where the implied units are named, and role: what they are. unless_lead: it
    holds only where no lead is written.
    """

    kind: Kind
    start: int
    end: int
    onward: bool = False
    count: int = 1
    sign: str = ""
    others: Role | None = None
    who: tuple[int, int] | None = None
    role: Role = "responsible"


_LEADS = "牵头|主办|主责|主要责任|第一责任"
_MARKS = "*★☆▲△●○◆◇■□#※√◎"
_CUE = re.compile(
    r"第[一1]|首[位个家]|[排列居]首|[排列]在?第|居前|最前|前[两二三23]|排名|排列|位列|[号,;、”\"]之?以?前|"
    rf"[无未没不][^,。]{{0,8}}(?:{_LEADS})|字体|[粗黑线红斜楷{re.escape(_MARKS)}]"
)
"""Without one of these no rule about leads can be declared: a cheap look before the patterns."""
_CLAUSE = r"[^,。;:()\[\]\n]"
_FIRST = (
    r"(?:第[一1](?:位|个|名|家|责任单位|责任部门|牵头|单位|部门|顺位|的)|首位|首个|首家|排首|列首|居首|居前|最前|(?:排|列|排列|排名|位列)(?:在)?第[一1]|"
    r"排名?(?:在|最)?前(?P<count>[两二三23])?(?:位|个|名|家)?|前(?P<count2>[两二三23])(?:位|个|名|家))"
)
_FIRST_LISTED = re.compile(
    rf"{_CLAUSE}{{0,24}}?{_FIRST}{_CLAUSE}{{0,24}}?(?:{_LEADS})(?:责任)?(?:单位|部门|负责|机关)?"
)
_LEAD_FIRST = re.compile(
    rf"牵头(?:责任)?(?:单位|部门)(?:列|排|位列|均列|均排|排名|排列){_CLAUSE}{{0,4}}?(?:第[一1]位?|首位|最?前)"
)
_SIGNS = {"逗号": ",", "分号": ";", "顿号": "、", "句号": "。", ",": ",", ";": ";", "、": "、"}
_BEFORE = re.compile(
    rf"{_CLAUSE}{{0,12}}?(?:第一个|首个|第1个)?(?:“|\")?(?P<sign>逗号|分号|顿号|句号|,|;|、)(?:”|\")?(?:之|以)?前(?:面)?"
    rf"{_CLAUSE}{{0,12}}?(?:{_LEADS})"
    rf"(?:责任)?(?:单位|部门)?"
)
_MARK = re.compile(
    rf"{_CLAUSE}{{0,16}}?(?:标|带|加|注|打|画|有|以|前|后)(?:注|有|记|明|示)*(?:[“\"‘])?(?P<sign>[{re.escape(_MARKS)}])(?:[”\"’])?{_CLAUSE}{{0,12}}?(?:{_LEADS})"
    rf"|(?:[“\"‘])?(?P<sign2>[{re.escape(_MARKS)}])(?:[”\"’])?号?(?:的)?(?:单位|部门)?(?:为|是|表示|代表|标注|系|即|指){_CLAUSE}{{0,6}}?(?:{_LEADS})"
)
_INVISIBLE = re.compile(rf"(?:加粗|黑体|下划线|划线|标红|红色|斜体|楷体|加黑|字体){_CLAUSE}{{0,10}}?(?:{_LEADS})")
_NO_LEAD = re.compile(
    rf"(?:无|未|没有|不)(?:明确|注明|标明|列明|列出|设|指定|写明|标注|单列|单独列)*(?:出)?(?:有)?(?:{_LEADS})(?:责任)?(?:单位|部门)?(?:的|时)?[,]?"
    rf"(?P<then>[^。;()\[\]\n]{{0,30}}?)(?:即|则|就|均|都|一律)?(?:为|是|作为|视为|视同)(?:{_LEADS})"
)
_OTHERS = re.compile(
    r"(?:其余|其他|其它|后面|之后|以后|(?:逗号|分号|顿号)后)(?:的)?(?:单位|部门)?[^,。;()\n]{0,8}?(?:为|是|均为)(?P<role>[^,。;()\n]{2,8})"
)
_NOT_AGAIN = r"不再(?:一一|逐一|逐项|逐条|重复|单独|另行|分别|赘|逐个)*(?:列出|列示|列明|标注|注明|标明|写明|列|重复|述|表述|体现|明确)"
_IMPLIED = re.compile(
    rf"(?P<before>[^,。;:()\[\]\n]{{0,40}}?)均(?:需要|需|须|应|涉及|由|包括|要|请|含|为|是)(?P<who>[^。;:\n]{{2,90}}?)"
    rf"[,;]?(?:以下|下文|后文|文中|下同|故|此后|后续)?[,]?"
    rf"{_NOT_AGAIN}"
)
_ROLE_TAIL = re.compile(
    r"(?:负责)?(?:抓好|做好|共同|按职责分工|按职责|分工|具体|组织|贯彻){0,6}"
    r"(?P<verb>落实|配合|负责|参与|实施|执行|推进|承担|协助)(?:工作)?[,、 ]*\Z"
)
_ROLE_NOUN = re.compile(r"(?:责任|配合|牵头|参与|落实|协办)(?:责任)?(?:单位|部门)\Z")
_PREFIX = re.compile(r"(?:以下|下列|后续|上述|其余|其他|本方案|各项|所有|全部|任务|措施|工作|内容|事项|中|的|,)*")
_HINTS = ("牵头", "主办单位", "主责单位", "不再", "主办部门")
_WINDOW = 110
_REACH = 60


def find(text: str, start: int, end: int) -> list[Declaration]:
    """The rules declared in [start, end), in order, none inside another. Looks only around the words that such rules have."""
    found: list[Declaration] = []
    edge = start
    for at in _hints(text, start, end):
        if at < edge:
            continue
        first = _sentence_start(text, at, max(edge, at - _WINDOW))
        last = min(end, at + _REACH)
        declaration = _implied(text, first, last) if text.startswith("不再", at) else _lead_rule(text, first, last, at)
        if declaration:
            found.append(declaration)
            edge = declaration.end
    return found


def _hints(text: str, start: int, end: int) -> list[int]:
    places: list[int] = []
    for hint in _HINTS:
        at = text.find(hint, start, end)
        while at >= 0:
            places.append(at)
            at = text.find(hint, at + 1, end)
    return sorted(places)


def _sentence_start(text: str, at: int, low: int) -> int:
    return max(low, text.rfind("。", low, at) + 1, text.rfind("\n", low, at) + 1, text.rfind(";", low, at) + 1)


def _lead_rule(text: str, start: int, end: int, at: int) -> Declaration | None:
    if not _CUE.search(text, start, end):
        return None
    match = _NO_LEAD.search(text, start, end)
    if match and match.start() <= at < match.end():
        onward, others, last = _sequel(text, match.end())
        if re.search(_FIRST, match["then"]):
            return Declaration("first-listed", match.start(), last, onward, others=others)
        return Declaration("no-lead", match.start(), last, onward)
    match = _BEFORE.search(text, start, end)
    if match and match.start() <= at < match.end():
        onward, others, last = _sequel(text, match.end())
        return Declaration("before-separator", match.start(), last, onward, sign=_SIGNS[match["sign"]], others=others)
    match = _MARK.search(text, start, end)
    if match and match.start() <= at < match.end():
        onward, others, last = _sequel(text, match.end())
        sign = match["sign"] or match["sign2"]
        return Declaration("mark", match.start(), last, onward, sign=sign, others=others)
    match = _FIRST_LISTED.search(text, start, end) or _LEAD_FIRST.search(text, start, end)
    if match and match.start() <= at < match.end():
        groups = match.groupdict()
        count = groups.get("count") or groups.get("count2") or "1"
        onward, others, last = _sequel(text, match.end())
        return Declaration(
            "first-listed",
            match.start(),
            last,
            onward,
            count={"两": 2, "二": 2, "2": 2, "三": 3, "3": 3}.get(count, 1),
            others=others,
        )
    match = _INVISIBLE.search(text, start, end)
    if match and match.start() <= at < match.end():
        return Declaration("invisible-mark", match.start(), match.end(), True)
    return None


_SAME_BELOW = re.compile(r"[,、;。 ]?(?:[(])?(?:以下|下)(?:均)?(?:同此|同|相同|类同)(?:[)])?")


def _sequel(text: str, at: int) -> tuple[bool, Role | None, int]:
    """What follows a rule: whether it holds from here on, the role of the other units, and where all of it ends."""
    others: Role | None = None
    onward = False
    while True:
        stop = min(len(text), at + 40)
        if not onward and (match := _SAME_BELOW.match(text, at, stop)):
            onward, at = True, match.end()
            continue
        skip = at + 1 if at < stop and text[at] in ",;、" else at
        if others is None and skip > at and (match := _OTHERS.match(text, skip, stop)):
            others, at = role_of(match["role"]), match.end()
            continue
        return onward, others, at


def _implied(text: str, start: int, end: int) -> Declaration | None:
    match = _IMPLIED.search(text, start, end)
    if not match:
        return None
    first, last = match.span("who")
    who = text[first:last]
    role: Role = "responsible"
    if text[match.end("before") : first].endswith(("均为", "均是")):
        if _ROLE_NOUN.search(who.rstrip(",")):
            role = role_of(who)
        first, last = match.span("before")
        first = _PREFIX.match(text, first, last).end()  # type: ignore[union-attr]
    else:
        tail = _ROLE_TAIL.search(who)
        if tail:
            role = role_of(tail["verb"])
            last = first + tail.start()
    return Declaration("implied", match.start(), match.end(), True, who=(first, last), role=role)
