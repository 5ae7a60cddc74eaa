"""Graph: a part of the graph on a canvas. build.picture makes its data; board.js draws it with vis-network, physics off.

The selection lives in the browser and comes back as a state of its own, so a click never sends the graph again. Buttons
elsewhere speak to the board through the docket's `emit`: (EVENT, "select ID"), (EVENT, "png"), (EVENT, "svg") and
(EVENT, "html"), the last three for a download of the picture as it stands.
"""

from __future__ import annotations

from typing import Any, NamedTuple

from interface.components import registered
from interface.frame.address import hold

EVENT = "zeren-graph"


class Shown(NamedTuple):
    """What the reader did. selected: id of the node chosen by hand, "" for none. moved: places of nodes moved by hand."""

    selected: str
    moved: dict[str, tuple[float, float]]


def graph(data: dict[str, Any], *, view: str, key: str, height: int = 712, deep: bool = True) -> Shown:
    """Draw the picture. view: names what is shown; as long as it stays the same, nodes keep their places and the zoom stays.

    key: of the component, unique in the page. height: pixels, on wide screens. deep: narrow screens show more than the
    centre's neighbours too.
    """
    result = registered("graph", css=True)(
        data={**data, "view": view, "height": height, "deep": deep},
        key=key,
        on_selected_change=hold,
        on_moved_change=hold,
    )
    return Shown(str(result.selected or ""), {name: tuple(place) for name, place in (result.moved or {}).items()})
