"""Hypotheses against evidence: which answers the evidence favours, how firmly, and what to look for next."""

from brink.weigh.motives import MotiveWeights, motive_weights
from brink.weigh.weighed import Weighing
from brink.weigh.weighing import weigh

__all__ = ["MotiveWeights", "Weighing", "motive_weights", "weigh"]
