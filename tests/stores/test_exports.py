"""What leaves the product as a file, and the networkx graph."""

from __future__ import annotations

import csv
import io
import json
import zipfile
from dataclasses import replace
from datetime import date
from pathlib import Path

import networkx
import pytest

from graph_loader.errors import StoreError
from graph_loader.exports import FORMATS, export
from graph_loader.exports.cells import neutral
from graph_loader.network import to_networkx
from graph_loader.rows import graph_rows
from graph_loader.schema import NODES, RELATIONSHIPS
from graph_loader.stores.base import GraphStore
from tests.stores.plans import plan


@pytest.fixture
def filled(store: GraphStore) -> GraphStore:
    hostile = plan(leads=("=cmd|' /C calc'!A0", "市法制办"), cites=[("+A1\x0b", "")])
    store.replace_document(graph_rows(replace(hostile, document=replace(hostile.document, issuers=("@甲", "-乙")))))
    return store


def test_networkx_has_every_node_and_relationship(filled: GraphStore) -> None:
    network, dump = to_networkx(filled), filled.dump()
    assert (network.number_of_nodes(), network.number_of_edges()) == (len(dump.nodes), len(dump.relationships))
    unit = network.nodes["青河市/市法制办"]
    assert (unit["label"], unit["aliases"]) == ("Unit", ["市法制办公室"])
    (edge,) = network.get_edge_data("青河市/市法制办", "青河市/市司法局").values()
    assert (edge["type"], edge["on"]) == ("SUCCEEDED_BY", date(2019, 1, 1))
    led = [data for _, _, data in network.out_edges("青河市/市法制办", data=True) if data["type"] == "LEADS"]
    assert {data["as_written"] for data in led} == {"市法制办"}


def test_graphml_reads_back(filled: GraphStore, tmp_path: Path) -> None:
    network = networkx.read_graphml(export(filled, "graphml", tmp_path / "g.graphml"), force_multigraph=True)
    whole = to_networkx(filled)
    assert (network.number_of_nodes(), network.number_of_edges()) == (whole.number_of_nodes(), whole.number_of_edges())
    assert network.nodes["青河市/市法制办"]["aliases"] == "市法制办公室"
    deadline = next(data for _, data in network.nodes(data=True) if data["label"] == "Deadline")
    assert (deadline["due_on"], deadline["due_year"]) == ("2018-12-31", 2018)
    assert "start_on" not in deadline


def test_json_says_what_it_was_made_of(filled: GraphStore, tmp_path: Path) -> None:
    content = json.loads(export(filled, "json", tmp_path / "g.json").read_text(encoding="utf-8"))
    dump = filled.dump()
    (document,) = content["documents"]
    assert (document["source"], len(document["sha256"])) == ("青河市法治建设方案.txt", 64)
    assert [node["properties"]["id"] for node in content["nodes"]] == [node.properties["id"] for node in dump.nodes]
    assert [(link["type"], link["from"]["id"], link["to"]["id"]) for link in content["relationships"]] == [
        (link.type, link.from_id, link.to_id) for link in dump.relationships
    ]


def test_csv_has_a_file_for_each_label_and_type_and_no_formula(filled: GraphStore, tmp_path: Path) -> None:
    with zipfile.ZipFile(export(filled, "csv", tmp_path / "g.zip")) as archive:
        names = {f"nodes/{node.label}.csv" for node in NODES} | {f"relationships/{r.type}.csv" for r in RELATIONSHIPS}
        assert set(archive.namelist()) == names
        tables = {name: archive.read(name) for name in names}
    assert all(data.startswith(b"\xef\xbb\xbf") for data in tables.values())
    rows = {name: list(csv.DictReader(io.StringIO(data.decode("utf-8-sig")))) for name, data in tables.items()}
    cells = [cell for table in rows.values() for row in table for cell in row.values()]
    assert not [cell for cell in cells if cell.startswith(("=", "+", "-", "@", "\t", "\r"))]
    assert "'=cmd|' /C calc'!A0" in [row["as_written"] for row in rows["relationships/LEADS.csv"]]
    document = next(row for row in rows["nodes/Document.csv"] if row["loaded"] == "True")
    assert (document["issuers"], document["issued_on"]) == ("'@甲|-乙", "2017-04-24")
    assert len(rows["nodes/Measure.csv"]) == 2


@pytest.mark.parametrize("form", FORMATS)
def test_same_graph_gives_the_same_bytes(filled: GraphStore, tmp_path: Path, form: str) -> None:
    first, second = (export(filled, form, tmp_path / name).read_bytes() for name in ("a", "b"))
    assert first == second


def test_file_that_cannot_be_written(filled: GraphStore, tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="写不进去"):
        export(filled, "json", tmp_path / "no such folder" / "g.json")


@pytest.mark.parametrize(("text", "safe"), [("=1", "'=1"), ("\t=1", "'\t=1"), ("市司法局", "市司法局"), ("", "")])
def test_neutral(text: str, safe: str) -> None:
    assert neutral(text) == safe
