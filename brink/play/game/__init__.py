"""A wargame on the model: one person chooses month by month, the model answers."""
