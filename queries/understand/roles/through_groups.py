"""Duties of a unit itself, and those that it has through a group (市直各部门): which of them a question is about."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from graph_loader.stores.base import GraphStore
from queries.directory import Directory
from queries.model import Entry

THROUGH = "through"
"""The parameter of entries that can leave out what a unit has through its groups (0) or bring it in (1)."""
_ALL = re.compile(
    r"(?<![不未没])(?<![不未没]包)(?:连同|包括|包含|含|加上|算上)"
    r"(?:所属|经由|通过)?(?:集体|集合|市直各部门|各县区政府|各部门)(?:承担)?的?[,、]?|including groups"
)


@dataclass(frozen=True, slots=True)
class Groups:
    """named: ids of units that an assignment names. of: groups of each unit that has any."""

    named: frozenset[str]
    of: Mapping[str, tuple[str, ...]]

    def settle(self, entry: Entry, params: dict[str, Any], text: str, directory: Directory) -> str:
        """Sets the entry's parameter, and says so in Chinese when duties are left out ("" otherwise).

        Asked about a unit that assignments name, the answer is what they name it for; a unit that only has duties through a
        group is asked about for those. 连同集体 in the question brings everything in.
        """
        units = [unit_id for name in ("units", "others") for unit_id in params.get(name, ())]
        if not any(slot.name == THROUGH for slot in entry.parameters) or not units or _ALL.search(text):
            return ""
        if not any(unit_id in self.named for unit_id in units):
            return ""
        params[THROUGH] = 0
        groups = dict.fromkeys(group for unit_id in units for group in self.of.get(unit_id, ()) if group in self.named)
        if not groups:
            return ""
        names = "、".join(dict.fromkeys(map(directory.unit_name, groups)))
        asked = "、".join(dict.fromkeys(map(directory.unit_name, units)))
        return f"只列写明{asked}的；经由{names}承担的没有列入，问题前加“连同集体的”可一并列出。"


def without_wish(text: str) -> str:
    """The question without the words that bring groups in."""
    return _ALL.sub("", text)


def read_groups(store: GraphStore, named: Iterable[str]) -> Groups:
    """The groups of a store's units. named: as in Groups."""
    members = store.read(
        "MATCH (u:Unit)-[:MEMBER_OF]->(g:Unit) RETURN DISTINCT u.id AS id, g.id AS group_id ORDER BY id, group_id"
    )
    return Groups(frozenset(named), _gathered(members.rows))


def _gathered(rows: Iterable[tuple[Any, ...]]) -> Mapping[str, tuple[str, ...]]:
    gathered: defaultdict[str, list[str]] = defaultdict(list)
    for unit_id, group_id in rows:
        gathered[unit_id].append(group_id)
    return {unit_id: tuple(found) for unit_id, found in gathered.items()}
