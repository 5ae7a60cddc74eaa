"""click in Chinese: the words of help pages and of usage errors. Nothing else of click is changed."""

from __future__ import annotations

from typing import Any

import click

_SECTIONS = {"Options": "选项", "Arguments": "参数", "Commands": "命令"}


class Formatter(click.HelpFormatter):
    """Help pages with Chinese headings."""

    def write_usage(self, prog: str, args: str = "", prefix: str | None = None) -> None:
        """The line 用法：…"""
        super().write_usage(prog, args, prefix or "用法：")

    def section(self, name: str) -> Any:
        """A headed block of the help page."""
        return super().section(_SECTIONS.get(name, name))


class _Context(click.Context):
    formatter_class = Formatter


class Command(click.Command):
    """A command whose help option speaks Chinese."""

    context_class = _Context

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        kwargs.setdefault("options_metavar", "[选项]")
        super().__init__(*args, **kwargs)

    def get_help_option(self, ctx: click.Context) -> click.Option | None:
        """--help with its text in Chinese."""
        option = super().get_help_option(ctx)
        if option is not None:
            option.help = "显示这份说明"
        return option


class Option(click.Option):
    """An option without click's English notes ([required], [default: …]) behind its help: the help says so itself."""

    def get_help_extra(self, ctx: click.Context) -> click.types.OptionHelpExtra:
        """Nothing."""
        return {}


class Group(Command, click.Group):
    """A group of such commands."""

    context_class = _Context
    command_class = Command

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        kwargs.setdefault("subcommand_metavar", "命令 [参数]…")
        super().__init__(*args, **kwargs)


def usage_error(error: click.ClickException) -> str:
    """What a wrong call says: what is wrong, and where the help is. Chinese, one or two lines."""
    hint = ""
    if isinstance(error, click.UsageError) and error.ctx is not None:
        hint = f"。用“{error.ctx.command_path} --help”看说明"
    return f"{_what(error)}{hint}"


def _what(error: click.ClickException) -> str:
    if isinstance(error, click.MissingParameter):
        return f"缺少参数 {_parameter(error)}"
    if isinstance(error, click.NoSuchOption):
        near = f"，是不是 {'、'.join(error.possibilities)}" if error.possibilities else ""
        return f"没有选项 {error.option_name}{near}"
    if isinstance(error, click.exceptions.NoSuchCommand):
        near = f"，是不是 {'、'.join(error.possibilities)}" if error.possibilities else ""
        return f"没有命令 {error.command_name}{near}"
    if isinstance(error, click.BadParameter):
        return f"参数 {_parameter(error)} 的值不对：{_expected(error)}"
    if isinstance(error, click.exceptions.BadOptionUsage):
        return f"选项 {error.option_name} 后面缺少值"
    if isinstance(error, click.FileError):
        return f"打不开文件 {error.ui_filename}"
    return f"命令写得不对：{error.message}"


def _expected(error: click.BadParameter) -> str:
    """What the parameter takes; click's own sentence only where nothing better is known."""
    kind = error.param.type if error.param is not None else None
    if isinstance(kind, click.Choice):
        return f"只能是 {'、'.join(map(str, kind.choices))}"
    if isinstance(kind, (click.IntRange, click.FloatRange)):
        return "要写数字" + (f"，不小于 {kind.min:g}" if kind.min is not None else "")
    return "要写文件的路径" if isinstance(kind, click.Path) else error.message


def _parameter(error: click.BadParameter) -> str:
    if isinstance(error.param, click.Argument) and error.ctx is not None:
        return error.param.make_metavar(error.ctx)
    return "/".join(error.param.opts) if error.param is not None else str(error.param_hint or "")
