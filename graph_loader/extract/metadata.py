"""What a document says of itself: title, number, issuers, day of issue, place, period. Works on folded text."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from graph_loader.extract import numerals
from graph_loader.extract.fold import HAN, Folded
from graph_loader.model import DocumentInfo

_KINDS = "意见|方案|计划|措施|通知|办法|规划|纲要|清单|要点|分工|决定|规定|细则|政策|安排|分解表|任务表|责任表|台账|建议|通告|公告|批复|报告|条例|条|法"
_TITLE_END = re.compile(rf"(?:{_KINDS})(?:\([^()]{{1,24}}\))*\Z")
_PLAN_IN_NOTICE = re.compile(
    r"(?:关于|)(?:印发|转发|下发|发布|公布|调整)(?P<title>[^\n]{4,90}?)(?:的)?(?:通知|公告|函)?\Z"
)
_QUOTED = re.compile(r"《(?P<title>[^《》]{4,90}(?:《[^《》]{1,60}》[^《》]{0,40})?)》")
_NUMBER = re.compile(rf"[{HAN}]{{1,14}}[ ]?[\[(]?(?:19|20)\d{{2}}[\])]?[ ]?(?:第)?\d{{1,4}}[ ]?号")
_LABELS = re.compile(
    r"(?P<label>标 *题|名 *称|发文字号|文 *号|发文机关|发布机构|发文单位|制发机关|成文日期|发文日期|印发日期|生成日期)[:]?\**[ \t:\n]*(?P<value>[^\t\n]{2,90})"
)
_DATE = re.compile(
    r"(?P<year>(?:19|20)\d{2}|[二〇零一九][〇零一二三四五六七八九]{3}) ?[年./-] ?(?P<month>\d{1,2}|[一二三四五六七八九十]{1,2}) ?[月./-] ?"
    r"(?P<day>\d{1,2}|[一二三四五六七八九十]{1,3}) ?日?"
)
_BODY = re.compile(
    rf"(?:中共)?[{HAN}]{{2,30}}?(?:人民政府办公厅|人民政府办公室|政府办公室|政府办公厅|人民政府|市委|省委|县委|区委|州委|委员会办公室|委员会|办公厅|办公室|"
    rf"领导小组办公室|领导小组|指挥部|国务院|中央|局|厅|委|部|院|署|管委会)\Z"
)
_PLACE = re.compile(
    rf"(?P<province>[{HAN}]{{2,8}}?(?:省|自治区)|新疆生产建设兵团)?(?P<city>[{HAN}]{{2,9}}?(?:市|自治州|州|地区|盟))?"
    rf"(?P<county>[{HAN}]{{1,12}}?(?:自治县|自治旗|县|旗|区|市))?"
)
_NATIONAL = re.compile(r"国务院|中共中央|中央|全国|国家|(?:部|总局|署|人民银行|证监会|国资委|发展改革委)\Z")
_PERIOD = re.compile(r"(?P<first>20\d{2})年?\s?(?:-|—+|~|至|到)\s?(?P<last>20\d{2})年?")
_ONE_YEAR = re.compile(r"(?P<year>20\d{2})年(?!\d{1,2}月\d)")
_FIVE_YEARS = {"十二五": 2011, "十三五": 2016, "十四五": 2021, "十五五": 2026}
_HEAD_LINES = 60


@dataclass(frozen=True, slots=True)
class Heading:
    """What metadata needs to know of the text: [0, start) is the head, before the first clause; info is what was found."""

    info: DocumentInfo
    body_end: int


def read(folded: Folded, first_clause: int, last_statement: int) -> Heading:
    """The document's own data. first_clause: start of the first numbered line; last_statement: end of the last assignment."""
    text = folded.text
    head = [(start, end) for start, end in _lines(text, 0, max(first_clause, 0) or len(text))][:_HEAD_LINES]
    tail = _tail(text, last_statement)
    labels = _labelled(text, first_clause)
    title = _title(folded, head, labels)
    number = _own_number(folded, head, labels)
    issued_on, signature = _signature(folded, head, tail)
    issued_on = issued_on or _date_of(labels.get("date", ""))
    issuers = signature or _issuers(labels.get("issuer", "")) or _issuers_of_title(folded, head)
    jurisdiction = _jurisdiction([*issuers, title, *(folded.span(*line).of(folded.original) for line in head[:3])])
    body_end = tail[0][0] if tail else len(text)
    return Heading(DocumentInfo(title, number, tuple(issuers), issued_on, jurisdiction, period_of(title)), body_end)


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


def _lines(text: str, start: int, end: int) -> list[tuple[int, int]]:
    found: list[tuple[int, int]] = []
    at = start
    while at < end and len(found) < _HEAD_LINES * 4:
        stop = text.find("\n", at, end)
        stop = end if stop < 0 else stop
        first, last = at, stop
        while first < last and text[first] in " \t#*>":
            first += 1
        while last > first and text[last - 1] in " \t*":
            last -= 1
        if first < last:
            found.append((first, last))
        at = stop + 1
    return found


def _labelled(text: str, first_clause: int) -> dict[str, str]:
    """Values of the index card that web sites print over a document."""
    names = {"标题": "title", "名称": "title", "发文字号": "number", "文号": "number"}
    found: dict[str, str] = {}
    for match in _LABELS.finditer(text, 0, min(max(first_clause, 0) or len(text), 3_000)):
        label = match["label"].replace(" ", "")
        key = names.get(label) or ("date" if "日期" in label else "issuer")
        found.setdefault(key, match["value"].strip(" *"))
    return found


def _title(folded: Folded, head: list[tuple[int, int]], labels: dict[str, str]) -> str:
    text = folded.text
    named = labels.get("title", "")
    candidates = [line for line in head if _is_title(text, *line)]
    texts = [text[start:end] for start, end in candidates]
    notice = next((each for each in [*texts, named] if _is_notice(each)), "")
    if notice:
        quoted = _QUOTED.search(notice)
        plan = quoted["title"] if quoted else ""
        if not plan:
            match = _PLAN_IN_NOTICE.search(notice)
            plan = match["title"] if match else notice
        own = next((line for line in reversed(candidates) if _same(text[slice(*line)], plan)), None)
        if own:
            return _original(folded, *own)
        return plan.strip()
    if named and not candidates:
        return named
    if candidates:
        start, end = (
            candidates[-1]
            if not named
            else next((line for line in candidates if _same(text[slice(*line)], named)), candidates[0])
        )
        return _original(folded, *_with_line_above(text, head, start, end))
    return named or (_original(folded, *head[0]) if head else "")


def _is_title(text: str, start: int, end: int) -> bool:
    words = text[start:end].strip("《》 ")
    if not 5 <= len(words) <= 100 or re.search("[。;:]|,$", words.replace("》", "")):
        return False
    return bool(_TITLE_END.search(words))


def _is_notice(words: str) -> bool:
    return bool(re.search(r"(?:印发|转发|下发|发布|公布).{3,}(?:通知|公告|函)\Z", words))


def _same(words: str, other: str) -> bool:
    squeeze = re.compile(r"[\s《》*]")
    return squeeze.sub("", words) == squeeze.sub("", other)


def _with_line_above(text: str, head: list[tuple[int, int]], start: int, end: int) -> tuple[int, int]:
    """A title that is broken into lines: take the lines above that end in the middle of it."""
    place = head.index((start, end))
    if "关于" not in text[start:end] and place > 0:
        above = head[place - 1]
        words = text[slice(*above)]
        if (
            4 < len(words) <= 40
            and "关于" in words
            and not _TITLE_END.search(words)
            and not re.search("[。,;:]", words)
        ):
            return above[0], end
    return start, end


def _original(folded: Folded, start: int, end: int) -> str:
    return re.sub(r"\s+", "", folded.span(start, end).of(folded.original)).strip("《》*#")


def _own_number(folded: Folded, head: list[tuple[int, int]], labels: dict[str, str]) -> str:
    text = folded.text
    for start, end in head:
        match = _NUMBER.fullmatch(text, start, end)
        if match:
            return re.sub(r"\s+", "", folded.span(start, end).of(folded.original))
    for value in (labels.get("number", ""), *(text[start:end] for start, end in head[:12] if end - start < 60)):
        match = _NUMBER.search(value)
        if match and "根据" not in value:
            at = text.find(match[0])
            return re.sub(r"\s+", "", folded.span(at, at + len(match[0])).of(folded.original))
    return ""


def _date_of(words: str) -> date | None:
    match = _DATE.search(words)
    if not match:
        return None
    year, month, day = (numerals.whole(match[key].replace("零", "〇")) for key in ("year", "month", "day"))
    try:
        return date(year or 0, month or 0, day or 0)
    except ValueError:
        return None


def _tail(text: str, last_statement: int) -> list[tuple[int, int]]:
    """The lines from the signature on, behind the last clause: a body or a date alone on its line opens it."""
    lines = _lines(text, max(last_statement, len(text) - 6_000, 0), len(text))
    for place, line in enumerate(lines):
        words = text[slice(*line)]
        if _DATE.fullmatch(words.strip("()")) or re.match(
            r"\(?此件|抄送|附件[:\d一二]?|(?:主办|承办)单位?[:]|扫一扫", words
        ):
            first = place
            while first > 0 and _is_signature(text[slice(*lines[first - 1])]):
                first -= 1
            return lines[first:]
    return []


def _is_signature(words: str) -> bool:
    parts = [part for part in re.split(r"\s+", words) if part]
    return 0 < len(parts) <= 6 and len(words) <= 90 and all(_BODY.match(part) for part in parts)


def _signature(
    folded: Folded, head: list[tuple[int, int]], tail: list[tuple[int, int]]
) -> tuple[date | None, list[str]]:
    """The day and the bodies that sign: a date alone on its line, and the bodies on the lines before it."""
    text = folded.text
    for lines in (head, tail):
        for place, line in enumerate(lines):
            words = text[slice(*line)].strip("() ")
            day = _date_of(words) if _DATE.fullmatch(words) else None
            if not day or place == 0:
                continue
            issuers: list[str] = []
            above = place - 1
            while above >= 0 and _is_signature(text[slice(*lines[above])]):
                issuers = _issuers(folded.span(*lines[above]).of(folded.original)) + issuers
                above -= 1
            if (
                issuers
                or lines is tail
                or above < place - 1
                or re.search("执行|落实|贯彻|实施|。", text[slice(*lines[place - 1])])
            ):
                return day, issuers
    return None, []


def _issuers(words: str) -> list[str]:
    return [part for part in re.split(r"[\s、,，]+", words.strip()) if len(part) > 2]


def _issuers_of_title(folded: Folded, head: list[tuple[int, int]]) -> list[str]:
    text = folded.text
    for start, end in head:
        at = text.find("关于", start, end)
        if (at > start and _is_title(text, start, end)) or (at > start and end - start < 60):
            names = re.split(r"\s+", text[start:at].strip())
            found = [name for name in names if _BODY.match(name)]
            if found:
                return found
    return []


def _jurisdiction(sources: list[str]) -> str:
    for words in sources:
        name = re.sub(r"^(?:中共|中国共产党)", "", words)
        match = _PLACE.match(name)
        if match and (match["county"] or match["city"] or match["province"]):
            place = match["county"] or match["city"] or match["province"]
            if place and len(place) > 1 and not re.match("各|全|本|市|县|区|省", place):
                return place
        if _NATIONAL.search(words[:20]) and not re.match("[省市县区州]", words):
            return "国家"
    return ""
