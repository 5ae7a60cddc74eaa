"""One plan in every format: what is read out of it is the same."""

from __future__ import annotations

import html
import io
import json
from collections.abc import Callable

import docx
import pytest

from graph_loader.extract import parse
from graph_loader.extract.jsonform import plan_to_json
from graph_loader.readers import read_bytes
from tests.gold.score import score
from tests.support import ROOT, ZHANGYE
from tests.tiny_pdf import typeset

LINES = [line.strip() for line in ZHANGYE.read_text(encoding="utf-8").splitlines() if line.strip()]


def as_docx(lines: list[str]) -> bytes:
    document = docx.Document()
    for line in lines:
        document.add_paragraph(line)
    target = io.BytesIO()
    document.save(target)
    return target.getvalue()


def as_page(lines: list[str], element: str) -> bytes:
    body = "".join(element.format(html.escape(line)) for line in lines)
    return (
        f"<!DOCTYPE html><html><head><title>{lines[0]}</title></head><body><nav>首页</nav>{body}</body></html>".encode()
    )


FORMS: dict[str, Callable[[list[str]], bytes]] = {
    "gb18030.txt": lambda lines: "\r\n".join(lines).encode("gb18030"),
    "utf16.txt": lambda lines: "\n\n".join(lines).encode("utf-16"),
    "paper.md": lambda lines: "\n\n".join([f"# {lines[0]}", *(f"**{line}**" for line in lines[1:])]).encode(),
    "paper.html": lambda lines: as_page(lines, "<p style='text-indent:2em'><span>{}</span></p>"),
    "breaks.html": lambda lines: as_page(lines, "　　{}<br><br>"),
    "cells.html": lambda lines: as_page(lines, "<table><tr><td>{}</td></tr></table>"),
    "paper.docx": as_docx,
    "paper.pdf": lambda lines: typeset(lines[0], lines[1:], head="张掖市人民政府文件"),
}


@pytest.mark.parametrize("name", FORMS)
def test_the_zhangye_plan_reads_the_same_in_every_format(name: str) -> None:
    gold = json.loads((ROOT / "tests" / "gold" / "zhangye-2017.json").read_text(encoding="utf-8"))
    plan = parse(read_bytes(FORMS[name](LINES), name))
    result = score(gold, json.loads(json.dumps(plan_to_json(plan))))
    assert result.faults == []
    assert (result.exact, result.headings) == (29, 29)
    assert plan.document.number == gold["document_number"]
    assert plan.document.issued_on is not None
    assert plan.document.issued_on.isoformat() == gold["document"]["issued_on"]
