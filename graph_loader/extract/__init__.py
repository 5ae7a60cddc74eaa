"""SourceText to Plan: outline, assignments, deadlines, targets, citations, liabilities."""

from graph_loader.extract.parse import parse

__all__ = ["parse"]
