"""The day of asking, where the question says itself which it is: 今天是2024年2月1日,哪些过期了."""

from __future__ import annotations

import re
from datetime import date

from queries.understand import dates

_SAID = re.compile(
    "^(?:假如|如果|假设|假定|设|若)?(?:说)?(?:(?:今天|今日|现在|眼下|当前|此刻)(?:的?日期)?(?:已经|就)?(?:是|为|算|按|到了?)|(?:以|站在|按|就))"
    "(?P<day>20[0-9]{2}[^,，。;；来看为计算这]{3,8})(?:这一?天)?(?:来看|看|为准|计算?|算)?(?:的话)?[,，。;；]"
)


def day_of_asking(text: str, today: date) -> tuple[str, date]:
    """A folded question without the clause that says which day it is asked on, and that day; today where it says none."""
    match = _SAID.match(text)
    found = dates.find(match["day"], today) if match else []
    if match is None or len(found) != 1 or found[0].kind != "date" or found[0].value.first != found[0].value.last:
        return text, today
    return text[match.end() :], found[0].value.first
