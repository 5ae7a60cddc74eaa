"""Evidence packs: built, verified, and found out when the pack or the graph has changed."""

from __future__ import annotations

import copy
import json
from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from graph_loader.errors import VerificationError
from graph_loader.loading import load_files
from graph_loader.settings import ROOT, Settings
from graph_loader.stores import open_store
from graph_loader.stores.base import GraphStore
from interface.downloads.evidence_pack import pack_docx
from interface.terminal import run
from queries.pack import Pack, build, digest, findings, verify

PLAN = next((ROOT / "data").glob("张掖*.txt"))
ON = date(2018, 12, 31)
MADE = datetime(2026, 1, 2, tzinfo=UTC)


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[GraphStore]:
    """An embedded store with the Zhangye plan."""
    opened = open_store(Settings(graph=tmp_path_factory.mktemp("pack") / "graph.lbug"), write=True)
    opened.prepare()
    assert not load_files([PLAN], opened).failed
    yield opened
    opened.close()


@pytest.fixture
def pack(store: GraphStore) -> Pack:
    """A pack of everything due by the end of 2018."""
    due = store.read(
        "MATCH (t:Deadline) WHERE t.kind <> 'recurring' AND t.due_on <= $day RETURN t.id", {"day": ON}
    ).rows
    return build(store, [row[0] for row in due], ON, {due[0][0]: "已函询"}, MADE)


def test_a_pack_holds_every_word_that_proves_it(pack: Pack) -> None:
    text = PLAN.read_text("utf-8-sig")
    assert len(pack["findings"]) == 10
    assert sum(finding["remark"] == "已函询" for finding in pack["findings"]) == 1
    for finding in pack["findings"]:
        assert finding["due_on"] <= "2018-12-31"
        assert finding["duties"]
        for quoted in [finding, *finding["duties"], *finding["liabilities"]]:
            sentence = quoted["sentence"]
            assert text[sentence["start"] : sentence["end"]] == sentence["text"]
        for duty in finding["duties"]:
            assert text[duty["start"] : duty["stop"]] == duty["as_written"]
    took_over = {
        (each["unit_id"], each["successor"]) for finding in pack["findings"] for each in finding["successions"]
    }
    assert ("张掖市/市政府法制办", "市司法局") in took_over


def test_a_pack_verifies_and_is_the_same_twice(store: GraphStore, pack: Pack) -> None:
    assert verify(store, json.loads(json.dumps(pack))) == []
    again = build(store, pack["query"]["deadlines"], ON, {f["id"]: f["remark"] for f in pack["findings"]}, MADE)
    assert again == pack


def test_a_changed_pack_is_found_out(store: GraphStore, pack: Pack) -> None:
    changed = copy.deepcopy(pack)
    changed["findings"][0]["duties"][0]["unit"] = "市财政局"
    assert any("改动过" in difference for difference in verify(store, changed))
    assert any("承担单位" in difference for difference in verify(store, changed))
    changed["digest"] = digest(changed)
    assert [difference for difference in verify(store, changed) if "改动过" in difference] == []
    assert verify(store, changed)


def test_another_file_or_an_empty_graph_is_found_out(pack: Pack, tmp_path: Path) -> None:
    other = tmp_path / PLAN.name
    other.write_text(PLAN.read_text("utf-8-sig").replace("牵头单位:市编办,市政府法制办", "牵头单位:市编办"), "utf-8")
    opened = open_store(Settings(graph=tmp_path / "graph.lbug"), write=True)
    opened.prepare()
    assert any("没有载入" in difference for difference in verify(opened, pack))
    load_files([other], opened)
    assert any("不是同一个文件" in difference for difference in verify(opened, pack))
    opened.close()


@pytest.mark.parametrize("content", [{}, [], {"format": "other"}, {"format": "zeren-evidence/1", "findings": [{}]}])
def test_what_is_no_pack_is_said_to_be_none(store: GraphStore, content: object) -> None:
    with pytest.raises(VerificationError):
        verify(store, content)  # type: ignore[arg-type]


def test_ids_that_are_gone_make_no_pack(store: GraphStore) -> None:
    with pytest.raises(VerificationError, match="已不在图谱里"):
        build(store, ["nothing"], ON, {})
    assert findings(store, []) == []


def test_the_document_opens_and_says_what_is_inferred(pack: Pack) -> None:
    import io

    from docx import Document

    paper = Document(io.BytesIO(pack_docx(pack)))
    words = "\n".join(paragraph.text for paragraph in paper.paragraphs)
    assert "不作责任认定" in words
    assert pack["digest"] in words
    assert "已函询" in words


def test_the_command_verifies(
    store: GraphStore, pack: Pack, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.delenv("NEO4J_URI", raising=False)
    monkeypatch.setenv("ZEREN_GRAPH", store.address)
    path = tmp_path / "pack.json"
    path.write_text(json.dumps(pack, ensure_ascii=False), "utf-8")
    assert run(["verify", str(path)]) == 0
    assert "通过核验" in capsys.readouterr().out
    path.write_text(json.dumps({**pack, "as_of": "2020-01-01"}, ensure_ascii=False), "utf-8")
    assert run(["verify", str(path)]) == 1
    assert "改动过" in capsys.readouterr().err
    path.write_text("not json", "utf-8")
    assert run(["verify", str(path)]) == 1
