"""A body that a question names first and then calls 它 or 他们: 工商局没这个牌子了，当初让它牵头的是哪几条."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from queries.understand.found import Found

_CLAUSE = re.compile(r"[^,，。;；:：?？!！]+[,，。;；:：?？!！]*")
_PRONOUN = re.compile(
    r"它们?|他们(?!方案|那个方案|的方案)|(?:这|那|该)(?:一)?(?:家|个)?(?:单位|部门|局|委|办)(?![一-龥]?牵头单位)"
)
_SAYS_MORE = re.compile("[谁哪几]|什么|多少|何时|何|吗|牵头|责任|配合|协办|主办|第[0-9一二三四五六七八九十]")
"""A clause with one of these is more than the name of the body."""


def named_again(text: str, units: Callable[[str], Sequence[Found]]) -> str:
    """The folded question with the body's name where a later clause calls it 它. A clause that only brings up the body is then left
    out. units: the bodies named in a text."""
    clauses = [match[0] for match in _CLAUSE.finditer(text)]
    if len(clauses) < 2 or not any(map(_PRONOUN.search, clauses[1:])):
        return text
    name, kept = "", list[str]()
    for clause in clauses:
        found = list(dict.fromkeys(item.text for item in units(clause) if not _PRONOUN.fullmatch(item.text)))
        if name and not found and _PRONOUN.search(clause):
            kept = [part for part in kept if name not in part or _SAYS_MORE.search(part)]
            clause = _PRONOUN.sub(name, clause, count=1)
        name = found[0] if len(found) == 1 else "" if found else name
        kept.append(clause)
    return "".join(kept)
