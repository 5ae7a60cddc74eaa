"""The loaded graph as a networkx graph: for layout, export and analysis in Python."""

from __future__ import annotations

import networkx

from graph_loader.stores.base import GraphDump, GraphStore


def to_networkx(store: GraphStore) -> networkx.MultiDiGraph[str]:
    """Every node by its id (ids are unique over the whole graph) and every relationship.

    Nodes have `label` and edges `type`; both have their properties as plain Python values: text, int, float, bool, date, list
    of text, or None.
    """
    return network_of(store.dump())


def network_of(dump: GraphDump) -> networkx.MultiDiGraph[str]:
    """The same for a dump, or for rows that somebody chose out of one."""
    network: networkx.MultiDiGraph[str] = networkx.MultiDiGraph()
    for node in dump.nodes:
        properties = {name: value for name, value in node.properties.items() if name != "id"}
        network.add_node(node.properties["id"], label=node.label, **properties)
    for link in dump.relationships:
        network.add_edge(link.from_id, link.to_id, type=link.type, **link.properties)
    return network
