"""GraphML for Gephi, yEd and networkx."""

from __future__ import annotations

import re
from datetime import date
from typing import BinaryIO

import networkx

from graph_loader.network import network_of
from graph_loader.stores.base import GraphDump, Value

_NOT_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""Characters that XML 1.0 does not have."""


def write(dump: GraphDump, file: BinaryIO) -> None:
    """Write the graph. GraphML has neither lists nor nulls: lists are joined with "|", absent values left out, days ISO text."""
    network = network_of(dump)
    plain: networkx.MultiDiGraph[str] = networkx.MultiDiGraph()
    for key, values in network.nodes(data=True):
        plain.add_node(_text(key), **_attributes(values))
    for start, end, values in network.edges(data=True):
        plain.add_edge(_text(start), _text(end), **_attributes(values))
    networkx.write_graphml_lxml(plain, file, named_key_ids=True)


def _attributes(values: dict[str, Value]) -> dict[str, str | int | float | bool]:
    plain: dict[str, str | int | float | bool] = {}
    for name, value in values.items():
        if isinstance(value, (bool, int, float)):
            plain[name] = value
        elif value is not None:
            text = (
                "|".join(value) if isinstance(value, list) else value.isoformat() if isinstance(value, date) else value
            )
            plain[name] = _text(text)
    return plain


def _text(text: str) -> str:
    return _NOT_XML.sub("\ufffd", text)
