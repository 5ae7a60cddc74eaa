"""Cutting a statement of responsibility into clauses and items, with brackets kept whole. Works on folded text."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from graph_loader.extract.assignments.persons import is_person
from graph_loader.extract.assignments.words import (
    TAIL_BRACKET,
    is_bare_group,
    label_field,
    looks_like_unit,
    unspaced,
    verb_tail,
)
from graph_loader.extract.fold import HAN

_EVENT = re.compile(r"[()\[\],;。]")
_ITEM_EVENT = re.compile(r"[()\[\]、/|\s和及与暨以](?:(?<!以)|及)")
_LABEL_INSIDE = re.compile(r"(?:单位|部门|牵头|责任|配合|时限|时间|领导)[)]?[ ]?:")
_RULE_INSIDE = re.compile(r"牵头(?:责任)?(?:单位|部门)|下同|职责分工|..(?:牵头|负责)\Z")
_LABEL_REACH = 12
_ROLE_ALONE = re.compile(r"(?:为)?(?:牵头|主办|主责|责任|配合|协办|参与|负责|落实|实施|承办)(?:责任)?(?:单位|部门)")
"""A bracket that only names the role of the unit before it: 市教育局(牵头单位)."""
_DIVISION = (
    r"(?:省|自治区|直辖市(?:[及和]计划单列市)?|计划单列市|自治州|地级市|地级以上市|设区的?市|(?:省辖|省直管|直管|扩权)[市县]|州|盟|地区|市|县级市|县|自治县|区|市辖区|旗|"
    r"镇|乡|街道|乡镇)"
)
_DIVISIONS = rf"{_DIVISION}{{1,2}}(?:级|[(\[][^()\[\]]{{0,12}}[)\]])?"
_DIVISIONS_ONLY = re.compile(rf"{_DIVISIONS}\Z")
_EACH_DIVISION = re.compile(
    rf"(?:各|有关|相关|所有)(?:有关|相关|所辖)?(?P<divisions>(?:{_DIVISIONS})(?:行政公署|行署)?)\Z"
)
"""The first word of a group whose body is printed once, behind the last: 各市、县(市、区)人民政府."""
_OF_DIVISION = re.compile(
    rf"{_DIVISIONS}(?:党委|党工委|党政|人民政府|政府|管委会|办事处|党委(?:和|、)?(?:人民)?政府|(?:人民)?政府办公[室厅]|委)?\Z"
    rf"|(?:县|区|旗|自治县)[(\[](?:[市区县旗]、?)+[)\]][{HAN}]{{2,16}}\Z"
)
_DIVISION_GOES_ON = re.compile(r"(?:县|区|旗)[(\[][市区县旗]|计划单列市")
_OF_LOWER_DIVISION = re.compile(rf"(?:[县区旗](?![域块间直属])|自治区|直辖市|计划单列市)[{HAN}]{{2,12}}\Z")
_OF_SAME_LEVEL = {
    first: re.compile(rf"[{others}](?![域块间直属级])[{HAN}]{{2,12}}\Z")
    for first, others in (("县", "区旗"), ("区", "县旗"), ("旗", "县区"))
}
_HIGHER, _TOWNSHIP = re.compile(r"[省市州盟](?![县区旗])|地区|地级|自治区|直辖市"), re.compile(r"乡|镇|街道")
_GENERIC = re.compile(r"(?:办公室|办公厅|办|委员会|局|厅|处|科|部|组|人民政府|政府)\Z")
_BRANCH = re.compile(rf"[{HAN}]{{1,8}}[省市县区州](?:中心)?[支分]行")
_BARE_PLACE = re.compile(r"(?<![各、])[^各、]{2,}[省市县区州]\Z")
_WITH_LEVEL = re.compile(r"[省市县区州旗各镇乡]|.{1,8}[省市县区州旗镇乡道]\Z")
_NOT_RIGHT = re.compile(r"其|所属|下属|直属|相关领域|所辖|单位|部门")
_LEVEL = re.compile(r"中央|国家|自治区|[省市州县区]")
_SERVICES = re.compile(rf"(?:各地|各级|各[省市县]|地方|[省市县]级)[{HAN}]{{2,8}}\Z")
"""The first of several services whose 部门 is printed once: 各地教育、市场监管部门."""
_FRAGMENT = re.compile(
    r".|员会|公室|公厅|公司|.{0,4}分?公司|中心|支队|大队|总队|分局|支行|分行|办事处|政府|督局|理局|设局|源局|村局|障局|保局|游局|改委|康委|察院|处室"
)
"""The rest of a name that a narrow cell broke over two lines."""
_PARTY = re.compile(r"(?:党委|党组|党工委|各[^、]{1,12}委|[)\]]委)\Z")


class Piece(NamedTuple):
    """A stretch [start, end) and the separator before it ("" at the beginning)."""

    start: int
    end: int
    separator: str


def clauses(text: str, start: int, end: int, closing: Mapping[int, int]) -> Iterator[Piece]:
    """Cut at , ; 。 outside brackets. A bracket that holds a label or a rule of its own is opened, not kept whole."""
    last, separator = start, ""
    skip = start
    opened: list[int] = []
    for event in _EVENT.finditer(text, start, end):
        at = event.start()
        if at < skip:
            continue
        char = event.group()
        if char in "([":
            close = closing.get(at, end)
            if not is_transparent(text, at + 1, min(close, end)):
                skip = min(close + 1, end)
                continue
            opened.append(close)
        elif char in ")]" and at not in opened:
            continue
        yield Piece(last, at, separator)
        last, separator = at + 1, char
    yield Piece(last, end, separator)


def is_transparent(text: str, start: int, end: int) -> bool:
    """Whether a bracket inside a statement holds a part of the statement rather than of a unit's name."""
    inside = text[start:end]
    return not _ROLE_ALONE.fullmatch(inside) and bool(
        _LABEL_INSIDE.search(text, start, end) or _RULE_INSIDE.search(inside)
    )


def items(text: str, start: int, end: int, closing: Mapping[int, int]) -> list[Piece]:
    """Cut a clause at 、 and, where units stand on both sides, at spaces, / and 和, 及, 与, 以及. Joins `各区、县(市)政府`."""
    pieces: list[Piece] = []
    last, separator = start, ""
    skip = start
    for event in _ITEM_EVENT.finditer(text, start, end):
        at, char = event.start(), event.group()
        if at < skip:
            continue
        if char in "([":
            skip = min(closing.get(at, end) + 1, end)
            continue
        if char in ")]":
            continue
        if char != "、" and not _parts(text[last:at].strip(" \n\t"), text[event.end() : end].lstrip(" \n\t"), char):
            continue
        if last < at or char == "、":
            pieces.append(Piece(last, at, separator))
        last, separator = event.end(), char
    pieces.append(Piece(last, end, separator))
    return _joined(text, pieces)


def _parts(left: str, right: str, char: str) -> bool:
    """Whether a weak separator between these words parts two units."""
    if not left or not right:
        return False
    colon = right.find(":", 0, _LABEL_REACH)
    # One label: 责任单位/部门:, or broken over two lines.
    one = colon >= 0 and (char.strip() or not label_field(right[:colon]))
    if one and label_field(unspaced(left[left.rfind("、") + 1 :] + char + right[:colon])):
        return False
    left = left[left.rfind(":") + 1 :].lstrip()
    plain = left.rstrip("*")
    if plain.endswith("等"):
        plain = plain[:-1]
    named = looks_like_unit(plain) or (len(left) > 2 and is_bare_group(left[left.rfind("等") + 1 :]) and "等" in left)
    if char.isspace() or char in "/|":
        head = re.split(r"[ \n、]", right, maxsplit=1)[0]
        if ":" in head:
            return True
        if char == "\n" and "time" in (label_field(left), label_field(head)):
            return True
        if char == "\n" and _is_broken(left, head):
            return False
        person = char == "\n" and is_person(left) and looks_like_unit(re.split("[/|]", head)[0])
        return (named or person) and not _GENERIC.match(head)
    if plain == "中央" or _NOT_RIGHT.match(right):
        return False
    if _DIVISION_GOES_ON.match(right) and (_EACH_DIVISION.search(plain) or plain == "直辖市"):
        return False
    if _PARTY.search(plain) and right.startswith(("政府", "人民政府")):
        return False
    return named and not _GENERIC.fullmatch(right)


def _is_broken(left: str, head: str) -> bool:
    """Whether a line end stands inside one name: before the rest of a word or a bracket, behind a place or a bank that its
    branch follows.
    """
    if head.startswith("(") or _FRAGMENT.fullmatch(head) or (left.endswith("行") and _BRANCH.fullmatch(head)):
        return True
    return bool(_BARE_PLACE.search(left) and not _WITH_LEVEL.match(head))


def _joined(text: str, pieces: list[Piece]) -> list[Piece]:
    """Pieces with those put together that name one group in several: 各区、县(市)政府; 各省、自治区、直辖市人民政府."""
    if len(pieces) < 2:
        return pieces
    joined: list[Piece] = []
    index = 0
    while index < len(pieces):
        piece = pieces[index]
        last = index
        words = unspaced(text[piece.start : piece.end])
        if _LEVEL.fullmatch(words[words.rfind(":") + 1 :].strip()):
            while last + 1 < len(pieces) and pieces[last + 1].separator == "、":
                last += 1
                if not _LEVEL.fullmatch(text[pieces[last].start : pieces[last].end].strip()):
                    break
        elif each := _EACH_DIVISION.search(words.strip()):
            last = _with_divisions(text, pieces, index, each["divisions"])
        elif _SERVICES.match(words.strip()) and not looks_like_unit(words.strip()):
            last = _with_services(text, pieces, index)
        ends = last + 1 < len(pieces) and pieces[last + 1].separator == "、"
        if ends and _PARTY.search(text[piece.start : pieces[last].end].strip()):
            last += _bare(text[pieces[last + 1].start : pieces[last + 1].end].strip()) in ("政府", "人民政府")
        joined.append(Piece(piece.start, pieces[last].end, piece.separator))
        index = last + 1
    return joined


def _with_divisions(text: str, pieces: list[Piece], index: int, first: str) -> int:
    """The last piece of the divisions that begin at `index` with `first` and share one body. A township's list holds no county:
    what stands behind it then (各乡镇、县政府) is a body of its own.
    """
    shared = _OF_LOWER_DIVISION if _HIGHER.match(first) else _OF_SAME_LEVEL.get(first)
    for last in range(index + 1, len(pieces)):
        words = _bare(unspaced(text[pieces[last].start : pieces[last].end]))
        shares = _OF_DIVISION.match(words) or (shared and shared.match(words))
        if pieces[last].separator != "、" or not shares or (_TOWNSHIP.match(first) and not _TOWNSHIP.match(words)):
            return last - 1
        if not _DIVISIONS_ONLY.match(words):
            return last
    return len(pieces) - 1


def _with_services(text: str, pieces: list[Piece], index: int) -> int:
    """The last piece of the services that begin at `index` and share the word 部门; `index` where they do not."""
    for last in range(index + 1, min(len(pieces), index + 6)):
        words = _bare(text[pieces[last].start : pieces[last].end].strip())
        if pieces[last].separator != "、":
            break
        if words.endswith(("部门", "机构")):
            return last
        if looks_like_unit(words):
            break
    return index


def _bare(words: str) -> str:
    """The words without a verb phrase, 等 or a bracket behind them."""
    words = words[: verb_tail(words, 0, len(words))].removesuffix("等")
    stripped = TAIL_BRACKET.sub("", words)
    return words if not stripped or _DIVISIONS_ONLY.match(words) else stripped
