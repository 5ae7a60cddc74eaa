#!/usr/bin/env python3
"""Score `zeren parse FILE --json` output against gold annotations.

usage: score.py GOLD.json PARSED.json [GOLD.json PARSED.json ...] [--verbose] [--json]

Gold and parsed assignments are both in document order. They are aligned by a global alignment that maximises the overlap of
their unit names, so clause numbers and titles are scored separately and a missed clause shifts nothing. Counted, over all
pairs: (role, unit as written); assignments whose units and roles are all right; clauses whose number and title are right;
deadlines (end date and kind; text must overlap). Units marked "implied" in the parse are not scored as written units.
silent_errors counts the assignments that are wrong, missed or invented without a warning whose text names one of the units in
question: the errors that a person checking the warnings would not find.
"""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

ROLES = ("lead", "responsible", "supporting")
Row = dict[str, Any]


@dataclass
class Score:
    """Counts that add up over documents; each triple is right, invented, missed."""

    units: list[int] = field(default_factory=lambda: [0, 0, 0])
    deadlines: list[int] = field(default_factory=lambda: [0, 0, 0])
    assignments: int = 0
    exact: int = 0
    headings: int = 0
    silent: int = 0
    faults: list[str] = field(default_factory=list)

    def add(self, other: Score) -> None:
        """Count another document in."""
        self.units = [a + b for a, b in zip(self.units, other.units, strict=True)]
        self.deadlines = [a + b for a, b in zip(self.deadlines, other.deadlines, strict=True)]
        self.assignments += other.assignments
        self.exact += other.exact
        self.headings += other.headings
        self.silent += other.silent
        self.faults += other.faults

    def figures(self) -> dict[str, float | int | None]:
        """The figures as shares; None where there is nothing to share."""

        def rate(part: int) -> float | None:
            return round(part / self.assignments, 4) if self.assignments else None

        unit, dead = precision_recall_f1(*self.units), precision_recall_f1(*self.deadlines)
        return {
            "unit_f1": unit[2], "unit_precision": unit[0], "unit_recall": unit[1],
            "exact": self.exact, "assignments": self.assignments, "exact_rate": rate(self.exact),
            "silent_errors": self.silent, "heading_rate": rate(self.headings),
            "deadline_f1": dead[2], "deadline_precision": dead[0], "deadline_recall": dead[1],
        }  # fmt: skip


def score(gold: Row, parsed: Row) -> Score:
    """Compare one document's annotation with its parse."""
    result = Score()
    warned = [squeeze(warning.get("text")) for warning in parsed.get("warnings", [])]
    for wanted, found in align(list(gold_rows(gold)), list(parsed_rows(parsed))):
        want, got = ((row or {"roles": set()})["roles"] for row in (wanted, found))
        result.units = [
            result.units[0] + len(want & got), result.units[1] + len(got - want), result.units[2] + len(want - got),
        ]  # fmt: skip
        if wanted:
            result.assignments += 1
            result.exact += want == got
            if found and same_heading(wanted, found):
                result.headings += 1
            else:
                seen = f"{found['number']} {found['title']}" if found else "nothing"
                result.faults.append(f"heading {wanted['number']} {wanted['title']}: got {seen}")
        if want != got:
            silent = not any(unit in text for _, unit in want ^ got for text in warned)
            result.silent += silent
            place = wanted["number"] if wanted else f"invented at {found['number']} {found['title']}" if found else ""
            word = "SILENT " if silent else ""
            result.faults.append(f"{word}units {place}: missing {sorted(want - got)} extra {sorted(got - want)}")
    _score_deadlines(gold, parsed, result)
    return result


def _score_deadlines(gold: Row, parsed: Row, result: Score) -> None:
    wanted = {
        (row["number"], each["text"], each.get("undertaking")): each
        for row in gold["assignments"]
        for each in row["deadlines"]
    }
    found = [each for measure in parsed["measures"] for each in measure.get("deadlines", [])]
    for each in wanted.values():
        hit = next((one for one in found if same_deadline(each, one)), None)
        if hit:
            found.remove(hit)
            result.deadlines[0] += 1
        else:
            result.deadlines[2] += 1
            result.faults.append(f"deadline missed: {each['text']} {each['kind']} {each.get('end')}")
    result.deadlines[1] += len(found)
    result.faults += [f"deadline extra: {each['text']} {each['kind']} {each.get('end')}" for each in found]


def squeeze(text: str | None) -> str:
    """Text without white space and closing punctuation, its brackets and punctuation half-width."""
    table = str.maketrans("（）：，；〔〕［］", "():,;()[]")
    return re.sub(r"\s+", "", text or "").translate(table).strip("。;,、:")


def number(text: str | None) -> str:
    """A clause's number without brackets and points."""
    return re.sub(r"[()（）.．、\s]", "", text or "")


def gold_rows(gold: Row) -> Iterator[Row]:
    """The annotated assignments in the form that is compared."""
    for row in gold["assignments"]:
        roles = {(role, squeeze(unit)) for role in ROLES for unit in row[role]}
        yield {"number": number(row["number"]), "title": squeeze(row["title"]), "roles": roles}


def parsed_rows(parsed: Row) -> Iterator[Row]:
    """The parsed assignments in the form that is compared; those of implied units only are left out."""
    for measure in parsed["measures"]:
        for part in measure["assignments"]:
            roles = {
                (role, squeeze(unit["as_written"]))
                for role in ROLES
                for unit in part.get(role, [])
                if not unit.get("implied")
            }
            if roles:
                yield {"number": number(measure.get("number")), "title": squeeze(measure.get("title")), "roles": roles}


def same_heading(wanted: Row, found: Row) -> bool:
    """Whether numbers are equal and one title holds the other."""
    one, other = wanted["title"], found["title"]
    return wanted["number"] == found["number"] and (one in other or other in one) and bool(one) == bool(other)


def same_deadline(wanted: Row, found: Row) -> bool:
    """Whether kinds and end dates are equal and one text holds the other."""
    one, other = squeeze(wanted["text"]), squeeze(found["text"])
    return found.get("end") == wanted.get("end") and found["kind"] == wanted["kind"] and (one in other or other in one)


def overlap(one: Row, other: Row) -> float:
    """Shared unit names, 0 to 1, whatever their roles."""
    a, b = {unit for _, unit in one["roles"]}, {unit for _, unit in other["roles"]}
    return len(a & b) / len(a | b) if a | b else 1.0


def align(gold: list[Row], parsed: list[Row]) -> list[tuple[Row | None, Row | None]]:
    """Pairs in document order with the greatest sum of overlaps; None where one side has nothing."""
    n, m = len(gold), len(parsed)
    best = [[0.0] * (m + 1) for _ in range(n + 1)]
    for i in range(n - 1, -1, -1):
        for j in range(m - 1, -1, -1):
            best[i][j] = max(best[i + 1][j], best[i][j + 1], best[i + 1][j + 1] + overlap(gold[i], parsed[j]))
    pairs: list[tuple[Row | None, Row | None]] = []
    i = j = 0
    while i < n or j < m:
        both = overlap(gold[i], parsed[j]) if i < n and j < m else 0.0
        if both > 0 and abs(best[i][j] - best[i + 1][j + 1] - both) < 1e-9:
            pairs.append((gold[i], parsed[j]))
            i, j = i + 1, j + 1
        elif i < n and (j == m or best[i][j] == best[i + 1][j]):
            pairs.append((gold[i], None))
            i += 1
        else:
            pairs.append((None, parsed[j]))
            j += 1
    return pairs


def precision_recall_f1(right: int, invented: int, missed: int) -> tuple[float, float, float]:
    """The three shares, rounded to four digits; 1 where there was nothing to find."""
    precision = right / (right + invented) if right + invented else 1.0
    recall = right / (right + missed) if right + missed else 1.0
    f1 = 2 * precision * recall / (precision + recall) if precision + recall else 0.0
    return round(precision, 4), round(recall, 4), round(f1, 4)


def main(arguments: list[str]) -> None:
    """Print the figures of all pairs of files."""
    files = [Path(each) for each in arguments if not each.startswith("--")]
    total = Score()
    for gold, parsed in zip(files[::2], files[1::2], strict=True):
        one = score(*(json.loads(path.read_text(encoding="utf-8")) for path in (gold, parsed)))
        total.add(one)
        if "--verbose" in arguments:
            print(f"{gold.name}: exact {one.exact} of {one.assignments}", *one.faults, sep="\n  ")
    figures = total.figures()
    print(
        json.dumps(figures) if "--json" in arguments else "\n".join(f"{key}: {value}" for key, value in figures.items())
    )


if __name__ == "__main__":
    main(sys.argv[1:])
