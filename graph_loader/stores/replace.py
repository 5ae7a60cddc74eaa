"""Putting a document in and taking it out, as one transaction on any engine.

Afterwards the graph is a pure function of the documents that are loaded: what a document owns comes from it alone, what
documents share is made anew for the units and titles that the change touches (see shared.py).
"""

from __future__ import annotations

import hashlib
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace as changed
from typing import Protocol

from graph_loader.rows import placeholder, title_key
from graph_loader.schema import NODES, ROLE_TYPES, node_type, relationship_type
from graph_loader.stores.base import Change, GraphRows, NodeRow, RelationshipRow, Value, group_by_label
from graph_loader.stores.shared import DEPARTMENTS, Share, canonical, departments, merge, most_common, shares
from graph_loader.stores.statements import batches, create_relationships, merge_nodes, to_row

_OWNED = tuple(node.label for node in NODES if node.owned)
_SHARED_LABELS = frozenset({"Unit", "Jurisdiction"})
_SHARED_TYPES = frozenset({"OF", "PART_OF", "MEMBER_OF", "SUCCEEDED_BY", "NAMES"})
_CITING = ("CITES", "BASED_ON")


class Transaction(Protocol):
    """An open transaction of an engine."""

    def run(self, statement: str, parameters: Mapping[str, Value] | None = None) -> list[tuple[Value, ...]]:
        """The rows of a statement."""


def digest(rows: GraphRows) -> str:
    """SHA-256 of the rows in a fixed order, without those properties that tell of the load and not of the reading."""
    told = {"loaded_at", "read_by", "digest"}
    nodes = sorted(canonical([n.label, {k: v for k, v in n.properties.items() if k not in told}]) for n in rows.nodes)
    links = sorted(
        canonical([r.type, r.from_label, r.from_id, r.to_label, r.to_id, dict(r.properties)])
        for r in rows.relationships
    )
    return hashlib.sha256("\n".join([*nodes, "", *links]).encode("utf-8", "surrogatepass")).hexdigest()


def replace_document(tx: Transaction, rows: GraphRows, now: str) -> Change:
    """Put a document in place of what was there of it. now: UTC time, ISO 8601. Nothing is touched when it reads as before."""
    fingerprint = digest(rows)
    if tx.run(
        "MATCH (d:Document {`id`: $id}) WHERE d.digest = $digest RETURN 1",
        {"id": rows.document_id, "digest": fingerprint},
    ):
        return Change(False, 0, 0)
    units, titles = _forget(tx, rows.document_id)
    own = [node for node in rows.nodes if node.label not in _SHARED_LABELS]
    told = {"loaded_at": now, "digest": fingerprint}
    own = [
        changed(n, properties={**n.properties, **told}) if n.properties["id"] == rows.document_id else n for n in own
    ]
    given = shares(rows)
    # A cited document that is loaded must not be written over: only those that are missing are put in.
    cited = [n.properties["id"] for n in own if n.label == "Document" and n.properties["id"] != rows.document_id]
    there = {key for (key,) in tx.run("MATCH (d:Document) WHERE d.`id` IN $ids RETURN d.`id`", {"ids": cited})}
    _write_nodes(tx, [node for node in own if node.label != "Document" or node.properties["id"] not in there])
    units |= {share.unit_id for share in given}
    titles |= {node.properties["title_key"] for node in own if node.label == "Document"}
    _write_nodes(tx, merge(given).nodes)
    links = [link for link in rows.relationships if link.type not in _SHARED_TYPES]
    _write_links(tx, [*links, *(_names(rows.document_id, share) for share in given)])
    _settle_units(tx, units)
    _settle_titles(tx, titles)
    return Change(True, len(rows.nodes), len(rows.relationships))


def remove_document(tx: Transaction, document_id: str) -> Change:
    """Take out a document and what only it held. It stays as a title without content where loaded documents cite it."""
    found = tx.run(
        "MATCH (d:Document {`id`: $id}) WHERE d.loaded RETURN d.title_key, d.title, d.number", {"id": document_id}
    )
    if not found:
        return Change(False, 0, 0)
    key, title, number = found[0]
    units, titles = _forget(tx, document_id)
    _write_nodes(tx, [placeholder(document_id, key, title, number)])
    _settle_units(tx, units)
    _settle_titles(tx, titles | {key})
    return Change(True, 0, 0)


def _forget(tx: Transaction, document_id: str) -> tuple[set[str], set[str]]:
    """Delete what a document owns. Returns the units that it named and the title keys that it cited and had."""
    here = {"id": document_id}
    units = {key for (key,) in tx.run("MATCH (:Document {`id`: $id})-[:NAMES]->(u:Unit) RETURN u.`id`", here)}
    titles = {key for (key,) in tx.run("MATCH (d:Document {`id`: $id}) RETURN d.title_key", here)}
    for label, name in (("Document", "id"), ("Measure", "document_id")):
        statement = f"MATCH (:`{label}` {{`{name}`: $id}})-[:CITES|BASED_ON]->(d:Document) RETURN DISTINCT d.title_key"
        titles |= {key for (key,) in tx.run(statement, here)}
    for label in _OWNED:
        tx.run(f"MATCH (n:`{label}` {{`document_id`: $id}}) DETACH DELETE n", here)
    tx.run("MATCH (:Document {`id`: $id})-[r:CITES|BASED_ON|NAMES]->() DELETE r", here)
    tx.run("MATCH (:Unit)-[r:ISSUED]->(:Document {`id`: $id}) DELETE r", here)
    return units, titles


def _settle_units(tx: Transaction, ids: set[str]) -> None:
    """Make the given units, their links and places from the shares of all documents; drop those that no document names."""
    if not ids:
        return
    named = {"ids": sorted(ids)}
    found = tx.run("MATCH (:Document)-[r:NAMES]->(u:Unit) WHERE u.`id` IN $ids RETURN u.`id`, r.forms, r.facts", named)
    shared = merge(Share(key, tuple(forms), facts) for key, forms, facts in found)
    unused = ids - {key for key, _, _ in found}
    touched = {
        place for (place,) in tx.run("MATCH (u:Unit) WHERE u.`id` IN $ids RETURN DISTINCT u.jurisdiction", named)
    }
    for anchored in (
        "(a:Unit)-[r:SUCCEEDED_BY]->(:Unit)",
        "(:Unit)-[r:MEMBER_OF]->(a:Unit)",
        "(a:Unit)-[r:OF]->(:Jurisdiction)",
    ):
        tx.run(f"MATCH {anchored} WHERE a.`id` IN $ids DELETE r", named)
    tx.run("MATCH (u:Unit) WHERE u.`id` IN $ids DETACH DELETE u", {"ids": sorted(unused)})
    _write_nodes(tx, shared.nodes)
    places = {"ids": [node.properties["id"] for node in shared.nodes if node.label == "Jurisdiction"]}
    tx.run("MATCH (j:Jurisdiction)-[r:PART_OF]->(:Jurisdiction) WHERE j.`id` IN $ids DELETE r", places)
    _write_links(tx, shared.relationships)
    touched |= {node.properties["jurisdiction"] for node in shared.nodes if node.label == "Unit"}
    _settle_departments(tx, touched)
    empty = "MATCH (j:Jurisdiction) WHERE NOT EXISTS { MATCH ()-[:OF|PART_OF]->(j) } "
    while tx.run(empty + "RETURN j.`id` LIMIT 1"):
        tx.run(empty + "DETACH DELETE j")


def _settle_departments(tx: Transaction, places: set[str]) -> None:
    here: dict[str, Value] = {"places": sorted(places), "rule": DEPARTMENTS}
    tx.run("MATCH (:Unit)-[r:MEMBER_OF]->(g:Unit) WHERE g.jurisdiction IN $places AND r.rule = $rule DELETE r", here)
    names = ("id", "full_name", "kind", "group", "jurisdiction")
    columns = ", ".join(f"u.`{name}`" for name in names)
    roles = "|".join(ROLE_TYPES.values())
    units = tx.run(
        f"MATCH (u:Unit) WHERE u.jurisdiction IN $places RETURN EXISTS {{ MATCH (u)-[:{roles}]->(:Measure) }}, {columns}",
        {"places": sorted(places)},
    )
    linked = tx.run("MATCH (u:Unit)-[:MEMBER_OF]->(g:Unit) WHERE g.jurisdiction IN $places RETURN u.`id`, g.`id`", here)
    known = [dict(zip(("named", *names), unit, strict=True)) for unit in units]
    _write_links(tx, departments(known, [(member, group) for member, group in linked]))


def _settle_titles(tx: Transaction, titles: set[str]) -> None:
    """Tie every citation of the given titles to the document that it means; drop cited documents that nothing cites now.

    A citation with a number means the document with that title and number; one without means the only loaded document of its
    title. Where that is not known it keeps a node of its own, named as most citations print it.
    """
    keys = {"keys": sorted(titles)}
    documents = tx.run(
        "MATCH (d:Document) WHERE d.title_key IN $keys RETURN d.`id`, d.title_key, d.number, d.loaded", keys
    )
    loaded: dict[str, list[tuple[str, str]]] = defaultdict(list)
    for document, key, number, is_loaded in documents:
        if is_loaded:
            loaded[key].append((document, title_key(number)))
    wrong: list[tuple[RelationshipRow, str]] = []
    printed: dict[str, Counter[tuple[str, str]]] = defaultdict(Counter)
    key_of: dict[str, str] = {}
    for type in _CITING:
        for row, key in _citations(tx, type, keys):
            title, number = row.properties["title"], row.properties["number"]
            target = _meant(key, title_key(number), loaded[key])
            printed[target][title, number] += 1
            key_of[target] = key
            if row.to_id != target:
                wrong.append((row, target))
    known = {document for entries in loaded.values() for document, _ in entries}
    own = [target for target in printed if target not in known]
    _write_nodes(tx, [placeholder(target, key_of[target], *most_common(printed[target])) for target in own])
    for row, _ in wrong:
        where = {"from": row.from_id, "to": row.to_id, "start": row.properties["start"]}
        statement = (
            f"MATCH (a:`{row.from_label}` {{`id`: $from}})-[r:`{row.type}`]->(b:Document {{`id`: $to}}) "
            "WHERE r.`start` = $start DELETE r"
        )
        tx.run(statement, where)
    _write_links(tx, [changed(row, to_id=target) for row, target in wrong])
    unused = [document for document, *_ in documents if document not in known and document not in printed]
    tx.run("MATCH (d:Document) WHERE d.`id` IN $ids DETACH DELETE d", {"ids": unused})


def _citations(tx: Transaction, type: str, keys: Mapping[str, Value]) -> Iterable[tuple[RelationshipRow, str]]:
    names = [p.name for p in relationship_type(type).properties]
    columns = ", ".join(f"r.`{name}`" for name in names)
    for label, _ in relationship_type(type).pairs:
        found = tx.run(
            f"MATCH (a:`{label}`)-[r:`{type}`]->(d:Document) WHERE d.title_key IN $keys RETURN a.`id`, d.`id`, d.title_key, {columns}",
            keys,
        )
        for source, target, key, *values in found:
            properties = dict(zip(names, values, strict=True))
            yield RelationshipRow(type, label, source, "Document", target, properties), key


def _meant(key: str, number: str, loaded: Sequence[tuple[str, str]]) -> str:
    """The id of the document that a citation means, among the loaded ones of its title (id and folded number)."""
    fitting = [document for document, own in loaded if not number or own == number]
    if len(fitting) == 1:
        return fitting[0]
    return f"{key}/{number}" if number else key


def _names(document_id: str, share: Share) -> RelationshipRow:
    properties = {"forms": list(share.forms), "facts": share.facts}
    return RelationshipRow("NAMES", "Document", document_id, "Unit", share.unit_id, properties)


def _write_nodes(tx: Transaction, nodes: Sequence[NodeRow]) -> None:
    for label, group in group_by_label(nodes).items():
        node = node_type(label)
        for batch in batches(to_row(node.properties, row.properties) for row in group):
            tx.run(merge_nodes(node), {"rows": batch})


def _write_links(tx: Transaction, links: Iterable[RelationshipRow]) -> None:
    groups: dict[tuple[str, str, str], dict[str, dict[str, Value]]] = defaultdict(dict)
    for link in links:
        declared = relationship_type(link.type)
        row = {"from": link.from_id, "to": link.to_id, **to_row(declared.properties, link.properties)}
        identity = canonical([link.from_id, link.to_id, *(row[name] for name in declared.identity)])
        groups[link.type, link.from_label, link.to_label][identity] = row
    for (type, start, end), rows in groups.items():
        for batch in batches(rows.values()):
            tx.run(create_relationships(relationship_type(type), start, end), {"rows": batch})
