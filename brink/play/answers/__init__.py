"""What an ensemble of futures answers: differences, robustness, trade-offs, value of information."""
