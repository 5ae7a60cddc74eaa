"""Which loaded papers, places and parts of papers a question names."""
