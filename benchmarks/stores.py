"""The stores that benchmarks use: an embedded one in a temporary folder, and a Neo4j server if one can be had."""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

from graph_loader.settings import Settings
from graph_loader.stores import open_store
from graph_loader.stores.base import GraphStore
from scripts.neo4j_server import Server, ServerError


@contextmanager
def each_store() -> Iterator[dict[str, GraphStore]]:
    """Empty stores by name, gone afterwards."""
    with ExitStack() as stack:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory()))
        settings = {"embedded": Settings(graph=folder / "graph.lbug")}
        try:
            server = stack.enter_context(Server(folder / "neo4j"))
            settings["neo4j"] = Settings(neo4j_uri=server.uri, neo4j_password=server.password)
        except ServerError as error:
            print(f"without Neo4j: {error}", file=sys.stderr)
        stores = {name: open_store(one, write=True) for name, one in settings.items()}
        for store in stores.values():
            store.prepare()
            stack.callback(store.close)
        yield stores
