"""Questions: the catalogue, the code that reads, runs and guards it, and the way from a Chinese question to an entry."""
