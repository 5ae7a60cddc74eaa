"""The matrix as a workbook."""

from __future__ import annotations

from interface.downloads.xlsx import Sheet
from interface.records.matrix import Matrix


def sheets(found: Matrix, source: str) -> list[Sheet]:
    """The matrix as it stands, and its cells one a line with what each head stands for. source: a line for below the tables."""
    words = {"LEADS": "牵", "RESPONSIBLE_FOR": "责", "SUPPORTS": "配"}
    heads = ["单位", "合计", *(column.head for column in found.columns)]
    table = [
        [
            row.name,
            row.total,
            *(
                "、".join(words[duty.type] + ("≈" if duty.inferred else "") for duty in row.cells.get(column.id, ()))
                for column in found.columns
            ),
        ]
        for row in found.rows
    ]
    lines = [
        [row.name, duty.role, duty.certainty, column.number, column.title, duty.as_written, column.document]
        for row in found.rows
        for column in found.columns
        for duty in row.cells.get(column.id, ())
    ]
    names = ["单位", "角色", "依据", "编号", "措施", "原文写法", "文件"]
    return [
        Sheet("矩阵", heads, table, f"{source}牵：牵头，责：责任，配：配合，≈：推断。"),
        Sheet("明细", names, lines, source),
    ]
