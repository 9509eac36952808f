"""Brink: from reporting on a conflict to an evidence-linked model an analyst can question."""

__version__ = "0.3.0"
