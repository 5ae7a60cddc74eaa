"""SourceText to Plan: outline, assignments, deadlines, targets, citations, liabilities."""

from graph_loader.extract.parse import parse, parse_all

__all__ = ["parse", "parse_all"]
