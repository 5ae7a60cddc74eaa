"""总览: what is loaded, who carries most, what falls due, where the gaps are. Each figure leads to what it counts."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

import streamlit as st

from interface.components.docket import Node, docket, el
from interface.drawing import answers, charts, examples, parts, quarters, workload
from interface.frame import context, data, links
from interface.picture import board
from interface.records import facts
from interface.records.facts import Limit
from interface.records.states import HONEST, state_of

_SOON_SHOWN = 6


def page() -> None:
    """The whole page."""
    known = data.known()
    if not known.loaded:
        context.head("总览")
        context.first_run()
        return
    here = context.head("总览", caption=_caption())
    kept = board.documents_of(here.place, here.document)
    measures = facts.measure_ids(data.whole(), kept)
    limits = [limit for measure in measures for limit in facts.limits(data.whole(), measure)]
    scope = f"《{known.documents[here.document].title}》" if here.document else here.place
    beside = el("div", el("section", _soon(limits, here)), el("section", _busiest(kept, scope)), cls="beside")
    docket(_strip(measures, limits, kept, scope), beside, key="figures")
    left, right = st.columns([372, 904], gap="medium")
    with right:
        docket(el("div", el("section", _gaps(kept, scope)), el("section", _documents()), cls="beside even"), key="gaps")
    with left:
        dues = [(limit.due, state_of(limit.due.kind, limit.due.due_on, here.on)) for limit in limits]
        docket(parts.section("时限分布", "", "按截止日，单位：个"), el("p", HONEST, cls="note"), key="years_head")
        charts.years(dues)
        docket(quarters.table(dues, scope=scope), key="quarters")


def _caption() -> str:
    known = data.known()
    if len(known.loaded) > 1:
        return f"{len(known.loaded)} 份文件，{len(known.places)} 个行政区"
    document = known.loaded[0]
    issued = f"{document.issued_on.isoformat()} 印发" if document.issued_on else ""
    return "，".join(part for part in (f"《{document.title}》", document.number, issued) if part)


def _strip(measures: Sequence[str], limits: Sequence[Limit], kept: frozenset[str], scope: str) -> Node:
    whole = data.whole()
    duties = [duty for measure in measures for duty in facts.duties(whole, measure)]
    leads = [duty for duty in duties if duty.type == "LEADS"]
    responsible = [duty for duty in duties if duty.type == "RESPONSIBLE_FOR"]
    targets = [len(facts.targets(whole, measure)) for measure in measures]
    liabilities = [len(facts.liabilities(whole, measure)) for measure in measures]
    groups = len({duty.unit_id for duty in responsible if duty.group})
    dated = sum(1 for limit in limits if limit.due.due_on and limit.due.kind != "recurring")
    return el(
        "div",
        _figure(
            el("i", cls="k k-measure"),
            "措施",
            len(measures),
            f"{len(kept) or len(data.known().loaded)} 份文件",
            _question("measure-list", scope),
        ),
        _figure(
            el("i", cls="ln"),
            "牵头",
            len(leads),
            f"{len({duty.unit_id for duty in leads})} 个单位",
            links.to("matrix", roles="LEADS"),
        ),
        _figure(
            el("i", cls="ln ln-resp"),
            "责任",
            len(responsible),
            f"{groups} 个集合单位" if groups else f"{len({duty.unit_id for duty in responsible})} 个单位",
            links.to("matrix", roles="RESPONSIBLE_FOR"),
        ),
        _figure(
            el("i", cls="k k-deadline"), "时限", len(limits), f"{dated} 个有截止日", _question("deadlines-list", scope)
        ),
        _figure(
            el("i", cls="k k-target"),
            "目标",
            sum(targets),
            f"分布于 {sum(map(bool, targets))} 项措施",
            _question("targets", scope),
        ),
        _figure(
            el("i", cls="k k-liab"),
            "问责",
            sum(liabilities),
            f"分布于 {sum(map(bool, liabilities))} 项措施",
            _question("liabilities", scope),
        ),
        cls="strip",
    )


def _figure(glyph: Node, word: str, count: int, beside: str, go: links.Link) -> Node:
    return el(
        "a",
        el("span", glyph, word, cls="l"),
        el("b", str(count)),
        el("span", beside, cls="x"),
        cls="fig",
        go=go,
    )


def _question(entry: str, scope: str) -> links.Link:
    """The page 问答 with a question that the entry answers. scope: the place or paper that it is narrowed to, or ""."""
    return links.to("ask", q=scope + examples.question(entry))


def _soon(limits: Sequence[Limit], here: context.Context) -> list[Node]:
    soon = sorted(
        (limit for limit in limits if state_of(limit.due.kind, limit.due.due_on, here.on) == "soon"),
        key=lambda limit: (limit.due.due_on or here.on, limit.start),
    )
    more = el("a", f"全部时限 {len(limits)}", cls="z u", go=links.to("deadlines"))
    head = el("div", el("h2", "即将到期"), el("span", f"{len(soon)} 项，90 天之内", cls="c"), more, cls="sec")
    if not soon:
        last = f"{here.on.isoformat()} 起 90 天之内没有到期的事项。换一个截至日再看。"
        return [head, el("p", last, cls="note ruled")]
    rows = [
        el(
            "tr",
            el("td", (limit.due.due_on or here.on).isoformat(), cls="d w-date"),
            _undertaking(limit),
            _lead_cell(limit),
        )
        for limit in soon[:_SOON_SHOWN]
    ]
    heads = [
        el("th", word, cls=cls, scope="col") for word, cls in (("截止", "w-date"), ("要做的事", ""), ("牵头单位", "ld"))
    ]
    return [head, el("table", el("thead", el("tr", heads)), el("tbody", rows), cls="t3 due", aria_label="即将到期")]


def _undertaking(limit: Limit) -> Node:
    node = data.whole().nodes[limit.measure_id]
    link = el("a", f"{node['number']}{node['title']}", cls="z", go=links.to("measure", id=limit.measure_id))
    return el("td", limit.undertaking, el("span", el("i", cls="k k-measure"), link, f"，原文“{limit.text}”", cls="src"))


def _lead_cell(limit: Limit) -> Node:
    leads = [duty for duty in facts.duties(data.whole(), limit.measure_id) if duty.type == "LEADS"]
    return el("td", parts.unit_names(leads), cls="ld")


def _busiest(kept: frozenset[str], scope: str) -> list[Node]:
    rows = data.answer("unit-workload", documents=sorted(kept)).rows
    return [parts.section("任务最多的单位", "", "单位：项"), workload.table(rows, _question("unit-workload", scope))]


_GAPS = (
    ("measures-without-lead", "项措施没有牵头单位"),
    ("measures-without-unit", "项措施没有写明任何单位"),
    ("measures-without-deadline", "项措施没有写时限"),
    ("open-ended-assignments", "处名单没有列尽（等、有关部门）"),
    ("inferred-assignments", "处角色为推断"),
    ("implied-assignments", "处单位由文件别处带出"),
    ("deadlines-relative", "个时限按起点计算或待定"),
    ("leads-gone", "处牵头单位已由其他单位承接"),
    ("warnings", "处请对照原文核对"),
)
"""Catalogue entries that count gaps, with the words behind the number."""


def _gaps(kept: frozenset[str], scope: str) -> list[Node]:
    rows = []
    for entry, words in _GAPS:
        count = len(answers.records(data.answer(entry, documents=sorted(kept))))
        look = (
            el("a", "查看", cls="z", go=_question(entry, scope), aria_label=f"查看{count}{words}")
            if count
            else el("span", "无", cls="mut")
        )
        rows.append(el("tr", el("td", str(count), cls="num" if count else "num z0"), el("td", words), el("td", look)))
    return [
        parts.section("缺口与推断", "", "载入时自动核查"),
        el("table", el("tbody", rows), cls="t3 gaps", aria_label="缺口与推断"),
    ]


def _documents() -> list[Node]:
    known = data.known()
    rows = []
    counts = Counter(measure.document_id for measure in known.measures.values())
    loaded_at = {document.id: str(data.whole().nodes[document.id]["loaded_at"]) for document in known.loaded}
    for document in sorted(known.loaded, key=lambda document: loaded_at[document.id], reverse=True)[:6]:
        issued = f"{document.issued_on.isoformat()} 印发" if document.issued_on else ""
        source = "，".join(part for part in (document.number, issued) if part)
        link = el("a", document.title, cls="z", go=links.to("documents", id=document.id))
        rows.append(
            el(
                "tr",
                el("td", el("i", cls="k k-doc"), link, el("span", source, cls="src")),
                el("td", f"{counts[document.id]} 项", el("span", f"{loaded_at[document.id][:10]} 载入", cls="src")),
            )
        )
    cited = [document for document in known.documents.values() if not document.loaded]
    for document in cited[: max(0, 6 - len(rows))]:
        rows.append(
            el(
                "tr",
                el("td", el("i", cls="k k-doc hol"), el("span", document.title, cls="mut")),
                el("td", "被引用，未载入"),
            )
        )
    add = el("a", "载入文件", cls="z u", go=links.to("documents"))
    head = el(
        "div", el("h2", "文件"), el("span", f"已载入 {len(known.loaded)}，另引用 {len(cited)}", cls="c"), add, cls="sec"
    )
    return [head, el("table", el("tbody", rows), cls="t3 docs", aria_label="文件")]


page()
