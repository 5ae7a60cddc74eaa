"""Answers as files to take away, and the lines that let another person get the same."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable, Iterable, Sequence
from datetime import date
from functools import partial
from typing import Any

import streamlit as st

from graph_loader.rules import certainty
from interface.components.docket import Node, docket, el
from interface.downloads.button import button
from interface.downloads.cells import cell
from interface.downloads.docx import Chapter, Grid, Quote, document
from interface.downloads.xlsx import Sheet, workbook
from interface.frame import links
from queries.model import Answer, Evidence, Reproduction


def buttons(answer: Answer) -> None:
    """An answer for the office, and its address."""
    with st.container(horizontal=True, width="content", key="bar_files"):
        _button("表格 xlsx", answer_xlsx, answer)
        _button("公文 docx", answer_docx, answer)
        here = links.to("ask", q=st.query_params.get("q"))
        docket(el("button", el("i", cls="ico ico-link"), "复制链接", cls="btn", copy=here), key="copy", form="fit")


def data_buttons(answer: Answer) -> None:
    """An answer for programs."""
    with st.container(horizontal=True, key="bar_data"):
        _button("表格 csv", answer_csv, answer)
        _button("数据 json", answer_json, answer)


def _button(label: str, make: Callable[[Answer], bytes | str], answer: Answer) -> None:
    """label: ends with the file's suffix."""
    name = f"{answer.entry.title if answer.entry else '答案'}-{date.today().isoformat()}.{label.rpartition(' ')[2]}"
    button(label, partial(make, answer), name)


def answer_xlsx(answer: Answer) -> bytes:
    """The rows and the quotes that prove them, a sheet each."""
    heads, rows = _shown(answer)
    quotes = [
        [q.measure, q.measure_title, q.text, q.start + 1, q.end, _certainty(q), q.document] for q in answer.evidence
    ]
    proof = ["编号", "措施", "原文", "起字", "止字", "依据", "文件"]
    return workbook([Sheet("答案", heads, rows, answer.question), Sheet("原文依据", proof, quotes, answer.answer)])


def answer_docx(answer: Answer) -> bytes:
    """The sentence, the rows and the quotes, with where they stand and how to get the same again."""
    heads, rows = _shown(answer)
    quotes = [
        Quote(q.text, f"《{q.document}》{q.measure}{q.measure_title}，第 {q.start + 1}–{q.end} 字，{_certainty(q)}")
        for q in answer.evidence
    ]
    made = (
        reproduction_texts(answer.reproduction, answer.understood.query)
        if answer.reproduction and answer.understood
        else []
    )
    chapters = [
        Chapter("答复", [answer.answer, *answer.notes]),
        Chapter("明细", [Grid(heads, rows)] if rows else ["没有符合条件的内容。"]),
        Chapter("原文依据", quotes),
        Chapter("复现", made),
    ]
    return document(answer.question, chapters, caption=f"{date.today().isoformat()}，责任图谱据已载入文件生成")


def _certainty(quote: Evidence) -> str:
    word = certainty(inferred=quote.inferred, implied=quote.implied, correction=quote.correction)
    return f"{word}：{quote.correction}" if quote.correction else word


def _shown(answer: Answer) -> tuple[list[str], list[list[Any]]]:
    """Headings and rows of the columns that people see."""
    columns = answer.entry.columns if answer.entry else ()
    shown = [(index, column.zh) for index, column in enumerate(columns) if column.zh]
    return [zh for _, zh in shown], [[row[index] for index, _ in shown] for row in answer.rows]


def answer_csv(answer: Answer) -> bytes:
    """The rows under Chinese headings."""
    return table_csv(*_shown(answer))


def table_csv(headings: Sequence[str], rows: Iterable[Sequence[Any]]) -> bytes:
    """A table as csv: with a byte order mark, and no cell that a spreadsheet runs as a formula."""
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow([cell(heading) for heading in headings])
    writer.writerows([[cell(value) for value in row] for row in rows])
    return out.getvalue().encode("utf-8-sig")


def answer_json(answer: Answer) -> str:
    """The form of `zeren ask --json`."""
    return json.dumps(answer.to_json(), ensure_ascii=False, indent=2)


def reproduction_lines(answer: Answer) -> list[Node]:
    """Entry, parameters, store, version and the papers' fingerprints."""
    if answer.reproduction is None:
        return []
    return reproduction_of(answer.reproduction, answer.understood.query if answer.understood else "")


def reproduction_of(made: Reproduction, name: str) -> list[Node]:
    """The same for any statement that was run. name: of the catalogue's entry, or what else it is."""
    return [el("p", line, cls="note wrap") for line in reproduction_texts(made, name)]


def reproduction_texts(made: Reproduction, name: str) -> list[str]:
    """The lines as texts."""
    params = "，".join(f"{key} = {cell(value) or '（全部）'}" for key, value in made.params.items())
    papers = [f"源文件 {key}，sha256 {value}" for key, value in made.documents.items()]
    return [f"问法 {name}；参数 {params or '无'}", f"图库 {made.store}；版本 {made.version}", *papers]
