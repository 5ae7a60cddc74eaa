"""The whole graph as a file, one exporter a format."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import BinaryIO

from graph_loader.errors import StoreError
from graph_loader.exports import csv, graphml, json
from graph_loader.stores.base import GraphDump, GraphStore

FORMATS: dict[str, tuple[str, Callable[[GraphDump, BinaryIO], None]]] = {
    "graphml": (".graphml", graphml.write),
    "json": (".json", json.write),
    "csv": (".zip", csv.write),
}
"""Name of a format to the ending of its file and what writes a dump to an open file."""


def export(store: GraphStore, form: str, output: Path | None = None) -> Path:
    """Write the graph to `output` (graph.graphml, graph.json or graph.zip here when None) and return where it was written.

    Raises KeyError for a format that is not in FORMATS, StoreError when the file cannot be written.
    """
    ending, write = FORMATS[form]
    path = output or Path(f"graph{ending}")
    dump = store.dump()
    try:
        with open(path, "wb") as file:
            write(dump, file)
    except OSError as error:
        raise StoreError(
            f"文件写不进去：{error.strerror}", where=str(path), todo="请检查路径、权限和磁盘空间"
        ) from error
    return path
