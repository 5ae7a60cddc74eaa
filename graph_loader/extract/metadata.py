"""What a document says of itself: title, number, issuers, day of issue, place, period. Works on folded text."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from graph_loader.extract.fold import HAN, Folded
from graph_loader.extract.frame import DATE, DATE_LINE, PRINTED, Line, bodies, day_of, lines, tail
from graph_loader.extract.places import jurisdiction
from graph_loader.model import DocumentInfo

_KINDS = (
    "意见|方案|计划|措施|通知|办法|规划|纲要|清单|要点|分工|决定|规定|细则|政策|安排|分解表|责任分解|任务分解|任务表|责任表|分工表|一览表|台账|建议|通告|公告|批复|"
    "报告|条例|行动|任务|举措|若干条|[0-9一二三四五六七八九十]+条|实事|责任书|表|指引|指南|规则|制度|函"
)
_TITLE_END = re.compile(rf"(?:{_KINDS})(?:\([^()]{{1,24}}\)){{0,3}}\Z")
_ISSUE = "印发|转发|下发|发布|公布|批转|调整|同意|批准"
_NOTICE = re.compile(rf"(?:{_ISSUE}).{{3,}}(?:通知|公告|函|批复)(?:\([^()]{{1,24}}\))?\Z")
_IN_NOTICE = re.compile(
    rf"(?:{_ISSUE})(?:《(?P<quoted>.{{4,120}})》|(?P<plain>(?:[^《》]|《[^《》]{{1,40}}》){{4,90}}?))(?:等\S{{1,12}})?的?(?:通知|公告|复?函|批复)"
)
_NUMBER = re.compile(rf"[{HAN}]{{1,14}} ?[\[(]?(?:19|20)\d{{2}}[\])]? ?(?:第)?\d{{1,4}} ?号|第 ?\d{{1,4}} ?号")
_LABELS = re.compile(
    r"(?P<label>标 {0,4}题|名 {0,4}称|发文字号|文 {0,4}号|发文机关|发布机构|发文单位|制发机关|成文日期|发文日期|"
    r"印发日期|生成日期|发布日期|发布时间|公布日期)"
    r"[】\]]?\** ?: ?\**[ \t\n]*(?P<value>[^\t\n]{2,90})"
)
_LABEL_KEYS = {
    "标题": "title",
    "名称": "title",
    "发文字号": "number",
    "文号": "number",
    "发布日期": "published",
    "发布时间": "published",
    "公布日期": "published",
}
_PERIOD = re.compile(r"(?P<first>20\d{2})年?\s?(?:-|—+|~|至|到)\s?(?P<last>20\d{2})年?")
_ONE_YEAR = re.compile(r"(?P<year>20\d{2})年度?(?!\d{1,2}月\d)")
_FIVE_YEARS = {"十二五": 2011, "十三五": 2016, "十四五": 2021, "十五五": 2026}
_NOTICE_END = re.compile(r"(?:通知|公告|函|批复)\Z")
_GOES_ON = re.compile(r"(?:\([^()]{2,24}\))?的(?:通知|公告|复?函|批复|意见)")
"""A line that ends the title of the line above."""
_QUOTED = re.compile(r"《([^《》\n]{4,120})》")
_BRACKETED = re.compile(r"\((?!注|此件|[^()]*月)[^()\n,;:]{2,24}\)")
_DATED_NOTE = re.compile(rf"\([^()]{{0,40}}{DATE.pattern} ?(?:印发|发布|公布)?\)")
"""A note under the title: (某教〔2024〕1号 2024年1月29日印发)."""
_TITLE_LINES = 8
_HEAD_LINES = 60
_CARD_REACH = 3_000


@dataclass(frozen=True, slots=True)
class Heading:
    """A document's data, and where its clauses end: signature, distribution list and page furniture stand behind body_end."""

    info: DocumentInfo
    body_end: int


def read(folded: Folded, first_clause: int, last_statement: int) -> Heading:
    """The document's own data. first_clause: start of the first numbered line; last_statement: end of the last assignment."""
    text = folded.text
    before = first_clause if first_clause > 0 else len(text)
    head = lines(text, 0, before, _HEAD_LINES)
    end = tail(text, last_statement)
    card = _card(text, before)
    title = _title(folded, head, card, last_statement == 0)
    number = _number(folded, head, card)
    day, issuers = _signature(folded, head, end)
    if not issuers:
        issuers = _issuers_of_title(folded, head) or bodies(card.get("issuer", ""))
    year = re.search(r"20\d{2}", number)
    published = day_of(card.get("published", ""))
    if not day and published and (not year or int(year[0]) == published.year):
        day = published
    place = jurisdiction(issuers, [title, card.get("title", ""), *(text[slice(*line)] for line in head[:6])])
    info = DocumentInfo(title, number, tuple(issuers), day or day_of(card.get("date", "")), place, period_of(title))
    return Heading(info, end[0][0] if end else len(text))


def opens_document(text: str, start: int, end: int) -> bool:
    """Whether [start, end) begins as a document of its own does: with a number of its own, or a notice, in its first lines."""
    for line in lines(text, start, min(end, start + _CARD_REACH), 14):
        words = text[slice(*line)]
        if words.startswith("附"):
            return False
        if _NUMBER.fullmatch(words) or (
            len(words) <= 100 and (_NOTICE.search(words) or re.search("关于.{4,}(?:意见|决定)\\Z", words))
        ):
            return True
    return False


def period_of(title: str) -> tuple[str, str] | None:
    """The years that a title speaks of.

    >>> period_of("张掖市法治政府建设实施方案(2016-2020年)"), period_of("2024年工作要点"), period_of("十四五规划")
    (('2016', '2020'), ('2024', '2024'), ('2021', '2025'))
    """
    match = _PERIOD.search(title)
    if match:
        return match["first"], match["last"]
    for words, first in _FIVE_YEARS.items():
        if words in title:
            return str(first), str(first + 4)
    match = _ONE_YEAR.search(title)
    return (match["year"], match["year"]) if match else None


def _card(text: str, before: int) -> dict[str, str]:
    """Values of the index card that web sites print over a document."""
    found: dict[str, str] = {}
    for match in _LABELS.finditer(text, 0, min(before, _CARD_REACH)):
        label = match["label"].replace(" ", "")
        key = _LABEL_KEYS.get(label) or ("date" if "日期" in label else "issuer")
        found.setdefault(key, match["value"].strip(" *"))
    return found


# Title


def _title(folded: Folded, head: list[Line], card: dict[str, str], plain: bool) -> str:
    """The title of the plan itself, not of the notice that sends it round. plain: the paper holds nothing but prose."""
    text = folded.text
    found = _titles(text, head)
    words = [_squeezed(text[slice(*line)]) for line in found]
    named = _squeezed(card.get("title", ""))
    notice = next((each for each in [*words, named] if _NOTICE.search(each)), "")
    plan = _IN_NOTICE.search(notice)
    if plan:
        wanted = plan["quoted"] or plan["plain"]
        own = [line for line, each in zip(found, words, strict=True) if each.startswith(wanted)]
        sent = _signature_place(text, head)
        own = own or [line for line in found if line[0] > sent >= 0]
        if own:
            return _printed(folded, own[-1])
        if plain:
            return _printed_words(folded, notice)
        quoted = text.find(f"《{wanted}", 0, _CARD_REACH)
        full = _QUOTED.match(text, quoted) if quoted >= 0 else None
        return _printed(folded, full.span(1)) if full else _printed_words(folded, wanted)
    if named:
        own = [line for line, each in zip(found, words, strict=True) if each == named]
        return _printed(folded, own[0]) if own else card["title"]
    opening = next((line[0] for line in head if re.search("。|[:,]\\Z", text[slice(*line)])), len(text))
    if found:
        return _printed(folded, ([line for line in found if line[0] < opening] or found[:1])[-1])
    first = [line for line in head[:1] if line[1] - line[0] <= 60 and "\t" not in text[slice(*line)]]
    return _printed(folded, first[0]) if first else ""


def _signature_place(text: str, head: list[Line]) -> int:
    """Where the notice is dated: a date alone on its line behind the bodies that sign, or behind its last sentence; -1: nowhere."""
    for above, line in pairwise(head):
        before = text[slice(*above)]
        if DATE_LINE.fullmatch(text[slice(*line)]) and (bodies(before) or before.endswith("。")):
            return line[0]
    return -1


def _titles(text: str, head: list[Line]) -> list[Line]:
    """Lines, or up to three lines on end, that read as a title."""
    found: list[Line] = []
    for place, line in enumerate(head):
        if not _is_title(text[slice(*line)]):
            continue
        first = place
        while first > 0 and place - first < 2 and _goes_on(text, head[first - 1], text[slice(*head[first])]):
            first -= 1
        last = place
        if place + 1 < len(head) and _BRACKETED.fullmatch(text[slice(*head[place + 1])]):
            last += 1
        found.append((head[first][0], head[last][1]))
    return found


def _is_title(words: str) -> bool:
    plain = words.strip("《》 ")
    if not 5 <= len(plain) <= 100 or plain.startswith("附") or re.search("[。;:\t]|,\\Z", plain):
        return False
    return bool(_TITLE_END.search(plain))


def _goes_on(text: str, line: Line, below: str) -> bool:
    """Whether a line is the beginning of a title that `below` ends: a body before 关于, or words that break off."""
    words = text[slice(*line)]
    if len(words) > 50 or re.search("[。,;:]", words) or _NUMBER.fullmatch(words) or DATE_LINE.fullmatch(words):
        return False
    if below.startswith("关于"):
        return bool(bodies(words))
    if _GOES_ON.match(below):
        return True
    issues = re.search(f"关于(?:{_ISSUE})", words) and _NOTICE_END.search(below) and not _NOTICE_END.search(words)
    return "关于" in words and "关于" not in below and bool(issues or not _TITLE_END.search(words))


def _squeezed(words: str) -> str:
    return re.sub(r"[\s*#]", "", words)


def _printed(folded: Folded, line: Line) -> str:
    words = _squeezed(folded.span(*line).of(folded.original))
    return words[1:-1] if words.startswith("《") and words.endswith("》") and words.count("《") == 1 else words


def _printed_words(folded: Folded, words: str) -> str:
    """The words as the original prints them, where they stand on one line; else as folded."""
    at = folded.text.find(words)
    return _printed(folded, (at, at + len(words))) if at >= 0 else words


# Number, day, issuers


def _number(folded: Folded, head: list[Line], card: dict[str, str]) -> str:
    text = folded.text
    for line in head:
        if _NUMBER.fullmatch(text[slice(*line)]):
            return _squeezed(folded.span(*line).of(folded.original))
    values = [card.get("number", ""), *(text[slice(*line)] for line in head[:12] if line[1] - line[0] < 70)]
    for value in values:
        match = _NUMBER.search(value)
        if match and not re.search("根据|按照|依据|《", value):
            return _printed_words(folded, match[0])
    return ""


def _signature(folded: Folded, head: list[Line], end: list[Line]) -> tuple[date | None, list[str]]:
    """The day and the bodies that sign: a date alone on its line, and the bodies on the lines before it."""
    text = folded.text
    for region in (head, end):
        for above, line in pairwise(region):
            words, before = text[slice(*line)], text[slice(*above)]
            day = day_of(words) if DATE_LINE.fullmatch(words) else None
            if not day:
                continue
            signed = _signed(folded, region, region.index(line))
            # A date under the title is the day of issue when it stands in brackets; a bare one may be the web site's.
            if signed or region is end or words.startswith("(") or re.search(r"执行|落实|贯彻|实施|。\Z", before[-30:]):
                return day, signed
    for line in head:
        if DATE_LINE.fullmatch(text[slice(*line)]) and "年" in text[slice(*line)]:
            return day_of(text[slice(*line)]), []
    for line in head[:_TITLE_LINES]:
        if _DATED_NOTE.fullmatch(text[slice(*line)]):
            return day_of(text[slice(*line)]), []
    if end and DATE_LINE.fullmatch(text[slice(*end[0])]):
        return day_of(text[slice(*end[0])]), []
    for line in end:
        if PRINTED.search(text[slice(*line)]):
            return day_of(text[slice(*line)]), []
    return None, []


def _signed(folded: Folded, region: list[Line], place: int) -> list[str]:
    issuers: list[str] = []
    while place > 0 and bodies(folded.text[slice(*region[place - 1])]):
        place -= 1
        issuers = _names(folded.span(*region[place]).of(folded.original)) + issuers
    return issuers


def _names(words: str) -> list[str]:
    return [part for part in re.split(r"[\s、,，]+", words.strip("*# \t")) if len(part) > 1]


def _issuers_of_title(folded: Folded, head: list[Line]) -> list[str]:
    """The bodies before 关于 in a title, on its line or on the lines above."""
    text = folded.text
    for start, end in _titles(text, head):
        at = text.find("关于", start, end)
        if at > start and bodies(" ".join(text[start:at].split())):
            return _names(" ".join(folded.span(start, at).of(folded.original).split()))
    return _first_bodies(text[slice(*line)] for line in head[:4])


def _first_bodies(head: Iterable[str]) -> list[str]:
    """The body in a red heading: 张掖市人民政府办公室文件."""
    for words in head:
        if words.endswith("文件") and bodies(words.removesuffix("文件")):
            return bodies(words.removesuffix("文件"))
    return []
