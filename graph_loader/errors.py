"""Every error that the product raises on purpose.

An error is part of the interface: its text is Chinese, says what is wrong, where, and what to do about it. Front doors catch
`ZerenError` and print `str(error)`; anything else is a bug.
"""


class ZerenError(Exception):
    """Base of all errors of the product.

    what: what is wrong. where: file, line or span, empty where there is no place. todo: what the person can do about it.
    All three are Chinese and shown to people as they are.
    """

    def __init__(self, what: str, *, where: str = "", todo: str = "") -> None:
        self.what, self.where, self.todo = what, where, todo
        super().__init__(what)

    def __str__(self) -> str:
        place = f"（{self.where}）" if self.where else ""
        advice = f"。{self.todo}" if self.todo else ""
        return f"{self.what}{place}{advice}"


class ReadError(ZerenError):
    """A file cannot be read: not there, not text, a format that is not supported, too large, hostile."""


class ParseError(ZerenError):
    """A text was read, but no plan can be made of it (an empty text, say)."""


class DataError(ZerenError):
    """A row of data/*.csv or of a corrections file is not of its form."""


class StoreError(ZerenError):
    """The graph store cannot do what was asked."""


class StoreUnavailableError(StoreError):
    """The store does not answer: server down, wrong password, file locked by another process, disk full."""


class QueryError(ZerenError):
    """A question or statement cannot be run: unknown name, missing or malformed parameter, syntax."""


class RefusedError(QueryError):
    """A statement that the guard does not let through, with the reason."""


class TimeLimitError(QueryError):
    """A statement that was stopped at its time limit."""


class VerificationError(ZerenError):
    """An evidence pack or another file does not fit what is loaded."""
