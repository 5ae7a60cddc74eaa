"""Measures named by number in a question: 第十条, （十一）, 措施16, 第四、五项."""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Mapping

from graph_loader.extract import numerals
from queries.directory import KnownMeasure
from queries.understand.found import Found

_N = "(?:[0-9]{1,3}(?![0-9])|[〇零一二三四五六七八九十百]{1,5})(?![共起道同般样直旦])"
_ONE = rf"(?:第\s?)?[\(\[]\s?{_N}\s?[\)\]]|第?\s?{_N}"
_COUNTER = "(?:条|项|款|点|号|个)"
_GOES_ON = (
    r"\s?(?:$|[,，?？]|\s(?!措施|任务)|[讲说写]|规定(?!了?[时期])|要求|[什啥]么?|怎|有(?:没有|什么|啥|哪|几|多少)|援?引|依据|由|归|最[迟晚终后]|"
    r"是(?!哪[几些]?[条项件]|[几多])|都?(?:有|涉及)(?:谁|哪些?(?:牵头|责任|配合)?(?:单位|部门|人))|没[做办完]|压根|原来|当初|"
    r"现在|到底|到期|完成|追|问责|量?化?(?:目标|指标)|证据|原[文话]|全文|全部时限|牵头|时间|期限|截止|办理|里头?(?!.*[哪几][条项]))"
)
"""What is asked of a measure that is named by its number alone."""
_FORMS = tuple(
    re.compile(form)
    for form in (
        # 第十条, 第（四）项, 第四、五、六条; not 前十条, 哪几条, 至少2项, 三项以上
        rf"(?<![前几少多过于于0-9])第\s?(?P<list>[\(\[]?{_N}[\)\]]?(?:\s?[、,和及与]\s?第?[\(\[]?{_N}[\)\]]?)*)\s?{_COUNTER}"
        r"(?:措施|任务|工作|条款|内容|事项|规定)?(?!以上|以下|季度|年)",
        # （二十）, [4]
        rf"(?P<list>[\(\[]\s?{_N}\s?[\)\]](?:\s?[、,和及与]\s?[\(\[]\s?{_N}\s?[\)\]])*)\s?{_COUNTER}?(?:措施|任务)?",
        # 措施十一, 条款3
        rf"(?:措施|任务|条款|条目)\s?(?:第|#)?"
        rf"(?P<list>[\(\[]?{_N}[\)\]]?)(?![0-9项个条年月家多少大重名位])",
        # 16条谁牵头, 27条 时限; 五是谁牵头的: only where a question goes on behind the number
        rf"^(?P<list>{_N})\s?(?:条|项)?(?=是?[由谁的归哪]|牵头|责任|配合|时限|内容)",
        rf"(?P<list>(?<![0-9前几少多过于这那该哪某每])(?!一[条项]){_N})(?:条|项)(?=是?[由谁归哪]|的?(?:牵头|责任|配合|时限|内容))",
        rf"(?:^|(?<=[\s,，。:：;；])|(?<=谁牵头|谁负责)|(?<=查明|核实|看看|查查|关于|针对|说说|问问|问下|看下|查下|想问|请问))(?![一两二]\s?[条项款])(?P<list>{_N})\s?[条项款](?={_GOES_ON})",
        # 序号为十七的措施, 编号3
        rf"(?:序号|编号|条号)(?:为|是|:)?\s?第?(?P<list>[\(\[]?{_N}[\)\]]?)[条项号]?(?:的?(?:那[条项个])?(?:措施|任务|条款|事项|工作))?",
        # 十七这一条
        rf"(?<![0-9〇零一二三四五六七八九十百第])(?P<list>{_N})[这那]一?[条项款](?!目)",
        # 河汐 3 牵头单位
        rf"(?:^|(?<=\s))(?P<list>{_N})(?=\s+(?:是?[由谁的归哪]|牵头|责任|配合|时限|期限|截止|内容|原文|问责|追责|指标|目标|证据))",
        # 二十二条除了某局还有谁
        rf"^(?P<list>{_N})条(?=里?(?:,|，)?(?:抛开|除|撇开|刨|不算|去掉))",
        # 9号措施
        r"(?P<list>[0-9]{1,3})号(?:措施|任务|条款)",
    )
)
_RANGE = re.compile(
    rf"第\s?[\(\[]?(?P<first>{_N})[\)\]]?{_COUNTER}?(?:到|至|-|—|~)第?[\(\[]?(?P<last>{_N})[\)\]]?{_COUNTER}(?:措施|任务)?"
)
"""From one measure to another: 第四条到第六条, 第4至6项."""
_PART = re.compile(_N)


class Numbers:
    """Measures by the value of their number."""

    def __init__(self, measures: Iterable[KnownMeasure]) -> None:
        by_value: dict[int, list[KnownMeasure]] = defaultdict(list)
        for measure in measures:
            value = number_value(measure.number)
            if value is not None:
                by_value[value].append(measure)
        self._by_value: Mapping[int, list[KnownMeasure]] = by_value

    def find(self, text: str) -> list[Found]:
        """Numbers of measures in a folded question, kind "measure"; value: ids of all measures that carry the number, none
        when no loaded document has it. Brackets are looked at: (三) prefers measures printed with brackets to a "3."."""
        found = []
        for form in _FORMS:
            for match in form.finditer(text):
                ids: list[str] = []
                for part in _PART.findall(match["list"]):
                    ids.extend(self._ids(numerals.whole(part), "(" in match[0] or "[" in match[0], "条" in match[0]))
                found.append(Found("measure", *match.span(), match[0].strip(), tuple(dict.fromkeys(ids))))
        for match in _RANGE.finditer(text):
            first, last = (numerals.whole(match[name]) for name in ("first", "last"))
            if first is not None and last is not None and first < last:
                ids = [id for value in range(first, last + 1) for id in self._ids(value, "(" in match[0])]
                found.append(Found("measure", *match.span(), match[0], tuple(dict.fromkeys(ids))))
        return found

    def _ids(self, value: int | None, bracketed: bool, article: bool = False) -> list[str]:
        measures = self._by_value.get(value, []) if value is not None else []
        # Of a paper's 第二条 and ②, the first is meant by 第二条.
        articles = {measure.document_id for measure in measures if article and measure.number.endswith("条")}
        measures = [each for each in measures if each.document_id not in articles or each.number.endswith("条")]
        alike = [measure for measure in measures if ("(" in measure.number or "（" in measure.number) == bracketed]
        return [measure.id for measure in (alike if bracketed and alike else measures)]


def number_value(number: str) -> int | None:
    """The value of a printed number: "(四)", "4.", "④" and "四、" are all 4; None where there is none."""
    part = re.search(rf"^[^\w]*第?({_N})[条款项]?[^\w]*$", unicodedata.normalize("NFKC", number))
    return numerals.whole(part[1]) if part else None
