"""Names of persons, organisations and places, by learned weights: a vote beside the lists."""
