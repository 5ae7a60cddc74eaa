"""查询台: a researcher's own Cypher. Guarded, with the schema beside it, examples, downloads and all that reproduces the rows."""

from __future__ import annotations

import json
from collections.abc import Sequence
from functools import partial
from types import NoneType
from typing import Any

import streamlit as st

from graph_loader.errors import QueryError
from graph_loader.schema import NODES, RELATIONSHIPS
from graph_loader.stores.base import NodeValue, RelationshipValue
from interface.components.docket import Node, docket, el
from interface.components.graph import build, graph
from interface.components.graph.view import view_of
from interface.downloads.answer import reproduction_of, table_csv
from interface.downloads.button import button
from interface.drawing import parts
from interface.frame import address, context, data, links
from interface.frame.markdown import plain
from queries import catalogue
from queries.console import ROW_CAP, SECONDS, Console, run_cypher
from queries.graph import between

_EXAMPLE = """MATCH (u:Unit)-[r:LEADS]->(m:Measure)
RETURN u.name AS unit, count(m) AS leads
ORDER BY leads DESC, unit LIMIT 10"""
_TEXT = "cypher_text"
_ROWS_SHOWN = 300


def page() -> None:
    """The whole page. q in the address: the statement."""
    here = context.head("查询台", search=False, caption="只读的 Cypher；改动数据、读写文件和访问网络的语句会被拒绝")
    asked = st.query_params.get("q", "")
    if _TEXT not in st.session_state:
        st.session_state[_TEXT] = asked or _EXAMPLE
    left, right = st.columns([1000, 420], gap="large")
    with right:
        _examples()
        docket(_schema(), key="schema")
    with left:
        with st.form("cypher", border=False):
            text = st.text_area("语句", key=_TEXT, height=170, label_visibility="collapsed")
            given = st.text_input("参数（JSON，可不填）", placeholder='例如 {"name": "市司法局"}', key="cypher_params")
            sent = st.form_submit_button("运行", type="primary")
        if sent:
            address.put("q", text)
        if sent or asked:
            _run(text, given, here)


def _run(text: str, given: str, here: context.Context) -> None:
    try:
        found = run_cypher(data.store(), text, _parameters(given), limit=ROW_CAP, seconds=SECONDS)
    except QueryError as error:
        st.error(plain(str(error)), title="没有运行，图谱没有改动")
        return
    result = found.result
    rows = [[_shown(value) for value in row] for row in result.rows]
    count = f"{len(rows)} 行" + ("，已到上限，后面的没有取" if result.truncated else "")
    head = parts.section("结果", count)
    if rows:
        docket(head, _table([str(name) for name in result.columns], rows), key="result")
        _downloads(found)
        _graph(found, here)
    else:
        docket(head, key="result")
        st.info("语句运行了，没有符合的行。放宽一个条件再试。", title="没有结果")
    _reproduction(found)


def _table(names: Sequence[str], rows: Sequence[Sequence[Any]]) -> list[Node]:
    """The rows as a table that a screen reader can read, numbers to the right; no more than a person looks through."""
    numbers = [all(isinstance(row[at], (int, float, NoneType)) for row in rows) for at in range(len(names))]
    classes = ["num" if number else "wrap" for number in numbers]
    heads = [el("th", name, cls=f"mono {cls}", scope="col") for name, cls in zip(names, classes, strict=True)]
    lines = [
        el("tr", [el("td", _cell(value), cls=cls) for value, cls in zip(row, classes, strict=True)])
        for row in rows[:_ROWS_SHOWN]
    ]
    table = el("table", el("thead", el("tr", heads)), el("tbody", lines), cls="t3", aria_label="结果")
    more = (
        f"这里列出前 {_ROWS_SHOWN} 行；全部 {len(rows)} 行在下载的 csv 和 json 里。" if len(rows) > _ROWS_SHOWN else ""
    )
    return [
        el("div", table, cls="sheet", tabindex="0", role="region", aria_label="结果表"),
        el("p", more, cls="note") if more else "",
    ]


def _cell(value: Any) -> Node:
    return parts.none() if value is None or value == "" else str(value)


def _parameters(given: str) -> dict[str, Any]:
    if not given.strip():
        return {}
    try:
        values = json.loads(given)
    except json.JSONDecodeError as error:
        raise QueryError("参数不是 JSON", where=f"第 {error.pos + 1} 个字符", todo='写成 {"名": "值"}') from error
    if not isinstance(values, dict):
        raise QueryError("参数要写成一组名和值", todo='写成 {"名": "值"}')
    return values


def _shown(value: Any) -> Any:
    """A value as a table cell holds it: whole nodes as their name, lists joined."""
    if isinstance(value, NodeValue):
        properties = value.properties
        return (
            f"({properties.get('name') or properties.get('title') or properties.get('text') or properties.get('id')})"
        )
    if isinstance(value, RelationshipValue):
        return f"[{value.type}]"
    if isinstance(value, (list, tuple)):
        return "、".join(str(_shown(item)) for item in value)
    return value


def _downloads(found: Console) -> None:
    with st.container(horizontal=True, key="bar_console"):
        button("表格 csv", partial(table_csv, found.result.columns, found.result.rows), "cypher.csv")
        button("数据 json", lambda: json.dumps(found.to_json(), ensure_ascii=False, indent=2), "cypher.json")
        docket(
            el("button", "复制链接", cls="btn", copy=links.to("console", q=st.query_params.get("q"))),
            key="copy",
            form="fit",
        )


def _graph(found: Console, here: context.Context) -> None:
    """The whole nodes of the result with what joins them; only when there are some."""
    if len(found.node_ids) < 2:
        return
    piece = between(data.store(), found.node_ids)
    docket(parts.section("图", "结果里的节点和它们之间的关系"), key="graph_head")
    graph(
        build.picture(data.whole(), view_of(data.whole(), piece), here.on),
        view=found.reproduction.cypher,
        key="console_graph",
        height=480,
    )


def _reproduction(found: Console) -> None:
    made = found.reproduction
    with st.expander("复现"):
        docket(reproduction_of(made, "自写语句"), key="reproduction")


def _examples() -> None:
    entries = {
        name: entry for name, entry in catalogue.load().items() if not any(p.default is None for p in entry.parameters)
    }
    chosen = st.selectbox(
        "从目录取一个例子",
        list(entries),
        index=None,
        format_func=lambda name: entries[name].title,
        placeholder="从目录取一个例子",
        label_visibility="collapsed",
        key="cypher_example",
    )
    if chosen and st.session_state.get("cypher_taken") != chosen:
        st.session_state["cypher_taken"] = chosen
        entry = entries[chosen]
        defaults = {parameter.name: parameter.default for parameter in entry.parameters}
        st.session_state[_TEXT] = entry.statement
        st.session_state["cypher_params"] = json.dumps(defaults, ensure_ascii=False) if defaults else ""
        st.rerun()


def _schema() -> list[Node]:
    nodes = [_kind(f":{node.label}", node.zh, [(each.name, each.zh) for each in node.properties]) for node in NODES]
    edges = [
        _kind(
            f"[:{each.type}]",
            f"{each.zh}，{'；'.join(f'{a}→{b}' for a, b in each.pairs)}",
            [(item.name, item.zh) for item in each.properties],
        )
        for each in RELATIONSHIPS
    ]
    return [
        parts.section("节点", f"{len(nodes)} 种"),
        el("div", nodes, cls="ruled sm"),
        parts.section("关系", f"{len(edges)} 种"),
        el("div", edges, cls="ruled sm"),
    ]


def _kind(name: str, zh: str, properties: list[tuple[str, str]]) -> Node:
    listed = [el("li", el("b", key, cls="mono"), f" {word}") for key, word in properties]
    return el(
        "details",
        el("summary", el("b", name, cls="mono"), el("span", f" {zh}", cls="mut")),
        el("ul", listed, cls="xs"),
        cls="kind",
    )


page()
