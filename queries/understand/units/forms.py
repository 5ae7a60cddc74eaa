"""The ways to write a unit in a question."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from itertools import product

from queries.directory import KnownUnit
from queries.understand.content.topics import plain
from queries.understand.units.groups import unbracketed

LEVEL = re.compile("^[省市州盟县区旗](?=.{2})")
"""What stands for the place in the name of a body: 市 in 市财政局."""
NO_BODY = ("政府", "人民政府", "党委")
"""Words that alone name no body: 政府立法."""
SHORTEST = 4
"""Characters of a name that stands for a body without 市 or 县."""
_BODY = re.compile("^(?:人民政府|政府|委|党委)(?=.{2})(?!办公室$|办公厅$|员会)")
_BODY_OFFICE = re.compile("(?:政府|委)办公室$")

_ALL_BODIES = re.compile("^(?P<level>[省市州盟县区旗])(?:直属?|级)(?:机关)?(?:各|有关|相关)*(?:部门|单位)$")
"""All bodies of a level, as papers call them."""


def by_form(units: Iterable[KnownUnit]) -> Mapping[str, tuple[str, ...]]:
    """Ids of the units that each form can mean: in each place those that bear it as their name before those that may be
    written so, before those of which it is short."""
    ranked: defaultdict[str, dict[str, tuple[int, list[str]]]] = defaultdict(dict)
    for unit in units:
        for form, rank in _forms(unit).items():
            best, ids = ranked[form].get(unit.jurisdiction, (rank, []))
            if rank < best:
                ranked[form][unit.jurisdiction] = (rank, [unit.id])
            elif rank == best:
                ranked[form][unit.jurisdiction] = (rank, [*ids, unit.id])
    return {form: tuple(id for _, ids in places.values() for id in ids) for form, places in ranked.items()}


def _forms(unit: KnownUnit) -> dict[str, int]:
    """Ways to write a unit in a question with their rank: 0 its name (with or without its place), 1 another name of it, 2 one
    without 市, 市政府 or 各."""
    place = plain(unit.jurisdiction)
    forms: dict[str, int] = {}
    for rank, name in enumerate(
        dict.fromkeys(plain(name) for name in (unit.name, unit.full_name, *unit.aliases) if name)
    ):
        rank = min(rank, 1)
        bare = LEVEL.sub("", name)
        written = {name: rank}
        if bare != name:
            written |= {place + bare: rank, (place[:-1] if len(place) > 2 else "") + bare: max(rank, 1)}
            body = _BODY.sub("", bare)
            # Alone, 政府 is a word and no body: 政府立法.
            short = [
                *([] if bare.startswith("委") or bare in NO_BODY else [bare]),
                *([body, name[0] + body] if len(body) > 1 else []),
            ]
            written = {**dict.fromkeys(short, 2), **written}
        if name.endswith("办"):
            written |= {f"{form}公室": max(found, 1) for form, found in written.items() if form.endswith("办")}
        if name.endswith("办公室") and _BODY_OFFICE.search(name):
            written |= {form.removesuffix("公室"): max(found, 1) for form, found in written.items()}
        if "(" in name:  # 各区县(市)政府
            bodies = [form for each in written for form in unbracketed(each)]
            written |= {form: max(2, rank) for form in bodies if form not in written}
        if unit.group and (bodies_of := _ALL_BODIES.match(name)):
            written |= {form: 2 for form in _all_bodies(bodies_of["level"]) if form not in written}
        if unit.group and len(name) > 3:
            written |= {form.replace("各", ""): 2 for form in tuple(written) if form.replace("各", "") not in written}
        at = name.find(place[:-1], 1) if len(place) > 2 else -1
        if at > 0 and len(branch := name[at + len(place) - 1 :].removeprefix(place[-1])) >= SHORTEST:
            written.setdefault(branch, 2)  # 供电公司 for 国网双溪供电公司
        for form, found in written.items():
            forms[form] = min(found, forms.get(form, found))
    return forms


def _all_bodies(level: str) -> Iterator[str]:
    """The other ways to say all bodies of a level: 市直各单位, 市级各部门 and 各市直部门 for 市直各部门."""
    for under, each, what in product(
        ("直", "级", "直机关", "直属"), ("各", "各有关", "各相关", "有关", "相关", ""), ("部门", "单位")
    ):
        yield f"{level}{under}{each}{what}"
        yield f"各{level}{under}{what}"
