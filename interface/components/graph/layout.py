"""Where nodes stand: the same graph gives the same picture every day. Pure functions of a View; units are pixels at zoom 1."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence

import networkx as nx

from interface.components.graph.view import View

Point = tuple[float, float]
Height = Callable[[str], float]
"""The room that a node needs from top to bottom, with the gap to the next."""

INNER, OUTER, BULGE = 150.0, 370.0, 50.0
"""Distance of the two arcs of a butterfly from its centre, and how far they bow out."""
TALL = 1500.0
"""A column higher than this is laid out as several beside each other."""
_HIGH = 900.0
"""The same in a picture without a centre."""


def positions(view: View, height: Height) -> dict[str, Point]:
    """A butterfly around the view's centre; without a centre, columns from left to right by level."""
    return _butterfly(view, height) if view.centre else _columns(view, height)


def tree(view: View, row: float = 30.0) -> dict[str, Point]:
    """For a narrow screen: the centre, its neighbours as a list at its right, theirs beyond. Without a centre, one list.

    A place is the left end of a slip, the middle of a disc.
    """
    first = [key for key, level in view.levels.items() if level == 1 or (not view.centre and level != 1)]
    places = {key: (92.0, index * row) for index, key in enumerate(first)}
    if view.centre:
        places[view.centre] = (20.0, (len(first) - 1) * row / 2)
    rest = [key for key in view.levels if key not in places]
    order = _by_neighbours(rest, {key: place[1] for key, place in places.items()}, _links(view))
    step = max(row, len(first) * row / max(len(rest), 1))
    return places | {key: (400.0, index * step) for index, key in enumerate(order)}


def around(anchor: Point, count: int, taken: Sequence[Point]) -> list[Point]:
    """Places for new neighbours of a node, as near to it as there is room: inside the picture first, else outside of it."""
    left, right = min(x for x, _ in taken), max(x for x, _ in taken)
    top, bottom = min(y for _, y in taken), max(y for _, y in taken)
    ring = [
        (anchor[0] + radius * 1.4 * math.cos(math.pi * step / 16), anchor[1] + radius * math.sin(math.pi * step / 16))
        for radius in range(90, 4000, 20)
        for step in range(32)
    ]
    inside = [(x, y) for x, y in ring if left <= x <= right and top <= y <= bottom]
    places: list[Point] = []
    for x, y in (*inside, *ring):
        if len(places) == count:
            break
        if all(abs(x - a) > 130 or abs(y - b) > 44 for a, b in (*taken, *places)):
            places.append((round(x, 1), round(y, 1)))
    return places


def _butterfly(view: View, height: Height) -> dict[str, Point]:
    links = _links(view)
    hubs = [key for key in view.levels if key in view.hubs and _far(view, key)]
    kin = {
        end for edge in view.edges if edge.line in {"succ", "member"} and view.centre in edge[:2] for end in edge[:2]
    }
    inner = [key for key, level in view.levels.items() if level == 1 and key not in hubs and key not in kin]
    outer = [key for key, level in view.levels.items() if level and key not in hubs and (level > 1 or key in kin)]
    left, right = _sides(inner, outer, links, height)
    places: dict[str, Point] = {view.centre: (0.0, 0.0)}
    reach = 0.0
    for sign, near in ((-1, left), (1, right)):
        far = _by_side(outer, near, left if near is right else right, links, prefer=sign > 0)
        near, far = _untangle(near, far, links)
        tall = max(_total(near, height), _total(far, height))
        reach = max(reach, min(tall, TALL))
        wide = _place(places, near, height, sign, INNER, tall)
        _place(places, far, height, sign, OUTER + wide, tall)
    for index, key in enumerate(hubs):
        places[key] = ((index - (len(hubs) - 1) / 2) * 124, reach / 2 + 44)
    return {key: (round(x, 1), round(y, 1)) for key, (x, y) in places.items()}


def _far(view: View, key: str) -> bool:
    """A hub stands below the picture when more than one of its edges leads into it."""
    return sum(key in edge[:2] for edge in view.edges) > 1


def _sides(
    inner: list[str], outer: list[str], links: dict[str, list[str]], height: Height
) -> tuple[list[str], list[str]]:
    """The inner ring cut into two halves of about the same height, so that nodes sharing neighbours stay on one side."""
    order = _spectral(inner, outer, links)
    half, left = sum(map(height, order)) / 2, 0.0
    for index, key in enumerate(order):
        left += height(key)
        if left >= half:
            keep = set(order[: index + 1])
            return [key for key in inner if key in keep], [key for key in inner if key not in keep]
    return list(inner), []


def _spectral(inner: list[str], outer: list[str], links: dict[str, list[str]]) -> list[str]:
    """The inner ring ordered so that nodes with the same outer neighbours stand together."""
    ring = set(outer)
    between: nx.Graph[str] = nx.Graph()
    between.add_nodes_from(inner)
    between.add_edges_from((key, other) for key in inner for other in links[key] if other in ring)
    rank = {key: index for index, key in enumerate(inner)}
    order: list[str] = []
    for group in sorted(
        nx.connected_components(between), key=lambda keys: min(rank.get(key, len(rank)) for key in keys)
    ):
        part = [key for key in (*inner, *outer) if key in group]
        if len(part) > 2:
            # the dense solver, and a start in a fixed order: the same picture on every machine
            part = list(nx.spectral_ordering(between.subgraph(part), method="tracemin_lu", seed=7))
        mine = [key for key in part if key in rank]
        order += mine if rank[mine[0]] <= rank[mine[-1]] else mine[::-1]
    return order


def _by_side(
    outer: list[str], near: list[str], other: list[str], links: dict[str, list[str]], *, prefer: bool
) -> list[str]:
    """The outer nodes that have more neighbours here than on the other side."""
    here, there = set(near), set(other)
    result = []
    for key in outer:
        mine, theirs = sum(n in here for n in links[key]), sum(n in there for n in links[key])
        if mine > theirs or (mine == theirs and prefer):
            result.append(key)
    return result


def _untangle(near: list[str], far: list[str], links: dict[str, list[str]]) -> tuple[list[str], list[str]]:
    """Both columns sorted by their neighbours' mean place, a few times in turn: fewer crossings."""
    if not far:
        return near, far
    for _ in range(4):
        far = _by_neighbours(far, _ranks(near), links)
        near = _by_neighbours(near, _ranks(far), links)
    return near, far


def _ranks(column: list[str]) -> dict[str, float]:
    return {key: index / max(len(column) - 1, 1) for index, key in enumerate(column)}


def _by_neighbours(column: list[str], places: dict[str, float], links: dict[str, list[str]]) -> list[str]:
    own = _ranks(column)

    def mean(key: str) -> float:
        found = [places[other] for other in links.get(key, ()) if other in places]
        return sum(found) / len(found) if found else own[key]

    return sorted(column, key=mean)


def _total(column: list[str], height: Height) -> float:
    return sum(map(height, column))


def _place(
    places: dict[str, Point], column: list[str], height: Height, sign: int, distance: float, tall: float
) -> float:
    """Put a column on its arc, spread over `tall`; a very high one as several. Returns the width that it took beyond one."""
    if not column:
        return 0.0
    parts = max(1, math.ceil(_total(column, height) / TALL))
    size = math.ceil(len(column) / parts)
    for part in range(parts):
        keys = column[part * size : (part + 1) * size]
        own = _total(keys, height)
        extra = max(0.0, min(tall, TALL) - own) / max(len(keys), 1)
        y = -(own + extra * len(keys)) / 2
        span = max(min(tall, TALL), 1.0)
        for key in keys:
            y += (height(key) + extra) / 2
            x = distance + part * 210 + BULGE * math.cos(math.pi * y / (span * 1.15))
            places[key] = (sign * x, y)
            y += (height(key) + extra) / 2
    return (parts - 1) * 210.0


def _columns(view: View, height: Height) -> dict[str, Point]:
    links = _links(view)
    columns: dict[int, list[str]] = {}
    for key, level in view.levels.items():
        columns.setdefault(level, []).append(key)
    order = [columns[level] for level in sorted(columns)]
    for index in range(1, len(order)):
        order[index] = _by_neighbours(order[index], _ranks(order[index - 1]), links)
    places: dict[str, Point] = {}
    x, tall = 0.0, min(max(_total(column, height) for column in order), _HIGH)
    for column in order:
        x += 300 + _stack(places, column, height, x, tall * 0.8)
    return places


def _stack(places: dict[str, Point], column: list[str], height: Height, x: float, tall: float) -> float:
    """Put a column at x, centred; a high one as several, a low one with air between its nodes, but one node stays in the middle.
    Returns the width that it took beyond one."""
    air = max(0.0, tall - _total(column, height)) / len(column)
    parts = max(1, math.ceil(_total(column, height) / _HIGH))
    size = math.ceil(len(column) / parts)
    for part in range(parts):
        keys = column[part * size : (part + 1) * size]
        y = -(_total(keys, height) + air * len(keys)) / 2
        for key in keys:
            y += (height(key) + air) / 2
            places[key] = (round(x + part * 190, 1), round(y, 1))
            y += (height(key) + air) / 2
    return (parts - 1) * 190.0


def _links(view: View) -> dict[str, list[str]]:
    links: dict[str, list[str]] = {key: [] for key in view.levels}
    for edge in view.edges:
        links[edge.source].append(edge.target)
        links[edge.target].append(edge.source)
    return links
