"""From what a question names to the parameters of a catalogue entry."""

from queries.understand.binding.bind import Bound, bind, bind_where
from queries.understand.binding.subject import about_measures

__all__ = ["Bound", "about_measures", "bind", "bind_where"]
