"""What several tests need, and no fixture gives."""

from __future__ import annotations

import os
from pathlib import Path
from typing import NoReturn

import pytest

ROOT = Path(__file__).resolve().parent.parent
ZHANGYE = ROOT / "data" / "张掖市法治政府建设实施方案-2016-2020.txt"
CORPUS = Path(os.environ.get("ZEREN_CORPUS") or ROOT.parent / "shared" / "corpus")


def unavailable(what: str, why: str) -> NoReturn:
    """Skip the test for want of `what` ("neo4j", "browser", "corpus"); fail it where ZEREN_REQUIRE names it."""
    if what in os.environ.get("ZEREN_REQUIRE", "").split(","):
        pytest.fail(f"ZEREN_REQUIRE asks for {what}: {why}")
    pytest.skip(why)
