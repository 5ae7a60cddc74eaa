"""Small words that turn a question: roles, how many, how far down a ranking, and what is only said for politeness."""

from __future__ import annotations

import re
from dataclasses import dataclass

from graph_loader.extract import numerals
from graph_loader.model import Role
from queries.understand.found import Found
from queries.understand.wording import spoken
from queries.understand.wording.framing import according_to, wanted
from queries.understand.wording.translate import in_chinese

_ROLES: tuple[tuple[Role, re.Pattern[str]], ...] = (
    ("lead", re.compile(r"牵头|主办|主责|领衔|挂帅")),
    ("responsible", re.compile(r"责任(?:单位|部门|主体)")),
    ("supporting", re.compile(r"配合|协办|协助")),
)
_ALSO_RESPONSIBLE = re.compile("[、和及也又,谁].{0,12}(?<!牵头)负责(?!牵头)")
_COUNTING = re.compile(
    r"(?<![哪前第那这的])几(?:项|条|个|家|件|份|处|次)(?!月|年|字|(?:文件|方案)(?:当中|里|中))|(?<!是)多少|多少(?=项|条|个|家|件)"
    r"|(?:数量|总数|个数|数目|[条项件家]数|(?<=牵头|措施|任务|单位)数)(?=$|[,，?、和]|各?(?:是|为|有)?(?:$|多少|几)|统计|合计)"
)
_COUNTED = {
    "measure": re.compile("(?<![哪第前])(?:几|多少)(?:[条项件款]|个?(?:措施|任务))"),
    "unit": re.compile("(?<![哪第前])(?:几|多少)(?:家|个?(?:牵头|责任|配合)?(?:单位|部门))"),
    "document": re.compile("(?<![哪第前])(?:几|多少)份(?!(?:文件|方案)(?:当中|里|中))"),
}
_CONSEQUENCES = re.compile("约谈|通报批评|通报|责令整改|停职检查|引咎辞职|责令辞职|罢免|撤职|降级|开除|警告|诫勉")
_TARGETS_COUNTED = re.compile("指标|目标|措施|任务|(?:几|多少)[条项处]")
_N = "(?:[0-9〇零一二两三四五六七八九十百]{1,4})(?![共起道同般样直旦半])"
_THING = "(?:项|条|个|家|名|位|件)?(?:措施|任务|单位|部门)?"
_JUST = "(?:正好|恰好|刚好|恰恰?|只|仅|单)(?:有|为|是|由|达|牵头|负责|承担|配合)*了?"
_AMOUNTS = tuple(
    (re.compile(form), low, high)
    for form, low, high in (
        (rf"(?:排名)?(?:第一到|(?<![之以])前)\s?(?P<n>{_N})(?:个|名|位|家|大)?", None, 0),
        (rf"哪(?P<n>{_N})(?:个|家|名)(?:单位|部门)?(?=(?!.*(?:共同|一起|联合)).*最[多少])", None, 0),
        (rf"最[多少](?:的)?(?:措施|任务)?的?(?:分别)?(?:是|有)?哪(?P<n>{_N})(?:个|家|名)(?:单位|部门|$)", None, 0),
        (rf"(?<=[最重多大长]的)(?P<n>{_N})(?=个|家|名|项)", None, 0),
        (rf"(?:至少|不少于|不低于|达到)\s?(?P<n>{_N}){_THING}", 0, None),
        (rf"(?P<n>{_N}){_THING}(?:\(含\)|含|及|或者?)?(?:以上|更多)", 0, None),
        (rf"(?:超过|多于|大于|不止)\s?(?P<n>{_N}){_THING}", 1, None),
        (rf"(?:至多|最多只?|不超过|不多于)\s?(?P<n>{_N}){_THING}", None, 0),
        (rf"(?P<n>{_N}){_THING}(?:及|或者?)?以[下内]", None, 0),
        (
            rf"(?<![前第几哪少过于到足0-9])(?!一|1[家个])(?P<n>{_N})(?:家|个)(?:单位|部门)?(?=共同|联合|一起|同时|合起来|加起来|共|的?(?:负责|来|参与)?(?:牵头|领衔|挂帅|主办|主责|挑头))",
            0,
            0,
        ),
        (
            rf"(?:牵头|责任|配合)(?:单位|部门)(?:总?共|数)?(?:恰|正|刚|只|仅)?好?(?:为|有|是|达|等于)?(?P<n>{_N})[家个](?!以|及|或)",
            0,
            0,
        ),
        (rf"(?:牵头|负责|承担|配合)了?(?P<n>{_N})(?:项|条|件)(?=措施|任务|工作|的)", 0, 0),
        (rf"{_JUST}(?P<n>{_N})(?:家|个)", 0, 0),
        (rf"(?:单位|部门)(?:总?数量?|个数|数目)?(?:{_JUST}|有|为|是|等于)?(?P<n>{_N})(?:家|个)(?=的|[,，]|$)", 0, 0),
        (rf"(?:措施|任务|事项|牵头)(?:总?数量?|项数|条数|数目)(?:{_JUST}|为|是|等于)(?P<n>{_N})(?:项|条|件|个)?", 0, 0),
        (rf"(?:少于|不足|不到|低于)\s?(?P<n>{_N}){_THING}", None, -1),
        (
            rf"{_JUST}\s?(?P<n>{_N})(?:项|条|件)",
            0,
            0,
        ),
    )
)
"""Ways to give an amount, and what is added to the number for its least and its most (None: that side is open)."""
_UNREAD = re.compile(
    "(?<![不于超])(?:一半|半数)(?:以上)?|过半|大部分|多数|[百千]分之|[一二三四五六七八九]成|(?:最后|末尾|末|(?<!牵)头)一[条项](?!是?哪|有哪)|倒数第.[条项]|(?<![哪那这每第前几])(?<!另)(?<!另外)(?<![其剩余][他它余下])(?<![他它余下]的)(?:[二两三四五六七八九十]|[0-9]{1,3})(?:项|条|家|个(?!月|季))"
)
_ORDINAL = re.compile(
    rf"(?:排名|排行|排在|排|位列|位居|列|居|数)?第\s?(?P<n>{_N})(?:(?=[多少大高重忙低])|[名位](?!领导|同志))"
    rf"|(?<=[数量目])第\s?(?P<d>{_N})(?=的|是|$)|倒数第?(?P<m>{_N})"
    r"|(?:排名|排行|排在|排|位列|位居)第?(?P<k>[一二三四五六七八九十0-9]{1,3})(?![0-9条项])"
)
_FEWEST = re.compile(r"最短|(?<![不减多至很缺])少(?!于|数|年|量|儿|先)|倒数")
_ONCE_ONLY = re.compile(
    r"[(,，、]?(?:其中)?(?:(?:每年|年年|每年度|每季度?|每月|定期|周期性|常态化?)(?:都)?(?:要)?(?:重复|循环|反复|做|有)*|重复性?|循环|固定|例行)做?的?(?:那些|这些)?(?:任务|事项|工作|措施)?(?:都)?"
    r"(?:别算|不算|不计|除外|不要|不含|不包括|去掉|剔除|排除|不用算|别列|不列|不用列)(?:在内|进去|进来|上)?\)?"
    r"|[(,，、]?(?:除了|除|不含|不算|不包括|剔除|去掉|排除|扣除)(?:掉)?(?:每年|年年)?(?:都)?(?:要)?(?:重复|循环|反复)的?(?:任务|事项|工作|措施)?(?:之外|以外|外)?\)?"
    r"|(?:只[要看算])?一次性的?"
)
_FIRST = re.compile(
    r"(?=.*(?:最[多重大忙少长早]|第一|首位|榜首))"
    r".*(?:哪(?:一|1|两|2)?[个家项条位对]|是?谁|哪里)"
)
_WHICH = re.compile(r"谁(?!执法)|哪|几|多少")
_WHO = re.compile(r"谁(?!执法)|哪(?:一|[几些])?(?:个|家)?(?:单位|部门|家)")
_KINDS = {
    "units": _WHO,
    "measures": re.compile("哪(?:一|几|些)?[条项款](?!执法)|哪些(?:措施|任务|条款|工作)|第几[条项]"),
    "documents": re.compile("(?:哪(?:一|几|些)?(?:个|份|部)?|什么)(?:文件|法规|条例)"),
    "deadlines": re.compile("什么时候|何时|哪天|哪一天|几时|几月"),
}
"""What a question asks for, by the field of the answer that holds it."""
_YES_OR_NO = re.compile(r"吗|么|嘛|是不是|是否|是|有没有|有无|算|没有?[?]?$|[?]|\b(?:is|are|does|do|did|has)\b")
_PERIODS = {
    1: re.compile(
        "每(?:个|一个)?月(?!底前)|月月|按月|逐月|(?<![0-9十]一)(?<![0-9二三四五六七八九十上下半个])月一(?![日号月个共次起])"
    ),
    3: re.compile("每(?:个|一个)?季度?|按季度?|逐季|季季|(?<![0-9一二三四])季度?一"),
    6: re.compile("每(?:隔)?半年|(?<![上下])半年一?(?!内|前|以)[\u4e00-\u9fff]"),
}
_ROLE_ASKED = re.compile("有份|沾|[列挂]名|牵头|主办|主责|负责|责任|配合|协办|协助|角色|参与|有关|关系")
_POLITE = re.compile(
    r"^(?:现?(?:需要?|拟)(?:了解|知道|掌握|核对|查阅)|请问|请教|麻烦|劳驾|烦请|烦劳|敬请|恳请|有劳|(?:能否|能不能|可否|可以|方便)(?=帮|请|给|告|把|查|列|提)|请予?|帮我|帮忙|帮|给我|给(?=列|说|查|看|讲|数|找|报|算|理|捋|拉|整|念|翻|瞅|瞧|指|提|解)|替我|协助|我?想(?:知道|(?:问问|打听打听|请教请教|咨询咨询)[你您]?|问|查|看|了解|请教|咨询|打听|核对)|贵(?:平台|单位|系统|处|中心)"
    r"|问一下|问下|查询|查一下|查查|查下|(?<=请)查|看一下|看看|[看瞅瞧翻][一两]?[眼下]|[瞅瞧翻][瞅瞧翻]|列一下|告诉我|告知|(?<=请)提供|提供(?=.*(?:清单|名单|一览|明细|情况))|说说|说一下|列明|列示|列出(?=.*牵头)|明确(?=.*(?:的|之|哪|谁|由))|介绍一下|了解一下|了解下|核实|确认"
    r"|你好|您好|那么|please|can you|could you|tell me)(?:一下(?!半)|一下(?=半年[内的一])|[您你](?![能叫是会有])|[,了,:\s])*"
)
_TAIL = re.compile(
    r"(?:谢谢|多谢|thanks|please|吗|呢|呀|啊|吧|哈|哦|噢|嘛|来着|(?<=[啥么])没有?|(?:请|麻烦)(?:告知|告诉我|说一下|列一下)|[?？!！。.,,;;~…\s])+$"
)
_SPACED = re.compile(r"(?<=[0-9]) +(?=[年月日号条项季])|(?<=[年月第]) +(?=[0-9底末])")
_MARKS = re.compile(r"[?？!！。.,,;;~…\s]+$")
_REPEATED = (
    (re.compile(rf"(?P<n>{_N})(?P<thing>{_THING})(?:及|或者?|和)(?P=n)(?P=thing)(?=以[上下])"), r"\g<n>\g<thing>"),
    (re.compile(rf"(?<=以[上下内])[(,，、]?(?:含|包括){_N}{_THING}\)?"), ""),
)
"""An amount that is said twice: 三家及三家以上, 三项以上(含三项)."""


_FORMAL = re.compile("(?<=第)[零〇一二三四五六七八九十壹贰叁肆伍陆柒捌玖拾]+(?=[条款项])")
"""Numbers of clauses with figures as banks write them."""
_PLAIN = str.maketrans("壹贰叁肆伍陆柒捌玖拾", "一二三四五六七八九十")


def tidy(text: str) -> str:
    """A folded, lower-case question in Chinese, without politeness, end marks and the commonest spoken forms."""
    text = _SPACED.sub("", text)
    before, paper = None, ""
    while before != text:
        before = text
        named, text = according_to(text)
        paper = named or paper
        text = _TAIL.sub("", wanted(_POLITE.sub("", _MARKS.sub("", text.strip()))))
    text = spoken.written(in_chinese(_FORMAL.sub(lambda number: number[0].translate(_PLAIN), text)))
    for pattern, word in _REPEATED:
        text = pattern.sub(word, text)
    return (f"{paper}里,{text}" if paper else text) or before or ""


def roles(text: str) -> tuple[Role, ...]:
    """The roles that the question names, none when it names none."""
    found = [role for role, pattern in _ROLES if pattern.search(text)]
    if "lead" in found and "responsible" not in found and _ALSO_RESPONSIBLE.search(text):
        found.append("responsible")
    return tuple(found)


def consequences(text: str) -> list[str]:
    """What the text threatens (约谈, 通报批评)."""
    return _CONSEQUENCES.findall(text)


def counting(text: str, subject: str = "") -> bool:
    """Whether it asks how many. subject: that of the entry which answers; of targets the value is asked (不少于几人) unless the
    targets themselves are counted."""
    last = max((match.end() for match in _COUNTING.finditer(text)), default=0)
    listed = _KINDS["measures"].search(text, last)  # 一共几项,是哪几项 wants the list
    return last > 0 and not listed and (subject != "targets" or bool(_TARGETS_COUNTED.search(text)))


def counted(text: str) -> str:
    """What it asks the number of: "measure" (几条), "unit" (几家), "document" (几份), "" where it says none or several."""
    found = [kind for kind, pattern in _COUNTED.items() if pattern.search(text)]
    return found[0] if len(found) == 1 else ""


@dataclass(frozen=True, slots=True)
class Amount:
    """From least to most, both inclusive; None where that side is open."""

    least: int | None
    most: int | None


def amounts(text: str) -> list[Found]:
    """How far down a ranking (前三, top 5: at most that many) or how many (三项以上, 只有一项): kind "number", value an Amount."""
    found = []
    for pattern, low, high in _AMOUNTS:
        for match in pattern.finditer(text):
            written = match["n"]
            number = numerals.whole(written)
            if number is not None:
                amount = Amount(*(None if shift is None else number + shift for shift in (low, high)))
                found.append(Found("number", *match.span("n"), written, amount))
    return found


def ordinals(text: str) -> list[Found]:
    """Places in a ranking (第二多, 排名第三, 倒数第一): kind "ordinal", value the place, 1 the first."""
    found = []
    for match in _ORDINAL.finditer(text):
        name = next(name for name, written in match.groupdict().items() if written)
        number = numerals.whole(match[name])
        # 第一 is what 最多 says: entries for the one at the top have it in their words.
        if number is not None and (number > 1 or name == "m"):
            found.append(Found("ordinal", *match.span(name), match[name], number))
    return found


def once_only(text: str) -> list[Found]:
    """Words that leave out what recurs (每年重复的别算, 一次性任务): kind "once"."""
    return [Found("once", *match.span(), match[0], None) for match in _ONCE_ONLY.finditer(text)]


def fewest(text: str) -> bool:
    """Whether a ranking is asked for from its lower end."""
    return bool(_FEWEST.search(text))


def period(text: str) -> int:
    """Every how many months something is asked for that recurs (每半年: 6); 0 where no one period is said."""
    found = {months for months, pattern in _PERIODS.items() if pattern.search(text)}
    return found.pop() if len(found) == 1 else 0


def left_amount(masked: str) -> str:
    """An amount of a masked question that nothing made anything of (三项), "" when there is none. As many as there are units
    (U、U两家) say nothing new."""
    found = _UNREAD.search(masked)
    return "" if found is None or numerals.whole(found[0][:-1]) == masked.count("U") else found[0]


def singular(text: str) -> bool:
    """Whether it asks for the one at the top (哪个单位牵头最多)."""
    return bool(_FIRST.search(text))


def asks_who(text: str) -> bool:
    """Whether it asks for units."""
    return bool(_WHO.search(text))


def asked_for(text: str) -> str:
    """The one field of an answer that a question asks for, "" where it asks for several or says none."""
    found = [field for field, pattern in _KINDS.items() if pattern.search(text)]
    return found[0] if len(found) == 1 else ""


def asks_role(text: str, raw: str) -> bool:
    """Whether it asks if somebody has a role, so that yes or no is an answer: it asks for no 谁, 哪 or 几. raw: before it was
    tidied, with its 吗."""
    return not _WHICH.search(text) and bool(_ROLE_ASKED.search(text)) and bool(_YES_OR_NO.search(f"{text} {raw}"))
