"""Options that several commands share, and what they mean for the settings."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any, TypeVar

import click

from graph_loader.errors import QueryError, ZerenError
from graph_loader.settings import Settings, from_environment
from graph_loader.units import Correction, read_corrections

_F = TypeVar("_F", bound=Callable[..., Any])


def store_option(command: _F) -> _F:
    """--store: which graph store to use."""
    return click.option(
        "--store",
        metavar="库",
        default="",
        help="用哪个图库：embedded（本地），neo4j（按环境变量），或本地图库文件的路径；不写则有 NEO4J_URI 就用 Neo4j",
    )(command)


def json_option(command: _F) -> _F:
    """--json: print JSON instead of text."""
    return click.option("--json", "as_json", is_flag=True, help="输出 JSON")(command)


def corrections_option(command: _F) -> _F:
    """--corrections: a file of people's corrections in place of data/corrections.csv."""
    return click.option(
        "--corrections",
        metavar="文件",
        type=click.Path(path_type=Path, dir_okay=False),
        help="人工更正表，缺省用 data/corrections.csv",
    )(command)


def parameters_option(command: _F) -> _F:
    """--param k=v, any number of times."""
    return click.option("--param", metavar="名=值", multiple=True, help="一个参数，可重复写；同名多次即为多个值")(
        command
    )


def parameters(pairs: tuple[str, ...]) -> dict[str, Any]:
    """--param values as a dict; a name given more than once becomes a list. Raises QueryError for a pair without =."""
    given: dict[str, list[str]] = {}
    for pair in pairs:
        name, equals, value = pair.partition("=")
        if not equals or not name.strip():
            raise QueryError(f"参数“{pair}”不是 名=值 的写法", todo="例如 --param unit=市司法局")
        given.setdefault(name.strip(), []).append(value)
    return {name: values if len(values) > 1 else values[0] for name, values in given.items()}


def corrections_for(path: Path | None) -> tuple[Correction, ...]:
    """People's corrections: of the file given, else of data/corrections.csv. Raises DataError for a row not of its form."""
    return read_corrections(path or from_environment().data / "corrections.csv")


def settings_for(store: str) -> Settings:
    """Settings of the environment with --store laid over them. Raises ZerenError when neo4j is asked for and not configured."""
    settings = from_environment()
    if not store:
        return settings
    if store == "embedded":
        return replace(settings, neo4j_uri="")
    if store == "neo4j":
        if not settings.neo4j_uri:
            raise ZerenError("没有配置 Neo4j", todo="先设环境变量 NEO4J_URI、NEO4J_USERNAME、NEO4J_PASSWORD")
        return settings
    return replace(settings, neo4j_uri="", graph=Path(store))
