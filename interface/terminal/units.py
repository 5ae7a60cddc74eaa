"""zeren units: which body a name means."""

from __future__ import annotations

import click

from graph_loader.settings import from_environment
from graph_loader.units import Registry
from interface.terminal.chinese import Command, Group
from interface.terminal.options import json_option
from interface.terminal.output import print_json, print_table
from interface.words import REASON_ZH


@click.group("units", cls=Group)
def command() -> None:
    """单位名称：全称、简称、承继。"""


@command.command("resolve", cls=Command)
@click.argument("name", metavar="名称")
@click.option("--jurisdiction", metavar="地方", default="", help="在哪个地方的文件里，例如 张掖市")
@json_option
def resolve(name: str, jurisdiction: str, as_json: bool) -> None:
    """这个名称指哪个单位：候选、理由、得分、由谁承接。"""
    candidates = Registry.load(from_environment().data).candidates(name, jurisdiction)
    if as_json:
        print_json(
            {
                "name": name,
                "jurisdiction": jurisdiction,
                "candidates": [candidate.to_json() for candidate in candidates],
            }
        )
        return
    print_table(
        ["单位", "全称", "地方", "理由", "得分", "承继"],
        [
            (
                item["name"],
                item["full_name"],
                item["jurisdiction"],
                REASON_ZH.get(item["reason"], item["reason"]),
                item["score"],
                [key.partition("/")[2] for key in item["succeeded_by"]],
            )
            for item in (candidate.to_json() for candidate in candidates)
        ],
    )
