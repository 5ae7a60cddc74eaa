"""A question that leans on the one before it (那2018年的呢？ 配合的呢？ 其中没写时限的呢？), written out as questions that stand alone.

What the answer before it was about is carried over by its ids, not by its words: the text only shows it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from queries.directory import Directory
from queries.understand import dates, slots
from queries.understand.dialogue.context import Context, carried
from queries.understand.dialogue.steps import STEP, beside
from queries.understand.found import Found, Kind
from queries.understand.question import Question

_UNIT = re.compile(
    r"它们?|他们|该单位|该部门|这个?单位|这个?部门|[这那该]个?[局委办厅]|这家(?:单位)?|其(?=牵头|负责|责任|配合)|\b(?:it|they)\b"
)
_MEASURE = re.compile(
    r"它|(?:这|该|那)一?(?:条|项)(?:措施|任务)?|该措施|这个?措施|(?:办|管|干|做|抓)?[这那该]一?(?:件|个)?(?:事儿?|活儿?|工作)"
    r"|\b(?:it|this one|that one)\b"
)
_DOES = re.compile("(?:还|也|都|又|一共|总共|现在)*(?:牵头|主办|配合|负责)(?!的|单位|部门)(?=.*[哪几什])")
"""Behind what leads, and is not led."""
_PRONOUNS: Mapping[Kind, re.Pattern[str]] = {"unit": _UNIT, "measure": _MEASURE}
_HOW_MANY = r"(?:一共|总共|共|拢共|合计|加起来)*有?(?:几|多少)[项条个家份处]?(?:措施|任务)?"
_LEANING = re.compile(
    r"^(?:那么?|其中|里头|里面|这里头|这里面|这些|再|还有|还剩|剩下|另外|然后|and\b|what about|how about|和|跟|与|同|是哪|分别|单独"
    r"|共同|一起|有几|有多少|只[看要留列]|去掉|除[去开掉]|刨|排除|剔除|换成?|改成|如果是|要是)"
    rf"|^(?:不要|不含|不算|不包括|别算)|^{_HOW_MANY}[?？。\s]*$|呢[?？。\s]*$|(?:再|重新)(?:查|看|问|来|列)一?[遍下次]|(?:也|都)(?:查|看|列|要)一?下|还剩"
    r"|\bof (?:them|these|those)\b"
)
_COUNT = re.compile(rf"^(?:那|它们|这些)?{_HOW_MANY}$|^how many(?: are there)?$")
_WITHIN = re.compile(
    r"(?:在?(?:其中|(?:这|那)(?:里[头面边]?|几?[条项个](?:里[头面边]?|当中|中)?|些(?:措施|任务)?(?:里[头面边]?|中|当中)?|当中)|里[头面边]|当中|它们(?:里头?|当中|中))"
    r"|(?:请|再)?只(?:看|要|留下?|列出?|保留)|(?:among|of) (?:them|these|those))(?:的)?[,， ]?"
)
"""What narrows the list of the answer before: 其中, 只看."""
_REST = re.compile("^(?:不要|不含|不算|不包括|别算)|去掉|除[去开掉]|刨[去除开]|排除|剔除|还剩|剩下|余下")
"""What takes something away from that list."""
_NARROWING = re.compile(
    "^(?:没|未|不|有|写)[^,，]{0,6}(?:时限|期限|时间|日期|目标|指标)的(?:是|有)?哪(?:些|几[条项个]|[条项])[?？。\\s]*$"
)
"""What names nothing of its own and narrows what came before: 没写时限的是哪些."""
_LEAD_IN = re.compile(
    r"^(?:[光单](?:算|看|说|查|要|问|数|列)|只(?:算|说|问|数)|那么?|再|还有|另外|然后|and|what about|how about"
    r"|(?:把它?)?换成?|改成|(?:如果|要是)是?|假如是?)[,, ]*"
)
_NUMBER = re.compile(
    r"(?:看看?|查查?|问问?|说说?|换成?)?第?[\(\[]?(?P<n>[0-9]{1,3}|[一二三四五六七八九十百]{1,4})[\)\]]?(?:号|条|项|款)?的?(?:呢|怎么样)?[?？]?"
)
_AGAIN = re.compile(r"[,， ]*(?:再|重新|也)(?:给我)?(?:查|看|问|来|列|说|算)(?:一?[遍下次])?$")
_WHO_NOW = re.compile(r"又(?:是|归|由|该)?(?:谁|哪一?[家个]?(?:单位|部门)?)(?:来?[管干弄])?[?？。\s]*$")
"""What asks the same of something else: 第二十二项又是谁."""
_SIDE = re.compile("(?:[以之]?[前后]|为止|起)$")
_ENDS = ("底", "末", "日", "号")
_YEARLY = re.compile("每年|年年|每到|逢|每个?[月季]")
_LITTLE = re.compile(r"[那呢的其中有是在又还也再项条,,?？ ]|what about|how about|and|the")
_JOINING = re.compile(r"^[和跟与同]")
_WHOLE = re.compile("全部|所有|整[个份篇]|[本该全]方案|图谱|全市|全县|各[个单部]|\\ball\\b|\\bplan\\b")
"""What asks about everything that is loaded."""
# fmt: off
_FACETS = frozenset((
    "lead", "responsible", "supporting", "do", "share", "due", "successor", "now", "gone", "text", "liability", "target", "cite",
    "basis", "written",
))
# fmt: on
"""Concepts that ask something of a unit or a measure, which must be said or be that of the answer before."""
_OF_UNITS = frozenset({"successor", "gone"})
"""Concepts that ask something of units only."""


@dataclass(frozen=True, slots=True)
class Draft:
    """A question that stands alone. carried: what stands in its text for something that the answer before it was about. guessed:
    whether that is what the answer found, and not what it was asked about."""

    text: str
    carried: tuple[Found, ...] = ()
    guessed: bool = False


def leans(text: str) -> bool:
    """Whether a folded question looks as if it went on from another."""
    return any(form.search(text) for form in (_NARROWING, _LEANING, _WHO_NOW, _UNIT, _MEASURE, _WITHIN, STEP))


def lacks_subject(asked: Question, context: Context) -> bool:
    """Whether a question names nothing and asks something of a unit or measure (牵头的都有谁), that of the answer before it; or
    stays in the one document of several that it was about."""
    if asked.found or asked.about or _WHOLE.search(asked.text):
        return False
    key = slots.read(asked.masked_about).key
    return bool(key) and (key <= _FACETS or bool(context.documents))


def stays(asked: Question, context: Context, directory: Directory) -> bool:
    """Whether a question names a measure by a number that several papers have, one of which the answer before it was about."""
    ids = [measure_id for item in asked.of("measure") for measure_id in item.value if measure_id in directory.measures]
    papers = {directory.measures[measure_id].document_id for measure_id in ids}
    elsewhere = asked.of("document") or asked.of("place")
    return len(papers) > 1 and not elsewhere and bool(papers & set(context.documents))


def about_all(text: str) -> bool:
    """Whether a question asks about everything that is loaded, whatever was asked before it."""
    return bool(_WHOLE.search(text))


def counts(text: str) -> bool:
    """Whether a tidied question only asks how many the answer before it had."""
    return bool(_COUNT.match(_LEAD_IN.sub("", text)))


def drafts(
    before: Question,
    text: str,
    read: Callable[[str], Question],
    places: Callable[[str], Sequence[Found]],
    context: Context,
    directory: Directory,
) -> list[Draft]:
    """Questions that stand alone, likeliest first, for a tidied follow-up to the question `before`.

    read: takes a text apart. places: its places, inside the names of units too. context: what the answer before was about.
    """
    if "units" in slots.read(before.masked_about).asks:
        text = _WHO_NOW.sub("呢", text)
    rest = _numbered(_AGAIN.sub("", _LEAD_IN.sub("", text)) or text, context)
    rest = _dated(before, rest, read)
    asked = read(rest)
    if stepped := _stepped(before, rest, context, directory):
        return [stepped]
    if _moves(rest, asked):
        return list(_glued(before, rest, asked, places))
    said = list(_said(rest, asked, context, directory))
    narrowed = list(_narrowed(rest, context, directory))
    if said and not narrowed:
        return said
    denies = "not" in slots.read(asked.masked_about).key
    own = [] if said or narrowed else list(_own(rest, asked, denies, context, directory))
    glued = [] if said or narrowed or (denies and asked.found) else list(_glued(before, rest, asked, places))
    return list(dict.fromkeys([*said, *narrowed, *own, *glued]))


def _stepped(before: Question, rest: str, context: Context, directory: Directory) -> Draft | None:
    """The question, or where it asks nothing of its own the one before it, of the measure next to the one that was asked about."""
    step = STEP.search(rest)
    if step is None or len(context.measures) != 1 or "measure" in context.found:
        return None
    found = beside(context.measures[0], step["way"], directory)
    text, start, end = rest, step.start(), step.end()
    old = next((item for item in _entities(before) if item.kind == "measure"), None)
    if old and not _LITTLE.sub("", rest[:start] + rest[end:]):
        text, start, end = before.text, old.start, old.end
    item = carried("measure", (found,), start, directory) if found else _none(step[0], start)
    return Draft(text[:start] + item.text + text[end:], (item,))


def _none(text: str, at: int) -> Found:
    """A measure that is not there: behind the last one stands none."""
    return Found("measure", at, at + len(text), text, ())


def _moves(rest: str, asked: Question) -> bool:
    """Whether a follow-up only says where else to look: 只看东桥的, 换成那份方案."""
    left = _WITHIN.sub("", _without(rest, asked.found), count=1)
    return bool(asked.found) and not _LITTLE.sub("", left) and all(i.kind in ("place", "document") for i in asked.found)


def _numbered(rest: str, context: Context) -> str:
    """What is left of a follow-up, with a bare number as that of a measure where the answer before was about one: 再看9号的."""
    number = _NUMBER.fullmatch(rest) if context.measures else None
    return f"第{number['n']}条" if number else rest


def _dated(before: Question, rest: str, read: Callable[[str], Question]) -> str:
    """What is left of a follow-up, with the year of the question before it said with its months and days that name none: 那11月的呢
    after a question of October 2023."""
    years = {when.value.first.year for when in before.of("date")} | {when.value.last.year for when in before.of("date")}
    if len(years) != 1 or _YEARLY.search(rest):
        return rest
    for item in reversed(read(rest).found):
        if item.kind in ("date", "month") and (day := dates.NO_YEAR.search(rest, item.start, item.end)):
            rest = f"{rest[: day.start()]}{min(years)}年{rest[day.start() :]}"
    return rest


def _said(rest: str, asked: Question, context: Context, directory: Directory) -> Iterator[Draft]:
    """With what 它 or 这条 stands for in its place; 加强审计那条 says itself which it is."""
    ids_of: Mapping[Kind, Sequence[str]] = {"unit": context.units, "measure": context.measures}
    for kind, pattern in _PRONOUNS.items():
        match, ids = pattern.search(rest), ids_of[kind]
        if kind == "measure" and match and _DOES.match(rest, match.end()):
            continue
        if match and ids and not (kind == "measure" and (asked.about or asked.of("measure"))):
            item = carried(kind, ids, match.start(), directory)
            yield Draft(rest[: match.start()] + item.text + rest[match.end() :], (item,), kind in context.found)


def _narrowed(rest: str, context: Context, directory: Directory) -> Iterator[Draft]:
    """Of the measures that the answer before listed, or of the unit that it was about (只看跟另一家共同牵头的)."""
    within = _WITHIN.match(rest)
    if not context.listed or not (within or _NARROWING.match(rest) or _REST.search(rest)):
        return
    left = rest[within.end() :] if within else rest
    if _JOINING.search(left) and context.units:
        yield _before(left, "unit", context.units, context, directory)
    among = carried("set", context.listed, 0, directory)
    it = _UNIT.search(left)
    if it is None or not context.units:
        yield Draft(among.text + left, (among,), "set" in context.found)
        return
    unit = carried("unit", context.units, len(among.text) + it.start(), directory)
    yield Draft(
        f"{among.text}{left[: it.start()]}{unit.text}{left[it.end() :]}", (among, unit), "unit" in context.found
    )


def _own(rest: str, asked: Question, denies: bool, context: Context, directory: Directory) -> Iterator[Draft]:
    """With the measure, unit or document that the answer before was about put before a question that names none; the document
    before one that names units and says what they are not (denies)."""
    named = {item.kind for item in asked.found} | ({"measure"} if asked.about else set())
    key = slots.read(asked.masked_about).key
    if context.measures and not named & {"measure", "unit"} and key & _FACETS:
        yield _before(rest, "measure", context.measures, context, directory)
    alone = "unit" not in named or "together" in key or _JOINING.search(rest)
    if context.units and alone and "measure" not in named and ("unit" not in context.found or key & _OF_UNITS):
        yield _before(rest, "unit", context.units, context, directory)
    if context.documents and not named & {"measure", "place", "document"} and (denies or "unit" not in named):
        yield _before(rest, "document", context.documents, context, directory)


def _before(rest: str, kind: Kind, ids: Sequence[str], context: Context, directory: Directory) -> Draft:
    item = carried(kind, ids, 0, directory)
    return Draft(item.text + rest, (item,), kind in context.found)


def _glued(before: Question, rest: str, asked: Question, places: Callable[[str], Sequence[Found]]) -> Iterator[Draft]:
    """The question before with what the new one names put in, and the new one with what the other named."""
    old, new = _entities(before), _entities(asked)
    joined = bool(_JOINING.search(rest))
    swapped = before.text if joined else _swap(before.text, old, new, places)
    left = _WITHIN.sub("", _without(rest, new), count=1)
    if not _LITTLE.sub("", left) or asks_the_same(before, asked):
        yield Draft(swapped)
        return
    kept = "".join(item.text for item in old if joined or item.kind not in {other.kind for other in new})
    if kept:
        yield Draft(f"{kept}{rest}")
    if kept and asked.about and slots.read(asked.masked_about).asks:
        return  # it says what it is about and what it asks: only where to look is missing
    yield Draft(f"{swapped} {rest}" if swapped == before.text else f"{swapped} {left}")


def _entities(question: Question) -> list[Found]:
    """Its entities; what it is about stands for a measure."""
    words = [replace(item, kind="measure") for item in question.about]
    return sorted([*question.found, *words], key=lambda item: item.start)


def asks_the_same(before: Question, asked: Question) -> bool:
    """Whether all that a question asks of what it names was asked by the one before of something else: 质监局又归了谁."""
    told, old = slots.read(asked.masked_about), slots.read(before.masked_about)
    named = {"unit", "measure", "two"}
    return bool(asked.found) and told.key & named <= old.key and told.key <= old.key and told.asks <= old.asks


def _swap(before: str, old: Sequence[Found], new: Sequence[Found], places: Callable[[str], Sequence[Found]]) -> str:
    """The earlier question with its entities replaced by the new ones of their kind; those of other kinds go before it. A unit
    keeps the place of the unit that it replaces, and a new place goes into the name of the unit (张掖市司法局)."""
    text, added = before, []
    held = places(before)
    # A unit takes the place of one, place and all, before a new place is put in.
    for item in sorted(new, key=lambda item: item.kind == "place"):
        same = [other for other in old if other.kind == item.kind]
        if item.kind == "place" and held:
            text = text.replace(held[0].text, item.text, 1)
        elif same:
            written = before[same[0].start : same[0].end]
            inside = item.kind == "unit" and held and written.startswith(held[0].text) and not places(item.text)
            text = text.replace(written, held[0].text + item.text if inside else _on_its_side(item, written), 1)
        else:
            added.append(item.text)
    return "".join([*added, text])


def _on_its_side(item: Found, written: str) -> str:
    """What goes in the place of what was written; of a date the side of it that is meant stays, where it says none: 11月底 for
    10月底前."""
    side = _SIDE.search(written) if item.kind == "date" and item.text.endswith(_ENDS) else None
    return item.text + side[0] if side else item.text


def _without(text: str, found: Sequence[Found]) -> str:
    for item in sorted(found, key=lambda item: -item.start):
        text = text[: item.start] + text[item.end :]
    return text
