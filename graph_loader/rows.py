"""A Plan as plain rows: nodes and relationships by schema.py. A pure function; nothing here knows a database.

Ids are stable from load to load: a document's comes from its folded title and number, a clause's from the document and the
number printed before it, never from its place in the text alone.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from importlib.metadata import PackageNotFoundError, version

from graph_loader.model import ROLES, Citation, DocumentInfo, Measure, Mention, Plan, Span, UnitName
from graph_loader.schema import ROLE_TYPES
from graph_loader.stores.base import GraphRows, NodeRow, RelationshipRow, Value

_SPACES = re.compile(r"\s+")
_DASHES = re.compile(r"[-—~]+")


def product_version() -> str:
    """The installed version of the product, "0" when it runs uninstalled."""
    try:
        return version("zeren")
    except PackageNotFoundError:
        return "0"


def title_key(title: str) -> str:
    """What is equal for a title however it is printed: folded, without spaces, every dash the same."""
    from graph_loader.extract.fold import fold  # here, because who only reads a graph has no need of the parser

    return _DASHES.sub("-", _SPACES.sub("", fold(title).text)).lower()


def document_id(document: DocumentInfo, source_name: str = "") -> str:
    """The id of a document: its title's key, then its number, or without one the place that the title does not name.

    source_name stands in for a title that was not found.
    """
    key = title_key(document.title or source_name)
    place = document.jurisdiction
    qualifier = title_key(document.number) or (place if place and place not in key else "")
    return f"{key}/{qualifier}" if qualifier else key


def cited_id(citation: Citation) -> str:
    """The id that a cited document has as long as it is not loaded."""
    key, number = title_key(citation.title), title_key(citation.number)
    return f"{key}/{number}" if number else key


def graph_rows(plan: Plan) -> GraphRows:
    """The nodes and relationships of one document, with the units, places and cited documents that it names.

    `loaded_at` stays "": the store sets it when it writes. A mention without unit_id (a plan whose units were not resolved)
    counts as a unit of the document's place, named as written.
    """
    return _Rows(plan).rows()


class _Rows:
    """Collects the rows of one plan."""

    def __init__(self, plan: Plan) -> None:
        self.plan = plan
        self.text = plan.source.text
        self.id = document_id(plan.document, plan.source.name)
        self.units = {unit.id: unit for unit in plan.units}
        self.nodes: list[NodeRow] = []
        self.relationships: list[RelationshipRow] = []
        self.cited: dict[str, NodeRow] = {}
        self.seen: Counter[str] = Counter()

    def rows(self) -> GraphRows:
        self._document()
        sections = [self._section(index) for index in range(len(self.plan.sections))]
        for position, measure in enumerate(self.plan.measures):
            self._measure(position, measure, sections)
        for warning in self.plan.warnings:
            values = {"message": warning.message, "other": warning.other, "text": warning.text}
            self._fact("Document", self.id, "Warning", warning.span, values)
        self._units()
        return GraphRows(self.id, (*self.nodes, *self.cited.values()), tuple(self.relationships))

    def _document(self) -> None:
        document, source = self.plan.document, self.plan.source
        period = document.period or ("", "")
        self._node(
            "Document",
            id=self.id,
            title=document.title or source.name,
            title_key=title_key(document.title or source.name),
            number=document.number,
            issuers=list(document.issuers),
            issued_on=document.issued_on,
            jurisdiction=document.jurisdiction,
            period_start=period[0],
            period_end=period[1],
            source=source.name,
            format=source.format,
            sha256=source.sha256,
            loaded=True,
            loaded_at="",
            read_by=product_version(),
            digest="",
            text=self.text,
        )
        for citation in document.citations:
            self._cites("Document", self.id, citation)
        for name in dict.fromkeys(document.issuers):
            self._link("ISSUED", "Unit", self._unit_of(name, name, ""), "Document", self.id)

    def _section(self, index: int) -> str:
        section = self.plan.sections[index]
        key = self._key(f"{self.id}§{section.number or section.title}")
        self._node(
            "Section",
            id=key,
            document_id=self.id,
            number=section.number,
            title=section.title,
            position=index,
            **self._span(section.span),
        )
        self._link("HAS_SECTION", "Document", self.id, "Section", key)
        return key

    def _measure(self, position: int, measure: Measure, sections: list[str]) -> None:
        key = self._key(f"{self.id}#{measure.number or measure.title}")
        self._node(
            "Measure",
            id=key,
            document_id=self.id,
            number=measure.number,
            title=measure.title,
            position=position,
            **self._span(measure.span),
        )
        self._link("HAS_MEASURE", "Document", self.id, "Measure", key)
        if measure.section is not None:
            self._link("HAS_MEASURE", "Section", sections[measure.section], "Measure", key)
        self._assignments(key, measure)
        for deadline in measure.deadlines:
            values: dict[str, Value] = {
                "text": deadline.text,
                "undertaking": deadline.undertaking,
                "kind": deadline.kind,
                "start_on": deadline.start,
                "due_on": deadline.end,
                "due_year": deadline.end.year if deadline.end else None,
                "due_month": deadline.end.month if deadline.end else None,
                "rrule": deadline.rrule,
                "rule": deadline.rule,
            }
            self._fact("Measure", key, "Deadline", deadline.span, values)
        for target in measure.targets:
            values = {
                "metric": target.metric,
                "op": target.op,
                "value": target.value,
                "value_to": target.value_to,
                "unit": target.unit,
                "rule": target.rule,
            }
            self._fact("Measure", key, "Target", target.span, values)
        for liability in measure.liabilities:
            values = {
                "trigger": liability.trigger,
                "subject": liability.subject or "",
                "consequence": liability.consequence,
                "rule": liability.rule,
            }
            self._fact("Measure", key, "Liability", liability.span, values)
        for citation in measure.citations:
            self._cites("Measure", key, citation)

    def _assignments(self, measure_id: str, measure: Measure) -> None:
        for role in ROLES:
            mentions = [
                (part, assignment, mention)
                for part, assignment in enumerate(measure.assignments)
                for mention in assignment.of(role)
            ]
            for position, (part, assignment, mention) in enumerate(mentions):
                properties = {
                    "position": position,
                    "part": part,
                    "as_written": mention.as_written,
                    "start": mention.span.start,
                    "end": mention.span.end,
                    "assignment_start": assignment.span.start,
                    "assignment_end": assignment.span.end,
                    "rule": mention.rule or assignment.rule,
                    "inferred": mention.inferred,
                    "implied": mention.implied,
                    "open_ended": assignment.open_ended,
                    "correction": mention.correction,
                }
                unit = self._unit_of(mention.unit, mention.as_written, mention.unit_id)
                self._link(ROLE_TYPES[role], "Unit", unit, "Measure", measure_id, properties)

    def _cites(self, label: str, key: str, citation: Citation) -> None:
        target = cited_id(citation)
        if target != self.id and target not in self.cited:
            self.cited[target] = placeholder(target, title_key(citation.title), citation.title, citation.number)
        properties: dict[str, Value] = {
            "title": citation.title,
            "number": citation.number,
            "start": citation.span.start,
            "end": citation.span.end,
        }
        if label == "Document" and citation.kind == "basis":
            self._link("BASED_ON", label, key, "Document", target, properties)
        else:
            self._link("CITES", label, key, "Document", target, {"kind": citation.kind, **properties})

    def _units(self) -> None:
        forms: dict[str, list[str]] = {key: [] for key in self.units}
        for measure in self.plan.measures:
            for mention in _mentions(measure):
                key = self._unit_of(mention.unit, mention.as_written, mention.unit_id)
                forms.setdefault(key, []).append(_form(self.units[key], mention))
        places = {place.name: place for place in self.plan.jurisdictions}
        for unit in self.units.values():
            self._node(
                "Unit",
                id=unit.id,
                name=unit.name,
                full_name=unit.full_name,
                aliases=sorted({*unit.aliases}),
                kind=unit.kind,
                level=unit.level,
                jurisdiction=unit.jurisdiction,
                group=unit.group,
            )
            self._link("NAMES", "Document", self.id, "Unit", unit.id, {"forms": sorted(forms[unit.id]), "facts": ""})
            if unit.jurisdiction in places:
                self._link("OF", "Unit", unit.id, "Jurisdiction", places[unit.jurisdiction].id)
        for place in self.plan.jurisdictions:
            self._node("Jurisdiction", id=place.id, name=place.name, level=place.level)
            if place.parent_id:
                self._link("PART_OF", "Jurisdiction", place.id, "Jurisdiction", place.parent_id)
        for link in self.plan.links:
            properties: dict[str, Value] = {"rule": link.rule, "source": link.source}
            if link.type == "SUCCEEDED_BY":
                properties |= {"on": link.on, "basis": link.basis, "scope": link.scope}
            self._link(link.type, "Unit", link.from_id, "Unit", link.to_id, properties)

    def _unit_of(self, name: str, as_written: str, unit_id: str) -> str:
        """The id of a named unit; a name that the plan's units do not have becomes a unit of the document's place."""
        if unit_id in self.units:
            return unit_id
        for unit in () if unit_id else self.plan.units:
            if {name, as_written} & {unit.name, unit.full_name, *unit.aliases}:
                return unit.id
        place = self.plan.document.jurisdiction
        key = unit_id or f"{place}/{name}"
        self.units.setdefault(key, UnitName(key, name, "", place))
        return key

    def _fact(self, owner: str, owner_id: str, label: str, span: Span, values: Mapping[str, Value]) -> None:
        key = self._key(f"{owner_id}!{label.lower()}")
        self._node(label, **{"id": key, "document_id": self.id, **self._span(span), **values})
        self._link(f"HAS_{label.upper()}", owner, owner_id, label, key)

    def _span(self, span: Span) -> dict[str, Value]:
        return {"text": span.of(self.text), "start": span.start, "end": span.end}

    def _key(self, stem: str) -> str:
        self.seen[stem] += 1
        return stem if self.seen[stem] == 1 else f"{stem}~{self.seen[stem]}"

    def _node(self, label: str, **properties: Value) -> None:
        self.nodes.append(NodeRow(label, properties))

    def _link(
        self,
        type: str,
        from_label: str,
        from_id: str,
        to_label: str,
        to_id: str,
        properties: Mapping[str, Value] | None = None,
    ) -> None:
        self.relationships.append(RelationshipRow(type, from_label, from_id, to_label, to_id, properties or {}))


def placeholder(key: str, folded: str, title: str, number: str) -> NodeRow:
    """The node of a document that is known only because it is cited."""
    empty = (
        "jurisdiction",
        "period_start",
        "period_end",
        "source",
        "format",
        "sha256",
        "loaded_at",
        "read_by",
        "digest",
    )
    properties: dict[str, Value] = dict.fromkeys(empty, "")
    properties |= {"id": key, "title": title, "title_key": folded, "number": number, "text": ""}
    return NodeRow("Document", {**properties, "issuers": [], "issued_on": None, "loaded": False})


def _mentions(measure: Measure) -> Iterator[Mention]:
    for assignment in measure.assignments:
        for role in ROLES:
            yield from assignment.of(role)


def _form(unit: UnitName, mention: Mention) -> str:
    """What the document calls the unit at a mention: as written, unless that is no name by itself (科技厅 behind 省工信厅) or
    a person gave the unit its name."""
    if mention.correction and mention.unit == unit.name:
        return unit.name
    names = {unit.name, unit.full_name, *unit.aliases}
    return mention.as_written if mention.as_written in names else mention.unit
