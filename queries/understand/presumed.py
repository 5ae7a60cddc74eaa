"""Questions that say of a measure what one body does in it, and ask for the rest: 是教育局牵头对吧，谁配合它？

The body is no condition then: that it has a part in the measure is what the question takes for granted.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from graph_loader.model import Role
from graph_loader.schema import ROLE_TYPES
from graph_loader.stores.base import GraphStore
from queries.understand import cues
from queries.understand.question import Question

_CLAUSE = re.compile("[^,，。;；?？!！]+")
_WHO = re.compile(
    r"谁(?!执法)|哪(?:[一几些两三四五]|里的)?(?:个|家|位)?(?:单位|部门|家|局|机构|委|办)|什么(?:单位|部门)"
    r"|还有(?:没有)?(?:什么|其他|其它|别)|别[家的]|是U还是U|U还是U"
)
_WHICH = re.compile(
    "哪(?:一|几|些)?[条项款件]|第几[条项件款]|哪个(?:任务|措施)|什么(?:任务|措施|活儿?|事)|(?:[干做管抓]|负责|承担|落实)(?:的是|了|些|点)?(?:什么|哪些)"
)
_OTHERS = re.compile("不是|到底|其他|其它|别|还有|剩下|其余|另外")
_DUTY = re.compile("牵头|主办|负责(?!人)|责任(?:单位|部门)|配合|协[办助同]|承办|参[与加]|[^主]管|抓|一起|[搞干]")
_DOUBTED = re.compile("是不是|对吧|对[吗么]|[吗么吧]|不是的话|还是")
"""The body's part is asked after too, and may be none."""
_NEAR = 0.75
"""Measures at least this near to the best one's score may be meant."""
_LEAST = 0.6
"""Those of a body must hold the words at least this much as well as the best measure of any."""
_ENTRIES: Mapping[tuple[Role, ...], str] = {
    ("lead",): "measure-leads",
    ("responsible",): "measure-responsible",
    ("supporting",): "measure-supports",
    (): "measure-units",
}
_ROLE = "measure-unit-role"


@dataclass(frozen=True, slots=True)
class Assignments:
    """Types of the roles that units have in measures, by ids of measure and unit."""

    of: Mapping[str, Mapping[str, frozenset[str]]] = field(default_factory=dict)

    def among(self, measures: Sequence[str], units: Sequence[str], roles: Sequence[Role]) -> list[str]:
        """Those of the measures in which one of the units has one of the roles (any, where none is named)."""
        types = {ROLE_TYPES[role] for role in roles} or set(ROLE_TYPES.values())
        return [id for id in measures if any(types & self.of.get(id, {}).get(unit, frozenset()) for unit in units)]


@dataclass(frozen=True, slots=True)
class Presumed:
    """entry: what answers the question. measures: ids of those meant."""

    entry: str
    measures: tuple[str, ...]


def presumed(question: Question, assignments: Assignments) -> Presumed | None:
    """The entry and the measures of a question about a measure and a body with a part in it; None for any other."""
    units = [unit_id for item in question.of("unit") for unit_id in item.value]
    named = [measure_id for item in question.of("measure") for measure_id in item.value]
    if not units or not (named or question.topics) or question.of("number"):
        return None
    text = question.masked_about
    if _WHO.search(text) and _DUTY.search(text):
        near = named or _nearest(question)
        measures = assignments.among(near, units, ()) or (near if _DOUBTED.search(question.raw) else [])
        return Presumed(_ENTRIES[_asked(text)], tuple(measures)) if len(measures) == 1 else None
    roles = cues.roles(text)
    if len(roles) < 2 and _WHICH.search(text) and not named:
        measures = _nearest(question, assignments.among([t.measure.id for t in question.topics], units, roles))
        return Presumed(_ROLE, tuple(measures)) if measures else None
    return None


def _nearest(question: Question, among: Sequence[str] | None = None) -> list[str]:
    """Measures (of some) that its words may mean: more than one where they do not tell them apart, none where others have them
    far more."""
    scores = {t.measure.id: t.score for t in question.topics if among is None or t.measure.id in among}
    best = max(scores.values(), default=0.0)
    return [id for id, score in scores.items() if score >= _NEAR * best and best >= _LEAST * question.topics[0].score]


def _asked(text: str) -> tuple[Role, ...]:
    """The role that is asked for: that of the clause which asks, or where it only asks who else, of the one before it."""
    clauses = _CLAUSE.findall(text)
    at = max(place for place, clause in enumerate(clauses) if _WHO.search(clause))
    found = cues.roles(clauses[at])
    if not found and at and _OTHERS.search(clauses[at]):
        found = cues.roles(clauses[at - 1])
    if len(found) > 1 and (behind := cues.roles(clauses[at][_WHO.search(clauses[at]).start() :])):  # type: ignore[union-attr]
        found = behind
    return found[:1] if len(found) == 1 else ()


def read_assignments(store: GraphStore) -> Assignments:
    """The assignments of a store."""
    rows = store.read(
        "MATCH (u:Unit)-[r:LEADS|RESPONSIBLE_FOR|SUPPORTS]->(m:Measure)"
        " RETURN m.id AS measure, u.id AS unit, type(r) AS role ORDER BY measure, unit, role"
    ).rows
    found: dict[str, dict[str, frozenset[str]]] = {}
    for measure_id, unit_id, role in rows:
        parts = found.setdefault(measure_id, {})
        parts[unit_id] = parts.get(unit_id, frozenset()) | {role}
    return Assignments(found)
