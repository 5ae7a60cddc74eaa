"""The review page: one self-contained HTML file that shows a document with every reading marked in its place."""

from interface.review.page import review_html

__all__ = ["review_html"]
