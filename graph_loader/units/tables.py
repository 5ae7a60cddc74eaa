"""Rows of data/*.csv, checked for their columns."""

from __future__ import annotations

import csv
from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path

from graph_loader.errors import DataError


def read_table(path: Path, columns: Sequence[str]) -> Iterator[tuple[str, dict[str, str]]]:
    """Each row with its place ("unit_names.csv 第 7 行"), values stripped. Lines that start with # are remarks.

    Raises DataError when the file is missing, is no UTF-8, lacks a column or has a row of another length.
    """
    try:
        text = path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise DataError("数据文件读不出来", where=path.name, todo="请恢复该文件，并存为 UTF-8 编码的 CSV") from error
    reader = csv.DictReader(text.splitlines(), restkey="", restval=None, strict=True)
    missing = [column for column in columns if column not in (reader.fieldnames or ())]
    if missing:
        raise DataError(f"数据文件缺少列：{'、'.join(missing)}", where=path.name, todo="请按 data/README.md 补齐表头")
    try:
        for row in reader:
            place = f"{path.name} 第 {reader.line_num} 行"
            if str(row[columns[0]] or "").startswith("#"):
                continue
            if "" in row or None in row.values():
                raise DataError("这一行的列数与表头不符", where=place, todo="含逗号的内容请加英文双引号")
            yield place, {column: row[column].strip() for column in columns}
    except csv.Error as error:
        raise DataError(
            "数据文件的 CSV 格式有误", where=f"{path.name} 第 {reader.line_num} 行", todo="请检查引号"
        ) from error


def day(text: str, place: str) -> date | None:
    """An ISO day, None for "". Raises DataError with the row's place."""
    try:
        return date.fromisoformat(text) if text else None
    except ValueError as error:
        raise DataError(f"日期应写成 2018-12-31 的样子，不是“{text}”", where=place) from error


def parts(text: str) -> tuple[str, ...]:
    """The values of a cell that holds several, parted by "|"."""
    return tuple(dict.fromkeys(part for part in text.split("|") if part))
