"""A unit's dossier as files: calendar, spreadsheet, office document."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from functools import partial

from interface.downloads import agenda, docx, xlsx
from interface.downloads.agenda import Item
from interface.downloads.button import button
from interface.records import facts
from interface.records.dossier import Dossier, Row
from interface.records.states import HONEST, when


def buttons(found: Dossier, on: date) -> None:
    """Calendar, spreadsheet, office document."""
    stem = f"{found.name}-{on.isoformat()}"
    button("日历 ics", partial(_calendar, found), f"{stem}.ics")
    button("表格 xlsx", partial(_workbook, found, on), f"{stem}.xlsx")
    button("公文 docx", partial(_document, found, on), f"{stem}.docx")


def _items(found: Dossier) -> list[Item]:
    return [Item(limit, row.number, row.title, row.document, row.duty.role) for row, limit in found.limits()]


def _calendar(found: Dossier) -> bytes:
    return agenda.calendar(f"{found.name} 时限", _items(found))


def _workbook(found: Dossier, on: date) -> bytes:
    duties = [
        [
            row.duty.role,
            f"经由{row.via}" if row.via else "直接",
            row.number,
            row.title,
            row.partners,
            row.duty.certainty,
            row.document,
            row.duty.as_written,
        ]
        for row in found.rows
    ]
    source = f"责任图谱，{found.name}，截至 {on.isoformat()}。{HONEST}。"
    return xlsx.workbook(
        [
            xlsx.Sheet(
                "职责", ["角色", "方式", "编号", "措施", "同角色单位", "依据", "文件", "原文写法"], duties, source
            ),
            agenda.sheet(_items(found), on, source),
        ]
    )


def _document(found: Dossier, on: date) -> bytes:
    chapters = []
    for kind, word in facts.ROLES.items():
        rows = [row for row in found.rows if row.duty.type == kind]
        if rows:
            chapters.append(docx.Chapter(f"{word}的措施（{len(rows)} 项）", [_grid(rows, word)]))
    limits = [
        [when(limit.due), limit.undertaking or limit.text, f"{row.number}{row.title}", row.duty.role]
        for row, limit in found.limits()
    ]
    if limits:
        chapters.append(
            docx.Chapter(f"时限（{len(limits)} 个）", [docx.Grid(["时限", "要做的事", "措施", "角色"], limits), HONEST])
        )
    return docx.document(f"{found.name}职责清单", chapters, caption=f"截至 {on.isoformat()}")


def _grid(rows: Sequence[Row], word: str) -> docx.Grid:
    lines = [
        [
            row.number,
            row.title,
            "、".join(row.partners) or f"单独{word}",
            f"经由{row.via}" if row.via else "直接",
            row.duty.certainty,
            row.document,
        ]
        for row in rows
    ]
    return docx.Grid(["编号", "措施", f"共同{word}单位", "方式", "依据", "文件"], lines)
