"""zeren ask: a question in a person's own words."""

from __future__ import annotations

import click

from graph_loader.stores import open_store
from interface.terminal.answers import print_answer
from interface.terminal.chinese import Command
from interface.terminal.options import json_option, settings_for, store_option
from interface.terminal.output import print_json
from queries.ask import ask


@click.command("ask", cls=Command)
@click.argument("question", metavar="问题")
@store_option
@json_option
def command(question: str, store: str, as_json: bool) -> None:
    """用自己的话提问，例如：市政府法制办牵头哪些措施。"""
    with_store = open_store(settings_for(store))
    try:
        answer = ask(question, with_store)
    finally:
        with_store.close()
    if as_json:
        print_json(answer.to_json())
    else:
        print_answer(answer)
