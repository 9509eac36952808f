"""One function a figure, used alike by notebook, page and brief."""

from brink.plots.figure import Figure

__all__ = ["Figure"]
