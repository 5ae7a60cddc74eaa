"""zeren export: the whole graph as a file."""

from __future__ import annotations

from pathlib import Path

import click

from graph_loader.exports import FORMATS, export
from graph_loader.stores import open_store
from interface.terminal.chinese import Command, Option
from interface.terminal.options import settings_for, store_option
from interface.terminal.output import out


@click.command("export", cls=Command)
@click.option(
    "--format",
    "form",
    cls=Option,
    metavar="格式",
    type=click.Choice(sorted(FORMATS)),
    required=True,
    help="必写：graphml、json 或 csv",
)
@click.option(
    "--output",
    metavar="路径",
    type=click.Path(path_type=Path),
    help="写到哪里，缺省为当前文件夹的 graph.graphml、graph.json 或 graph.zip",
)
@store_option
def command(form: str, output: Path | None, store: str) -> None:
    """把整个图谱写成文件：graphml 给 Gephi，json 带出处，csv 给表格软件。"""
    opened = open_store(settings_for(store))
    try:
        written = export(opened, form, output)
    finally:
        opened.close()
    out.print(f"已写到 {written}", markup=False)
