"""The case: what people decide (`case.yaml`), what Brink derives (`case.db`), and both seen at a date."""
