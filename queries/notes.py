"""What a reader must know beside the answer: inferred readings, open lists, several places, units that ended."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from queries.directory import Directory
from queries.model import Entry
from queries.sentence import text_of

_RULES = {"general": "机构改革的一般规则", "local": "本地文件"}

Record = Mapping[str, Any]


def notes_on(
    entry: Entry, values: Record, records: Sequence[Record], directory: Directory, truncated: bool
) -> Iterator[str]:
    """Chinese sentences, most weighty first."""
    yield from _certainty(records)
    yield from _places(entry, values, records, directory)
    if not any(column.name == "successor_id" for column in entry.columns):
        asked_for = [unit for p in entry.parameters if p.type == "unit" for unit in values[p.name]]
        yield from dict.fromkeys(note for unit in asked_for for note in _successors(unit, directory))
    if truncated:
        yield f"结果太多，只列出前{len(records)}行。"


def _certainty(records: Sequence[Record]) -> Iterator[str]:
    def mentions(column: str, value: str) -> int:
        """Assignments of a unit, not rows: a row may stand once for each of a measure's deadlines."""
        return len(
            {
                (
                    row.get("document_id"),
                    row.get("measure_id"),
                    row.get("role"),
                    row.get("group_id") or row.get("unit_id"),
                )
                for row in records
                if row.get(column) == value
            }
        )

    if found := mentions("certainty", "推断"):
        yield f"其中{found}处角色没有写明，是按规则推断的；规则见依据。"
    if found := mentions("certainty", "隐含"):
        yield f"其中{found}处单位没有印在该条，由文件别处的说明带出；说明见依据。"
    if found := mentions("certainty", "更正"):
        yield f"其中{found}处经人工更正；更正人、时间和理由见依据。"
    if any((row.get("via") or "直接") != "直接" for row in records):
        yield "经由集合（如“市直各部门”）的职责，文件没有逐一点名，是按集合的成员推出的；方式一栏写明。"
    if mentions("open_ended", "未尽列举"):
        yield "有的名单写有“等”“有关部门”之类字样，没有列尽，可能还有其他单位。"


def _places(entry: Entry, values: Record, records: Sequence[Record], directory: Directory) -> Iterator[str]:
    """A question without a place means every place that is loaded; say so where there are several."""
    if values.get("places") or values.get("documents") or len(directory.places) < 2:
        return
    found = {
        document.jurisdiction
        for record in records
        if (document := directory.documents.get(record.get("document_id") or "")) and document.jurisdiction
    }
    if len(found) > 1:
        yield f"没有指明地方，答案来自{len(found)}个地方的文件：{'、'.join(sorted(found))}。"
    elif not records and not any(parameter.type == "unit" and values[parameter.name] for parameter in entry.parameters):
        yield f"没有指明地方，查的是全部{len(directory.places)}个地方的文件。"


def _successors(unit_id: str, directory: Directory) -> Iterator[str]:
    for succession in directory.successions.get(unit_id, ()):
        when = f"于{text_of(succession.on)}" if succession.on else ""
        basis = "，依据" + succession.basis if succession.basis else ""
        scope = f"（{succession.scope}）" if succession.scope else ""
        yield (
            f"{directory.unit_name(unit_id)}的职责{scope}{when}由{directory.unit_name(succession.to_id)}承接{basis}"
            f"；来自{_RULES.get(succession.rule, succession.rule)}。"
        )
