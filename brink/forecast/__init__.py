"""Distributions of monthly counts, the scores they earn, and how the same rule did in the past."""
