"""Pieces of pages: records and answers as nodes of the docket, and charts."""
