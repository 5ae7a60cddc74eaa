"""zeren verify: does an evidence pack still hold against the loaded documents?"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import click

from graph_loader.errors import VerificationError
from graph_loader.stores import open_store
from interface.terminal.chinese import Command
from interface.terminal.options import json_option, settings_for, store_option
from interface.terminal.output import err, out, print_json
from queries.pack import verify


@click.command("verify", cls=Command)
@click.argument("pack", metavar="证据包", type=click.Path(path_type=Path))
@store_option
@json_option
def command(pack: Path, store: str, as_json: bool) -> int:
    """核验证据包：每句原文、文件指纹、单位和承继是否与已载入的文件一致；不一致时退出码为 1。"""
    content = _read(pack)
    opened = open_store(settings_for(store))
    try:
        differences = verify(opened, content)
    finally:
        opened.close()
    if as_json:
        print_json({"verified": not differences, "differences": differences})
    elif differences:
        err.print(f"没有通过核验，{len(differences)} 处不一致：", style="red")
        for difference in differences:
            err.print(f"  {difference}", markup=False)
    else:
        out.print(f"通过核验：{len(content['findings'])} 个事项与已载入的文件一致", style="green")
    return 1 if differences else 0


def _read(path: Path) -> Any:
    try:
        return json.loads(path.read_text(encoding="utf-8-sig"))
    except OSError as error:
        raise VerificationError("打不开证据包", where=str(path), todo="请检查路径") from error
    except (UnicodeDecodeError, json.JSONDecodeError) as error:
        raise VerificationError("证据包不是 JSON", where=str(path), todo="请用本产品导出的 json 文件") from error
