"""Parameters of a catalogue entry: from what a person, a form or the command line gives to what travels to the engine."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Any

from graph_loader.errors import QueryError
from graph_loader.model import ROLES
from graph_loader.schema import ROLE_TYPES, relationship_type
from queries.directory import Directory
from queries.model import Entry, Parameter

ROLE_NAMES = {role: relationship_type(name).zh for role, name in ROLE_TYPES.items()}
"""Chinese name of each role, as the catalogue's rows print it."""

_ROLES = {name: ROLE_TYPES[role] for role in ROLES for name in (role, ROLE_NAMES[role], ROLE_TYPES[role])}
_DATE = re.compile(r"(\d{4})(?:-|年)(\d{1,2})(?:-|月)(\d{1,2})日?")
_YEAR = re.compile(r"(\d{4})年?")
_FIRST_YEAR, _LAST_YEAR = 1949, 2100
_WRAPPING = str.maketrans("", "", "（）()第条、.．《》 ")


def convert(entry: Entry, given: Mapping[str, Any], directory: Directory) -> dict[str, Any]:
    """Values of all parameters of the entry, with defaults where nothing was given.

    Units, measures and documents may be given by id or by name (a name that several bear means all of them); dates as date or
    text, roles in Chinese or English. Raises QueryError for unknown, missing or malformed parameters.
    """
    known = {parameter.name: parameter for parameter in entry.parameters}
    for name in given:
        if name not in known:
            names = "、".join(f"{p.name}（{p.zh}）" for p in entry.parameters) or "无"
            raise QueryError(f"“{entry.title}”没有参数 {name}", todo=f"可用的参数：{names}")
    return {name: _value(parameter, given.get(name), directory) for name, parameter in known.items()}


def _value(parameter: Parameter, given: Any, directory: Directory) -> Any:
    if given is None or given == "" or given == []:
        if parameter.required:
            raise QueryError(f"缺少参数 {parameter.name}（{parameter.zh}）", todo=f"请给出{parameter.zh}")
        given = parameter.default
    items = list(given) if isinstance(given, (list, tuple, set, frozenset)) else [given]
    if not parameter.many and len(items) != 1:
        raise QueryError(f"参数 {parameter.name}（{parameter.zh}）只能给一个值", where=str(given))
    values = list(dict.fromkeys(value for item in items for value in _one(parameter, item, directory)))
    return values if parameter.many else values[0]


def _one(parameter: Parameter, item: Any, directory: Directory) -> Sequence[Any]:
    match parameter.type:
        case "unit":
            return _ids(parameter, item, directory.units, directory.units_by_name.get(str(item), ()))
        case "measure":
            key = str(item).translate(_WRAPPING)
            found = (
                m.id for m in directory.measures.values() if key and key in (m.number.translate(_WRAPPING), m.title)
            )
            return _ids(parameter, item, directory.measures, found)
        case "document":
            key = str(item).strip("《》")
            found = (d.id for d in directory.documents.values() if key and key in (d.title, d.number))
            return _ids(parameter, item, directory.documents, found)
        case "date":
            return [_date(parameter, item)]
        case "year":
            return [_year(parameter, item)]
        case "role":
            if item not in _ROLES:
                raise _malformed(parameter, item, "请用 牵头、责任 或 配合")
            return [_ROLES[item]]
        case "number":
            return [_number(parameter, item)]
        case "words" | "place":
            text = str(item).strip()
            if not text:
                raise _malformed(parameter, item, "不能为空")
            return [text]


def _ids(parameter: Parameter, item: Any, known: Mapping[str, Any], found: Iterable[str]) -> Sequence[str]:
    """The ids meant by an id or a name. An id of the right form that the graph lacks stays: nothing will be found for it."""
    if item in known:
        return [item]
    ids = tuple(found)
    if ids or not isinstance(item, str):
        if ids:
            return ids
        raise _malformed(parameter, item, "应是文字")
    if parameter.type == "unit" and "/" in item:
        return [item]
    raise QueryError(
        f"已载入的文件中没有{parameter.zh}“{item}”", where=parameter.name, todo="请核对写法，或先载入相应文件"
    )


def _date(parameter: Parameter, item: Any) -> date:
    if isinstance(item, date):
        return item
    match = _DATE.fullmatch(str(item).strip())
    try:
        return date(*map(int, match.groups())) if match else date.fromisoformat(str(item))
    except ValueError as error:
        raise _malformed(parameter, item, "请写成 2018-12-31 或 2018年12月31日") from error


def _year(parameter: Parameter, item: Any) -> int:
    match = _YEAR.fullmatch(str(item).strip())
    if match is None or not _FIRST_YEAR <= int(match[1]) <= _LAST_YEAR:
        raise _malformed(parameter, item, "请写四位年份，如 2018")
    return int(match[1])


def _number(parameter: Parameter, item: Any) -> int:
    text = str(item).strip()
    if isinstance(item, bool) or not re.fullmatch(r"[0-9]{1,9}", text):
        raise _malformed(parameter, item, "请写不为负的整数")
    return int(text)


def _malformed(parameter: Parameter, item: Any, todo: str) -> QueryError:
    return QueryError(f"参数 {parameter.name}（{parameter.zh}）的值“{item}”不对", todo=todo)
