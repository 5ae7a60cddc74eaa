"""Copies vis-network 9.1.2 with its licence out of the installed pyvis wheel: python scripts/copy_vis_network.py FOLDER

Nobody else's code is in the repository, and nothing is fetched at run time: the app serves this copy.
"""

from __future__ import annotations

import re
import shutil
import sys
from importlib.resources import files
from pathlib import Path

VERSION = "9.1.2"
SCRIPT = "vis-network.min.js"


def main(target: Path) -> None:
    """Put the script and the licence that stands at its head into the folder; made when it is not there."""
    source = Path(str(files("pyvis"))) / "lib" / f"vis-{VERSION}" / SCRIPT
    head = re.match(r"/\*\*.*?\*/", source.read_text("utf-8"), re.DOTALL)
    if head is None or f"@version {VERSION}" not in head[0] or "@license" not in head[0]:
        raise SystemExit(f"{source}: not vis-network {VERSION} with its licence")
    target.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(source, target / SCRIPT)
    (target / "LICENSE.txt").write_text(head[0] + "\n", "utf-8")


if __name__ == "__main__":
    if len(sys.argv) != 2:
        raise SystemExit(__doc__)
    main(Path(sys.argv[1]))
