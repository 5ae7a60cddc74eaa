"""The head of every page, and the context that it sets: jurisdiction, document, as-of day. All three live in the address."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

import streamlit as st

from interface.frame import address, data, links, lists
from interface.frame.markdown import plain

_FIND = "find_node"
_FOUND = "found_node"


@dataclass(frozen=True, slots=True)
class Context:
    """What the reader has narrowed the page to. place, document: "" for all; document is an id. on: the as-of day."""

    place: str
    document: str
    on: date


def head(title: str, *, glyph: str = "", caption: str = "", search: bool = True) -> Context:
    """The page's title, the context popover and the box that finds units and measures; returns the context.

    title and caption may be words of a document. glyph: one of the text glyphs of the look, before the title.
    """
    found = st.session_state.pop(_FOUND, None)
    if found and (link := lists.link_of(data.known(), found)):
        links.follow(link)
    with st.container(gap=None, key="head"):
        with st.container(horizontal=True, vertical_alignment="center"):
            st.title(f"{glyph} {plain(title)}".strip(), width="stretch", anchor=False)
            context = _popover()
            if search:
                _search()
        if caption:
            st.caption(plain(caption))
    return context


def first_run() -> None:
    """What a page shows as long as nothing is loaded: what to do, and the way there."""
    with st.container(border=True):
        st.subheader("还没有载入文件", anchor=False)
        st.write("载入一份实施方案、行动计划或任务分解表，就能看到谁牵头、谁负责、何时完成。")
        if st.button("载入文件", type="primary"):
            links.follow(links.to("documents"))


def _popover() -> Context:
    places, documents = data.known().places, lists.documents(data.known())
    place = address.choice("place", places)
    document = address.choice("doc", documents)
    on = address.bound("on", _day, lambda day: "" if day == date.today() else day.isoformat())
    here = Context(address.value(place) or "", address.value(document) or "", address.value(on))
    where = here.place or (places[0] if len(places) == 1 else "全部行政区")
    with st.popover(plain(f"{where}，截至 {here.on.isoformat()}"), key="context"):
        st.selectbox("行政区", places, index=None, placeholder="全部行政区", filter_mode="contains", **place)
        st.selectbox(
            "文件",
            list(documents),
            index=None,
            format_func=lambda key: documents.get(key, key),
            placeholder=f"全部文件（{len(documents)}）",
            filter_mode="contains",
            **document,
        )
        st.date_input("截至日", format="YYYY-MM-DD", min_value=date(1980, 1, 1), max_value=date(2100, 1, 1), **on)
        st.caption("状态按这一天计算：之前到期的是已过期，之后 90 天内的是即将到期。")
    return here


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return date.today()


def _search() -> None:
    names = lists.findable(data.known())
    st.selectbox(
        "查找",
        list(names),
        index=None,
        format_func=lambda key: names.get(key, key),
        placeholder="查找单位、措施",
        label_visibility="collapsed",
        icon=":material/search:",
        width=300,
        key=_FIND,
        on_change=_find,
    )


def _find() -> None:
    st.session_state[_FOUND] = st.session_state[_FIND]
    st.session_state[_FIND] = None
