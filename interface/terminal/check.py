"""zeren check: what is configured, which store answers, how much it holds."""

from __future__ import annotations

import platform
from importlib.metadata import version

import click

from graph_loader.schema import NODES
from graph_loader.stores import open_store
from interface.terminal.chinese import Command
from interface.terminal.options import json_option, settings_for, store_option
from interface.terminal.output import print_json, print_table
from interface.words import STORE_ZH


@click.command("check", cls=Command)
@store_option
@json_option
def command(store: str, as_json: bool) -> None:
    """检查配置：用哪个图库，是否应答，有多少内容。"""
    settings = settings_for(store)
    opened = open_store(settings)
    try:
        counts = {node.zh: opened.read(f"MATCH (n:{node.label}) RETURN count(n) AS n").rows[0][0] for node in NODES}
        facts = {
            "版本": version("zeren"),
            "Python": platform.python_version(),
            "图库": STORE_ZH[opened.name],
            "地址": opened.address,
            "数据表": str(settings.data),
            "只读": settings.readonly,
        }
    finally:
        opened.close()
    if as_json:
        print_json({**facts, "内容": counts})
    else:
        print_table(["项目", "值"], list(facts.items()))
        print_table(["内容", "个数"], list(counts.items()))
