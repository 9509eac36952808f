"""Options of a case made ready to play: moves by month, what they cost, what they are checked for."""
