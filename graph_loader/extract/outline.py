"""The outline of a document: its numbered lines, who stands under whom, and their titles. Works on folded text.

Depth is not fixed by the kind of number: 1. may stand under (一) or directly under 一、, as each document likes. A kind that is
not open yet goes one deeper; a kind that is open closes everything below it. So numbers may repeat and restart.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from graph_loader.extract.fold import HAN

_CN = "一二三四五六七八九十百零〇"
_MARKS = (
    ("attachment", r"附(?:件|表|录)[ ]?(?:\d{1,2}|[一二三四五六七八九十]{1,2})?(?=[:\s]|-|\Z)"),
    ("part", rf"第[{_CN}\d]{{1,4}}(?:编|部分|篇)"),
    ("chapter", rf"第[{_CN}\d]{{1,4}}章"),
    ("division", rf"第[{_CN}\d]{{1,4}}节"),
    ("article", rf"第[{_CN}\d]{{1,5}}条"),
    ("cn", rf"[{_CN}]{{1,5}}[、.](?!\d)"),
    ("cn-bracket", rf"\(\s?[{_CN}]{{1,5}}\s?\)[、.]?"),
    ("decimal", r"\d{1,2}(?:\.\d{1,2}){1,3}(?:[、.]|\s)?(?![\d.%万亿倍个名家元千百公平亩吨米年月日件项])"),
    ("digit", r"\d{1,3}\s?[、.](?=(?:20\d\d年|1?\d(?:月|日|至|-)))|\d{1,3}\s?[、.](?!\d)"),
    ("digit-bracket", r"\(\s?\d{1,3}\s?\)[、.]?"),
    ("digit-half", r"\d{1,3}\)[、.]?"),
    ("circled", r"[①-⑳㉑-㉟❶-❿⓵-⓾⑴-⒇⒈-⒛][、.]?"),
    ("letter", r"[A-Za-zⅠ-Ⅻ][、.](?=\s?[" + HAN + r"])|\([A-Za-zⅠ-Ⅻ]\)"),
    (
        "task",
        rf"(?:重点)?(?:任务|行动|工程|措施|专项行动|举措|专栏|清单|问题|项目|事项)(?:[{_CN}]{{1,3}}|\d{{1,3}})(?=[:、.\s])[:、.]?",
    ),
    ("slogan", r"“[^“”\n]{1,8}”(?=:)"),
    ("ordinal", rf"[{_CN}]{{1,2}}(?:是|要)(?=[" + HAN + "])"),
)
_LEAD = r"[ \t>#\-*●■◆▲►•·—]*"
_LINE = re.compile(
    rf"(?m)^{_LEAD}(?:" + "|".join(f"(?P<m{index}>{pattern})" for index, (_, pattern) in enumerate(_MARKS)) + ")"
)
_LABEL_AFTER = re.compile(
    r"[ \t]*(?:牵头|责任|配合|主办|协办|承办|主责|完成|整改|办结|分管)(?:责任)?"
    r"(?:单位|部门|领导|人|时限|时间|期限)[ \t]*[:。为是]"
)
"""A numbered line that states who or by when belongs to the clause above: `(3)责任单位:市教育局`."""
_NUMBER = re.compile("|".join(f"(?:{pattern})" for _, pattern in _MARKS))
_ABOVE = {kind: place for place, kind in enumerate(("attachment", "part", "chapter", "division"))}
_STOP = re.compile(r"[。;:\n!?]| {2,}|　| (?=[^ ]{30})")
_GENERIC = re.compile(r"(?:问题|任务|内容|措施|目标|事项|项目|名称|举措)\Z")
"""What stands before a colon and names a kind of text, not the clause: `问题:作风不实`."""
_CLAUSE_END = re.compile(r"[,。;:\n!?]")
MAX_TITLE = 45
_MAX_OPENING = 80
_MAX_WHOLE = 32
"""A first sentence of more characters is text, not a title; one of several parts already at _MAX_WHOLE when it is all there is.
A numbered clause is then named by the opening of its sentence."""


@dataclass(slots=True)
class Node:
    """A numbered line. number: [number_start, number_end) as printed; parent: index of the node above it, None at the top.

    end: where the node's own text ends, before the next node of any depth. depth: how many nodes stand above it.
    """

    kind: str
    start: int
    number_start: int
    number_end: int
    line_end: int
    end: int
    parent: int | None
    depth: int


def outline(text: str, skip: Sequence[tuple[int, int]] = ()) -> list[Node]:
    """The numbered lines of a text, in order. skip: ranges whose lines are not looked at, ascending. Linear in the text."""
    nodes: list[Node] = []
    opened: list[int] = []
    skipped = iter([*skip, (len(text) + 1, len(text) + 1)])
    range_start, range_end = next(skipped)
    for match in _LINE.finditer(text):
        while match.start() >= range_end:
            range_start, range_end = next(skipped)
        if match.start() >= range_start or _LABEL_AFTER.match(text, match.end()):
            continue
        group = match.lastgroup
        assert group is not None
        kind = _MARKS[int(group[1:])][0]
        start, stop = match.span(group)
        if nodes:
            nodes[-1].end = match.start()
        _close(nodes, opened, kind, text[start:stop])
        line_end = text.find("\n", stop)
        parent = opened[-1] if opened else None
        depth = nodes[parent].depth + 1 if parent is not None else 0
        opened.append(len(nodes))
        end = len(text)
        nodes.append(
            Node(
                kind,
                match.start(),
                start,
                _trimmed(text, start, stop),
                end if line_end < 0 else line_end,
                end,
                parent,
                depth,
            )
        )
    return nodes


def _trimmed(text: str, start: int, stop: int) -> int:
    while stop > start and text[stop - 1] in " \t:":
        stop -= 1
    return stop


def _close(nodes: list[Node], opened: list[int], kind: str, number: str) -> None:
    """Pop from the open nodes those that a new node of this kind ends."""
    rank = _ABOVE.get(kind)
    if rank is not None:
        while opened and _ABOVE.get(nodes[opened[-1]].kind, len(_ABOVE)) >= rank:
            opened.pop()
        return
    kinds = [nodes[index].kind for index in opened]
    if kind in kinds:
        del opened[kinds.index(kind) :]
    elif kind == "cn":
        del opened[sum(1 for each in kinds if each in _ABOVE) :]


def number_at(text: str, start: int, end: int) -> int:
    """The end of the clause number that [start, end) begins with; `start` when it begins with none."""
    match = _NUMBER.match(text, start, end)
    return _trimmed(text, start, match.end()) if match else start


def title(text: str, node: Node, limit: int) -> tuple[int, int]:
    """Where the node's title stands: its first sentence, or as much of a long one as a title may hold. limit: stop here at the
    latest. Returns an empty range behind the number when the line has no title.
    """
    start = node.number_end
    while start < limit and text[start] in " \t:、.":
        start += 1
    limit = min(limit, node.line_end)
    name = title_at(text, start, limit)
    return name if name[0] < name[1] else _opening(text, start, limit)


def _opening(text: str, start: int, limit: int) -> tuple[int, int]:
    """The first clauses of a long sentence that are no longer together than a title; an empty range where the first is longer
    than a line.
    """
    end = start
    for match in _CLAUSE_END.finditer(text, start, min(limit, start + _MAX_OPENING + 1)):
        if end > start and match.start() > start + MAX_TITLE:
            break
        end = match.start()
        if match[0] != ",":
            break
    if end == start and limit <= start + _MAX_OPENING:
        end = limit
    while end > start and text[end - 1] in " \t*:":
        end -= 1
    return start, end


def title_at(text: str, start: int, limit: int) -> tuple[int, int]:
    """Where the title of a clause stands whose text begins at `start`; an empty range when its first sentence is none."""
    match = _STOP.search(text, start, min(limit, start + MAX_TITLE + 1))
    if match and match[0] == ":" and _GENERIC.search(text, start, match.start()):
        match = _STOP.search(text, match.end(), min(limit, start + MAX_TITLE + 1))
    if match:
        end = match.start()
    elif limit <= start + MAX_TITLE:
        end = limit
    else:
        return start, start
    while end > start and text[end - 1] in " \t*:":
        end -= 1
    commas = text.count(",", start, end)
    whole = not text[end:limit].strip("。;:. \t*")
    if commas > 2 or (whole and commas and end - start > _MAX_WHOLE):
        return start, start
    return start, end
