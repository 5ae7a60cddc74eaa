"""The picture of the graph: what is on it, what the reader arranged by hand, and the panel beside it."""
