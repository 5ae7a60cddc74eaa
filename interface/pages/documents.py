"""文档: what is loaded, and the way in: upload, review before anything is written, load; replace and remove; what to check."""

from __future__ import annotations

from collections import Counter

import streamlit as st

from graph_loader.errors import ZerenError
from graph_loader.settings import from_environment
from interface import intake
from interface.components.docket import Node, docket, el
from interface.drawing import parts
from interface.frame import context, data, links
from interface.frame.markdown import plain
from interface.intake import Read
from interface.records import facts
from interface.review import review_html
from interface.words import ROLE_ZH

_READS = "uploads_read"
_DONE = "uploads_done"


def page() -> None:
    """The whole page. id in the address: a document to look at."""
    key = st.query_params.get("id", "")
    if key in data.known().documents:
        _document(key)
        return
    context.head("文档", search=False)
    if key:
        st.warning(plain(f"图谱里没有“{key}”这份文件，可能已经移除。"), title="没有找到这份文件")
    left, right = st.columns([1000, 420], gap="large")
    with right:
        _upload()
    with left:
        _reads()
        docket(_list(), key="documents")


def _upload() -> None:
    settings = from_environment()
    docket(parts.section("载入文件"), key="upload_head")
    if settings.readonly:
        st.info("现在是只读状态：可以查看，不能上传、更正或移除。", title="只读")
        return
    with st.form("upload", clear_on_submit=True, border=False):
        files = st.file_uploader(
            "选择文件", type=list(intake.TYPES), accept_multiple_files=True, label_visibility="collapsed"
        )
        sent = st.form_submit_button("读取文件", type="primary", width="stretch")
    kinds = "可以读 txt、md、html、docx、pdf、xlsx、csv，单个文件不超过 64 MB。"
    docket(el("p", f"{kinds}先读出来给你核对，确认之后才写入图谱。", cls="note"), key="upload_note")
    if sent and files:
        found = st.session_state.setdefault(_READS, {})
        bar = st.progress(0.0)
        st.button("取消", key="cancel")
        for index, file in enumerate(files):
            bar.progress(
                index / len(files), text=plain(f"正在读取第 {index + 1} 个文件，共 {len(files)} 个：{file.name}")
            )
            found[file.name] = intake.read_upload(file.getvalue(), file.name, settings)
        st.rerun()


def _reads() -> None:
    """What was read and waits for a decision, and what just became of others."""
    for message in st.session_state.pop(_DONE, []):
        st.success(plain(message))
    waiting: dict[str, Read] = st.session_state.get(_READS, {})
    for index, (name, read) in enumerate(list(waiting.items())):
        if read.error:
            st.error(plain(read.error), title=plain(f"没有读成：{name}"))
            st.button("知道了", key=f"drop_{index}", on_click=_drop, args=(name,))
        else:
            _review(index, name, read)


def _review(index: int, name: str, read: Read) -> None:
    with st.container(border=True, key=f"review_{index}"):
        docket(parts.section(name, _summary(read), "还没有写入图谱"), _checks(read), key=f"read_{index}")
        with st.container(horizontal=True, key=f"bar_review_{index}"):
            load = st.button("载入图谱", type="primary", key=f"load_{index}")
            st.button("放弃", key=f"drop_{index}", on_click=_drop, args=(name,))
            _rename(index, name, read)
        with st.expander("逐处核对：原文与读出的内容", expanded=read.warnings > 0):
            st.iframe(review_html(read.plans), height=640)
        if load:
            _load(name, read)


def _summary(read: Read) -> str:
    measures = [measure for each in read.plans for measure in each.measures]
    assignments = [assignment for measure in measures for assignment in measure.assignments]
    roles = [f"{word} {sum(len(one.of(role)) for one in assignments)}" for role, word in ROLE_ZH.items()]
    deadlines = sum(len(measure.deadlines) for measure in measures)
    return f"措施 {len(measures)}，{'，'.join(roles)}，时限 {deadlines}，待核对 {read.warnings}"


def _checks(read: Read) -> list[Node]:
    rows = [
        el("li", el("b", warning.message), el("span", f" {warning.text[:80]}", cls="song"), _other(warning.other))
        for each in read.plans
        for warning in each.warnings
    ]
    known = data.known().documents
    same = [
        each.document.title
        for each in read.plans
        if any(document.loaded and document.title == each.document.title for document in known.values())
    ]
    replaced = [el("p", f"图谱里已有《{title}》，载入后整份替换。", cls="note") for title in same]
    return [*replaced, el("ul", rows, cls="ruled sm") if rows else el("p", "没有需要核对的地方。", cls="note")]


def _other(other: str) -> Node | None:
    return el("span", f"（也可读作：{other}）", cls="mut") if other else None


def _rename(index: int, name: str, read: Read) -> None:
    with st.popover("更正单位名称"), st.form(f"rename_{index}", border=False):
        unit = st.selectbox("读出的单位", read.units(), index=None, placeholder="选一个单位")
        to = st.text_input("应为")
        who = st.text_input("更正人")
        why = st.text_input("理由")
        if st.form_submit_button("更正", width="stretch"):
            if not (unit and to.strip() and who.strip() and why.strip()):
                st.warning("四项都要填：改哪个单位、改成什么、谁改的、为什么。")
                return
            settings = from_environment()
            try:
                intake.rename_unit(read, unit, to.strip(), who.strip(), why.strip(), settings)
                st.session_state[_READS][name] = intake.reread(read, settings)
            except ZerenError as error:
                st.error(plain(str(error)), title="没有更正，数据没有改动")
                return
            st.session_state.setdefault(_DONE, []).append(f"已更正：{unit} 改为 {to.strip()}。以后每次载入都照此更正。")
            st.rerun()


def _load(name: str, read: Read) -> None:
    try:
        report = intake.load(read, from_environment())
    except ZerenError as error:
        st.error(plain(str(error)), title="没有载入，图谱没有改动")
        return
    _drop(name)
    became = "有变化" if report.changed else "与图谱里的相同，没有变化"
    st.session_state.setdefault(_DONE, []).append(
        f"已载入 {name}：{report.measures} 项措施，{report.assignments} 处分工，{became}。"
    )
    st.rerun()


def _drop(name: str) -> None:
    st.session_state.get(_READS, {}).pop(name, None)


def _list() -> list[Node]:
    known = data.known()
    if not known.loaded:
        return [el("p", "还没有载入文件。在“载入文件”里选一份实施方案、行动计划或任务分解表。", cls="note ruled")]
    measures = Counter(measure.document_id for measure in known.measures.values())
    warnings = Counter(
        str(node["document_id"]) for _, node in data.whole().nodes(data=True) if node["label"] == "Warning"
    )
    rows = [
        el(
            "tr",
            el(
                "td",
                el("a", document.title, cls="z", go=links.to("documents", id=document.id)),
                el("span", document.number, cls="src"),
            ),
            el("td", document.jurisdiction or "—", cls="m0 nw"),
            el("td", document.issued_on.isoformat() if document.issued_on else "—", cls="d m0"),
            el("td", str(measures[document.id]), cls="num"),
            el("td", str(warnings[document.id]), cls="num"),
        )
        for document in known.loaded
    ]
    heads = [("文件", "ti"), ("行政区", "m0"), ("成文日期", "m0"), ("措施", "num"), ("待核对", "num")]
    return [parts.section("已载入的文件", f"{len(rows)} 份"), parts.table(heads, rows, caption="已载入的文件")]


def _document(key: str) -> None:
    whole = data.whole()
    node = whole.nodes[key]
    here = context.head(node["title"], glyph="□", caption="，".join(_facts(node)))
    del here
    if not node["loaded"]:
        st.info("图谱里只有它的名称：别的文件引用了它，它本身还没有载入。", title="未载入")
        docket(_cited_by(key), key="cited_by")
        return
    left, right = st.columns([1000, 420], gap="large")
    with left:
        docket(_measures(key), key="measures")
    with right:
        docket(_warnings(key), _profile(key), key="profile")
        _remove(key, node["title"])


def _facts(node: dict[str, object]) -> list[str]:
    issuers = node.get("issuers")
    named = "、".join(map(str, issuers)) if isinstance(issuers, (list, tuple)) else ""
    issued = f"{node['issued_on']} 成文" if node.get("issued_on") else ""
    period = f"{node['period_start']} 至 {node['period_end']}" if node.get("period_start") else ""
    return [
        part
        for part in (str(node.get("number") or ""), named, issued, str(node.get("jurisdiction") or ""), period)
        if part
    ]


def _measures(key: str) -> list[Node]:
    whole = data.whole()
    rows = []
    for measure in facts.measure_ids(whole, [key]):
        leads = [duty for duty in facts.duties(whole, measure) if duty.type == "LEADS"]
        link = el("a", whole.nodes[measure]["title"] or "（无标题）", cls="z", go=links.to("measure", id=measure))
        rows.append(
            el(
                "tr",
                el("td", whole.nodes[measure]["number"], cls="nw w-no"),
                el("td", link, cls="ti"),
                el("td", parts.unit_names(leads), cls="sm m0 nw"),
            )
        )
    return [
        parts.section("措施", f"{len(rows)} 项"),
        parts.table([("编号", "w-no"), ("措施", "ti"), ("牵头单位", "m0")], rows, caption="措施"),
    ]


def _warnings(key: str) -> list[Node]:
    whole = data.whole()
    found = [whole.nodes[other] for _, other, link in whole.out_edges(key, data=True) if link["type"] == "HAS_WARNING"]
    rows = [
        el(
            "li",
            el("b", node["message"]),
            _other(str(node["other"] or "")),
            el("blockquote", node["text"], el("cite", f"第 {node['start'] + 1}–{node['end']} 字"), cls="ev"),
        )
        for node in sorted(found, key=lambda node: node["start"] or 0)
    ]
    body = el("ul", rows, cls="ruled sm") if rows else el("p", "没有需要核对的地方。", cls="note ruled")
    return [parts.section("待核对", f"{len(rows)} 处"), body]


def _profile(key: str) -> list[Node]:
    whole = data.whole()
    node = whole.nodes[key]
    cited = [
        el("div", _cited(other), el("span", "（制定依据）" if link["type"] == "BASED_ON" else "", cls="mut xs"))
        for other, link in facts.citations(whole, key)
    ]
    rows: list[tuple[str, list[Node]]] = [
        ("来源文件", [f"{node['source']}（{node['format']}）"]),
        ("文件指纹", [el("span", str(node["sha256"]), cls="wrap xs")]),
        ("载入时间", [f"{str(node['loaded_at'])[:16].replace('T', ' ')}（世界时）"]),
        ("读取版本", [str(node["read_by"] or "—")]),
        ("引用文件", cited or ["—"]),
    ]
    lines = [el("tr", el("td", word), el("td", value)) for word, value in rows]
    return [parts.section("出处"), el("table", el("tbody", lines), cls="t3 kv", aria_label="出处")]


def _cited(key: str) -> Node:
    node = data.whole().nodes[key]
    return el("a", f"《{node['title']}》{node['number'] or ''}", cls="z", go=links.to("documents", id=key))


def _cited_by(key: str) -> list[Node]:
    whole = data.whole()
    rows: list[Node] = []
    for source, _, link in whole.in_edges(key, data=True):
        node = whole.nodes[source]
        if link["type"] in {"CITES", "BASED_ON"}:
            page, name = (
                ("measure", f"{node['number']}{node['title']}")
                if node["label"] == "Measure"
                else ("documents", f"《{node['title']}》")
            )
            rows.append(el("li", el("a", name, cls="z", go=links.to(page, id=source))))
    return [parts.section("引用它的地方", f"{len(rows)} 处"), el("ul", rows, cls="ruled sm")]


def _remove(key: str, title: str) -> None:
    if from_environment().readonly:
        return
    if st.button("移除这份文件", icon=":material/delete:"):
        _confirm(key, title)


@st.dialog("移除文件")
def _confirm(key: str, title: str) -> None:
    st.write(plain(f"将从图谱里移除《{title}》和只有它用到的内容。原来的文件不受影响，可以再载入。"))
    with st.container(horizontal=True):
        if st.button("移除", type="primary"):
            try:
                intake.remove(key, from_environment())
            except ZerenError as error:
                st.error(plain(str(error)), title="没有移除，图谱没有改动")
                return
            st.session_state.setdefault(_DONE, []).append(f"已移除《{title}》。")
            links.follow(links.to("documents"))
        if st.button("不移除"):
            st.rerun()


page()
