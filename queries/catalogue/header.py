"""Reads one file of the catalogue: a TOML header in a Cypher block comment, and the statement below it.

The header is validated here, once, so that everything else may trust an `Entry`. Faults raise DataError with file and line.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable
from pathlib import Path
from typing import Any, get_args

from graph_loader.errors import DataError
from queries.model import Column, Entry, Parameter, ParameterType, ShowAs

PLACEHOLDERS: dict[str, str] = {
    "unit": "unit",
    "other": "unit",
    "measure": "measure",
    "document": "document",
    "second": "document",
    "place": "place",
    "date": "date",
    "since": "date",
    "until": "date",
    "year": "year",
    "role": "role",
    "words": "words",
    "section": "words",
    "number": "number",
    "nth": "number",
    "month": "number",
}
"""What may stand in braces in an example question, and the type of the parameter that it stands for."""
ANSWERS = frozenset({"measures", "units", "deadlines", "documents", "count"})

_FILE = re.compile(r"\s*/\*\n(?P<header>.*?)\n\*/\s*(?P<statement>\S.*?)\s*;?\s*\Z", re.DOTALL)
_PARAMETER = re.compile(r"\$(\w+)")
_BRACES = re.compile(r"\{(\w+)\}")
_CJK = re.compile(r"[\u4e00-\u9fff]")
_TOP = {"title", "show", "sentence", "empty_sentence", "examples", "parameters", "columns", "answers"}
_MAY_LACK = {"each"}
_MIN_CHINESE, _MIN_ENGLISH = 8, 2


def is_chinese(example: str) -> bool:
    """Whether an example question is Chinese (placeholders do not count)."""
    return bool(_CJK.search(_BRACES.sub("", example)))


def read_entry(path: Path, subject: str) -> Entry:
    """The entry that a file declares; its name is the file's. Raises DataError that names file, line and fault."""
    text = path.read_text(encoding="utf-8")
    match = _FILE.match(text)
    if match is None:
        raise DataError("文件开头应是 /* 与 */ 之间的说明，其后是一条 Cypher 语句", where=f"{path.name} 第 1 行")
    check = _Checker(path.name, text)
    try:
        header = tomllib.loads(match["header"])
    except tomllib.TOMLDecodeError as error:
        line = re.search(r"at line (\d+)", str(error))
        raise check.fault(f"说明不是有效的 TOML：{error}", line=int(line[1]) + 1 if line else 1) from error
    check.keys(header, _TOP | _MAY_LACK, "说明", required=_TOP)
    statement = match["statement"]
    parameters = tuple(_parameter(check, name, value) for name, value in check.table(header, "parameters").items())
    columns = tuple(Column(name, check.text(zh, name)) for name, zh in check.table(header, "columns").items())
    entry = Entry(
        name=path.stem,
        subject=subject,
        title=check.string(header, "title"),
        parameters=parameters,
        examples=check.strings(header, "examples"),
        columns=columns,
        show=check.choice(header, "show", get_args(ShowAs)),
        sentence=check.string(header, "sentence"),
        empty_sentence=check.string(header, "empty_sentence"),
        answers={field: check.text(column, field) for field, column in check.table(header, "answers").items()},
        statement=statement,
        each=check.flag(header, "each"),
    )
    _validate(check, entry)
    return entry


def _parameter(check: _Checker, name: str, value: Any) -> Parameter:
    if not isinstance(value, dict):
        raise check.fault(f"参数 {name} 应写成 {{ type = …, zh = … }}", key=name)
    check.keys(value, {"type", "zh", "default", "many"}, f"参数 {name} ", required={"type", "zh"}, key=name)
    kind = check.choice(value, "type", get_args(ParameterType), key=name)
    many = value.get("many", False)
    default = value.get("default")
    if not isinstance(many, bool) or (default is not None and isinstance(default, list) != many):
        raise check.fault(f"参数 {name} 的 many 与 default 不一致", key=name)
    return Parameter(name, kind, check.text(value["zh"], name), default, many, default is None)


def _validate(check: _Checker, entry: Entry) -> None:
    declared = {parameter.name for parameter in entry.parameters}
    used = set(_PARAMETER.findall(entry.statement))
    for name in sorted(declared ^ used):
        raise check.fault(f"参数 {name} 只在{'说明' if name in declared else '语句'}中出现", key=name)
    columns = {column.name for column in entry.columns}
    for field, column in entry.answers.items():
        if field not in ANSWERS or not column.split() or not columns.issuperset(column.split()):
            raise check.fault(f"answers 中的 {field} = {column!r} 无效", key=field)
    for template in ("sentence", "empty_sentence"):
        for name in _BRACES.findall(getattr(entry, template)):
            if name not in declared | columns | {"count", "rows"}:
                raise check.fault(f"{template} 中的 {{{name}}} 既不是参数也不是列", key=template)
    types = {parameter.type for parameter in entry.parameters}
    for example in entry.examples:
        for name in _BRACES.findall(example):
            if PLACEHOLDERS.get(name) not in types:
                raise check.fault(f"示例问题中的 {{{name}}} 没有对应类型的参数", key="examples")
    chinese = sum(map(is_chinese, entry.examples))
    if chinese < _MIN_CHINESE or len(entry.examples) - chinese < _MIN_ENGLISH:
        raise check.fault(f"至少需要 {_MIN_CHINESE} 个中文、{_MIN_ENGLISH} 个英文示例问题", key="examples")
    if len(set(entry.examples)) < len(entry.examples):
        raise check.fault("示例问题有重复", key="examples")


class _Checker:
    """Typed access to a header's values; every fault names the file and the line on which the key stands."""

    def __init__(self, file: str, text: str) -> None:
        self._file, self._lines = file, text.splitlines()

    def fault(self, what: str, *, key: str = "", line: int = 0) -> DataError:
        pattern = re.compile(rf"\[?{re.escape(key)}\b|.*\${re.escape(key)}\b")
        found = line or next((n for n, text in enumerate(self._lines, 1) if key and pattern.match(text)), 1)
        return DataError(what, where=f"{self._file} 第 {found} 行", todo="写法见 docs/adding-a-question.md")

    def keys(
        self,
        table: dict[str, Any],
        allowed: set[str],
        of: str,
        *,
        required: Iterable[str] | None = None,
        key: str = "",
    ) -> None:
        for name in table.keys() - allowed:
            raise self.fault(f"{of}中不认识 {name}", key=key or name)
        for name in sorted((allowed if required is None else set(required)) - table.keys()):
            raise self.fault(f"{of}中缺少 {name}", key=key)

    def text(self, value: Any, key: str) -> str:
        if not isinstance(value, str):
            raise self.fault(f"{key} 应是文字", key=key)
        return value

    def string(self, table: dict[str, Any], key: str) -> str:
        value = self.text(table[key], key)
        if not value.strip():
            raise self.fault(f"{key} 不能为空", key=key)
        return value

    def flag(self, table: dict[str, Any], key: str) -> bool:
        """True or false; false where it is left out."""
        value = table.get(key, False)
        if not isinstance(value, bool):
            raise self.fault(f"{key} 应是 true 或 false", key=key)
        return value

    def strings(self, table: dict[str, Any], key: str) -> tuple[str, ...]:
        value = table[key]
        if not isinstance(value, list):
            raise self.fault(f"{key} 应是文字的列表", key=key)
        return tuple(self.text(item, key) for item in value)

    def table(self, header: dict[str, Any], key: str) -> dict[str, Any]:
        value = header[key]
        if not isinstance(value, dict):
            raise self.fault(f"{key} 应是一节 [{key}]", key=key)
        return value

    def choice(self, table: dict[str, Any], name: str, allowed: tuple[Any, ...], *, key: str = "") -> Any:
        value = table[name]
        if value not in allowed:
            raise self.fault(f"{name} 应是 {'、'.join(allowed)} 之一，而不是 {value!r}", key=key or name)
        return value
