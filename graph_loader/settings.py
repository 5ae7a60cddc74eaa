"""What the environment says, read in one place."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
DATA = ROOT / "data"


@dataclass(frozen=True, slots=True)
class Settings:
    """Configuration of a process. neo4j_uri "" means the embedded store at `graph`."""

    neo4j_uri: str = ""
    neo4j_username: str = "neo4j"
    neo4j_password: str = ""
    neo4j_database: str = "neo4j"
    graph: Path = ROOT / ".zeren" / "graph.lbug"
    data: Path = DATA
    readonly: bool = False


def from_environment(environment: Mapping[str, str] | None = None) -> Settings:
    """Settings from NEO4J_URI, NEO4J_USERNAME, NEO4J_PASSWORD, NEO4J_DATABASE (the names of Neo4j's own tools), ZEREN_GRAPH
    (path of the embedded store), ZEREN_DATA (folder of the csv files) and ZEREN_READONLY ("1": nothing may be changed)."""
    env = os.environ if environment is None else environment
    default = Settings()
    return Settings(
        neo4j_uri=env.get("NEO4J_URI", "").strip(),
        neo4j_username=env.get("NEO4J_USERNAME", default.neo4j_username),
        neo4j_password=env.get("NEO4J_PASSWORD", ""),
        neo4j_database=env.get("NEO4J_DATABASE", default.neo4j_database),
        graph=Path(env.get("ZEREN_GRAPH", "") or default.graph),
        data=Path(env.get("ZEREN_DATA", "") or default.data),
        readonly=env.get("ZEREN_READONLY", "") in {"1", "true", "yes"},
    )


def environment(settings: Settings) -> dict[str, str]:
    """The environment of a process that shall have these settings: this process's with their variables set."""
    return os.environ | {
        "NEO4J_URI": settings.neo4j_uri,
        "NEO4J_USERNAME": settings.neo4j_username,
        "NEO4J_PASSWORD": settings.neo4j_password,
        "NEO4J_DATABASE": settings.neo4j_database,
        "ZEREN_GRAPH": str(settings.graph),
        "ZEREN_DATA": str(settings.data),
        "ZEREN_READONLY": "1" if settings.readonly else "",
    }
