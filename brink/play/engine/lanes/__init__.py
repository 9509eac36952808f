"""A model's mechanisms as machine code that plays sixteen futures side by side."""
