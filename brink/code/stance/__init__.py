"""Whether an act is so, and who says it is."""

from brink.code.stance.attribution import Attribution, Attributions, find_attributions
from brink.code.stance.standing import Standing, standing

__all__ = ["Attribution", "Attributions", "Standing", "find_attributions", "standing"]
