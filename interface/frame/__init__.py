"""What every page stands in: its address, its context, its links, the data behind it, its looks and its failures."""
