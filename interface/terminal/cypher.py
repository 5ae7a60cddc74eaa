"""zeren cypher: a reading statement of the researcher's own."""

from __future__ import annotations

import click

from graph_loader.stores import open_store
from interface.terminal.chinese import Command
from interface.terminal.options import json_option, parameters, parameters_option, settings_for, store_option
from interface.terminal.output import err, print_json, print_table
from queries.console import ROW_CAP, SECONDS, run_cypher


@click.command("cypher", cls=Command)
@click.argument("statement", metavar="语句")
@parameters_option
@click.option("--limit", metavar="行数", type=click.IntRange(1), default=ROW_CAP, help=f"最多取多少行，缺省 {ROW_CAP}")
@click.option(
    "--seconds", metavar="秒", type=click.FloatRange(0.1), default=SECONDS, help=f"最多运行多少秒，缺省 {SECONDS:g}"
)
@store_option
@json_option
def command(statement: str, param: tuple[str, ...], limit: int, seconds: float, store: str, as_json: bool) -> None:
    """运行一条只读的 Cypher 语句；改动数据和读写文件的语句会被拒绝。"""
    opened = open_store(settings_for(store))
    try:
        found = run_cypher(opened, statement, parameters(param), limit=limit, seconds=seconds)
    finally:
        opened.close()
    if as_json:
        print_json(found.to_json())
        return
    print_table(found.result.columns, found.result.rows)
    if found.result.truncated:
        err.print(f"只取了前 {limit} 行，用 --limit 多取", style="yellow")
