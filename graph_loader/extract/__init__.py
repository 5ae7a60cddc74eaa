"""SourceText to Plan: outline, assignments, deadlines, targets, citations, liabilities."""
