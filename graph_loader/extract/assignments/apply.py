"""Applies the rules that a document declares to its statements (census of 50 plans, rows 4-6, 17, 18)."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping, Sequence

from graph_loader.extract.assignments.declared import Declaration
from graph_loader.extract.assignments.lexing import clauses, items
from graph_loader.extract.assignments.reading import Doubt, Name, Reading

_LEAD_RULES = ("first-listed", "before-separator", "no-lead")


def apply(
    text: str, readings: Sequence[Reading], declarations: Sequence[Declaration], closing: Mapping[int, int]
) -> list[Doubt]:
    """Change the names' roles in place. A rule in a statement holds for it, and from there on when it says so or stands only
    there; a rule outside statements holds for the whole document. Returns doubts about rules that could not be applied.
    """
    doubts: list[Doubt] = []
    homes = _homes(declarations, readings)
    whole = homes.pop(None, [])
    for each in whole:
        if each.kind == "invisible-mark":
            doubts.append(
                Doubt("牵头单位以字体标出，读出的文字里看不见", each.start, each.end, "请对照原件确认牵头单位")
            )
    signs = {each.sign: each for each in declarations if each.kind == "mark"}
    current: Declaration | None = next((each for each in whole if each.kind in _LEAD_RULES), None)
    implied = [name for each in whole if each.kind == "implied" for name in _implied_names(text, each, closing)]
    printed = [each for group in homes.values() for each in group if each.kind in _LEAD_RULES]
    for place, reading in enumerate(readings):
        own = homes.get(place, [])
        rule = current
        for each in own:
            if each.kind in _LEAD_RULES:
                rule = each
                if each.onward or len(printed) == 1:
                    current = each
                if not each.onward and len(printed) == 1:
                    reading.doubts.append(
                        Doubt("牵头规则没有写“下同”，按以下各条都适用读", reading.start, reading.end, "只适用于本条")
                    )
        _signs(reading, signs)
        if rule and not reading.has("lead"):
            _lead(reading, rule)
        _add_implied(text, reading, implied)
        for each in own:
            if each.kind == "implied":
                implied.extend(_implied_names(text, each, closing))
    return doubts


def _homes(declarations: Sequence[Declaration], readings: Sequence[Reading]) -> dict[int | None, list[Declaration]]:
    """The declarations that stand in each reading (by its place), and under None those that stand in none."""
    starts = [reading.start for reading in readings]
    homes: dict[int | None, list[Declaration]] = {}
    for declaration in declarations:
        place: int | None = bisect_right(starts, declaration.start) - 1
        if place is not None and (place < 0 or readings[place].end <= declaration.start):
            place = None
        homes.setdefault(place, []).append(declaration)
    return homes


def _signs(reading: Reading, signs: Mapping[str, Declaration]) -> None:
    marked = [name for name in reading.names if name.mark and (not signs or name.mark in signs)]
    for name in marked:
        name.role, name.rule, name.inferred = "lead", "asterisk" if name.mark == "*" else "mark", name.mark not in signs
    rule = signs.get(marked[0].mark) if marked else None
    if rule and rule.others:
        for name in reading.names:
            if not name.mark and name.role == "responsible":
                name.role = rule.others


def _lead(reading: Reading, rule: Declaration) -> None:
    names = [name for name in reading.names if name.role == "responsible" and not name.implied]
    if rule.kind == "first-listed":
        leads = names[: rule.count]
    elif rule.kind == "no-lead":
        leads = names
    else:
        leads = [name for name in names if not _past(name, rule.sign)]
    for name in names:
        if name in leads:
            name.role, name.inferred, name.rule = "lead", True, rule.kind
        elif rule.others:
            name.role, name.inferred, name.rule = rule.others, True, rule.kind


def _past(name: Name, sign: str) -> bool:
    return bool(name.commas if sign == "," else name.semicolons if sign == ";" else False)


def _implied_names(text: str, declaration: Declaration, closing: Mapping[int, int]) -> list[Name]:
    assert declaration.who is not None
    names: list[Name] = []
    for clause in clauses(text, *declaration.who, closing):
        for item in items(text, clause.start, clause.end, closing):
            words = text[item.start : item.end]
            start = item.start + len(words) - len(words.lstrip())
            end = start + len(words.strip())
            if end > start:
                names.append(Name(start, end, declaration.role, "declared", True, implied=True))
    return names


def _add_implied(text: str, reading: Reading, implied: Sequence[Name]) -> None:
    printed = {text[name.start : name.end] for name in reading.names}
    for name in implied:
        if text[name.start : name.end] not in printed:
            reading.names.append(Name(name.start, name.end, name.role, name.rule, True, implied=True))
