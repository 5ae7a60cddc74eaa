"""追责: on a day, what should have been done by the papers; for each, the paper's words, who answered, who took over, what follows.

It says what the paper asks, never that somebody failed: whether it was done is not in these papers.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from datetime import date
from functools import partial
from itertools import groupby

import streamlit as st

from graph_loader.errors import ZerenError
from interface.components.docket import Node, docket, el
from interface.downloads.button import button
from interface.downloads.evidence_pack import certainty_with_reason, pack_docx
from interface.drawing import parts
from interface.drawing.marks import runs
from interface.frame import address, context, data, links
from interface.frame.markdown import plain
from interface.picture import board
from interface.records import facts
from interface.records.facts import Limit
from interface.records.states import LOOKS, every, state_of
from queries import pack
from queries.pack import Finding

_SHOWS = {"due": "已到期", "coming": "未到期", "every": "周期", "open": "待定"}
_PICKED = "pack_picked"
_HONEST = "只按文件所载时限列示；完成情况不在这些文件里，系统不作责任认定。"


def page() -> None:
    """The whole page. Its address holds all of it: on, unit, show, d (the undertaking)."""
    here = context.head("追责", caption=_HONEST)
    kept = board.documents_of(here.place, here.document)
    measures = facts.measure_ids(data.whole(), kept)
    if not measures:
        st.info("先到文档页载入一份文件。", title="还没有载入文件")
        return
    limits, show = _tools(measures, here.on)
    left, right = st.columns([3, 7], gap="medium")
    chosen = st.query_params.get("d", "")
    order = [limit.id for limit in limits]
    if chosen not in order:
        chosen = order[0] if order else ""
    with left:
        picked = docket(_list(limits, chosen, here.on, show), key="undertakings")
        if picked:
            address.put("d", picked)
            st.rerun()
    with right:
        if chosen:
            _file(chosen, here.on)
        else:
            st.info("换一个截至日、单位或类别再看。", title=f"没有{_SHOWS[show]}的事项")


def _tools(measures: Sequence[str], on: date) -> tuple[list[Limit], str]:
    """The choice of unit and kind; returns the undertakings that it leaves, by date."""
    whole = data.whole()
    every_limit = [limit for measure in measures for limit in facts.limits(whole, measure)]
    by_unit = _units(every_limit)
    with st.container(horizontal=True, vertical_alignment="center", key="bar_trace"):
        unit = st.selectbox(
            "单位",
            list(by_unit),
            index=None,
            format_func=lambda key: str(whole.nodes[key]["name"]),
            placeholder="全部单位",
            label_visibility="collapsed",
            width=240,
            **address.choice("unit", by_unit),
        )
        kept = [limit for limit in every_limit if unit is None or limit.id in by_unit[unit]]
        groups = {show: [limit for limit in kept if _show(limit, on) == show] for show in _SHOWS}
        show = st.segmented_control(
            "类别",
            list(_SHOWS),
            format_func=lambda key: f"{_SHOWS[key]} {len(groups[key])}",
            label_visibility="collapsed",
            required=True,
            **address.choice("show", _SHOWS, "due"),
        )
    show = show or "due"
    return sorted(groups[show], key=lambda limit: limit.due.due_on or date.max), show


def _units(limits: Sequence[Limit]) -> dict[str, set[str]]:
    """The deadlines that each unit answers for, itself or as a member of a group."""
    whole = data.whole()
    found: dict[str, set[str]] = {}
    for limit in limits:
        for duty in facts.duties(whole, limit.measure_id):
            found.setdefault(duty.unit_id, set()).add(limit.id)
    for key in [key for key, node in whole.nodes(data=True) if node["label"] == "Unit"]:
        for group, _ in facts.groups_of(whole, key):
            if group in found:
                found.setdefault(key, set()).update(found[group])
    return dict(sorted(found.items(), key=lambda item: (-len(item[1]), item[0])))


def _show(limit: Limit, on: date) -> str:
    state = state_of(limit.due.kind, limit.due.due_on, on)
    if state == "overdue" or (state == "soon" and limit.due.due_on == on):
        return "due"
    return {"soon": "coming", "going": "coming", "long": "every", "wait": "open"}[state]


def _list(limits: Sequence[Limit], chosen: str, on: date, show: str) -> Node | None:
    if not limits:
        return None
    blocks: list[Node] = []
    picked = st.session_state.get(_PICKED, {})
    for due, group in groupby(limits, key=lambda limit: limit.due.due_on if show in {"due", "coming"} else None):
        days = abs((on - due).days) if due else 0
        word = f"{due.isoformat()} 到期" if due else _SHOWS[show]
        beside = (f"已过 {days} 天" if due and due < on else f"还有 {days} 天") if due else ""
        blocks.append(
            el(
                "div",
                el("span", word, cls=f"sta sta-{'overdue' if show == 'due' else 'long'}"),
                el("span", beside, cls="mut sm"),
                cls="band",
            )
        )
        blocks += [_line(limit, limit.id == chosen, limit.id in picked) for limit in group]
    return el("div", blocks, cls="undertakings", role="group", aria_label="事项")


def _line(limit: Limit, chosen: bool, picked: bool) -> Node:
    whole = data.whole()
    leads = [duty.unit for duty in facts.duties(whole, limit.measure_id) if duty.type == "LEADS"]
    names = "、".join(leads[:2]) + (f" 等 {len(leads)} 个" if len(leads) > 2 else "") or "没有写牵头单位"
    return el(
        "button",
        el("span", whole.nodes[limit.measure_id]["number"] or "—", cls="num-col"),
        el(
            "span",
            el("span", limit.undertaking or limit.text, cls="b6" if chosen else ""),
            el("span", names + ("　已列入证据包" if picked else ""), cls="src"),
        ),
        pick=limit.id,
        cls="line on" if chosen else "line",
        aria_label=f"{limit.undertaking or limit.text}，{names}",
    )


def _file(key: str, on: date) -> None:
    finding = next(iter(pack.findings(data.store(), [key])), None)
    if finding is None:
        st.warning("图谱刚刚变了，请刷新。", title="没有找到这一事项")
        return
    measure = el(
        "a", f"{finding['number']}{finding['title']}", cls="z", go=links.to("measure", id=finding["measure_id"])
    )
    document = el("a", f"《{finding['document']}》", cls="z", go=links.to("documents", id=finding["document_id"]))
    docket(
        el("p", el("i", cls="k k-measure"), measure, "　", document, cls="sm"),
        el("h2", finding["undertaking"] or finding["deadline"], cls="finding"),
        key="finding_head",
    )
    _export(finding, on)
    docket(
        _figures(finding, on),
        _words(finding),
        _answerers(finding, on),
        _consequences(finding),
        key="finding",
        form="steps",
    )


def _export(finding: Finding, on: date) -> None:
    """Put the finding into the pack with a remark; take the pack away as docx and json."""
    picked: dict[str, str] = st.session_state.setdefault(_PICKED, {})
    key = finding["id"]
    with st.container(horizontal=True, vertical_alignment="center", key="bar_pack"):
        st.checkbox("列入证据包", value=key in picked, key=f"pick_{key}", on_change=_toggle, args=(key,))
        with st.popover("备注" + ("（已写）" if picked.get(key) else "")):
            remark = st.text_area(
                "备注（随证据包导出）", value=picked.get(key, ""), key=f"remark_{key}", max_chars=2000
            )
            if st.button("记下备注", key=f"keep_{key}"):
                picked[key] = remark.strip()
                st.rerun()
        wanted = list(picked) or [key]
        try:
            made = pack.build(data.store(), wanted, on, picked)
        except ZerenError as error:
            st.error(plain(str(error)), title="证据包没有生成")
            return
        stem = f"证据包-{on.isoformat()}-{len(wanted)}项"
        button(f"导出证据包 docx（{len(wanted)} 项）", partial(pack_docx, made), f"{stem}.docx", primary=True)
        button("同一份 json", partial(json.dumps, made, ensure_ascii=False, indent=2), f"{stem}.json")


def _toggle(key: str) -> None:
    picked: dict[str, str] = st.session_state[_PICKED]
    if picked.pop(key, None) is None:
        picked[key] = ""


def _figures(finding: Finding, on: date) -> Node:
    due = date.fromisoformat(finding["due_on"]) if finding["due_on"] else None
    state = state_of(finding["kind"], due, on)
    leads = [duty for duty in finding["duties"] if duty["role"] == "LEADS"]
    others = [duty for duty in finding["duties"] if duty["role"] == "RESPONSIBLE_FOR"]
    gone = {each["unit_id"] for each in finding["successions"]} & {duty["unit_id"] for duty in leads}
    when = finding["due_on"] or (every(finding["rrule"]) if finding["rrule"] else "未写明")
    return el(
        "div",
        _figure("到期日", when, f"原文“{finding['deadline']}”"),
        _figure("状态", el("span", LOOKS[state].zh, cls=f"sta sta-{state}"), _gap(due, on)),
        _figure("牵头单位", str(len(leads)), f"其中 {len(gone)} 个已有承继单位" if gone else ""),
        _figure("责任单位", str(len(others)), ""),
        cls="strip four-even",
    )


def _figure(word: str, value: Node | str, beside: str) -> Node:
    return el("div", el("span", word, cls="l"), el("b", value), el("span", beside, cls="x"), cls="fig")


def _gap(due: date | None, on: date) -> str:
    if due is None:
        return ""
    return f"已过 {(on - due).days} 天" if due < on else f"还有 {(due - on).days} 天"


def _step(number: int, title: str, note: str, *children: Node | list[Node]) -> Node:
    head = el("div", el("h3", title), el("span", note, cls="c") if note else None, cls="sec")
    return el("section", el("span", str(number), cls="no"), el("div", head, *children), cls="step")


def _quoted(sentence: dict[str, int | str], marks: list[tuple[int, int, str]], place: str) -> Node:
    start = int(sentence["start"])
    text = [
        el("mark", run.text, cls=run.classes) if run.classes else run.text
        for run in runs(str(sentence["text"]), ((a - start, b - start, kind) for a, b, kind in marks))
    ]
    return el("blockquote", text, el("cite", f"{place}，第 {start + 1}–{sentence['end']} 字"), cls="ev on")


def _words(finding: Finding) -> Node:
    sentence = finding["sentence"]
    marks = [(finding["start"], finding["stop"], "deadline")]
    if finding["undertaking"] and (place := sentence["text"].find(finding["undertaking"])) >= 0:
        begin = sentence["start"] + place
        marks.append((begin, begin + len(finding["undertaking"]), "undertaking"))
    quotes = [_quoted(sentence, marks, "时限与事项")]
    assignments: dict[tuple[int, int], list[tuple[int, int, str]]] = {}
    for duty in finding["duties"]:
        key = (duty["sentence"]["start"], duty["sentence"]["end"])
        assignments.setdefault(key, []).append((duty["start"], duty["stop"], facts.ROLE_KIND[duty["role"]]))
    texts = {(duty["sentence"]["start"], duty["sentence"]["end"]): duty["sentence"] for duty in finding["duties"]}
    quotes += [_quoted(texts[key], found, "承担单位") for key, found in assignments.items()]
    return _step(1, "文件怎么写", "", quotes)


def _answerers(finding: Finding, on: date) -> Node:
    if not finding["duties"]:
        return _step(2, "谁承担，现由谁承继", "", el("p", "这一条没有写任何单位。", cls="note ruled"))
    rows = []
    for duty in finding["duties"]:
        passed = [each for each in finding["successions"] if each["unit_id"] == duty["unit_id"]]
        said = certainty_with_reason(duty)
        rows.append(
            el(
                "tr",
                el("td", parts.badge(facts.ROLES[duty["role"]], inferred=duty["inferred"])),
                el(
                    "td",
                    el("a", duty["unit"], cls="z", go=links.to("unit", id=duty["unit_id"])),
                    el("span", said, cls="src") if said != "写明" else None,
                ),
                el("td", [_successor(each, on) for each in passed] or "无承继记录", cls="sm wide"),
                el("td", f"{duty['start'] + 1}–{duty['stop']}", cls="num m0"),
            )
        )
    heads = [("角色", ""), ("文件写的单位", ""), ("承继单位与依据", ""), ("原文位置", "num m0")]
    return _step(
        2, "谁承担，现由谁承继", f"截至 {on.isoformat()}", parts.table(heads, rows, caption="谁承担，现由谁承继")
    )


def _successor(each: dict[str, str], on: date) -> Node:
    day = each["taken_over_on"]
    later = bool(day) and date.fromisoformat(day) > on
    general = each["rule"] != "local"
    return el(
        "div",
        "→ ",
        el("a", each["successor"], cls="z", go=links.to("unit", id=each["successor_id"])),
        " ",
        parts.inferred_mark() if general else None,
        el("span", f"{day or '日期待核'}{'（截至日之后）' if later else ''}，{each['scope']}。依据：{each['basis']}"
           f"{'；机构改革的通行规则，本地文件未载入' if general else '；本地文件'}。", cls="src"),
    )  # fmt: skip


def _consequences(finding: Finding) -> Node:
    own = [each for each in finding["liabilities"] if each["own"]]
    others = [each for each in finding["liabilities"] if not each["own"]]
    note = f"{finding['number']}{'本条写了 ' + str(len(own)) + ' 条' if own else '本条没有写'}；同一文件其他条有 {len(others)} 条"
    quotes = []
    for each in [*own, *others]:
        sentence = each["sentence"]
        marks = [
            (sentence["start"] + place, sentence["start"] + place + len(words), kind)
            for words, kind in ((each["trigger"], "trigger"), (each["consequence"], "consequence"))
            if words and (place := sentence["text"].find(words)) >= 0
        ]
        subject = each["subject"] or "没有写明对象"
        quotes.append(_quoted(sentence, marks, f"{each['number']}{each['title']}，对象：{subject}"))
    return _step(3, "后果条款", note, quotes)


page()
