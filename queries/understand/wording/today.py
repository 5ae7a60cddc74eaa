"""The day of asking, where the question says itself which it is: 今天是2024年2月1日,哪些过期了; 都三月了,有没有过期的."""

from __future__ import annotations

import re
from datetime import date

from queries.understand import dates

_SAID = re.compile(
    "^(?:假如|如果|假设|假定|设|若)?(?:说)?(?:(?:今天|今日|现在|眼下|当前|此刻)(?:的?日期)?(?:已经|就)?(?:是|为|算|按|到了?)|(?:以|站在|按|就))"
    "(?P<day>20[0-9]{2}[^,，。;；来看为计算这]{3,8})(?:这一?天)?(?:来看|看|为准|计算?|算)?(?:的话)?[,，。;；]"
)
_REMARKED = re.compile(
    "^(?:今天|今日|今儿|现在|眼下|眼看着?|如今|这会儿|转眼|这)?(?:也|又|就)?(?:都|已经?|快|到|进|过)+了?"
    "(?P<day>(?:20[0-9]{2}年|今年|年)?(?:[0-9一二三四五六七八九十]{1,3}月份?(?:[0-9一二三四五六七八九十]{1,3}[日号])?|[上下]半年|第?[一二三四1-4]季度)?"
    "(?:年?月?[初中底末尾]|[上中下]旬)?)(?:了|啦|咯|喽|嘞)[,，。;；!！]"
)
"""What only remarks how late it is."""
_LATE = re.compile("[过逾超]期|过了(?:期限|时限|日子|截止)|(?:已经?|早就?|都)到期")
"""What is asked of what lies behind that day."""


def day_of_asking(text: str, today: date) -> tuple[str, date]:
    """A folded question without the clause that says which day it is asked on, and that day; today where it says none."""
    match = _SAID.match(text)
    found = dates.find(match["day"], today) if match else []
    if match and len(found) == 1 and found[0].kind == "date" and found[0].value.first == found[0].value.last:
        return text[match.end() :], found[0].value.first
    remarked = _REMARKED.match(text)
    if remarked and _LATE.search(text, remarked.end()):
        return text[remarked.end() :], _within(remarked["day"], today)
    return text, today


def _within(said: str, today: date) -> date:
    """Today, or the first day of the month or span that is said to have come, where today is not in it."""
    for item in dates.find(said, today):
        days = dates.months_of(today.year, item.value) if item.kind == "month" else (item.value.first, item.value.last)
        return today if days[0] <= today <= days[1] else days[0]
    return today
