"""The model played forward: options, ensembles of futures, and what they answer."""
