"""What documents share: units, places and the links between them, made of what each loaded document says of them.

Each document keeps its share on its NAMES relationships (`forms`, `facts`). A shared node is a pure function of the shares of
all documents that are loaded, so the order of loading, replacing and removing cannot matter.
"""

from __future__ import annotations

import json
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import TypeVar

from graph_loader.stores.base import GraphRows, NodeRow, RelationshipRow, Value

Item = TypeVar("Item", str, tuple[str, str])
_UNIT_FACTS = ("name", "full_name", "kind", "level", "jurisdiction", "group")


@dataclass(frozen=True, slots=True)
class Share:
    """What one document says of one unit. forms: as often as each is used. facts: JSON, see `shares`."""

    unit_id: str
    forms: tuple[str, ...]
    facts: str


@dataclass(frozen=True, slots=True)
class Shared:
    """Rows of units and places, and of the links between them."""

    nodes: tuple[NodeRow, ...]
    relationships: tuple[RelationshipRow, ...]


def shares(rows: GraphRows) -> list[Share]:
    """The share of a document in each unit of its rows: the unit's properties, its links (a group's members, a body's
    successors) and the places that it lies in, from its own up to the largest."""
    links: dict[str, list[list[Value]]] = defaultdict(list)
    above: dict[str, str] = {}
    place_of: dict[str, str] = {}
    forms: dict[str, tuple[str, ...]] = {}
    for link in rows.relationships:
        if link.type in {"MEMBER_OF", "SUCCEEDED_BY"}:
            anchor = link.to_id if link.type == "MEMBER_OF" else link.from_id
            links[anchor].append([link.type, link.from_id, link.to_id, dict(link.properties)])
        elif link.type == "PART_OF":
            above[link.from_id] = link.to_id
        elif link.type == "OF":
            place_of[link.from_id] = link.to_id
        elif link.type == "NAMES":
            forms[link.to_id] = tuple(link.properties["forms"])
    places = {node.properties["id"]: node.properties for node in rows.nodes if node.label == "Jurisdiction"}
    result = []
    for node in rows.nodes:
        if node.label != "Unit":
            continue
        key = node.properties["id"]
        facts = {
            "unit": {name: node.properties[name] for name in _UNIT_FACTS},
            "aliases": sorted(node.properties["aliases"]),
            "links": sorted(links[key], key=canonical),
            "places": _chain(place_of.get(key, ""), places, above),
        }
        result.append(Share(key, forms.get(key, ()), canonical(facts)))
    return result


def merge(all_shares: Iterable[Share]) -> Shared:
    """Units, places and links as the shares make them. Where documents differ (they were read with different data), what most
    of them say holds, and of equals the first in order of code points."""
    by_unit: dict[str, list[Share]] = defaultdict(list)
    for share in all_shares:
        by_unit[share.unit_id].append(share)
    nodes: dict[tuple[str, str], NodeRow] = {}
    links: dict[str, RelationshipRow] = {}
    for key in sorted(by_unit):
        facts = [json.loads(share.facts) for share in by_unit[key]]
        unit = json.loads(most_common(Counter(canonical(fact["unit"]) for fact in facts)))
        forms = Counter(form for share in by_unit[key] for form in share.forms)
        name = most_common(forms) if forms else unit["name"]
        seen = {*forms, unit["name"], *(alias for fact in facts for alias in fact["aliases"])}
        aliases = sorted(seen - {name, ""})
        nodes["Unit", key] = NodeRow("Unit", {**unit, "id": key, "name": name, "aliases": aliases})
        for link in (link for fact in facts for link in fact["links"]):
            links[canonical(link)] = _link(*link)
        # A unit lies in one place: of differing data the one that most documents hold.
        below, below_id = "Unit", key
        for code, place, level in json.loads(most_common(Counter(canonical(fact["places"]) for fact in facts))):
            nodes["Jurisdiction", code] = NodeRow("Jurisdiction", {"id": code, "name": place, "level": level})
            row = RelationshipRow("OF" if below == "Unit" else "PART_OF", below, below_id, "Jurisdiction", code)
            links[canonical([row.type, below_id, code])] = row
            below, below_id = "Jurisdiction", code
    return Shared(tuple(nodes.values()), tuple(links.values()))


def departments(units: Iterable[Mapping[str, Value]], linked: Iterable[tuple[str, str]]) -> list[RelationshipRow]:
    """Members of the groups that mean all departments of a place: its government bodies that some measure names (its party
    bodies, for a group such as 市委各部门), but not the government itself, and not those in `linked` (member, group)."""
    known, there = list(units), set(linked)
    return [
        RelationshipRow("MEMBER_OF", "Unit", unit["id"], "Unit", group["id"], {"rule": DEPARTMENTS, "source": "graph"})
        for group in known
        if group["group"] == "departments"
        for unit in known
        if unit["jurisdiction"] == group["jurisdiction"]
        and unit["kind"] == ("party" if "委各" in group["id"] else "government")
        and unit["named"]
        and not unit["group"]
        and not unit["full_name"].endswith(("人民政府", "国务院"))
        and (unit["id"], group["id"]) not in there
    ]


DEPARTMENTS = "departments-of-jurisdiction"
"""The rule of MEMBER_OF relationships that `departments` makes."""


def _chain(code: str, places: Mapping[str, Mapping[str, Value]], above: Mapping[str, str]) -> list[list[Value]]:
    chain: list[list[Value]] = []
    while code in places and all(code != step[0] for step in chain):
        chain.append([code, places[code]["name"], places[code]["level"]])
        code = above.get(code, "")
    return chain


def _link(type: str, from_id: str, to_id: str, properties: dict[str, Value]) -> RelationshipRow:
    if properties.get("on"):
        properties = {**properties, "on": date.fromisoformat(properties["on"])}
    return RelationshipRow(type, "Unit", from_id, "Unit", to_id, properties)


def canonical(value: Value) -> str:
    """One text for equal values: JSON with its keys in order, days as ISO text."""
    return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"), default=date.isoformat)


def most_common(counts: Counter[Item]) -> Item:
    """What is counted most; of equals the first in their order. counts: not empty, of texts or tuples of texts."""
    return min(counts, key=lambda item: (-counts[item], item))
