"""The case: what people decide (`case.yaml`), what Brink derives (`case.db`), and the view of both at a date."""
