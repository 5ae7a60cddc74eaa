"""The terminal's front door. Every command is a file of interface/terminal."""

import sys

from interface.terminal import run


def main() -> None:
    """Run `zeren` with the arguments of the process and leave with its exit code."""
    sys.exit(run(sys.argv[1:]))


if __name__ == "__main__":
    main()
