"""SourceText to Plan: outline, assignments, deadlines, targets, citations, liabilities."""

from graph_loader.extract.documents import parse_all
from graph_loader.extract.parse import parse

__all__ = ["parse", "parse_all"]
