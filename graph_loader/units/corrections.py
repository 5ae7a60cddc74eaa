"""What people corrected (data/corrections.csv or a file of their own), applied at each load and marked on what it touches.

    action   unit                 to                       what it does
    rename   a unit               the name to show         everywhere
    merge    a unit               a unit                   everywhere (or in one document): its facts are the other's
    split    a name as written    units, parted by |       in one document (and measure): the name stands for each of them
    add      a unit               lead, responsible, supporting    in one measure of one document
    remove   a unit               ""                       in one measure of one document
    role     a unit               lead, responsible, supporting    in one measure of one document

`document` is a title or number, `measure` a number as printed; both may be "" where the table says everywhere. A unit is given
by its id (张掖市/市司法局) or any of its names.
"""

from __future__ import annotations

import csv
import io
import os
import re
import tempfile
from collections.abc import Callable, Sequence
from dataclasses import astuple, dataclass, fields, replace
from pathlib import Path

from graph_loader.errors import DataError
from graph_loader.extract.fold import fold
from graph_loader.model import ROLES, Assignment, Measure, Mention, ParseWarning, Plan, Role, Span, UnitName
from graph_loader.units.registry import Registry, squeeze
from graph_loader.units.tables import day, read_table

ACTIONS = ("rename", "merge", "split", "add", "remove", "role")
_RULE = "correction"


@dataclass(frozen=True, slots=True)
class Correction:
    """One line of a corrections file; every field is text, `when` an ISO day."""

    action: str
    document: str
    measure: str
    unit: str
    to: str
    who: str
    when: str
    why: str

    @property
    def role(self) -> Role:
        """The role that add and role give."""
        return next(role for role in ROLES if role == self.to)

    @property
    def note(self) -> str:
        """What is shown beside the fact: who, when and why."""
        return f"{self.who} {self.when}：{self.why}"


COLUMNS = tuple(field.name for field in fields(Correction))


def read_corrections(path: Path) -> tuple[Correction, ...]:
    """The corrections of a file, in its order. Raises DataError with the line that is not of its form."""
    return tuple(_checked(Correction(**row), where) for where, row in read_table(path, COLUMNS))


def append_correction(path: Path, correction: Correction) -> None:
    """Add a line to the file (made with its header when it is not there), whole or not at all. Raises DataError."""
    _checked(correction, path.name)
    if path.exists():
        read_corrections(path)
        before = path.read_text(encoding="utf-8-sig").rstrip("\n") + "\n"
    else:
        before = ",".join(COLUMNS) + "\n"
    line = io.StringIO()
    csv.writer(line, lineterminator="\n").writerow(" ".join(value.split()) for value in astuple(correction))
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=path.name)
    try:
        with os.fdopen(handle, "w", encoding="utf-8") as file:
            file.write(before + line.getvalue())
        os.replace(name, path)
    except OSError as error:
        Path(name).unlink(missing_ok=True)
        raise DataError("更正没有写进文件", where=path.name, todo="请检查磁盘空间与写权限") from error


def apply_corrections(plan: Plan, corrections: Sequence[Correction], registry: Registry) -> Plan:
    """The resolved plan with the corrections applied; what was read stays in `as_written` and the spans.

    A correction of this document that fits nothing in it is a warning; one of another document is passed over.
    """
    return _Corrector(plan, registry).applied(corrections) if corrections else plan


class _Corrector:
    def __init__(self, plan: Plan, registry: Registry) -> None:
        self.plan, self.registry = plan, registry
        self.units = {unit.id: unit for unit in plan.units}
        self.measures = list(plan.measures)
        self.links = list(plan.links)
        self.warnings = list(plan.warnings)

    def applied(self, corrections: Sequence[Correction]) -> Plan:
        """The corrected plan."""
        before = _named(self.measures)
        for correction in corrections:
            here = not correction.document or self._is_here(correction.document)
            if here and not getattr(self, f"_{correction.action}")(correction) and correction.document:
                self._warn(correction, "更正在文中找不到对应之处，没有生效")
        gone = before - _named(self.measures) - {end for link in self.links for end in (link.from_id, link.to_id)}
        units = tuple(unit for unit in self.units.values() if unit.id not in gone)
        corrected = replace(self.plan, measures=tuple(self.measures), units=units)
        return replace(corrected, links=tuple(self.links), warnings=tuple(dict.fromkeys(self.warnings)))

    def _is_here(self, document: str) -> bool:
        info = self.plan.document
        return fold(document).text in {fold(info.title).text, fold(info.number).text} - {""}

    def _rename(self, correction: Correction) -> bool:
        unit = self._unit(correction.unit)
        if unit.id not in self.units:
            return False
        aliases = dict.fromkeys((*unit.aliases, unit.name))
        self.units[unit.id] = replace(unit, name=correction.to, aliases=tuple(a for a in aliases if a != correction.to))
        renamed = self.units[unit.id]
        self._each(correction, lambda _, m: (_given(m, renamed, correction) if m.unit_id == unit.id else m,))
        return True

    def _merge(self, correction: Correction) -> bool:
        unit, target = self._unit(correction.unit), self._unit(correction.to)
        if not self._each(correction, lambda _, m: (_given(m, target, correction) if m.unit_id == unit.id else m,)):
            return False
        aliases = dict.fromkeys((*target.aliases, unit.name, *unit.aliases))
        self.units[target.id] = replace(target, aliases=tuple(alias for alias in aliases if alias != target.name))
        if unit.id not in _named(self.measures):
            self.links = [link for link in self.links if unit.id not in (link.from_id, link.to_id)]
        return True

    def _split(self, correction: Correction) -> bool:
        written, targets = squeeze(correction.unit), [self._unit(name) for name in correction.to.split("|")]

        def parted(_: Role, mention: Mention) -> tuple[Mention, ...]:
            fits = squeeze(mention.as_written) == written
            return tuple(_given(mention, target, correction) for target in targets) if fits else (mention,)

        return self._each(correction, parted) and self._keep(*targets)

    def _add(self, correction: Correction) -> bool:
        unit = self._unit(correction.unit)

        def added(assignment: Assignment) -> Assignment:
            mine = Mention(correction.unit, assignment.span, unit.name, unit.id, False, True, _RULE, correction.note)
            known = any(mention.unit_id == unit.id for mention in assignment.of(correction.role))
            return assignment if known else _with(assignment, correction.role, mine)

        return self._rewrite(correction, added, first=True) and self._keep(unit)

    def _remove(self, correction: Correction) -> bool:
        unit = self._unit(correction.unit)
        done = self._each(correction, lambda _, m: () if m.unit_id == unit.id else (m,))
        if done:
            self._warn(correction, f"{correction.measure}按更正不再列入此单位")
        return done

    def _role(self, correction: Correction) -> bool:
        unit = self._unit(correction.unit)

        def moved(assignment: Assignment) -> Assignment:
            mine = next((m for role in ROLES for m in assignment.of(role) if m.unit_id == unit.id), None)
            if mine is None:
                return assignment
            rest = _mapped(assignment, lambda _, m: () if m.unit_id == unit.id else (m,))
            return _with(rest, correction.role, replace(mine, inferred=False, correction=correction.note))

        return self._rewrite(correction, moved)

    def _each(self, correction: Correction, change: _Change) -> bool:
        return self._rewrite(correction, lambda assignment: _mapped(assignment, change))

    def _rewrite(self, correction: Correction, change: Callable[[Assignment], Assignment], first: bool = False) -> bool:
        """Change the assignments that the correction speaks of (the first only, with `first`); whether anything changed."""
        done = False
        for index, measure in enumerate(self.measures):
            if correction.measure and _number(correction.measure) != _number(measure.number):
                continue
            assignments = list(measure.assignments)
            for place, assignment in enumerate(assignments[:1] if first else assignments):
                assignments[place] = change(assignment)
            if tuple(assignments) != measure.assignments:
                done = True
                self.measures[index] = replace(measure, assignments=tuple(assignments))
        return done

    def _unit(self, name: str) -> UnitName:
        """The plan's unit of an id or name, else the one that the registry reads."""
        if name in self.units:
            return self.units[name]
        text = squeeze(name)
        for unit in self.units.values():
            if text in map(squeeze, (unit.name, unit.full_name, *unit.aliases)):
                return unit
        place, slash, tail = name.partition("/")
        jurisdiction = place if slash else self.plan.document.jurisdiction
        return self.registry.resolve(tail if slash else name, self.registry.place(jurisdiction)).unit

    def _keep(self, *units: UnitName) -> bool:
        for unit in units:
            self.units.setdefault(unit.id, unit)
        return True

    def _warn(self, correction: Correction, message: str) -> None:
        text = f"{correction.unit}（{correction.note}）"
        self.warnings.append(ParseWarning(message, Span(0, 0), text))


_Change = Callable[[Role, Mention], tuple[Mention, ...]]


def _mapped(assignment: Assignment, change: _Change) -> Assignment:
    lead, responsible, supporting = (
        tuple(new for mention in assignment.of(role) for new in change(role, mention)) for role in ROLES
    )
    return replace(assignment, lead=lead, responsible=responsible, supporting=supporting)


def _with(assignment: Assignment, role: Role, mention: Mention) -> Assignment:
    lead, responsible, supporting = (
        (*assignment.of(each), mention) if each == role else assignment.of(each) for each in ROLES
    )
    return replace(assignment, lead=lead, responsible=responsible, supporting=supporting)


def _given(mention: Mention, unit: UnitName, correction: Correction) -> Mention:
    return replace(mention, unit=unit.name, unit_id=unit.id, correction=correction.note)


def _named(measures: Sequence[Measure]) -> set[str]:
    return {m.unit_id for measure in measures for a in measure.assignments for role in ROLES for m in a.of(role)}


def _number(number: str) -> str:
    return re.sub(r"[^0-9一-鿿]", "", fold(number).text)


def _checked(correction: Correction, where: str) -> Correction:
    """The correction itself. Raises DataError when something that its action needs is missing."""
    if correction.action not in ACTIONS:
        raise DataError(f"不认识的更正方式“{correction.action}”", where=where, todo=f"请用 {'、'.join(ACTIONS)} 之一")
    needed = {"unit": correction.unit, "who": correction.who, "when": correction.when, "why": correction.why}
    if correction.action != "remove":
        needed["to"] = correction.to
    if correction.action not in ("rename", "merge"):
        needed["document"] = correction.document
    if correction.action in ("add", "remove", "role"):
        needed["measure"] = correction.measure
    missing = [column for column, value in needed.items() if not value.strip()]
    if missing:
        raise DataError(f"更正缺少 {'、'.join(missing)}", where=where, todo="请按 data/README.md 填齐")
    if correction.action in ("add", "role") and correction.to not in ROLES:
        raise DataError(f"角色“{correction.to}”有误", where=where, todo=f"请用 {'、'.join(ROLES)} 之一")
    day(correction.when, where)
    return correction
