"""What the grammar makes of one statement of responsibility, before rules of the whole document are applied. Folded offsets."""

from __future__ import annotations

from dataclasses import dataclass, field

from graph_loader.model import Role


@dataclass(slots=True)
class Name:
    """A unit named at [start, end). role None: not known yet. labelled: a label, not a verb, gave the role.

    commas, semicolons: how many stood before it in its list, for rules such as 第一个逗号前为牵头单位. mark: the sign printed
    with it (`*`), "" when none.
    """

    start: int
    end: int
    role: Role | None = None
    rule: str = ""
    inferred: bool = False
    labelled: bool = False
    implied: bool = False
    mark: str = ""
    commas: int = 0
    semicolons: int = 0


@dataclass(frozen=True, slots=True)
class Doubt:
    """Something to warn of: message and other reading (Chinese), the place, and what tells equal doubts apart."""

    message: str
    start: int
    end: int
    other: str = ""


@dataclass(slots=True)
class Reading:
    """One statement at [start, end): who, whether the list is open, time-limit fields, and what is doubtful.

    people: a label says that persons stand beside the units (责任单位及责任人). labelled: a label of a role stands in it.
    node: the numbered line that it is about, where it stands elsewhere (以上两项由…); None: the one that it stands under.
    """

    start: int
    end: int
    rule: str
    names: list[Name] = field(default_factory=list)
    open_ended: bool = False
    people: bool = False
    labelled: bool = False
    node: int | None = None
    times: list[tuple[int, int]] = field(default_factory=list)
    doubts: list[Doubt] = field(default_factory=list)

    def has(self, role: Role) -> bool:
        """Whether some unit stands in the role."""
        return any(name.role == role for name in self.names)
