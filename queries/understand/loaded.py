"""Everything that a question can name, read from the loaded graph. Made once for each state of a store."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from functools import cache

from graph_loader.settings import DATA
from graph_loader.stores.base import GraphStore
from graph_loader.units import Registry
from queries.directory import Directory, StateCache, directory
from queries.understand.automaton import Automaton
from queries.understand.content.by_day import read_clauses
from queries.understand.content.facts import Facts, read_facts
from queries.understand.content.passages import Passages
from queries.understand.content.retold import Told
from queries.understand.content.topics import Topics, plain, read_topics
from queries.understand.measures import Numbers
from queries.understand.papers.documents import DocumentFinder
from queries.understand.papers.homes import Homes
from queries.understand.papers.places import PlaceFinder
from queries.understand.papers.sections import SectionFinder, read_headings
from queries.understand.roles.through_groups import read_groups
from queries.understand.units.bodies import Bodies
from queries.understand.units.finder import UnitFinder
from queries.understand.units.shortened import Elisions
from queries.understand.world import World

_DUTIES = """MATCH (u:Unit)-[r:LEADS|RESPONSIBLE_FOR|SUPPORTS]->(m:Measure)
RETURN DISTINCT u.id AS id, m.id AS measure, type(r) = 'LEADS' AS leads ORDER BY id, measure, leads"""
_ISSUERS = (
    "MATCH (u:Unit)-[:ISSUED]->(d:Document) WHERE d.loaded RETURN DISTINCT d.id AS id, u.id AS unit ORDER BY id, unit"
)
_SHORTEST_HEADING = 4
_worlds = StateCache(4)


def world(store: GraphStore, registry: Registry | None = None) -> World:
    """The finders over a store's present state, kept between calls. registry: names of bodies (default: those of data/)."""

    def make() -> World:
        known = directory(store)
        names = registry or _registry()
        topics = read_topics(store)
        titles = _titles(topics)
        facts = read_facts(store)
        told = _told(store, topics, facts)
        bodies = Bodies(known, names)
        places = PlaceFinder(known, names.places)
        homes = Homes(known.documents.values(), places, _issuers(store, known))
        return World(
            known,
            bodies,
            UnitFinder(bodies),
            Elisions(bodies),
            DocumentFinder(known.documents.values(), homes, known.sizes, topics.holding),
            places,
            Numbers(known.measures.values()),
            topics,
            titles,
            Automaton(titles),
            SectionFinder(read_headings(store), titles),
            read_groups(store, told.duties),
            facts,
            _years(store),
            told,
        )

    return _worlds.get(store, "world", make)


def _titles(topics: Topics) -> Mapping[str, tuple[str, ...]]:
    """Ids of the measures that bear a title."""
    titles: defaultdict[str, list[str]] = defaultdict(list)
    for measure in topics.measures:
        if len(measure.title) >= _SHORTEST_HEADING:
            titles[measure.title].append(measure.id)
    return {title: tuple(ids) for title, ids in titles.items()}


def _years(store: GraphStore) -> Mapping[str, frozenset[int]]:
    found: defaultdict[str, set[int]] = defaultdict(set)
    for document_id, due in store.read(
        "MATCH (m:Measure)-[:HAS_DEADLINE]->(t:Deadline) RETURN DISTINCT m.document_id AS id, t.due_on AS due ORDER BY id, due"
    ).rows:
        if due is not None:
            found[document_id].add(due.year)
    return {document_id: frozenset(years) for document_id, years in found.items()}


def _issuers(store: GraphStore, known: Directory) -> Mapping[str, Sequence[str]]:
    """Ids of the papers by the folded names of who issued them."""
    papers: defaultdict[str, list[str]] = defaultdict(list)
    for document_id, unit_id in store.read(_ISSUERS).rows:
        unit = known.units[unit_id]
        for name in dict.fromkeys(filter(None, (unit.name, unit.full_name, *unit.aliases))):
            papers[plain(name)].append(document_id)
    return papers


def _told(store: GraphStore, topics: Topics, facts: Facts) -> Told:
    duties: defaultdict[str, set[str]] = defaultdict(set)
    led: set[str] = set()
    for unit_id, measure_id, leads in store.read(_DUTIES).rows:
        duties[unit_id].add(measure_id)
        led |= {measure_id} if leads else set()
    return Told(
        Passages(topics.measures),
        Passages(facts.topics["deadlines"].measures),
        {deadline.id: owner for owner, rows in facts.deadlines.items() for deadline, _ in rows},
        {unit_id: frozenset(measures) for unit_id, measures in duties.items()},
        read_clauses(store),
        frozenset(led),
    )


@cache
def _registry() -> Registry:
    return Registry.load(DATA)
