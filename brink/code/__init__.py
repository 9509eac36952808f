"""A story becomes events, ties, claims and figures, each resting on a quote."""
