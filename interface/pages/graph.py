"""图谱: a node and what is around it, to be filtered, opened, arranged and taken away as a picture; or the way between two nodes,
or what several units share."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from typing import Literal

import streamlit as st

from interface.components.docket import docket, el
from interface.components.graph import EVENT, build, graph
from interface.components.graph.view import View
from interface.downloads.button import button
from interface.frame import address, context, data, lists
from interface.picture import board
from interface.picture.panel import panel
from interface.records.relations import due_years

_ROLES = {"LEADS": ":blue[━] 牵头", "RESPONSIBLE_FOR": ":orange[─] 责任", "SUPPORTS": ":gray[┄] 配合"}
_HEIGHT = 694
"""Of the picture on wide screens: it ends where a window of 900 pixels does."""
_HOPS = {"1": "一跳", "2": "二跳"}
_KINDS = {
    "Unit": "● 单位",
    "Measure": "■ 措施",
    "Deadline": "◆ 时限",
    "Target": "▲ 目标",
    "Liability": "▼ 问责",
    "Document": "□ 文件",
}


def page() -> None:
    """The whole page. id: the node in the middle; to: the other end of a way, or several units. The filters live in the address too."""
    here = context.head("图谱")
    known = data.known()
    if not known.loaded:
        context.first_run()
        return
    names = lists.findable(known) | {key: f"{lists.DOCUMENT} {title}" for key, title in lists.documents(known).items()}
    with st.container(horizontal=True, vertical_alignment="center", key="bar_graph"):
        asked = _tools(names, here)
        view, places = board.view_and_places(asked)
        _export(view)
    hand = board.by_hand()
    left, right = st.columns([1000, 316])
    with left:
        if len(view.levels) < 2:
            _nothing(asked, names)
            chosen = asked.centre
        else:
            picture = build.picture(data.whole(), view, here.on, places, hand.pinned)
            shown = graph(picture, view=asked.name, key="graph", height=_HEIGHT, deep="hops" in st.query_params)
            hand.moved = shown.moved
            chosen = shown.selected if shown.selected in view.levels else asked.centre
    with right, st.container(border=True, height=_HEIGHT, key="panel"):
        panel(chosen, asked, places, here.on)


def _tools(names: Mapping[str, str], here: context.Context) -> board.Asked:
    """The tools above the picture: centre, hops, roles, kinds, years, way."""
    centre = _node("中心", "选一个单位、措施或文件", names, "id", board.busiest(), width=240)
    hops = st.segmented_control(
        "范围",
        list(_HOPS),
        format_func=_HOPS.__getitem__,
        required=True,
        label_visibility="collapsed",
        **address.choice("hops", _HOPS, "2"),
    )
    roles = st.pills(
        "角色",
        list(_ROLES),
        selection_mode="multi",
        format_func=_ROLES.__getitem__,
        label_visibility="collapsed",
        **address.choices("roles", _ROLES, ["LEADS", "RESPONSIBLE_FOR"]),
    )
    kinds, unit_kinds = _kinds()
    years = _years()
    others = _others(names)
    return board.Asked(
        centre=centre or board.busiest(),
        others=tuple(others),
        hops=int(hops or 2),
        roles=frozenset(roles or ()),
        labels=frozenset(kinds or ()),
        unit_kinds=frozenset(unit_kinds or ()),
        years=frozenset(int(year) for year in years or ()),
        documents=board.documents_of(here.place, here.document),
    )


def _node(
    label: str,
    placeholder: str,
    names: Mapping[str, str],
    parameter: str,
    default: str | None,
    width: int | Literal["stretch"] = "stretch",
) -> str | None:
    return st.selectbox(
        label,
        list(names),
        index=None,
        format_func=lambda key: names.get(key, key),
        placeholder=placeholder,
        label_visibility="collapsed",
        filter_mode="contains",
        width=width,
        **address.choice(parameter, names, default),
    )


def _kinds() -> tuple[list[str], list[str]]:
    bound = address.choices("kinds", _KINDS, list(_KINDS)[:5])
    others = sorted({unit.kind for unit in data.known().units.values() if unit.kind})
    with st.popover(f"类型 {len(address.value(bound))}/{len(_KINDS)}", icon=":material/filter_list:", key="kinds"):
        kinds = st.pills("画出", list(_KINDS), selection_mode="multi", format_func=_KINDS.__getitem__, **bound)
        unit_kinds = st.pills(
            "只看这些类别的单位",
            others,
            selection_mode="multi",
            format_func=lambda kind: lists.UNIT_KIND_ZH.get(kind, "其他"),
            **address.choices("unit_kinds", others),
        )
    return kinds, unit_kinds


def _years() -> list[str]:
    years = [str(year) for year in dict.fromkeys(due_years(data.whole()))]
    bound = address.choices("years", years)
    chosen = address.value(bound)
    with st.popover(f"年份 {'、'.join(chosen) if chosen else '全部'}", key="years"):
        return st.pills("只看这些年份到期的措施", years, selection_mode="multi", **bound)


def _others(names: Mapping[str, str]) -> list[str]:
    with st.popover("关联", key="way"):
        st.caption("选一个，画出中心到它的最短路径；选几个单位，画出它们和中心共同承担的措施。清空就回到中心周围。")
        return st.multiselect(
            "与中心关联的",
            list(names),
            format_func=lambda key: names.get(key, key),
            placeholder="选单位、措施或文件",
            label_visibility="collapsed",
            filter_mode="contains",
            **address.several("to", names),
        )


def _export(view: View) -> None:
    files = (("png", "图片 png"), ("svg", "矢量图 svg"), ("html", "网页 html，断网也能打开"))
    with st.popover("导出", icon=":material/download:", key="export"):
        docket(
            el("div", [el("button", name, cls="btn", emit=(EVENT, kind)) for kind, name in files], cls="stack"),
            key="files",
        )
        button("GraphML（Gephi、yEd）", partial(board.graphml, view), "责任图谱.graphml")


def _nothing(asked: board.Asked, names: Mapping[str, str]) -> None:
    if asked.others:
        st.info("换一个中心，或换一个与它关联的。", title="这两点之间没有路径")
    else:
        st.info("放宽角色、类型、年份或文件，或换一个中心。", title="按现在的条件没有可画的关系")


page()
