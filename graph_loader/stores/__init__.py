"""The graph's stores. `open_store` gives the one that is configured."""

from __future__ import annotations

from graph_loader.settings import Settings
from graph_loader.stores.base import GraphStore


def open_store(settings: Settings, *, write: bool = False) -> GraphStore:
    """The configured store: Neo4j where settings.neo4j_uri is set, else the embedded one at settings.graph.

    write: the store may be changed through it; never with settings.readonly. Opening does no work yet: a store that does not
    answer is found at the first use (StoreUnavailableError). Engines are imported only when they are used.
    """
    write = write and not settings.readonly
    if settings.neo4j_uri:
        from graph_loader.stores.neo4j import Neo4jStore

        return Neo4jStore(
            settings.neo4j_uri,
            settings.neo4j_username,
            settings.neo4j_password,
            settings.neo4j_database,
            write=write,
        )
    from graph_loader.stores.embedded import EmbeddedStore

    return EmbeddedStore(settings.graph, write=write)
