"""Charts in the look: bars in the colour of their state, the value on the bar, an ink base line, no grid."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

import altair as alt
import pandas as pd
import streamlit as st

from interface.frame.style import theme
from interface.records.states import LOOKS, UNENDING, Due, State

_COLOURS: dict[str, dict[State, str]] = {
    "light": {"overdue": "#A61B1B", "soon": "#BD7B00", "going": "#2E77B8", "long": "#5A6672", "wait": "#5A6672"},
    "dark": {"overdue": "#EC7A80", "soon": "#F5C64A", "going": "#4FA3E6", "long": "#BDC5CC", "wait": "#BDC5CC"},
}
"""Colour of each state, as in zeren.css: a chart's marks cannot read the page's style."""
_INK = {"light": ("#1A2430", "#55606D"), "dark": ("#E6EBF0", "#A3AFBB")}
_UPRIGHT = 9
"""As many years stand upright below the bars of a third of the page."""
_FONT = "PingFang SC, Microsoft YaHei UI, Microsoft YaHei, Noto Sans CJK SC, sans-serif"


def years(dues: Sequence[tuple[Due, State]], *, height: int = 168) -> None:
    """How many deadlines end in each year, and how many have no end or no day; the state is said below the year."""
    counts: Counter[tuple[str, State]] = Counter((_bucket(due, state), state) for due, state in dues)
    years_seen = sorted({bucket for bucket, _ in counts if bucket.isdigit()})
    order = [str(year) for year in range(int(years_seen[0]), int(years_seen[-1]) + 1)] if years_seen else []
    order += [
        bucket for bucket in (LOOKS[state].zh for state in UNENDING) if any(found == bucket for found, _ in counts)
    ]
    rows = [
        {
            "bucket": bucket,
            "state": LOOKS[state].zh,
            "count": count,
            "colour": _COLOURS[theme()][state],
            "told": f"{bucket}：{LOOKS[state].zh} {count} 个",
        }
        for (bucket, state), count in counts.items()
    ]
    upright = len(order) <= _UPRIGHT
    ink, muted = _INK[theme()]
    frame = pd.DataFrame(rows, columns=["bucket", "state", "count", "colour", "told"])
    base = alt.Chart(frame).encode(
        description="told:N",
        x=alt.X(
            "bucket:N",
            sort=order,
            scale=alt.Scale(domain=order),
            title=None,
            axis=alt.Axis(
                aria=False,
                labelAngle=0 if upright else -60,
                labelAlign="center" if upright else "right",
                labelBaseline="top" if upright else "middle",
                labelPadding=4 if upright else 8,
                labelOverlap=False,
                labelLimit=0,
                ticks=False,
                domainColor=ink,
                labelColor=ink,
            ),
        ),
        tooltip=[
            alt.Tooltip("bucket:N", title="年份"),
            alt.Tooltip("state:N", title="状态"),
            alt.Tooltip("count:Q", title="个数"),
        ],
    )
    bars = base.mark_bar(width=alt.RelativeBandSize(0.55)).encode(
        y=alt.Y("count:Q", title=None, axis=None, stack="zero"), color=alt.Color("colour:N", scale=None, legend=None)
    )
    totals = (
        base.transform_aggregate(total="sum(count)", groupby=["bucket"])
        .mark_text(aria=False, dy=-8, fontSize=13, fontWeight=600, color=ink)
        .encode(y=alt.Y("total:Q", stack=None), text="total:Q", tooltip=alt.value(None), description=alt.value(None))
    )
    chart = (
        (bars + totals)
        .properties(height=height, description="每年到期的时限个数")
        .configure(font=_FONT)
        .configure_view(strokeWidth=0)
    )
    st.altair_chart(chart.configure_axis(labelFontSize=13, grid=False, titleColor=muted), theme=None, width="stretch")


def _bucket(due: Due, state: State) -> str:
    if state in UNENDING:
        return LOOKS[state].zh
    return str(due.due_on.year) if due.due_on else LOOKS["wait"].zh
