"""zeren load: documents into the graph."""

from __future__ import annotations

from pathlib import Path

import click
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

from graph_loader.errors import ReadError
from graph_loader.loading import FileReport, LoadReport, load_files
from graph_loader.stores import open_store
from graph_loader.stores.base import GraphStore
from interface.terminal.chinese import Command
from interface.terminal.options import corrections_for, corrections_option, settings_for, store_option
from interface.terminal.output import err, out, print_table


@click.command("load", cls=Command)
@click.argument("paths", metavar="文件…", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option("--jobs", metavar="数", type=click.IntRange(0), default=0, help="同时读几个文件，缺省为处理器核数")
@click.option("--if-missing", is_flag=True, help="图库里已有文件时什么也不做")
@corrections_option
@store_option
def command(paths: tuple[Path, ...], jobs: int, if_missing: bool, corrections: Path | None, store: str) -> int:
    """把文件载入图谱；再次载入同一文件不改变任何内容，改过的文件整份替换。"""
    settings = settings_for(store)
    if settings.readonly:
        raise ReadError("现在是只读状态，不能载入", todo="去掉环境变量 ZEREN_READONLY 再试")
    opened = open_store(settings, write=True)
    try:
        opened.prepare()
        if if_missing and opened.read("MATCH (d:Document) WHERE d.loaded RETURN count(d) AS n").rows[0][0]:
            return 0
        report = _load(paths, opened, settings.data, corrections, jobs)
    finally:
        opened.close()
    _print_report(report)
    return 1 if report.failed else 0


def _load(paths: tuple[Path, ...], store: GraphStore, data: Path, corrections: Path | None, jobs: int) -> LoadReport:
    columns = (TextColumn("正在载入"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
    with Progress(*columns, console=err, transient=True, disable=len(paths) == 1) as progress:
        task = progress.add_task("", total=len(paths))

        def advance(_: FileReport) -> None:
            progress.advance(task)

        people = corrections_for(corrections)
        return load_files(paths, store, data=data, corrections=people, jobs=jobs, on_progress=advance)


def _print_report(report: LoadReport) -> None:
    loaded = [file for file in report.files if not file.error]
    print_table(
        ["文件", "措施", "责任分工", "待核对", "图谱"],
        [
            (file.path.name, file.measures, file.assignments, file.warnings, "有变化" if file.changed else "没有变化")
            for file in loaded
        ],
    )
    for file in report.failed:
        err.print(f"没有载入 {file.path.name}：{file.error}", markup=False, style="red")
    if any(file.warnings for file in loaded):
        out.print("待核对的地方用 zeren parse 文件 查看", style="yellow")
    out.print(f"共 {len(report.files)} 个文件，载入 {len(loaded)} 个，失败 {len(report.failed)} 个")
