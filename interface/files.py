"""Answers as files to take away, and the lines that let another person get the same."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any

import streamlit as st

from graph_loader.exports.cells import neutral
from interface import links
from interface.components.docket import Node, docket, el
from queries.model import Answer, Reproduction
from queries.sentence import text_of


def buttons(answer: Answer) -> None:
    """Downloads of an answer, and its address."""
    name = f"{answer.entry.title if answer.entry else '答案'}-{date.today().isoformat()}"
    with st.container(horizontal=True, width="content", key="bar_files"):
        st.download_button(
            "表格 csv", answer_csv(answer), f"{name}.csv", "text/csv", icon=":material/table:", on_click="ignore"
        )
        st.download_button(
            "数据 json",
            answer_json(answer),
            f"{name}.json",
            "application/json",
            icon=":material/data_object:",
            on_click="ignore",
        )
        here = links.to("ask", q=st.query_params.get("q"), after=st.query_params.get("after"))
        docket(el("button", el("i", cls="ico ico-link"), "复制链接", cls="btn", copy=here), key="copy", form="fit")


def answer_csv(answer: Answer) -> bytes:
    """The shown columns with Chinese heads; with a byte order mark, so that office programs read Chinese, and no formulas."""
    shown = (
        [(index, column.zh) for index, column in enumerate(answer.entry.columns) if column.zh] if answer.entry else []
    )
    return table_csv([zh for _, zh in shown], [[row[index] for index, _ in shown] for row in answer.rows])


def table_csv(headings: Sequence[str], rows: Iterable[Sequence[Any]]) -> bytes:
    """A table as csv: with a byte order mark, and no cell that a spreadsheet runs as a formula."""
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow([_cell(heading) for heading in headings])
    writer.writerows([[_cell(value) for value in row] for row in rows])
    return out.getvalue().encode("utf-8-sig")


def answer_json(answer: Answer) -> str:
    """The form of `zeren ask --json`."""
    return json.dumps(answer.to_json(), ensure_ascii=False, indent=2)


def _cell(value: Any) -> str:
    """A value as text that no spreadsheet runs as a formula."""
    if value is None:
        return ""
    if isinstance(value, (list, tuple)):
        return "、".join(map(_cell, value))
    if isinstance(value, str):
        return neutral(value)
    return value.isoformat() if isinstance(value, date) else text_of(value)


def reproduction_lines(answer: Answer) -> list[Node]:
    """Entry, parameters, store, version and the papers' fingerprints."""
    if answer.reproduction is None:
        return []
    return reproduction_of(answer.reproduction, answer.understood.query if answer.understood else "")


def reproduction_of(made: Reproduction, name: str) -> list[Node]:
    """The same for any statement that was run. name: of the catalogue's entry, or what else it is."""
    params = "，".join(f"{name} = {_cell(value) or '（全部）'}" for name, value in made.params.items())
    lines = [f"问法 {name}；参数 {params or '无'}"]
    lines.append(f"图库 {made.store}；版本 {made.version}")
    lines += [f"源文件 {key}，sha256 {value}" for key, value in made.documents.items()]
    return [el("p", line, cls="note wrap") for line in lines]
