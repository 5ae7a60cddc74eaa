"""问答: a question in people's words, its answer in one sentence, and the words of the paper that prove it."""

from __future__ import annotations

import streamlit as st

from interface.components.docket import docket, el
from interface.components.graph import build, graph
from interface.components.graph.view import view_of
from interface.downloads.answer import buttons, data_buttons, reproduction_lines
from interface.drawing import answers, examples, parts
from interface.frame import address, context, data, links
from interface.frame.markdown import plain
from interface.records.states import HONEST
from queries.answer_graph import answer_graph
from queries.model import Answer

_SHOWN_QUOTES = 5
_SHOWN_ROWS = 300
"""More rows or quotes than a person reads on a screen; the files have all of them."""
_HISTORY = "asked_in_this_tab"


def page() -> None:
    """The whole page. Its address holds everything: q, the question in full, as it can be sent to somebody else."""
    here = context.head("问答", search=False)
    question = st.query_params.get("q", "").strip()
    _box(question)
    if not data.known().loaded:
        context.first_run()
    elif not question:
        examples.show()
    else:
        answer = data.reply(question)
        _remember(question)
        if answer.refused:
            _refusal(answer)
        else:
            _understood(answer)
            _result(answer, here)
    _history(question)


def _box(question: str) -> None:
    with st.form("question", border=False), st.container(horizontal=True, vertical_alignment="bottom"):
        text = st.text_input(
            "问题",
            max_chars=300,
            placeholder="例如：市司法局牵头哪些措施",
            icon=":material/search:",
            label_visibility="collapsed",
            key=address.bound("q", str.strip, str)["key"],
        )
        asked = st.form_submit_button("提问", type="primary")
    if asked and text and text.strip():
        links.follow(links.to("ask", q=_in_full(text.strip(), question)))


def _in_full(question: str, before: str) -> str:
    """The question, or, when it leans on the one before (那责任单位呢), the whole question that it stands for."""
    if not before or not data.known().loaded:
        return question
    alone, leaning = data.reply(question), data.reply(question, data.reply(before))
    if leaning.understood is None or (alone.understood and alone.understood.text == leaning.understood.text):
        return question
    return leaning.understood.text


def _refusal(answer: Answer) -> None:
    st.warning(plain(answer.refused or ""), title="这个问题答不了")
    _also(answer, "可以问")
    examples.show()


def _understood(answer: Answer) -> None:
    with st.container(horizontal=True, key="understood"):
        docket(
            el("div", el("span", "理解为", cls="mut"), answers.chips(answer, data.known()), cls="chips"),
            key="chips",
        )
        _also(answer, "也可以问")


def _also(answer: Answer, label: str) -> None:
    if not answer.alternatives:
        return
    nodes = [el("a", text, cls="pill", go=links.to("ask", q=text)) for text in answer.alternatives[:4]]
    docket(
        el(
            "nav",
            el("span", label, cls="mut"),
            nodes,
            cls="chips" if answer.refused else "chips also",
            aria_label=label,
        ),
        key="also",
    )


def _result(answer: Answer, here: context.Context) -> None:
    known, whole = data.known(), data.whole()
    docket(el("hr", cls="rule"), key="rule")
    with st.container(horizontal=True, vertical_alignment="center", key="bar_answer"):
        with st.container(width="stretch"):
            notes = [el("p", note, cls="note") for note in answer.notes]
            docket(answers.sentence(answer, known), notes, key="sentence")
        buttons(answer)
    found = answers.records(answer)
    if found:
        left, right = st.columns([1000, 560], gap="large")
        with left:
            chosen = st.session_state.get("chosen_measure", "")
            picked = docket(
                parts.section(answers.counted(answer, found), "点一行看它的原文"),
                answers.table(answer, found[:_SHOWN_ROWS], whole, here.on, chosen),
                el("p", _left_out(len(found)), HONEST, cls="note"),
                key="rows",
            )
            if picked is not None:
                st.session_state["chosen_measure"] = "" if picked == chosen else picked
                st.rerun()
        with right:
            _evidence(answer, chosen)
            _reproduction(answer)
        _graph(answer, here)
    else:
        _reproduction(answer)


def _left_out(rows: int) -> str:
    return f"只列出前 {_SHOWN_ROWS} 行，全部 {rows} 行在表格文件里。" if rows > _SHOWN_ROWS else ""


def _evidence(answer: Answer, chosen: str) -> None:
    if not answer.evidence:
        return
    quotes = sorted(answer.evidence, key=lambda quote: (quote.measure_id != chosen, not quote.inferred))
    first = [parts.quote(quote, chosen=bool(chosen) and quote.measure_id == chosen) for quote in quotes[:_SHOWN_QUOTES]]
    rest = quotes[_SHOWN_QUOTES:_SHOWN_ROWS]
    more = el("details", el("summary", f"以下还有 {len(rest)} 段"), [parts.quote(quote) for quote in rest], cls="more")
    docket(
        parts.section("原文依据", f"{len(quotes)} 段"),
        el("div", first, more if rest else None, cls="evbox"),
        key="evidence",
    )


def _graph(answer: Answer, here: context.Context) -> None:
    piece = answer_graph(data.store(), answer)
    if len(piece.nodes) < 2:
        return
    asked = [node.id for node in piece.nodes if answer.understood and node.id in str(answer.understood.params)]
    view = view_of(data.whole(), piece, centre=asked[0] if len(asked) == 1 else "")
    docket(parts.section("图", "只画这个答案里的内容"), key="graph_head")
    shown = graph(build.picture(data.whole(), view, here.on), view=answer.question, key="answer_graph", height=520)
    if shown.selected:
        docket(el("p", "已选 ", examples.name_link(data.known(), shown.selected), cls="sm"), key="graph_choice")


def _reproduction(answer: Answer) -> None:
    made = answer.reproduction
    if made is None:
        return
    # What sets code in colours is Streamlit's largest script: it is fetched when somebody asks for the statement.
    drawer = st.expander("查询语句（Cypher）与复现", key="reproduce", on_change="rerun")
    if not drawer.open:
        return
    with drawer:
        st.code(made.cypher, language="cypher", wrap_lines=True)
        docket(reproduction_lines(answer), key="reproduction")
        data_buttons(answer)


def _remember(question: str) -> None:
    asked: list[str] = st.session_state.setdefault(_HISTORY, [])
    if question in asked:
        asked.remove(question)
    asked.insert(0, question)
    del asked[20:]


def _history(question: str) -> None:
    asked = [text for text in st.session_state.get(_HISTORY, []) if text != question]
    if asked:
        items = [el("li", el("a", text, cls="z", go=links.to("ask", q=text))) for text in asked]
        docket(parts.section("本页问过", f"{len(items)} 个问题"), el("ul", items, cls="sm"), key="history")


page()
