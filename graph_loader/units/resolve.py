"""A plan's units: each mention gets its body, groups their members, bodies that are gone their successors."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from itertools import product

from graph_loader.model import (
    ROLES,
    Assignment,
    DocumentInfo,
    Jurisdiction,
    Measure,
    Mention,
    ParseWarning,
    Plan,
    UnitLink,
    UnitName,
)
from graph_loader.units.corrections import Correction, apply_corrections
from graph_loader.units.grammar import ORGANISATION, WHOLE, Reading
from graph_loader.units.lists import ListReader, standing
from graph_loader.units.places import Place
from graph_loader.units.registry import SUGGESTED, Candidate, Registry, squeeze

_DEPARTMENT_KINDS = frozenset({"government", "party", "vertical", "institution"})
_NO_MEMBERS = ("71", "81", "82")
"""Codes of Taiwan, Hong Kong and Macao: their governments are in no list of 各省级人民政府."""
_MEMBERS_SOURCE = "data/jurisdictions.csv"
_SLIP_LENGTH = 7
"""A name shorter than this that differs in one character is another body as often as a slip."""
_GRAMMAR_SOURCE = "单位名称文法"


@dataclass
class _Unit:
    """What a plan's mentions say of one body: the forms in use, each as often as it is used."""

    candidate: Candidate
    forms: Counter[str] = field(default_factory=Counter)

    def unit(self) -> UnitName:
        """The body, shown by the form that the document uses most (the first of them, where two are used as often)."""
        unit = self.candidate.unit
        name = max(self.forms, key=self.forms.__getitem__) if self.forms else unit.name
        known = (unit.name, unit.full_name, *unit.aliases, *self.forms)
        return replace(unit, name=name, aliases=tuple(dict.fromkeys(form for form in known if form and form != name)))


def resolve_plan(plan: Plan, registry: Registry, corrections: Sequence[Correction] = ()) -> Plan:
    """The plan with `Mention.unit` and `unit_id` filled, and its units, links and jurisdictions. Resolving again changes nothing.

    A name that is not sure stays as written, with a warning. Corrections are applied last and marked on what they touch.
    """
    return apply_corrections(_Resolver(plan, registry).plan(), corrections, registry)


class _Resolver:
    def __init__(self, plan: Plan, registry: Registry) -> None:
        self.source, self.registry, self.on = plan, registry, plan.document.issued_on
        self.home = self._home()
        self.lists = ListReader(registry, self.home, self.on)
        self.variants: list[tuple[Mention, str]] = []
        self.units: dict[str, _Unit] = {}
        self.links: dict[tuple[str, str, str], UnitLink] = {}
        self.same: dict[str, str] = {}
        self.warnings: dict[tuple[str, str], ParseWarning] = {}
        self.slips: dict[str, str] = {}

    def plan(self) -> Plan:
        """The resolved plan."""
        measures = tuple(self._measure(measure) for measure in self.source.measures)
        if self.same:
            measures = tuple(self._one_body(measure) for measure in measures)
        for issuer in self.source.document.issuers:
            candidate = self.lists.resolve(issuer)
            self._use(candidate, standing(candidate, issuer))
        self._departments()
        for unit in list(self.units.values()):
            self._members(unit.candidate)
        for unit in list(self.units.values()):
            self._successors(unit.candidate)
        if self.variants:
            names = dict.fromkeys(name for _, name in self.variants)
            self._warn(
                self.variants[0][0], f"文中{len(names)}个单位的名称含繁体或异体字，已按简体识别", "、".join(names)
            )
        units = tuple(unit.unit() for unit in self.units.values())
        links = tuple(self.links.values())
        warnings = tuple(dict.fromkeys((*self.source.warnings, *self.warnings.values())))
        return replace(
            self.source,
            document=self._document(),
            measures=measures,
            units=units,
            links=links,
            jurisdictions=self._jurisdictions(units),
            warnings=warnings,
        )

    def _home(self) -> Place | None:
        document = self.source.document
        named = self.registry.place(document.jurisdiction, self.on)
        return named or next(
            (
                place
                for text in (*document.issuers, document.title)
                if (place := self.registry.places.locate(text, self.on))
            ),
            None,
        )

    def _document(self) -> DocumentInfo:
        """The document's facts, with its place by the name that its units bear."""
        document = self.source.document
        return replace(document, jurisdiction=self._label()) if self.home else document

    def _measure(self, measure: Measure) -> Measure:
        return replace(measure, assignments=tuple(self._assignment(assignment) for assignment in measure.assignments))

    def _assignment(self, assignment: Assignment) -> Assignment:
        mentions = {*assignment.lead, *assignment.responsible, *assignment.supporting}
        ordered = sorted(mentions, key=lambda mention: (mention.span, mention.as_written))
        resolved: dict[Mention, Mention] = {}
        for mention, (candidate, form) in zip(ordered, self.lists.read(self.source.source.text, ordered), strict=True):
            self._check(mention, candidate, form)
            self._use(candidate, form)
            resolved[mention] = replace(mention, unit=candidate.unit.name, unit_id=candidate.unit.id)
        lead, responsible, supporting = (tuple(resolved[mention] for mention in assignment.of(role)) for role in ROLES)
        return replace(assignment, lead=lead, responsible=responsible, supporting=supporting)

    def _use(self, candidate: Candidate, form: str) -> None:
        unit = self.units.setdefault(candidate.unit.id, _Unit(candidate))
        unit.forms[form] += 1
        for plate in candidate.plates:
            self.same[plate.id] = candidate.unit.id
            unit.forms.setdefault(plate.name, 0)

    def _check(self, mention: Mention, candidate: Candidate, form: str) -> None:
        reading = candidate.reading
        if candidate.reason == "variant":
            self.variants.append((mention, candidate.unit.name))
        if reading and reading.place is None and self.home and self.home.listed:
            self._warn(mention, "看不出是哪个地方的单位，按原文保留", "")
        if candidate.group or candidate.reason != "as written" or mention.implied:
            return
        if form not in self.slips:
            self.slips[form] = self._likely(form)
        if likely := self.slips[form]:
            self._warn(mention, f"没有见过的单位名称，按原文保留；是否为“{likely}”之误", likely)
        elif not ORGANISATION.search(form):
            self._warn(mention, "不像单位名称，按原文保留", "")

    def _likely(self, written: str) -> str:
        """A known name that the written one may be a slip for: the same sounds, or one character of many; "" when there is none."""
        candidates = self.registry.candidates(written, self._label(), self.on)[1:]
        length = len(squeeze(written))
        slips = (
            c
            for c in candidates
            if c.reason == "pinyin" or (length >= _SLIP_LENGTH and c.score >= SUGGESTED["fuzzy"] * (1 - 1 / length))
        )
        return next((candidate.unit.name for candidate in slips), "")

    def _label(self) -> str:
        return self.registry.places.label(self.home) if self.home else ""

    def _warn(self, mention: Mention, message: str, other: str) -> None:
        self.warnings.setdefault(
            (message, mention.as_written), ParseWarning(message, mention.span, mention.as_written, other)
        )

    def _one_body(self, measure: Measure) -> Measure:
        """Mentions of a second name plate that the document itself joins to a body are mentions of that body."""

        def moved(mention: Mention) -> Mention:
            target = self.same.get(mention.unit_id)
            if target is None or target == mention.unit_id:
                return mention
            gone = self.units.pop(mention.unit_id, None)
            if gone:
                self.units[target].forms.update(dict.fromkeys(gone.forms, 0))
            return replace(mention, unit=self.units[target].candidate.unit.name, unit_id=target)

        def assignment(old: Assignment) -> Assignment:
            lead, responsible, supporting = (tuple(map(moved, old.of(role))) for role in ROLES)
            return replace(old, lead=lead, responsible=responsible, supporting=supporting)

        return replace(measure, assignments=tuple(map(assignment, measure.assignments)))

    def _departments(self) -> None:
        groups = [
            u.candidate for u in self.units.values() if u.candidate.group and u.candidate.group.kind == "departments"
        ]
        for group in groups:
            party = "委各" in group.unit.name
            for unit in self.units.values():
                if self._is_department(unit.candidate, group.unit.jurisdiction, party):
                    self._link(UnitLink("MEMBER_OF", unit.candidate.unit.id, group.unit.id, "general", _GRAMMAR_SOURCE))

    def _is_department(self, candidate: Candidate, jurisdiction: str, party: bool) -> bool:
        unit, reading = candidate.unit, candidate.reading
        if candidate.group or unit.jurisdiction != jurisdiction or unit.kind not in _DEPARTMENT_KINDS or not reading:
            return False
        if reading.form is None or reading.rest:
            return (
                not party
                and bool(reading.marker)
                and bool(re.search("[局委办厅部室]$|办公室$|委员会$|中心$", unit.name))
            )
        return candidate.family not in WHOLE and (not party or unit.kind == "party")

    def _members(self, candidate: Candidate) -> None:
        group, places = candidate.group, self.registry.places
        if not group or group.kind != "listed" or self.home is None:
            return
        found = [place for level in group.levels for place in places.children(self.home, level, self.on)]
        for place, key in product(found, group.keys):
            form = self.registry.names.at(key, place)
            if form and place.code[:2] not in _NO_MEMBERS:
                member = self.registry.candidate(Reading(place, "", form, named=True), "", self.home, "family")
                self.units.setdefault(member.unit.id, _Unit(member))
                self._link(UnitLink("MEMBER_OF", member.unit.id, candidate.unit.id, "general", _MEMBERS_SOURCE))

    def _successors(self, candidate: Candidate, since: date | None = None) -> None:
        """The reforms behind the document's day. A paper of a later day that names the body shows it at work: no link then."""
        for line, body in self.registry.successors(candidate.unit, candidate.family, self.home):
            if not line.ended or (self.on and line.on < self.on) or (since and line.on <= since):
                continue
            after = Candidate(body, "exact", 1.0, family=line.successor)
            self.units.setdefault(body.id, _Unit(after))
            ends = (candidate.unit.id, body.id)
            self._link(UnitLink("SUCCEEDED_BY", *ends, line.rule, line.source, line.on, line.basis, line.scope))
            self._successors(after, line.on)

    def _link(self, link: UnitLink) -> None:
        self.links.setdefault((link.type, link.from_id, link.to_id), link)

    def _jurisdictions(self, units: Sequence[UnitName]) -> tuple[Jurisdiction, ...]:
        names = dict.fromkeys(unit.jurisdiction for unit in units)
        places = [self.home, *(self.registry.place(name, self.on) for name in names)]
        chains = (up for place in places if place for up in self.registry.places.chain(place, self.on))
        return tuple(dict.fromkeys(self.registry.places.jurisdiction(place) for place in chains))
