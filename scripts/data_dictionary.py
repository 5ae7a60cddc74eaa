"""Writes docs/data-dictionary.md from graph_loader/schema.py: `python scripts/data_dictionary.py`."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from graph_loader.schema import NODES, RELATIONSHIPS, Property

PATH = Path(__file__).resolve().parent.parent / "docs" / "data-dictionary.md"
_TYPES = {
    "STRING": "text",
    "INTEGER": "integer",
    "FLOAT": "float",
    "BOOLEAN": "boolean",
    "DATE": "date",
    "STRINGS": "list of text",
}


def dictionary() -> str:
    """The page, as Markdown."""
    return "\n".join(_lines()) + "\n"


def _lines() -> Iterator[str]:
    yield "# Data dictionary"
    yield ""
    yield "Written by `make docs` from `graph_loader/schema.py`; do not edit. Labels, types and properties are ASCII, values are"
    yield "Chinese. `start` and `end` are half-open character offsets into `Document.text`. Every node's key is `id`, a text that is"
    yield "stable from load to load. Absent values are null; texts that a document does not have are empty."
    yield ""
    yield "## Nodes"
    yield from _table(
        ("Label", "中文", "Meaning", "Belongs to one document"),
        ((f"[{n.label}](#{n.label.lower()})", n.zh, n.doc, "yes" if n.owned else "shared") for n in NODES),
    )
    yield "## Relationships"
    yield from _table(
        ("Type", "中文", "Meaning", "From", "To"),
        (
            (f"[{r.type}](#{r.type.lower()})" if r.properties else r.type, r.zh, r.doc, start, end)
            for r in RELATIONSHIPS
            for start, end in r.pairs
        ),
    )
    for node in NODES:
        yield f"## {node.label}"
        yield from _properties(node.properties)
    for relationship in RELATIONSHIPS:
        if relationship.properties:
            yield f"## {relationship.type}"
            yield from _properties(relationship.properties)


def _properties(properties: Sequence[Property]) -> Iterator[str]:
    rows = ((f"`{p.name}`", _TYPES[p.type], p.zh, p.doc) for p in properties)
    return _table(("Property", "Type", "中文", "Meaning"), rows)


def _table(heads: Sequence[str], rows: Iterable[Sequence[str]]) -> Iterator[str]:
    yield ""
    yield f"| {' | '.join(heads)} |"
    yield f"|{'---|' * len(heads)}"
    for row in rows:
        yield f"| {' | '.join(cell.replace('|', chr(92) + '|') for cell in row)} |"
    yield ""


if __name__ == "__main__":
    PATH.write_text(dictionary(), encoding="utf-8")
