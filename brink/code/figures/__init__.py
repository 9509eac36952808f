"""Numbers in the reporting: what they count, how far they may stretch, and what became of it."""

from brink.code.figures.find import find_figures
from brink.code.figures.toll import toll

__all__ = ["find_figures", "toll"]
