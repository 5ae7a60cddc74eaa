"""Tests of the catalogue, of what runs and proves it, and of the guard."""
