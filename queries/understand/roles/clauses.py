"""A question about roles, taken apart clause by clause: of each clause which units it names, in which roles, and whether it says no."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import Literal

from graph_loader.model import ROLES, Role
from queries.understand import slots

_ROLE_OF: dict[str, frozenset[Role]] = {
    "lead": frozenset({"lead"}),
    "responsible": frozenset({"responsible"}),
    "supporting": frozenset({"supporting"}),
    "do": frozenset({"lead", "responsible"}),
    "share": frozenset(ROLES),
}
"""Roles that a concept stands for. 负责 is said of a lead too, unless the question tells leads apart."""
_FRAMING = frozenset({"unit", "document", "section", "measure", "words", "together", "common", "members", "mention"})
"""Concepts that say no condition of their own."""
_BREAK = re.compile("[,，、;；:：。?？!！()]|而且|并且|但是?|却|不过|而(?!非)|且|也|又|并(?!列)")
_JOINS = re.compile("[和与跟及、或同]+(?:者)?")
_NOUN = re.compile("单位|部门|机构|主体")
_EXCEPT = re.compile("^除|^不(?:算|含|包括)|外$|^(?:besides|apart from|other than|except)|^[去撇抛刨扣]|^[排剔]除")
_COUNTED = re.compile("[一1单]|独[自立家]|唯一|自己")
"""In a word of being alone: one body, and not one role."""
_NOBODY = re.compile("^[没未无]")
"""A word of being alone that says so by nobody else: 没有别家."""
_NOT_WRITTEN = re.compile("^[没未无缺空不](?!是|由|为|用|属|居|任|当|做)")
"""No such body at all (没有配合单位, 没写谁配合), where it does not say that a unit is none (不是牵头单位)."""
_BECOMES = re.compile("[当作任是为成]")
_HELPED = re.compile("(?:配合|协助|协办)(?:好|着)?$")
"""What a unit directly behind is the one that is helped by: 配合A的有谁."""
_ASKED = {"asks": ("units", "measures", "count")}

Kind = Literal["unit", "role", "no", "except", "only", "alone", "others", "written", "who", "break"]


@dataclass(frozen=True, slots=True)
class _Token:
    kind: Kind
    start: int
    end: int
    text: str
    roles: frozenset[Role] = frozenset()


@dataclass(slots=True)
class Clause:
    """units: places of the units among those of the question. roles: none where it says none. anybody: whether it speaks of any
    unit (没人配合). asks: whether it asks for units. only: in this role only. alone: this unit only. noun: whether the role is that of
    bodies (配合单位). helped: whether it says who supports its unit (谁配合A). nobody: whether its no, which
    ends at no_at, may mean that there is no such body."""

    units: list[int] = field(default_factory=list)
    roles: frozenset[Role] = frozenset()
    no: bool = False
    excepted: bool = False
    only: bool = False
    alone: bool = False
    anybody: bool = False
    asks: bool = False
    written: bool = False
    noun: bool = False
    helped: bool = False
    nobody: bool = False
    no_at: int = 0

    @property
    def says(self) -> bool:
        """Whether it says anything of roles."""
        return bool(self.units or self.roles or self.alone or self.anybody or self.asks)


def read(masked: str) -> list[Clause]:
    """The clauses of a masked question that say something of roles, each with what it takes from the one before it; none where a
    word stands in the question that is not of this language."""
    tokens = list(_tokens(masked))
    clauses = [Clause()]
    for at, token in enumerate(tokens):
        before = tokens[at - 1] if at else token
        joined = bool(_JOINS.fullmatch(masked[before.end : token.start].strip()) and before.kind == token.kind)
        helped = token.kind == "unit" and bool(_HELPED.search(masked, 0, token.start))
        if not helped and (_begins(clauses[-1], token, joined) or _denies_next(clauses[-1], token, masked)):
            clauses.append(Clause())
        _add(clauses[-1], token, masked)
        clauses[-1].helped |= helped
    return _with_inherited([clause for clause in clauses if clause.says])


def understood(masked: str) -> bool:
    """Whether every word of a masked question is one of roles, or of those that only frame a question."""
    found, owner = slots.hits(masked)
    if any(place < 0 and char.isalnum() for place, char in zip(owner, masked, strict=True)):
        return False
    kinds = {found[place][2:] for place in owner if place >= 0}
    known = _ROLE_OF.keys() | _FRAMING | {"not", "alone", "written"}
    return all(kind != "concept" or name in known for kind, name in kinds) and not any(
        kind == "asks" and name not in _ASKED["asks"] for kind, name in kinds
    )


def _tokens(masked: str) -> Iterator[_Token]:
    found, owner = slots.hits(masked)
    breaks = [match.span() for match in _BREAK.finditer(masked)]
    words = sorted({place for place in owner if place >= 0}, key=lambda place: found[place][0])
    marks = [_Token("break", start, end, masked[start:end]) for start, end in breaks]
    named = 0
    tokens = list[_Token]()
    for place in words:
        start, end, kind, name = found[place]
        text = masked[start:end]
        if name == "unit":
            tokens.append(_Token("unit", start, end, str(named)))
            named += 1
        elif kind == "asks" and name == "units":
            tokens.append(_Token("who", start, end, text))
        elif kind == "concept" and name in _ROLE_OF:
            tokens.append(_Token("role", start, end, text, _ROLE_OF[name]))
        elif kind == "concept" and name == "not":
            tokens.append(_Token("except" if _EXCEPT.search(text) else "no", start, end, text))
        elif kind == "concept" and name == "alone":
            others = bool(_NOBODY.search(text))
            tokens.append(
                _Token("others" if others else "alone" if _COUNTED.search(text) else "only", start, end, text)
            )
        elif kind == "concept" and name == "written":
            tokens.append(_Token("written", start, end, text))
        elif text in ("仅", "只", "光"):
            tokens.append(_Token("only", start, end, text))
    inside = [(token.start, token.end) for token in tokens]
    free = (mark for mark in marks if not any(a <= mark.start < b for a, b in inside))
    yield from _between_units(sorted([*tokens, *free], key=lambda token: token.start), masked)


def _between_units(tokens: Sequence[_Token], masked: str) -> Iterator[_Token]:
    """The tokens without a mark that only parts units, or roles, of one list: U、U共同负责, 负责、配合."""
    for at, token in enumerate(tokens):
        around = [*tokens[at - 1 : at], *tokens[at + 1 : at + 2]] if at else []
        list_of = token.kind == "break" and token.text == "、" and len({each.kind for each in around}) == 1
        if not (list_of and len(around) == 2 and around[0].kind in ("unit", "role") and _touching(around, masked)):
            yield token


def _touching(around: Sequence[_Token], masked: str) -> bool:
    return not masked[around[0].end : around[1].start].strip("、 或者和与的")


def _begins(clause: Clause, token: _Token, joined: bool) -> bool:
    """Whether a token begins another clause than the one before it."""
    if token.kind == "break":
        return clause.says or clause.no
    complete = bool(clause.roles) and (bool(clause.units) or clause.asks or clause.anybody)
    match token.kind:
        case "unit":
            return complete and not joined
        case "role":
            vague = token.roles == _ROLE_OF["share"] and clause.roles != token.roles
            return complete and not joined and (vague or not clause.roles & token.roles)
        case "only":
            return bool(clause.roles) and (clause.no or bool(clause.units))
        case "except" if clause.excepted:
            return False
        case "no" | "except" | "others":
            return bool(clause.roles) or (clause.no and bool(clause.units))
        case "who":
            return bool(clause.units) and not clause.nobody
        case _:
            return False


def _denies_next(clause: Clause, token: _Token, masked: str) -> bool:
    """Whether a no behind a unit is said of the next one: 有A没有B的."""
    return token.kind == "no" and bool(clause.units) and not clause.no and masked.startswith("U", token.end)


def _add(clause: Clause, token: _Token, masked: str) -> None:
    match token.kind:
        case "unit":
            clause.units.append(int(token.text))
        case "role":
            clause.roles = _narrower(clause.roles, token.roles)
            clause.noun |= bool(_NOUN.search(token.text))
            clause.nobody &= not _BECOMES.search(masked[clause.no_at : token.start])
        case "no":
            clause.no, clause.no_at = True, token.end
            clause.nobody = bool(_NOT_WRITTEN.match(token.text)) and not _BECOMES.search(token.text)
            clause.anybody |= masked.startswith("人", token.end)
        case "except":
            clause.no = clause.excepted = True
        case "only":
            # 只由U负责 leaves other units out, U只负责 other roles.
            clause.only, clause.alone = (
                (False, True) if masked[token.end :].lstrip("由有是归写列了")[:1] == "U" else (True, clause.alone)
            )
        case "alone":
            clause.alone = True
        case "others":
            clause.no = clause.anybody = True
        case "written":
            clause.written = True
        case "who" if clause.nobody:
            clause.anybody = True
        case "who":
            clause.asks = True


def _narrower(one: frozenset[Role], other: frozenset[Role]) -> frozenset[Role]:
    """Both roles; of one that the other says more of, that one: 参与牵头, 牵头落实."""
    if one and (one < other or other < one):
        return min(one, other, key=len)
    return one | other


def _with_inherited(clauses: Sequence[Clause]) -> list[Clause]:
    read: list[Clause] = []
    leads_apart = any(clause.roles == _ROLE_OF["lead"] for clause in clauses)
    for clause in clauses:
        roles = clause.roles
        if leads_apart and roles == _ROLE_OF["do"]:
            roles = _ROLE_OF["responsible"]
        anybody = clause.anybody or (clause.nobody and clause.noun and not clause.units)
        before = read[-1] if read else None
        units = clause.units
        if not (units or anybody or clause.asks) and before and not before.excepted:
            units = list(before.units)
        if not roles and (clause.no or clause.asks or clause.alone) and not clause.excepted and not clause.anybody:
            roles = next((earlier.roles for earlier in reversed(read) if earlier.roles), roles)
        read.append(replace(clause, units=units, roles=roles, anybody=anybody))
    return read
