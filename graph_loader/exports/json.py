"""The graph as one JSON document that says what it was made of."""

from __future__ import annotations

import json
from datetime import date
from typing import BinaryIO

from graph_loader.rows import product_version
from graph_loader.stores.base import GraphDump


def write(dump: GraphDump, file: BinaryIO) -> None:
    """Write {"product", "version", "documents", "nodes", "relationships"}; days are ISO.

    documents: id, title, number, file and its SHA-256, of those that are loaded. The same graph gives the same bytes.
    """
    documents = [node.properties for node in dump.nodes if node.label == "Document" and node.properties["loaded"]]
    told = ("id", "title", "number", "source", "sha256", "read_by", "loaded_at")
    content = {
        "product": "zeren",
        "version": product_version(),
        "documents": [{name: document[name] for name in told} for document in documents],
        "nodes": [{"label": node.label, "properties": dict(node.properties)} for node in dump.nodes],
        "relationships": [
            {
                "type": link.type,
                "from": {"label": link.from_label, "id": link.from_id},
                "to": {"label": link.to_label, "id": link.to_id},
                "properties": dict(link.properties),
            }
            for link in dump.relationships
        ],
    }
    text = json.dumps(content, ensure_ascii=False, indent=1, default=date.isoformat)
    file.write(text.encode("utf-8", "surrogatepass"))
