"""Short ways to parse a text in a test and to write down what should come out."""

from __future__ import annotations

from graph_loader.extract import parse
from graph_loader.model import ROLES, Assignment, Mention, Plan, SourceText

Roles = dict[str, list[str]]


def plan_of(text: str) -> Plan:
    """The plan read from a text."""
    return parse(SourceText("plan.txt", "txt", "0" * 64, text))


def clause(statement: str) -> str:
    """A small plan with one clause that ends in the statement."""
    return f"某市工作方案\n一、重点任务\n1.做好工作。开展活动。{statement}\n"


def roles(assignment: Assignment) -> Roles:
    """Units by role, as written; those that are not printed in the clause left out."""
    return {
        role: names
        for role in ROLES
        if (names := [each.as_written for each in assignment.of(role) if not each.implied])
    }


def all_roles(plan: Plan) -> list[Roles]:
    """Units by role of every assignment, in order."""
    return [roles(assignment) for measure in plan.measures for assignment in measure.assignments]


def mentions(plan: Plan) -> list[Mention]:
    """Every mention of a plan."""
    return [
        mention
        for measure in plan.measures
        for assignment in measure.assignments
        for role in ROLES
        for mention in assignment.of(role)
    ]


def units(words: str) -> Roles:
    """`牵 市教育局 | 责 市财政局 市人社局 | 配 …` as roles."""
    names = {"牵": "lead", "责": "responsible", "配": "supporting"}
    return {names[part.split()[0]]: part.split()[1:] for part in words.split("|")}
