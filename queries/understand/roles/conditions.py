"""Conditions on roles that a question combines (A牵头、B负责, A列名但不牵头, 没人牵头也没人配合), as an entry and its parameters.

What one condition says alone, the table of signatures and the examples know; this is for what only several say together.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from graph_loader.model import ROLES, Role
from queries.understand import slots
from queries.understand.binding import about_measures
from queries.understand.found import Found, beside
from queries.understand.question import Question
from queries.understand.roles import clauses
from queries.understand.roles.clauses import Clause

_ALL = frozenset(ROLES)
_LEAD = frozenset[Role]({"lead"})
_ENTRY_OF: Mapping[frozenset[Role], str] = {
    _LEAD: "measure-leads",
    frozenset({"responsible"}): "measure-responsible",
    frozenset({"supporting"}): "measure-supports",
}
ONLY_COMPOSED = frozenset({"measures-by-roles", "units-in-roles", "units-beside-unit"})
"""Entries that mean nothing without conditions."""
_OR = re.compile("U还是U")
_WITH_WHOM = re.compile("[同跟和与](?:谁|哪)|[同跟和与]U(?:一[起块同道]儿?|共同|联合)")
_BOTH = re.compile("既.*又|同时|都[有写列]|(?:有|写了|列了|写有|列有|明确了?)(?:牵头|责任|配合)(?:单位|部门)")
_ROLE_OR_ROLE = re.compile("(?:牵头|负责|责任|配合|协办)[^,U]{0,4}还是[^,U]{0,6}(?:牵头|负责|责任|配合|协办)")
_IT = re.compile("(?<!其)[它他]们?|(?<![不没]在)其中|[没未不](?:有|是|曾)?[和跟与同]U")
"""What stands for something that another question named, or denies no more than that a unit does it with another."""
_OTHERS = re.compile("还有(?:没有)?(?:别|其[他它])")
_EACH = re.compile("哪|各有?几")
_EITHER = re.compile("(?:牵头|负责|责任|配合)(?:的|单位)?(?:或者?|和|及|、)(?:牵头|负责|责任|配合|协助)")
_OF_UNITS = re.compile(
    "(?<!没)[当做作任]过?(?:牵头|责任|配合)|(?:单位|部门)(?:都|一共)?(?:是|有|为)?(?:哪|几|多少)|哪[些几]?(?:个|家)?(?:单位|部门)"
)
"""What asks for units where none is named: 从没当过牵头的, 哪些单位."""
_ENDS_IN_UNITS = re.compile("(?:单位|部门)(?:名单)?(?:有|是|为)?$")


@dataclass(frozen=True, slots=True)
class Composed:
    """An entry and its parameters but for the places and documents to look in."""

    entry: str
    params: Mapping[str, Any]


def compose(question: Question) -> Composed | None:
    """What a question that combines conditions on roles means; None where it combines none, or says something else besides."""
    masked = _one_body(question)
    if _IT.search(masked) or not clauses.understood(masked):
        return None
    said = clauses.read(masked)
    units = [item for item in beside(list(question.about), question.found) if item.kind == "unit"]
    if any(place >= len(units) for clause in said for place in clause.units):
        return None
    measures = _measures(question)
    asks = slots.read(masked).asks
    if any(clause.asks for clause in said):
        if "measures" in asks and _OTHERS.search(masked):
            return _with_others(said, units)
        return _who(said, units, measures, masked)
    if measures:
        named = [place for clause in said for place in clause.units]
        if named and _ROLE_OR_ROLE.search(masked):
            return Composed("measure-unit-role", {"units": _ids(units, named), "measures": measures})
        return _which_of(said, units, measures) if _OR.search(masked) else None
    if _ENDS_IN_UNITS.search(masked) and not asks:
        return None
    return _which_measures(
        said,
        units,
        bool(_EITHER.search(masked) or len(_EACH.findall(masked)) > 1),
        bool(_BOTH.search(masked) and asks & {"measures", "count"}),
        bool(_OF_UNITS.search(masked)),
    )


def _with_others(said: Sequence[Clause], units: Sequence[Found]) -> Composed | None:
    """Measures that others lead besides a unit (除了A还有别的单位牵头)."""
    if _union(said) != _LEAD or not any(clause.excepted for clause in said):
        return None
    return Composed("unit-leads-jointly", {"units": _ids(units, [place for clause in said for place in clause.units])})


def _one_body(question: Question) -> str:
    """The masked question, in which just one body (只有一家) is written out."""
    one = any(item.value.least == item.value.most == 1 for item in question.of("number"))
    return question.masked_about.replace("N家", "一家").replace("N个", "一个") if one else question.masked_about


def _measures(question: Question) -> list[str]:
    named = [value for item in question.of("measure") for value in item.value]
    return named or (about_measures(question) if question.topics else [])


def _ids(units: Sequence[Found], places: Sequence[int]) -> list[str]:
    return list(dict.fromkeys(unit_id for place in places for unit_id in units[place].value))


def _roles(roles: frozenset[Role]) -> list[Role]:
    return [role for role in ROLES if role in (roles or _ALL)]


def _which_of(said: Sequence[Clause], units: Sequence[Found], measures: list[str]) -> Composed | None:
    """Which of several units has a role in a measure (牵头的是A还是B)."""
    roles = frozenset[Role]().union(*(clause.roles for clause in said))
    named = [place for clause in said for place in clause.units]
    if not roles or any(clause.no for clause in said):
        return None
    return Composed("measure-unit-role", {"units": _ids(units, named), "measures": measures, "roles": _roles(roles)})


def _who(said: Sequence[Clause], units: Sequence[Found], measures: list[str], masked: str) -> Composed | None:
    """Units in a role beside those that the question names: 除了A谁牵头, A牵头的谁配合."""
    asked = [clause for clause in said if clause.asks]
    told = [clause for clause in said if not clause.asks and clause.units]
    if len(asked) != 1 or any(clause.no and not clause.excepted for clause in said):
        return None
    (who,) = asked
    if any(clause.helped for clause in said):
        return _helpers(said, units, measures)
    excepted = [place for clause in said if clause.excepted for place in clause.units]
    with_roles = [clause for clause in told if clause.roles and not clause.excepted]
    told = [clause for clause in told if not clause.excepted]
    if excepted and measures and not told:
        return _besides(who.roles, _ids(units, excepted), measures)
    if who.units or not who.roles or not (told or excepted) or (excepted and measures):
        return None
    if not told:
        return Composed("unit-list", {"roles": _roles(who.roles), "excepted": _ids(units, excepted)})
    with_whom = (
        bool(measures or excepted or who.roles != _LEAD)
        and not with_roles
        and len(told) == 1
        and bool(_WITH_WHOM.search(masked))
    )
    known = {(tuple(_ids(units, clause.units)), clause.roles) for clause in with_roles}
    if with_whom:
        known = {(tuple(_ids(units, told[0].units)), who.roles)}
    if len(known) != 1:
        return None
    ((ids, roles),) = known
    if measures and roles == who.roles and not with_whom:
        return None
    params = {"units": list(ids), "having": _roles(roles), "other_having": _roles(who.roles)}
    return Composed("units-beside-unit", {**params, "within": measures, "excepted": _ids(units, excepted)})


def _besides(roles: frozenset[Role], units: list[str], measures: list[str]) -> Composed | None:
    """Other units of a measure (除了A谁配合, 除了A还有谁)."""
    if roles == _LEAD:
        return None
    params = {"measures": measures, "without": units}
    entry = _ENTRY_OF.get(roles, "measure-units")
    return Composed(entry, {**params, "roles": _roles(roles)} if entry == "measure-units" else params)


def _helpers(said: Sequence[Clause], units: Sequence[Found], measures: list[str]) -> Composed | None:
    """Units that support another (谁配合A)."""
    (helped, *more) = [clause for clause in said if clause.helped]
    if more or any(clause.units for clause in said if clause is not helped):
        return None
    params = {"units": _ids(units, helped.units), "having": ["lead"], "other_having": ["supporting"]}
    return Composed("units-beside-unit", {**params, "within": measures})


def _which_measures(
    said: Sequence[Clause], units: Sequence[Found], either_role: bool, both: bool, of_units: bool
) -> Composed | None:
    if any(clause.helped for clause in said):
        return None
    named = list(dict.fromkeys(tuple(_ids(units, [place])) for clause in said for place in clause.units))
    nobody = [clause for clause in said if clause.anybody and clause.no]
    if not named:
        return _never_lead(said) if of_units else _shaped(said, both)
    of_unit = {ids: [c for c in said if any(tuple(_ids(units, [place])) == ids for place in c.units)] for ids in named}
    if len(named) == 1:
        return _of_one(list(named[0]), of_unit[named[0]], said, nobody, either_role)
    if len(named) == 2 and any(clause.alone for clause in said) and not any(clause.excepted for clause in said):
        return _of_just(said, units)
    if len(named) == 2 and not nobody:
        return _of_two(*((list(ids), of_unit[ids]) for ids in named))
    return None if nobody else _of_several(said, units)


def _never_lead(said: Sequence[Clause]) -> Composed | None:
    """Units that have other roles only (光当责任单位、没牵过头的)."""
    having = _union(clause for clause in said if not clause.no)
    only = any(clause.only for clause in said) or "lead" in _union(clause for clause in said if clause.no)
    return Composed("unit-only-responsible", {}) if only and having == frozenset({"responsible"}) else None


def _shaped(said: Sequence[Clause], both: bool) -> Composed | None:
    """Measures in which some role is or is not given, whoever has it. both: whether it says that all of several are."""
    having = _union(clause for clause in said if not clause.no)
    lacking = _union(clause for clause in said if clause.no)
    only = any(clause.only and clause.noun and not clause.alone for clause in said)
    no_other = any(clause.no and clause.anybody and not clause.roles for clause in said)
    alone = any(clause.alone for clause in said) and (bool(lacking) or no_other or bool(having - _LEAD))
    written = any(clause.written for clause in said)
    if any(clause.no and not (clause.roles or clause.anybody) for clause in said) or having & lacking:
        return None
    if only and len(having) == 1:
        lacking |= _ALL - having
    denied_only = lacking and not having and not alone
    several = both and bool(having) and all(clause.noun for clause in said)
    if (denied_only and lacking == _LEAD) or not (lacking or alone or several or (written and having)):
        return None
    if written and lacking:
        return None
    exclusive = _roles(having) if alone else []
    if alone and having == frozenset(ROLES[:2]):
        having = frozenset()  # 负责 is said of either
    return Composed(
        "measures-by-roles",
        {
            "having": _roles(having) if having else [],
            "lacking": _roles(lacking) if lacking else [],
            "exclusive": exclusive,
            "written": int(written),
        },
    )


def _of_one(
    ids: list[str], own: Sequence[Clause], said: Sequence[Clause], nobody: Sequence[Clause], either_role: bool
) -> Composed | None:
    """Measures of one unit: in one role and not in another, by itself, or where nobody has some role."""
    having = _union(clause for clause in own if not clause.no)
    lacking = _union(clause for clause in own if clause.no)
    if any(clause.excepted for clause in own):
        return None
    if len(own) + len(nobody) < len(said):
        return _by_others(ids, own, said)
    if nobody:
        roles = _union(nobody)
        alone = any(clause.alone for clause in own) and (roles == _ALL or not roles or having == frozenset(ROLES[:2]))
        if lacking or (not alone and (not roles or roles == having)):
            return None
        params: dict[str, Any] = {"units": ids, "roles": _roles(having)}
        return Composed(
            "measures-by-roles", {**params, **({"exclusive": _roles(_ALL)} if alone else {"lacking": _roles(roles)})}
        )
    if any(clause.only for clause in own) and having == frozenset({"supporting"}):
        lacking |= _ALL - having
    if any(clause.alone for clause in own) or lacking == _ALL:
        return None
    if not lacking:
        # 负责或者配合的
        either = either_role and len({clause.roles for clause in own}) == len(own) and len(having) > 1
        return Composed("unit-ledger", {"units": ids, "roles": _roles(having)}) if either else None
    if all(clause.no for clause in own):
        several = len(own) > 1 and len(lacking) > 1
        return Composed("measures-not-involving", {"units": ids, "roles": _roles(lacking)}) if several else None
    having = (having or _ALL) - lacking
    return (
        Composed("unit-in-role-not-another", {"units": ids, "having": _roles(having), "lacking": _roles(lacking)})
        if having
        else None
    )


def _by_others(ids: list[str], own: Sequence[Clause], said: Sequence[Clause]) -> Composed | None:
    """Measures in which some unit has a role and this one has not (写明了牵头单位但牵头的不是A)."""
    given = [clause for clause in said if not clause.units]
    having, lacking = _union(given), _union(own)
    denied = all(clause.no and not clause.only for clause in own)
    if not denied or not having or any(clause.no or clause.alone or clause.only or clause.asks for clause in given):
        return None
    written = int(any(clause.written for clause in said))
    params = {"having": _roles(having), "written": written, "without": ids, "without_roles": _roles(lacking)}
    return Composed("measures-by-roles", params)


def _of_just(said: Sequence[Clause], units: Sequence[Found]) -> Composed | None:
    """Measures in which just the units named have a role, or in which they alone have any; with another unit in a role of its own
    (A牵头、责任单位只有B)."""
    positive = [clause for clause in said if clause.units and not clause.no]
    just = [clause for clause in positive if clause.alone]
    more = [clause for clause in positive if not clause.alone]
    having = _union(just)
    ids = _ids(units, [place for clause in just for place in clause.units])
    others = _ids(units, [place for clause in more for place in clause.units])
    if len(just) != 1 or len(more) > 1 or not (having or any(clause.no for clause in said)):
        return None
    roles = _roles(having)
    params = {"units": ids, "roles": roles, "exclusive": roles, "others": others, "other_having": _roles(_union(more))}
    return Composed("measures-by-roles", params)


def _of_two(one: tuple[list[str], Sequence[Clause]], other: tuple[list[str], Sequence[Clause]]) -> Composed | None:
    """Measures of two units, each with its role, or of one and not of the other."""
    says = [(ids, _union(own), [clause.no for clause in own]) for ids, own in (one, other)]
    if any(clause.excepted or clause.alone or clause.only for _, own in (one, other) for clause in own):
        return None
    if any(len(set(no)) > 1 for _, _, no in says):
        return None
    denied = [entry for entry in says if entry[2][0]]
    if len(denied) == 2 and denied[0][1] == denied[1][1]:
        return Composed("measures-not-involving", {"units": [*one[0], *other[0]], "roles": _roles(denied[0][1])})
    does = [entry for entry in says if not entry[2][0]]
    if len(does) == 2:
        (ids, roles, _), (others, other_roles, _) = does
        if roles == other_roles and (roles in (_LEAD, _ALL) or not roles):
            return None
        params = {"having": _roles(roles), "other_having": _roles(other_roles)}
        return Composed("units-in-roles", {"units": ids, "others": others, **params})
    if len(does) != 1 or (denied[0][1] and not does[0][1]):
        return None
    lacks = denied[0][1]
    if does[0][1] == lacks == _LEAD:
        return None
    params = {"having": _roles(does[0][1]), "lacking": _roles(lacks)}
    return Composed("unit-without-other", {"units": does[0][0], "others": denied[0][0], **params})


def _of_several(said: Sequence[Clause], units: Sequence[Found]) -> Composed | None:
    """Measures in which several units have a role and others have not (A与B共同负责、C不在其中)."""
    if any(clause.excepted or clause.alone or clause.only for clause in said) or not all(
        clause.units for clause in said
    ):
        return None
    does, denied = ([clause for clause in said if clause.no == no] for no in (False, True))
    if not denied or len({clause.roles for clause in does}) != 1 or len({clause.roles for clause in denied}) != 1:
        return None
    ids, others = (_ids(units, [place for clause in group for place in clause.units]) for group in (does, denied))
    params = {"units": ids, "roles": _roles(does[0].roles), "without": others, "without_roles": _roles(denied[0].roles)}
    return Composed("measures-by-roles", params)


def _union(said: Any) -> frozenset[Role]:
    return frozenset[Role]().union(*(clause.roles for clause in said))
