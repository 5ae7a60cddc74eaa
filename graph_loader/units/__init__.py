"""Names of units: normal form, aliases, groups, jurisdictions, successions."""

from graph_loader.units.corrections import Correction, append_correction, read_corrections
from graph_loader.units.registry import Candidate, Registry
from graph_loader.units.resolve import resolve_plan

__all__ = ["Candidate", "Correction", "Registry", "append_correction", "read_corrections", "resolve_plan"]
