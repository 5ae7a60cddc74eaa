"""The `zeren` command: one file a subcommand, and the one place where errors become exit codes.

Exit codes: 0 done, 1 an error of ours (said on standard error), 2 a wrong call, 3 refused, 4 syntax or parameters, 5 time limit,
130 interrupted.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence
from importlib.metadata import version

import click

from graph_loader.errors import QueryError, RefusedError, TimeLimitError, ZerenError
from interface.terminal import ask, check, cypher, export, load, parse, query, units, verify
from interface.terminal.chinese import Group, usage_error
from interface.terminal.output import err, print_error

_EXIT_CODES: tuple[tuple[type[ZerenError], int], ...] = (
    (RefusedError, 3),
    (TimeLimitError, 5),
    (QueryError, 4),
    (ZerenError, 1),
)


@click.group(cls=Group)
@click.version_option(version("zeren"), message="责任图谱 %(version)s", help="显示版本")
def zeren() -> None:
    """责任图谱：读政府方案，查谁牵头、谁负责、何时完成，每个回答附原文。"""


for _module in (parse, load, ask, query, cypher, export, check, units, verify):
    zeren.add_command(_module.command)


def run(arguments: Sequence[str]) -> int:
    """Run the command line and return its exit code; no error of a user's ends in a traceback."""
    try:
        result = zeren.main(args=list(arguments), prog_name="zeren", standalone_mode=False)
    except click.exceptions.NoArgsIsHelpError as error:
        error.show()
        return 2
    except click.ClickException as error:
        err.print(usage_error(error), markup=False, style="red")
        return 2
    except click.exceptions.Exit as error:
        return error.exit_code
    except (click.Abort, KeyboardInterrupt):
        err.print("已中断", style="red")
        return 130
    except ZerenError as error:
        print_error(error)
        return next(code for kind, code in _EXIT_CODES if isinstance(error, kind))
    except BrokenPipeError:
        sys.stderr.close()
        return 0
    return result if isinstance(result, int) else 0
