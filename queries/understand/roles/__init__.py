"""Conditions on who leads, is responsible and supports."""
