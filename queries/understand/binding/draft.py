"""Parameters while they are being found, and what of the question they have used."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from queries.model import Entry, Parameter
from queries.understand.found import Found
from queries.understand.question import Question


@dataclass(slots=True)
class Draft:
    """documents: ids of the loaded documents of the places that the question names. about: whether the words that it is about were
    used. combined: names of parameters that only conditions on roles set."""

    entry: Entry
    question: Question
    documents: tuple[str, ...]
    combined: frozenset[str]
    params: dict[str, Any] = field(default_factory=dict)
    about: bool = False
    _used: set[int] = field(default_factory=set)

    def slots(self, *kinds: str) -> list[Parameter]:
        """The entry's parameters of these types, in its order."""
        return [
            parameter
            for kind in kinds
            for parameter in self.entry.parameters
            if parameter.type == kind and parameter.name not in self.combined
        ]

    def of(self, *kinds: str) -> list[Found]:
        """What the question names of these kinds."""
        return [item for kind in kinds for item in self.question.of(kind)]

    def use(self, items: Iterable[Found]) -> None:
        """Mark entities as used."""
        self._used.update(map(id, items))

    @property
    def left(self) -> list[Found]:
        """Entities that no parameter has used."""
        return [item for item in self.question.found if id(item) not in self._used]
