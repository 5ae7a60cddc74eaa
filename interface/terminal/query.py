"""zeren query: a question of the catalogue by its name."""

from __future__ import annotations

import click

from graph_loader.errors import QueryError
from graph_loader.stores import open_store
from interface.terminal.answers import print_answer
from interface.terminal.chinese import Command
from interface.terminal.options import json_option, parameters, parameters_option, settings_for, store_option
from interface.terminal.output import print_json, print_table
from queries.catalogue import load
from queries.run import run


@click.command("query", cls=Command)
@click.argument("name", metavar="[名称]", required=False)
@parameters_option
@store_option
@json_option
def command(name: str | None, param: tuple[str, ...], store: str, as_json: bool) -> None:
    """运行目录里的一个问题；不写名称则列出全部。"""
    catalogue = load()
    if name is None:
        rows = [
            (entry.name, entry.title, [parameter.name for parameter in entry.parameters])
            for entry in catalogue.values()
        ]
        if as_json:
            print_json([{"name": name, "title": title, "parameters": given} for name, title, given in rows])
        else:
            print_table(["名称", "问题", "参数"], rows)
        return
    if name not in catalogue:
        raise QueryError(f"目录里没有“{name}”", todo="用 zeren query 列出全部名称")
    opened = open_store(settings_for(store))
    try:
        answer = run(opened, catalogue[name], parameters(param))
    finally:
        opened.close()
    if as_json:
        print_json(answer.to_json())
    else:
        print_answer(answer)
