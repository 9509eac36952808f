"""Fitting the model to what was counted before the as-of date, and scoring it on what came after."""
